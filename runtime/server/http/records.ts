import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { entityOf, type Condition, type Entity } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { runAction } from '../actions/run-action.ts';
import type { Context, Services } from '../context.ts';
import { create } from '../operations/create.ts';
import { find } from '../operations/find.ts';
import { get } from '../operations/get.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { noteView } from '../operations/note-view.ts';
import { historyOf } from '../operations/history.ts';
import { findOptions } from '../operations/options.ts';
import { remove } from '../operations/remove.ts';
import { update } from '../operations/update.ts';
import { submitRecord } from '../workflow/index.ts';
import { contextOf } from './request-context.ts';

interface Params { app: string; entity: string; id: string; action: string }
type Body = Record<string, unknown>;

const params = (...names: (keyof Params)[]) => ({ type: 'object', required: names, properties: Object.fromEntries(names.map((n) => [n, { type: 'string', maxLength: 100 }])) });
const listQuery = {
  type: 'object', additionalProperties: false, properties: {
    filter: { type: 'string', maxLength: 8000, description: 'JSON condition, such as {"status":"draft"}' }, search: { type: 'string', maxLength: 100 },
    sort: { type: 'string', maxLength: 300, description: 'Field names, downwards with a leading -' }, page: { type: 'integer', minimum: 1, maximum: 100_000 }, pageSize: { type: 'integer', minimum: 1, maximum: 200 },
    fields: { type: 'string', maxLength: 2000 }, count: { type: 'string', enum: ['exact', 'none', 'capped'] }, list: { type: 'string', maxLength: 120, description: 'A list definition whose condition applies' },
    can: { type: 'boolean', description: 'Tell with every record what may be done with it' },
  },
};
const body = { type: 'object', additionalProperties: true };

/** Records of every entity: list, choices, get, create, change, delete, actions, history. */
export async function recordsRoutes(app: FastifyInstance, _services: Services): Promise<void> {
  app.get<{ Params: Params; Querystring: Record<string, string> }>('/api/records/:app/:entity', { schema: { params: params('app', 'entity'), querystring: listQuery, tags: ['records'] } }, async (request) => {
    const { ctx, entity } = target(request);
    const q = request.query as { filter?: string; search?: string; sort?: string; page?: number; pageSize?: number; fields?: string; count?: 'exact' | 'none' | 'capped'; list?: string; can?: boolean };
    const list = q.list === undefined ? undefined : ctx.model.lists.get(q.list);
    if (q.list !== undefined && list?.entity !== entity.key) throw problem('request.bad-value', { name: 'list' });
    const page = await find(ctx, entity, {
      ...parsedFilter(q.filter), ...(list?.where ? { where: list.where } : {}), ...(q.search ? { search: q.search } : {}), ...names('sort', q.sort), ...names('fields', q.fields),
      ...(q.page ? { page: q.page } : {}), ...(q.pageSize ? { pageSize: q.pageSize } : {}), ...(q.count ? { count: q.count } : {}), ...(q.can ? { can: true } : {}),
    });
    await noteView(ctx, entity, page.items);
    return page;
  });

  app.get<{ Params: Params; Querystring: Record<string, string> }>('/api/records/:app/:entity/options', { schema: { params: params('app', 'entity'), tags: ['records'], querystring: { type: 'object', additionalProperties: false, properties: { q: { type: 'string', maxLength: 100 }, filter: { type: 'string', maxLength: 8000 }, ids: { type: 'string', maxLength: 8000 }, parent: { type: 'string', maxLength: 40 }, limit: { type: 'integer', minimum: 1, maximum: 100 } } } } }, async (request) => {
    const { ctx, entity } = target(request);
    const q = request.query as { q?: string; filter?: string; ids?: string; parent?: string; limit?: number };
    return { items: await findOptions(ctx, entity, { ...(q.q ? { text: q.q } : {}), ...parsedFilter(q.filter), ...(q.ids ? { ids: q.ids.split(',').slice(0, 100) } : {}), ...(q.parent !== undefined ? { parent: q.parent } : {}), limit: q.limit ?? 20 }) };
  });

  app.get<{ Params: Params }>('/api/records/:app/:entity/:id', { schema: { params: params('app', 'entity', 'id'), tags: ['records'] } }, async (request) => {
    const { ctx, entity } = target(request);
    const record = await get(ctx, entity, request.params.id);
    await noteView(ctx, entity, [record]);
    return record;
  });

  app.post<{ Params: Params; Body: Body }>('/api/records/:app/:entity', { schema: { params: params('app', 'entity'), body, tags: ['records'] } }, async (request, reply) => {
    const { ctx, entity } = target(request);
    const { status, record } = await once(ctx, request, async (inner) => {
      const { id } = await create(inner, entity, request.body);
      return get(inner, entity, id).catch(() => ({ id, version: 1 }));
    });
    return reply.code(status).send(record);
  });

  app.patch<{ Params: Params; Body: Body }>('/api/records/:app/:entity/:id', { schema: { params: params('app', 'entity', 'id'), body, tags: ['records'] } }, async (request) => {
    const { ctx, entity } = target(request);
    await update(ctx, entity, request.params.id, request.body, versionOf(request));
    return get(ctx, entity, request.params.id);
  });

  app.delete<{ Params: Params }>('/api/records/:app/:entity/:id', { schema: { params: params('app', 'entity', 'id'), tags: ['records'] } }, async (request, reply) => {
    const { ctx, entity } = target(request);
    await remove(ctx, entity, request.params.id, versionOf(request));
    return reply.code(204).send();
  });

  app.get<{ Params: Params }>('/api/records/:app/:entity/:id/history', { schema: { params: params('app', 'entity', 'id'), tags: ['records'] } }, async (request) => {
    const { ctx, entity } = target(request);
    return { items: await historyOf(ctx, entity, request.params.id) };
  });

  const actionBody = { type: ['object', 'null'], additionalProperties: false, properties: { version: { type: 'integer' }, input: { type: 'object' } } };
  app.post<{ Params: Params; Body: { version?: number; input?: Body } | null }>('/api/records/:app/:entity/:id/actions/:action', { schema: { params: params('app', 'entity', 'id', 'action'), body: actionBody, tags: ['records'] } }, async (request) => {
    const { ctx, entity } = target(request);
    const { id, action: name } = request.params;
    const action = ctx.model.actions.get(entity.key)?.get(name);
    if (!action && name === 'submit' && ctx.model.processOf.has(entity.key)) {
      const { instance } = await submitRecord(ctx, entity, id, request.body?.version);
      return { record: await get(ctx, entity, id), instance };
    }
    if (!action || action.on !== 'record') throw problem('not-found');
    const { download } = await runAction(ctx, entity, action, { id, ...(request.body?.input ? { input: request.body.input } : {}), ...(request.body?.version !== undefined ? { version: request.body.version } : {}) });
    return { record: await get(ctx, entity, id).catch(() => null), ...download ? { download } : {} };
  });

  app.post<{ Params: Params; Body: { input?: Body } | null }>('/api/records/:app/:entity/actions/:action', { schema: { params: params('app', 'entity', 'action'), body: actionBody, tags: ['records'] } }, async (request) => {
    const { ctx, entity } = target(request);
    const action = ctx.model.actions.get(entity.key)?.get(request.params.action);
    if (!action || action.on !== 'list') throw problem('not-found');
    await runAction(ctx, entity, action, { ...(request.body?.input ? { input: request.body.input } : {}) });
    return { record: null };
  });
}

