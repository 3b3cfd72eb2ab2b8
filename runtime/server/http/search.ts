import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { globalSearch } from '../operations/global-search.ts';
import { contextOf } from './request-context.ts';

/** `GET /api/search`: a text looked for everywhere that the person may look. */
export async function searchRoutes(app: FastifyInstance, _services: Services): Promise<void> {
  app.get<{ Querystring: { q: string; entity?: string; limit?: number } }>('/api/search', {
    schema: {
      tags: ['search'], summary: 'Search all entities that may be seen',
      querystring: { type: 'object', additionalProperties: false, required: ['q'], properties: { q: { type: 'string', maxLength: 100 }, entity: { type: 'string', maxLength: 120, description: 'Only in this entity, app/name' }, limit: { type: 'integer', minimum: 1, maximum: 50, description: 'Hits shown per entity, default 5' } } },
    },
  }, async (request) => {
    const { q, entity, limit = 5 } = request.query;
    return { groups: await globalSearch(contextOf(request), { text: q, limit, ...entity === undefined ? {} : { entity } }) };
  });
}
