import { open } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { problem } from '../../problems.ts';
import type { Services } from '../context.ts';
import { exportPath } from '../exchange/index.ts';
import { contentDisposition } from '../files/index.ts';
import { userJob, userJobResult } from '../jobs/index.ts';
import { contextOf } from './request-context.ts';

const text = { type: 'string' } as const;
const params = { type: 'object', properties: { id: text } } as const;
const job = {
  type: 'object',
  properties: {
    id: text, status: text, error: text,
    progress: { type: 'object', properties: { done: { type: 'integer' }, total: { type: ['integer', 'null'] } } },
    result: { type: 'object', properties: { file: text, url: text, name: text } },
  },
} as const;

/** `/api/jobs`: background work of the person who asks, and what it made. */
export async function jobsRoutes(app: FastifyInstance, services: Services): Promise<void> {
  app.get<{ Params: { id: string } }>('/api/jobs/:id', { schema: { tags: ['jobs'], summary: 'State of my background work', params, response: { 200: job } } },
    async (request) => userJob(contextOf(request), request.params.id));

  app.get<{ Params: { id: string } }>('/api/jobs/:id/file', { schema: { tags: ['jobs'], summary: 'The file it made, for a day', params } }, async (request, reply) => {
    const { name, type } = await userJobResult(contextOf(request), request.params.id);
    const content = await open(exportPath(services.home, request.params.id), 'r').catch(() => { throw problem('link.expired'); });
    const { size } = await content.stat();
    return reply.type(type).headers({ 'content-length': size, 'content-disposition': contentDisposition('attachment', name) }).send(content.createReadStream());
  });
}