/** The entity named in the address; one that the person knows nothing of does not exist. */
export function target(request: FastifyRequest<{ Params: Pick<Params, 'app' | 'entity'> }>): { ctx: Context; entity: Entity } {
  const ctx = contextOf(request);
  const key = `${request.params.app}/${request.params.entity}`;
  if (!ctx.model.entities.has(key)) throw problem('not-found');
  return { ctx, entity: entityOf(ctx.model, key) };
}

/** A filter as it comes in the address. */
export function parsedFilter(text: string | undefined): { filter?: Condition } {
  if (text === undefined || text === '') return {};
  try {
    const filter = JSON.parse(text) as unknown;
    if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) throw new Error('no object');
    return { filter: filter as Condition };
  } catch {
    throw problem('request.bad-value', { name: 'filter' });
  }
}

function names<K extends string>(key: K, text: string | undefined): { [P in K]?: string[] } {
  return (text ? { [key]: text.split(',').map((s) => s.trim()).filter((s) => s !== '').slice(0, 60) } : {}) as { [P in K]?: string[] };
}

/** The version a change was made from: `If-Match` or `version` in the body. */
function versionOf(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match'];
  if (header?.trim() === '*') return undefined;
  const given = header === undefined ? (request.body as Body | null | undefined)?.['version'] : Number(String(header).replace(/[W/"]/g, ''));
  if (given === undefined || given === null) return undefined;
  if (typeof given !== 'number' || !Number.isInteger(given)) throw problem('request.bad-value', { name: 'version' });
  return given;
}

/** With an `Idempotency-Key` a request that came twice is done once and answered alike; key and record are stored together or not at all. */
async function once(ctx: Context, request: FastifyRequest, work: (ctx: Context) => Promise<Record<string, unknown>>): Promise<{ status: number; record: Record<string, unknown> }> {
  const key = request.headers['idempotency-key'];
  const user = ctx.principal.user?.id;
  if (typeof key !== 'string' || key === '' || key.length > 100 || !user) return { status: 201, record: await work(ctx) };
  const hash = createHash('sha256').update(`${request.method} ${request.url} ${JSON.stringify(request.body)}`).digest();
  return inTransaction(ctx, async (tx) => {
    // A second request with the same key waits here until the first one is committed or undone.
    const claimed = await tx.db.query('insert into tamga.idempotency (user_id, key, request_hash, status, body, at) values ($1, $2, $3, 201, $4, $5) on conflict do nothing', [user, key, hash, '{}', tx.services.clock.now()]);
    if (claimed.rowCount === 0) {
      const { rows } = await tx.db.query<{ request_hash: Buffer; status: number; body: Record<string, unknown> }>('select request_hash, status, body from tamga.idempotency where user_id = $1 and key = $2', [user, key]);
      const known = rows[0];
      if (!known || !known.request_hash.equals(hash)) throw problem('request.key-reused');
      return { status: known.status, record: known.body };
    }
    const record = await work(tx);
    await tx.db.query('update tamga.idempotency set body = $3 where user_id = $1 and key = $2', [user, key, JSON.stringify(record)]);
    return { status: 201, record };
  });
}
