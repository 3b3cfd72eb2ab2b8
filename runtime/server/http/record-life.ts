import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { get } from '../operations/get.ts';
import { mergeNodes } from '../operations/merge-nodes.ts';
import { moveNode } from '../operations/move-node.ts';
import { findRecycled, restoreRecycled } from '../operations/recycle.ts';
import { compareVersions, restoreVersion, versionAsOf, versionOf, versionsOf } from '../operations/versions.ts';
import { target } from './records.ts';

interface Params { app: string; entity: string; id: string; action: string; version: number }

const text = { type: 'string', maxLength: 100 } as const;
const params = (...names: ('id' | 'version')[]) => ({
  type: 'object', required: ['app', 'entity', ...names], properties: { app: text, entity: text, id: text, version: { type: 'integer', minimum: 1 } },
});
const version = { type: 'integer', minimum: 1 } as const;
const id = { type: 'string', format: 'uuid' } as const;
const bodyOf = (properties: Record<string, unknown>, required: readonly string[] = []) => ({ type: 'object', additionalProperties: false, required, properties });

/** What happens to records besides being made and changed: versions, the recycle list, moving and merging in trees. */
export async function recordLifeRoutes(app: FastifyInstance, _services: Services): Promise<void> {
  app.get<{ Params: Params }>('/api/records/:app/:entity/:id/versions', { schema: { params: params('id'), tags: ['records'] } }, async (request) => {
    const { ctx, entity } = target(request);
    return { items: await versionsOf(ctx, entity, request.params.id) };
  });

  app.get<{ Params: Params; Querystring: { from: number; to: number } }>('/api/records/:app/:entity/:id/versions/compare', { schema: { params: params('id'), tags: ['records'], querystring: { type: 'object', additionalProperties: false, required: ['from', 'to'], properties: { from: version, to: version } } } }, async (request) => {
    const { ctx, entity } = target(request);
    return compareVersions(ctx, entity, request.params.id, request.query.from, request.query.to);
  });

  app.get<{ Params: Params; Querystring: { moment: string } }>('/api/records/:app/:entity/:id/versions/as-of', { schema: { params: params('id'), tags: ['records'], querystring: { type: 'object', additionalProperties: false, required: ['moment'], properties: { moment: { type: 'string', maxLength: 40, description: 'A day (its end) or a moment' } } } } }, async (request) => {
    const { ctx, entity } = target(request);
    return versionAsOf(ctx, entity, request.params.id, request.query.moment);
  });

  app.get<{ Params: Params }>('/api/records/:app/:entity/:id/versions/:version', { schema: { params: params('id', 'version'), tags: ['records'] } }, async (request) => {
    const { ctx, entity } = target(request);
    return versionOf(ctx, entity, request.params.id, request.params.version);
  });

  app.post<{ Params: Params; Body: { version?: number; changeReason?: string } | null }>('/api/records/:app/:entity/:id/versions/:version/restore', { schema: { params: params('id', 'version'), tags: ['records'], body: { ...bodyOf({ version, changeReason: { type: 'string', maxLength: 200 } }), type: ['object', 'null'] } } }, async (request) => {
    const { ctx, entity } = target(request);
    const { version: expected, ...input } = request.body ?? {};
    await restoreVersion(ctx, entity, request.params.id, request.params.version, input, expected);
    return { record: await get(ctx, entity, request.params.id) };
  });

  app.get<{ Params: Params; Querystring: { page?: number; pageSize?: number } }>('/api/records/:app/:entity/recycled', { schema: { params: params(), tags: ['records'], querystring: { type: 'object', additionalProperties: false, properties: { page: { type: 'integer', minimum: 1, maximum: 10_000 }, pageSize: { type: 'integer', minimum: 1, maximum: 200 } } } } }, async (request) => {
    const { ctx, entity } = target(request);
    return findRecycled(ctx, entity, request.query.page ?? 1, request.query.pageSize ?? 20);
  });

  app.post<{ Params: Params }>('/api/records/:app/:entity/recycled/:id/restore', { schema: { params: params('id'), tags: ['records'], body: { type: ['object', 'null'], additionalProperties: false } } }, async (request) => {
    const { ctx, entity } = target(request);
    await restoreRecycled(ctx, entity, request.params.id);
    return { record: await get(ctx, entity, request.params.id).catch(() => null) };
  });

  app.post<{ Params: Params; Body: { parent?: string | null; before?: string; after?: string; version?: number } }>('/api/records/:app/:entity/:id/move', { schema: { params: params('id'), tags: ['records'], body: bodyOf({ parent: { ...id, type: ['string', 'null'] }, before: id, after: id, version }) } }, async (request) => {
    const { ctx, entity } = target(request);
    await moveNode(ctx, entity, request.params.id, request.body);
    return { record: await get(ctx, entity, request.params.id) };
  });

  app.post<{ Params: Params; Body: { into: string; version?: number } }>('/api/records/:app/:entity/:id/merge', { schema: { params: params('id'), tags: ['records'], body: bodyOf({ into: id, version }, ['into']) } }, async (request) => {
    const { ctx, entity } = target(request);
    const { moved } = await mergeNodes(ctx, entity, request.params.id, request.body.into, request.body.version);
    return { record: await get(ctx, entity, request.body.into), moved };
  });
}
