import type { FastifyInstance } from 'fastify';
import { instanceDetail } from '../workflow/index.ts';
import { contextOf } from './request-context.ts';

const params = { type: 'object', properties: { id: { type: 'string' } } } as const;

/** `/api/instances`: how far a request has come. */
export async function instanceRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Params: { id: string } }>('/api/instances/:id', { schema: { tags: ['tasks'], summary: 'One process instance', params } },
    async (request) => instanceDetail(contextOf(request), request.params.id));
}
