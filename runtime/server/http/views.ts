import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { changeView, createView, keepListSetting, removeView, viewsOf, type ChosenColumn, type ViewInput } from '../views/index.ts';
import { contextOf } from './request-context.ts';

interface Params { app: string; list: string; id: string }

const text = (maxLength: number) => ({ type: 'string', maxLength }) as const;
const columns = { type: 'array', maxItems: 60, minItems: 1, items: { type: 'object', additionalProperties: false, required: ['name'], properties: { name: text(120), width: { type: 'integer', minimum: 40, maximum: 800 } } } } as const;
const body = {
  type: 'object', additionalProperties: false,
  properties: {
    name: text(40), version: { type: 'integer', minimum: 1 },
    share: { type: ['object', 'null'], additionalProperties: false, properties: { role: text(120), org: { type: 'string', format: 'uuid' } } },
    state: {
      type: 'object', additionalProperties: false,
      properties: {
        look: { type: 'string', enum: ['table', 'tree', 'calendar', 'board', 'cards'] }, tab: { type: 'integer', minimum: 0, maximum: 50 }, search: text(100), filter: { type: 'object' }, sort: text(300),
        filters: { type: 'object', additionalProperties: text(500), maxProperties: 40 }, pageSize: { type: 'integer', enum: [10, 20, 50, 100] }, columns,
      },
    },
  },
} as const;

/** Saved views of a list and a person's settings of it. */
export async function viewsRoutes(app: FastifyInstance, _services: Services): Promise<void> {
  const path = '/api/views/:app/:list';
  const keyOf = ({ app: appName, list }: Params): string => `${appName}/${list}`;

  app.get<{ Params: Params }>(path, { schema: { tags: ['views'] } }, async (request) => viewsOf(contextOf(request), keyOf(request.params)));

  app.post<{ Params: Params; Body: ViewInput }>(path, { schema: { tags: ['views'], body: { ...body, required: ['name', 'state'] } } }, async (request, reply) =>
    reply.code(201).send(await createView(contextOf(request), keyOf(request.params), request.body)));

  app.patch<{ Params: Params; Body: ViewInput }>(`${path}/:id`, { schema: { tags: ['views'], body } }, async (request, reply) => {
    await changeView(contextOf(request), keyOf(request.params), request.params.id, request.body);
    return reply.code(204).send();
  });

  app.delete<{ Params: Params }>(`${path}/:id`, { schema: { tags: ['views'] } }, async (request, reply) => {
    await removeView(contextOf(request), keyOf(request.params), request.params.id);
    return reply.code(204).send();
  });

  app.put<{ Params: Params; Body: { columns?: ChosenColumn[] | null; defaultView?: string | null } }>(`${path}/settings`, {
    schema: { tags: ['views'], body: { type: 'object', additionalProperties: false, properties: { columns: { ...columns, type: ['array', 'null'] }, defaultView: { type: ['string', 'null'], format: 'uuid' } } } },
  }, async (request, reply) => {
    await keepListSetting(contextOf(request), keyOf(request.params), request.body);
    return reply.code(204).send();
  });
}
