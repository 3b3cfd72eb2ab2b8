import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify';
import { v7 } from 'uuid';
import { Problem, invalid, problem, problemBody, problemText } from '../../problems.ts';
import type { FieldError } from '../../problems.ts';
import { isId } from '../../fields/index.ts';
import { recordEvent } from '../audit/index.ts';
import { suggestion } from '../query/path.ts';
import type { Services } from '../context.ts';
import { isApi, localeOf } from './request-context.ts';

/** Turns everything thrown into problem+json in the reader's language; what nobody foresaw is logged under an id and not told. */
export function registerErrorHandler(app: FastifyInstance, services: Services): void {
  app.setErrorHandler((error: unknown, request, reply) => {
    const told = toProblem(error);
    if (told.code === 'internal') services.log.error({ err: error, id: told.params['id'], method: request.method, route: request.routeOptions.url }, 'A request failed.');
    if (told.code === 'service.busy') services.log.warn({ err: error, method: request.method, route: request.routeOptions.url }, 'A request was too slow or the database not reachable.');
    noteRefusal(services, request, told).catch((failure: unknown) => services.log.error({ err: failure }, 'A refused access could not be noted.')).finally(() => sendProblem(request, reply, told));
  });
}

/** Whoever asks for more than the own rights stands in the audit log. */
export async function noteRefusal(services: Services, request: FastifyRequest, told: Problem, record?: string): Promise<void> {
  const ctx = request.tamga;
  if (!ctx || told.status !== 403) return;
  const { app, entity, id = record } = Object(request.params) as Record<string, unknown>;
  const found = ctx.model.entities.get(`${String(app)}/${String(entity)}`);
  await recordEvent({ ...ctx, db: services.pool }, {
    event: 'access.refused', result: 'refused', ...(found ? { entity: found } : {}), record: isId(id) ? id : null,
    summary: `${request.method} ${request.routeOptions.url ?? ''}：${problemText(told.code, told.params, 'zh-CN')}`,
  });
}

/** Answers with a problem. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, told: Problem): void {
  if (told.status === 503) void reply.header('retry-after', '5');
  // As a text: a response schema of the route must not cut it.
  void reply.code(told.status).type('application/problem+json; charset=utf-8').serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(told, isApi(request) ? request.tamga?.locale ?? localeOf(request) : localeOf(request)));
}

/** The problem behind any error. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code, statusCode, validation, validationContext } = Object(error) as Partial<FastifyError>;
  if (validation) return fromValidation(validation, validationContext);
  const known = code === undefined ? undefined : byCode[code] ?? (isSqlState(code) ? bySqlState(code) : undefined);
  if (known) return known();
  // Half of a surrogate pair is a text to JSON but not to PostgreSQL.
  if (code === '22P02' && error instanceof Error && error.message.endsWith('type json')) return problem('request.unreadable', { reason: 'half a surrogate pair' });
  if (error instanceof Error && brokenUpload.test(error.message)) return problem('request.unreadable', { reason: error.message });
  if (statusCode === 429) return problem('request.too-many');
  if (statusCode === 413) return problem('request.too-large');
  if (statusCode === 415) return problem('request.media-type');
  if (error instanceof Error && /timeout exceeded when trying to connect|Connection terminated/.test(error.message)) return problem('service.busy');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return problem('request.unreadable', { reason: (error as Error).message });
  return problem('internal', { id: v7() });
}

const brokenUpload = /^(Multipart: Boundary not found|Unexpected end of multipart data|Part terminated early due to unexpected end of multipart data)$/;

const byCode: Record<string, () => Problem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => problem('request.too-large'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => problem('request.media-type'),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => problem('request.media-type'),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => problem('request.unreadable', { reason: 'empty body' }),
  FST_ERR_CTP_INVALID_JSON_BODY: () => problem('request.unreadable', { reason: 'not JSON' }),
  FST_REQ_FILE_TOO_LARGE: () => problem('file.too-large', { max: 20 }),
  FST_FILES_LIMIT: () => problem('request.unreadable', { reason: 'one file at a time' }),
  ECONNREFUSED: () => problem('service.busy'),
  ECONNRESET: () => problem('service.busy'),
};

function isSqlState(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code);
}

/** What PostgreSQL refused although nobody here did. */
function bySqlState(state: string): (() => Problem) | undefined {
  if (['57014', '53300', '53200', '57P01', '57P02', '57P03', '25P03'].includes(state) || state.startsWith('08')) return () => problem('service.busy');
  if (['40001', '40P01', '55P03'].includes(state)) return () => problem('record.busy');
  // A character that no text may hold, such as U+0000.
  if (['22021', '22P05'].includes(state)) return () => problem('request.unreadable', { reason: 'U+0000' });
  return undefined;
}

function fromValidation(found: readonly FastifySchemaValidationError[], context: string | undefined): Problem {
  if (context === 'body') {
    if (found.some(({ instancePath, keyword }) => instancePath === '' && keyword === 'type')) return problem('request.unreadable', { reason: 'not an object' });
    return invalid(found.map(fieldError));
  }
  const first = found[0];
  const name = first ? pathOf(first) : '';
  if (first?.keyword !== 'additionalProperties') return problem('request.bad-value', { name });
  const known = Object.keys((first as { parentSchema?: { properties?: object } }).parentSchema?.properties ?? {});
  return problem('request.unknown-parameter', { name, suggestion: suggestion(name, known) });
}

function fieldError(error: FastifySchemaValidationError): FieldError {
  const { keyword, params } = error;
  const field = pathOf(error);
  const limit = Number(params['limit']);
  switch (keyword) {
    case 'required': return { field, code: 'field.required', params: { label: field } };
    case 'additionalProperties': return { field, code: 'field.unknown', params: { name: field, suggestion: '' } };
    case 'minLength': return limit === 1 ? { field, code: 'field.required', params: { label: field } } : { field, code: 'field.too-short', params: { label: field, min: limit } };
    case 'maxLength': return { field, code: 'field.too-long', params: { label: field, max: limit } };
    case 'minimum': return { field, code: 'field.too-small', params: { label: field, min: limit } };
    case 'maximum': return { field, code: 'field.too-large', params: { label: field, max: limit } };
    case 'maxItems': return { field, code: 'field.too-many', params: { label: field, max: limit } };
    default: return { field, code: 'field.type', params: { label: field } };
  }
}

/** `/lines/1/quantity` as `lines[1].quantity`, the missing or unknown name at its end. */
function pathOf({ instancePath, params }: FastifySchemaValidationError): string {
  const extra = params['missingProperty'] ?? params['additionalProperty'];
  const parts = [...instancePath.split('/').filter(Boolean), ...(typeof extra === 'string' ? [extra] : [])];
  return parts.reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path ? `${path}.${part}` : part), '');
}
