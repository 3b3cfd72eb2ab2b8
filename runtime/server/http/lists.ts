import type { FastifyInstance } from 'fastify';
import { problem } from '../../problems.ts';
import type { Condition, Entity } from '../../model/model.ts';
import type { Context, Services } from '../context.ts';
import { summarize } from '../operations/summarize.ts';
import { timelineOf } from '../operations/timeline.ts';
import { treeLevel, treePath } from '../operations/tree-level.ts';
import { parsedFilter, target } from './records.ts';

interface Params { app: string; entity: string; id: string }
interface Asked { filter?: string; search?: string; list?: string; of?: string; parent?: string; fields?: string; sort?: string; page?: number }

const asked = {
  filter: { type: 'string', maxLength: 8000 }, search: { type: 'string', maxLength: 100 }, list: { type: 'string', maxLength: 120 },
} as const;
const querystring = (more: object) => ({ type: 'object', additionalProperties: false, properties: { ...asked, ...more } });

/** What lists and detail pages show besides rows: sums over the whole list, the levels of trees, the time line around a record. */
export async function listsRoutes(app: FastifyInstance, _services: Services): Promise<void> {
  app.get<{ Params: Params; Querystring: Asked }>('/api/records/:app/:entity/summary', { schema: { tags: ['records'], summary: 'Figures over all records of a list', querystring: querystring({ of: { type: 'string', maxLength: 600, description: 'Such as quantity:sum,dueDate:min' } }) } }, async (request) => {
    const { ctx, entity } = target(request);
    const wanted = (request.query.of ?? '').split(',').filter((part) => part !== '').slice(0, 20).map((part) => { const [field = '', of = 'sum'] = part.split(':'); return { field, of }; });
    return summarize(ctx, entity, question(ctx, entity, request.query), wanted);
  });

  app.get<{ Params: Params; Querystring: Asked }>('/api/records/:app/:entity/tree', {
    schema: { tags: ['records'], summary: 'One level of a tree', querystring: querystring({ parent: { type: 'string', maxLength: 40 }, fields: { type: 'string', maxLength: 2000 }, sort: { type: 'string', maxLength: 300 }, page: { type: 'integer', minimum: 1, maximum: 50 } }) },
  }, async (request) => {
    const { ctx, entity } = target(request);
    const { parent, fields, sort, page } = request.query;
    return treeLevel(ctx, entity, { ...question(ctx, entity, request.query), ...parent ? { parent } : {}, ...fields ? { fields: fields.split(',').slice(0, 60) } : {}, ...sort ? { sort: sort.split(',') } : {}, ...page ? { page } : {} });
  });

  app.get<{ Params: Params }>('/api/records/:app/:entity/:id/path', { schema: { tags: ['records'], summary: 'The way down to a node of a tree' } }, async (request) => {
    const { ctx, entity } = target(request);
    return { items: await treePath(ctx, entity, request.params.id) };
  });

  app.get<{ Params: Params }>('/api/records/:app/:entity/:id/timeline', { schema: { tags: ['records'], summary: 'Changes of a record and of those around it' } }, async (request) => {
    const { ctx, entity } = target(request);
    return { items: await timelineOf(ctx, entity, request.params.id) };
  });
}

function question(ctx: Context, entity: Entity, { filter, search, list: name }: Asked): { filter?: Condition; where?: Condition; search?: string } {
  const list = name === undefined ? undefined : ctx.model.lists.get(name);
  if (name !== undefined && list?.entity !== entity.key) throw problem('request.bad-value', { name: 'list' });
  return { ...parsedFilter(filter), ...list?.where ? { where: list.where } : {}, ...search ? { search } : {} };
}
