import type { FastifyInstance } from 'fastify';
import { entityOf } from '../../../model/model.ts';
import type { Services } from '../../context.ts';
import { findOptions } from '../../operations/options.ts';
import { actOnRecord, clientPage, clientPortal, fileRecord, handOver, homeOf, listItems, openService, portalOptions, readRecord, removeRecord, searchPortal } from '../../portal/index.ts';
import { countByArea } from '../../portal/count-by-area.ts';
import { sendFile, takeUpload } from '../files.ts';
import { parsedFilter } from '../records.ts';
import { pageOf, portalRequest } from './portal-context.ts';

interface Params { app: string; page: string; id: string; action: string; field: string; partner: string }

const tags = ['portal'];
const object = (properties: Record<string, unknown>, required: string[] = []) => ({ type: 'object', additionalProperties: false, required, properties });
const captcha = object({ id: { type: 'string', maxLength: 40 }, text: { type: 'string', maxLength: 20 } }, ['id', 'text']);
const types = ['list', 'detail', 'form', 'map', 'mine', 'text', 'questionnaires'] as const;

/** The pages of a portal: what they are, what they show, what is filed through them. */
export async function portalPageRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const limit = (max: number) => ({ rateLimit: { max: services.demo ? max * 20 : max, timeWindow: '1 minute' } });

  app.get('/portal/:app/api', { schema: { tags, summary: 'The portal and who is there' } }, async (request, reply) => {
    const { ctx, portal, resident } = await portalRequest(services, request, reply);
    return clientPortal(ctx, portal, resident);
  });

  app.get('/portal/:app/api/home', { schema: { tags, summary: 'The home page' } }, async (request, reply) => {
    const { ctx, portal } = await portalRequest(services, request, reply);
    return { sections: await homeOf(ctx, portal) };
  });

  app.get<{ Querystring: { q: string } }>('/portal/:app/api/search', { config: limit(60), schema: { tags, summary: 'Search all lists', querystring: object({ q: { type: 'string', minLength: 1, maxLength: 50 } }, ['q']) } }, async (request, reply) => {
    const { ctx, portal, resident } = await portalRequest(services, request, reply);
    return searchPortal(ctx, portal, request.query.q, resident !== null);
  });

  app.get<{ Params: Params }>('/portal/:app/api/pages/:page', { schema: { tags, summary: 'A page' } }, async (request, reply) => {
    const asked = await portalRequest(services, request, reply);
    const page = pageOf(asked, request.params.page, types);
    return { ...clientPage(asked.ctx, page, asked.resident), ...(page.type === 'map' ? { areas: await countByArea(asked.ctx, page) } : {}) };
  });

  app.get<{ Params: Params; Querystring: { search?: string; page?: number; filter?: string } }>('/portal/:app/api/pages/:page/records', {
    config: limit(300), schema: { tags, summary: 'Records of a page', querystring: object({ search: { type: 'string', maxLength: 50 }, page: { type: 'integer', minimum: 1, maximum: 1000 }, filter: { type: 'string', maxLength: 1000 } }) },
  }, async (request, reply) => {
    const asked = await portalRequest(services, request, reply);
    const { search, page, filter } = request.query;
    return listItems(asked.ctx, pageOf(asked, request.params.page, ['list', 'mine', 'map']), { ...(search ? { search } : {}), ...(page ? { page } : {}), ...parsedFilter(filter) });
  });

  app.get<{ Params: Params }>('/portal/:app/api/pages/:page/records/:id', { schema: { tags, summary: 'One record of a page' } }, async (request, reply) => {
    const asked = await portalRequest(services, request, reply);
    return readRecord(asked.ctx, pageOf(asked, request.params.page, ['detail', 'mine']), request.params.id);
  });

  app.post<{ Params: Params; Body: { values: Record<string, unknown>; captcha?: { id: string; text: string } } }>('/portal/:app/api/pages/:page/records', {
    config: limit(20), schema: { tags, summary: 'File a record through a form', body: object({ values: { type: 'object' }, captcha }, ['values']) },
  }, async (request, reply) => {
    const asked = await portalRequest(services, request, reply);
    const page = pageOf(asked, request.params.page, ['form']);
    return reply.code(201).send(await fileRecord(asked.ctx, page, asked.resident, request.body));
  });

  app.post<{ Params: Params; Body: { version?: number; input?: Record<string, unknown> } | null }>('/portal/:app/api/pages/:page/records/:id/actions/:action', {
    config: limit(60), schema: { tags, summary: 'Run an action on an own record', body: { type: ['object', 'null'], additionalProperties: false, properties: { version: { type: 'integer' }, input: { type: 'object' } } } },
  }, async (request, reply) => {
    const asked = await portalRequest(services, request, reply);
    const page = pageOf(asked, request.params.page, ['mine']);
    await actOnRecord(asked.ctx, page, request.params.id, request.params.action, request.body ?? {});
    return readRecord(asked.ctx, page, request.params.id);
  });

  app.delete<{ Params: Params; Querystring: { version?: number } }>('/portal/:app/api/pages/:page/records/:id', { schema: { tags, summary: 'Delete an own record', querystring: object({ version: { type: 'integer' } }) } }, async (request, reply) => {
    const asked = await portalRequest(services, request, reply);
    await removeRecord(asked.ctx, pageOf(asked, request.params.page, ['mine']), request.params.id, request.query.version);
    return reply.code(204).send();
  });

  app.get<{ Params: Params; Querystring: { q?: string; ids?: string; parent?: string } }>('/portal/:app/api/pages/:page/options/:field', {
    config: limit(300), schema: { tags, summary: 'Choices of a field', querystring: object({ q: { type: 'string', maxLength: 50 }, ids: { type: 'string', maxLength: 4000 }, parent: { type: 'string', maxLength: 40 } }) },
  }, async (request, reply) => {
    const asked = await portalRequest(services, request, reply);
    const { q, ids, parent } = request.query;
    return { items: await portalOptions(asked.ctx, pageOf(asked, request.params.page, ['form']), request.params.field, { ...(q ? { text: q } : {}), ...(ids ? { ids: ids.split(',').slice(0, 50) } : {}), ...(parent !== undefined ? { parent } : {}) }) };
  });

  app.get<{ Querystring: { parent: string } }>('/portal/:app/api/areas', { config: limit(300), schema: { tags, summary: 'Areas within another', querystring: object({ parent: { type: 'string', pattern: '^[0-9]{6,12}$' } }, ['parent']) } }, async (request, reply) => {
    const { ctx } = await portalRequest(services, request, reply);
    return { items: await findOptions(ctx, entityOf(ctx.model, 'platform/area'), { parent: request.query.parent, limit: 100 }) };
  });

  app.post('/portal/:app/api/files', { bodyLimit: 21 * 1024 * 1024, config: limit(20), schema: { tags, summary: 'Upload a picture or PDF', consumes: ['multipart/form-data'] } }, async (request, reply) => {
    const { ctx } = await portalRequest(services, request, reply, { login: true });
    return reply.code(201).send(await takeUpload(ctx, request));
  });

  app.get<{ Params: Params }>('/portal/:app/api/files/:id', { schema: { tags, summary: 'The content of a file' } }, async (request, reply) => {
    const { ctx } = await portalRequest(services, request, reply);
    return sendFile(ctx, request, reply, request.params.id);
  });

  app.get<{ Params: Params }>('/portal/:app/api/services/:id', { schema: { tags, summary: 'Where an entry leads' } }, async (request, reply) => {
    const { ctx, portal, resident } = await portalRequest(services, request, reply);
    return openService(ctx, portal, request.params.id, resident);
  });

  app.post<{ Params: Params }>('/portal/:app/api/partners/:partner/handover', { config: limit(20), schema: { tags, summary: 'A one-time token for a partner' } }, async (request, reply) => {
    const { ctx, portal, resident } = await portalRequest(services, request, reply, { login: true });
    return handOver(ctx, portal, request.params.partner, resident!);
  });
}
