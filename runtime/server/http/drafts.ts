import type { FastifyInstance } from 'fastify';
import { isId } from '../../fields/index.ts';
import { problem } from '../../problems.ts';
import type { Services } from '../context.ts';
import { dropDraft, readDraft, writeDraft } from '../operations/drafts.ts';
import { target } from './records.ts';

interface Params { app: string; entity: string; record: string }

const text = { type: 'string', maxLength: 100 } as const;
const params = { type: 'object', required: ['app', 'entity', 'record'], properties: { app: text, entity: text, record: { ...text, description: 'The record, or `new`' } } };
const path = '/api/drafts/:app/:entity/:record';

/** What people have begun to fill in, for themselves alone. */
export async function draftsRoutes(app: FastifyInstance, _services: Services): Promise<void> {
  app.get<{ Params: Params }>(path, { schema: { tags: ['drafts'], params } }, async (request) => {
    const { ctx, entity } = target(request);
    return { draft: await readDraft(ctx, entity, recordOf(request.params.record)) };
  });

  app.put<{ Params: Params; Body: { values: Record<string, unknown>; version?: number } }>(path, {
    schema: { tags: ['drafts'], params, body: { type: 'object', additionalProperties: false, required: ['values'], properties: { values: { type: 'object', additionalProperties: true }, version: { type: 'integer', minimum: 1 } } } },
  }, async (request, reply) => {
    const { ctx, entity } = target(request);
    await writeDraft(ctx, entity, recordOf(request.params.record), request.body.values, request.body.version);
    return reply.code(204).send();
  });

  app.delete<{ Params: Params }>(path, { schema: { tags: ['drafts'], params } }, async (request, reply) => {
    const { ctx, entity } = target(request);
    await dropDraft(ctx, entity, recordOf(request.params.record));
    return reply.code(204).send();
  });
}

function recordOf(record: string): string | null {
  if (record === 'new') return null;
  if (!isId(record)) throw problem('not-found');
  return record.toLowerCase();
}
