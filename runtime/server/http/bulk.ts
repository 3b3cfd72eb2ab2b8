import type { FastifyInstance } from 'fastify';
import type { Entity } from '../../model/model.ts';
import { problem, problemBody } from '../../problems.ts';
import { runAction } from '../actions/run-action.ts';
import type { Context, Services } from '../context.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { remove } from '../operations/remove.ts';
import { update } from '../operations/update.ts';
import { submitRecord } from '../workflow/index.ts';
import { noteRefusal, toProblem } from './error-handler.ts';
import { target } from './records.ts';

interface BulkBody { records: { id: string; version?: number }[]; action?: string; input?: Record<string, unknown>; set?: Record<string, unknown>; delete?: true; together?: boolean }

const most = 500;
const body = {
  type: 'object', additionalProperties: false, required: ['records'],
  properties: {
    records: { type: 'array', minItems: 1, maxItems: most, items: { type: 'object', additionalProperties: false, required: ['id'], properties: { id: { type: 'string', format: 'uuid' }, version: { type: 'integer', minimum: 1 } } } },
    action: { type: 'string', maxLength: 60, description: 'A declared action, or submit' }, input: { type: 'object' },
    together: { type: 'boolean', description: 'All or none: the first refusal refuses the whole' },
    set: { type: 'object', minProperties: 1, maxProperties: 1, description: 'One field and its new value' }, delete: { type: 'boolean', const: true },
  },
} as const;

/** `POST /api/records/:app/:entity/bulk`: one change to many records; each is judged alone and has its own transaction and result, unless all are to be changed together. */
export async function bulkRoutes(app: FastifyInstance, services: Services): Promise<void> {
  app.post<{ Params: { app: string; entity: string }; Body: BulkBody }>('/api/records/:app/:entity/bulk', { schema: { tags: ['records'], summary: 'Change many records', body } }, async (request) => {
    const { ctx, entity } = target(request);
    const change = changeOf(ctx, entity, request.body);
    if (request.body.together) return inTransaction(ctx, async (tx) => {
      const ids = [...new Set(request.body.records.map(({ id }) => id))];
      for (const id of ids) await change(tx, id, request.body.records.find((record) => record.id === id)?.version);
      return { items: ids.map((id) => ({ id, done: true })), done: ids.length, refused: 0 };
    });
    const items: Record<string, unknown>[] = [];
    const seen = new Set<string>();
    for (const { id, version } of request.body.records) {
      // Named twice is meant once.
      if (seen.has(id)) continue;
      seen.add(id);
      try {
        await change(ctx, id, version);
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
function changeOf(ctx: Context, entity: Entity, { action: name, input, set, delete: isDelete }: BulkBody): (ctx: Context, id: string, version: number | undefined) => Promise<unknown> {
  if ([name, set, isDelete].filter((part) => part !== undefined).length !== 1) throw problem('bulk.one-change');
  if (set) return (inner, id, version) => update(inner, entity, id, set, version);
  if (isDelete) return (inner, id, version) => remove(inner, entity, id, version);
  const action = ctx.model.actions.get(entity.key)?.get(name!);
  if (!action && name === 'submit' && ctx.model.processOf.has(entity.key)) return (inner, id, version) => submitRecord(inner, entity, id, version);
  if (!action || action.on !== 'record' || action.internal) throw problem('not-found');
  return (inner, id, version) => runAction(inner, entity, action, { id, ...(input ? { input } : {}), ...(version === undefined ? {} : { version }) });
}
