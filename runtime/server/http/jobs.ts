import { setTimeout as pause } from 'node:timers/promises';
import { open } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { problem } from '../../problems.ts';
import type { Context, Services } from '../context.ts';
import { takeTicket } from '../actions/export-step.ts';
import { exportPath } from '../exchange/index.ts';
import { contentDisposition } from '../files/index.ts';
import { cancelUserJob, userJob, userJobResult, userJobs } from '../jobs/index.ts';
import { contextOf } from './request-context.ts';

const text = { type: 'string' } as const;
const params = { type: 'object', properties: { id: text } } as const;
const job = {
  type: 'object',
  properties: {
    id: text, task: text, name: text, createdAt: text, status: text, error: text,
    progress: { type: 'object', properties: { done: { type: 'integer' }, total: { type: ['integer', 'null'] } } },
    result: { type: 'object', properties: { file: text, url: text, name: text } },
    report: { type: 'object', additionalProperties: true },
  },
} as const;
const tick = 500;
const longest = 10 * 60_000;

/** `/api/jobs`: background work of the person who asks, and what it made. */
export async function jobsRoutes(app: FastifyInstance, services: Services): Promise<void> {
  app.get('/api/jobs', { schema: { tags: ['jobs'], summary: 'My background work of the last day', response: { 200: { type: 'object', properties: { items: { type: 'array', items: job } } } } } },
    async (request) => ({ items: await userJobs(contextOf(request)) }));

  app.get<{ Params: { id: string } }>('/api/jobs/:id', { schema: { tags: ['jobs'], summary: 'State of my background work', params, response: { 200: job } } },
    async (request) => userJob(contextOf(request), request.params.id));

  app.post<{ Params: { id: string } }>('/api/jobs/:id/cancel', { schema: { tags: ['jobs'], summary: 'Stop my background work', params, response: { 200: job } } },
    async (request) => cancelUserJob(contextOf(request), request.params.id));

  app.get<{ Params: { id: string } }>('/api/jobs/:id/events', { schema: { tags: ['jobs'], summary: 'Its state as server-sent events, until it has ended', params } }, async (request, reply) => {
    const ctx = contextOf(request);
    const first = await userJob(ctx, request.params.id);
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    await tell(ctx, first, (event) => reply.raw.write(`data: ${JSON.stringify(event)}\n\n`), () => reply.raw.destroyed).catch((error: unknown) => request.log.warn({ err: error }, 'A stream of job events broke off.'));
    reply.raw.end();
  });

  app.get<{ Params: { id: string } }>('/api/jobs/:id/file', { schema: { tags: ['jobs'], summary: 'The file it made, for a day', params } }, async (request, reply) => {
    const { name, type } = await userJobResult(contextOf(request), request.params.id);
    const content = await open(exportPath(services.home, request.params.id), 'r').catch(() => { throw problem('link.expired'); });
    const { size } = await content.stat();
    return reply.type(type).headers({ 'content-length': size, 'content-disposition': contentDisposition('attachment', name) }).send(content.createReadStream());
  });

  app.get<{ Params: { ticket: string } }>('/api/downloads/:ticket', { schema: { tags: ['jobs'], summary: 'A file that an action handed out; works once', params: { type: 'object', properties: { ticket: { type: 'string', maxLength: 60 } } } } }, async (request, reply) => {
    const { job: id, name, type } = await takeTicket(contextOf(request), request.params.ticket);
    const content = await open(exportPath(services.home, id), 'r').catch(() => { throw problem('link.expired'); });
    const { size } = await content.stat();
    return reply.type(type).headers({ 'content-length': size, 'content-disposition': contentDisposition('attachment', name) }).send(content.createReadStream());
  });
}

/** Sends the state whenever it has changed, until the job has ended, the reader is gone, or it has taken too long. */
async function tell(ctx: Context, first: Awaited<ReturnType<typeof userJob>>, send: (event: unknown) => void, isGone: () => boolean): Promise<void> {
  let before = JSON.stringify(first);
  send(first);
  for (let passed = 0, state = first; ['waiting', 'running'].includes(state.status) && passed < longest && !isGone(); passed += tick) {
    await pause(tick);
    state = await userJob(ctx, first.id);
    const now = JSON.stringify(state);
    if (now !== before) send(state);
    before = now;
  }
}
