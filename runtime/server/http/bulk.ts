import type { FastifyInstance } from 'fastify';
import type { Entity } from '../../model/model.ts';
import { problem, problemBody } from '../../problems.ts';
import { runAction } from '../actions/run-action.ts';
import type { Context, Services } from '../context.ts';
import { remove } from '../operations/remove.ts';
import { update } from '../operations/update.ts';
import { submitRecord } from '../workflow/index.ts';
import { noteRefusal, toProblem } from './error-handler.ts';
import { target } from './records.ts';

interface BulkBody { records: { id: string; version?: number }[]; action?: string; input?: Record<string, unknown>; set?: Record<string, unknown>; delete?: true }

const most = 500;
const body = {
  type: 'object', additionalProperties: false, required: ['records'],
  properties: {
    records: { type: 'array', minItems: 1, maxItems: most, items: { type: 'object', additionalProperties: false, required: ['id'], properties: { id: { type: 'string', format: 'uuid' }, version: { type: 'integer', minimum: 1 } } } },
    action: { type: 'string', maxLength: 60, description: 'A declared action, or submit' }, input: { type: 'object' },
    set: { type: 'object', minProperties: 1, maxProperties: 1, description: 'One field and its new value' }, delete: { type: 'boolean', const: true },
  },
} as const;

/** `POST /api/records/:app/:entity/bulk`: one change to many records; each is judged alone and has its own transaction and result. */
export async function bulkRoutes(app: FastifyInstance, services: Services): Promise<void> {
  app.post<{ Params: { app: string; entity: string }; Body: BulkBody }>('/api/records/:app/:entity/bulk', { schema: { tags: ['records'], summary: 'Change many records', body } }, async (request) => {
    const { ctx, entity } = target(request);
    const change = changeOf(ctx, entity, request.body);
    const items: Record<string, unknown>[] = [];
    const seen = new Set<string>();
    for (const { id, version } of request.body.records) {
      // Named twice is meant once.
      if (seen.has(id)) continue;
      seen.add(id);
      try {
        await change(id, version);
        items.push({ id, done: true });
      } catch (error) {
        const told = toProblem(error);
        if (told.code === 'internal') services.log.error({ err: error, id: told.params['id'], route: request.routeOptions.url }, 'One record of many could not be changed.');
        await noteRefusal(services, request, told, id);
        items.push({ id, done: false, problem: problemBody(told, ctx.locale) });
      }
    }
    const done = items.filter((item) => item['done'] === true).length;
    return { items, done, refused: items.length - done };
  });
}

/** What is to be done with each record; refused as a whole when it is nothing, or more than one thing. */
function changeOf(ctx: Context, entity: Entity, { action: name, input, set, delete: isDelete }: BulkBody): (id: string, version: number | undefined) => Promise<unknown> {
  if ([name, set, isDelete].filter((part) => part !== undefined).length !== 1) throw problem('bulk.one-change');
  if (set) return (id, version) => update(ctx, entity, id, set, version);
  if (isDelete) return (id, version) => remove(ctx, entity, id, version);
  const action = ctx.model.actions.get(entity.key)?.get(name!);
  if (!action && name === 'submit' && ctx.model.processOf.has(entity.key)) return (id, version) => submitRecord(ctx, entity, id, version);
  if (!action || action.on !== 'record' || action.internal) throw problem('not-found');
  return (id, version) => runAction(ctx, entity, action, { id, ...(input ? { input } : {}), ...(version === undefined ? {} : { version }) });
}
