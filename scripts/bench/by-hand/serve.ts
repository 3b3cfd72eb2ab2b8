import fastify, { type FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { completeReview } from './complete.ts';
import { getInspection, listInspections } from './read.ts';
import { readers } from './sign-in.ts';
import { createInspection, updateInspection, type Inspection } from './write.ts';

/** What somebody who wants only this would write: the same answers from the same tables under the same rules, nothing else. */
export async function serveByHand(pool: Pool): Promise<FastifyInstance> {
  const app = fastify();
  const signedIn = readers(pool);
  const list = { type: 'object', properties: { status: { type: 'string' }, page: { type: 'integer', default: 1 }, pageSize: { type: 'integer', default: 20 }, count: { type: 'boolean', default: false } } } as const;
  app.get<{ Querystring: { status: string; page: number; pageSize: number; count: boolean } }>('/inspections', { schema: { querystring: list } }, async (request) => listInspections(pool, await signedIn(request), request.query));
  app.get<{ Params: { id: string } }>('/inspections/:id', async (request) => getInspection(pool, await signedIn(request), request.params.id));
  app.post<{ Body: Inspection }>('/inspections', async (request, reply) => reply.code(201).send(await createInspection(pool, await signedIn(request), request.body)));
  app.patch<{ Params: { id: string }; Body: Partial<Inspection> }>('/inspections/:id', async (request) => updateInspection(pool, await signedIn(request), request.params.id, request.body));
  app.post<{ Params: { id: string }; Body: { outcome: string; opinion?: string } }>('/tasks/:id/complete', async (request) => completeReview(pool, await signedIn(request), request.params.id, request.body));
  return app;
}
