import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { problem } from '../../problems.ts';
import { clientDefinition, clientMenu } from '../client-model/index.ts';
import type { Services } from '../context.ts';
import { contextOf } from './request-context.ts';

/** Definitions as the person may see them. */
export async function modelRoutes(app: FastifyInstance, _services: Services): Promise<void> {
  app.get('/api/model', { schema: { tags: ['model'] } }, async (request) => clientMenu(contextOf(request)));

  app.get<{ Params: { app: string; kind: string; name: string } }>('/api/model/:app/:kind/:name', { schema: { tags: ['model'] } }, async (request, reply) => {
    const ctx = contextOf(request);
    const { app: appName, kind, name } = request.params;
    const definition = clientDefinition(ctx, kind, `${appName}/${name}`);
    if (!definition) throw problem('not-found');
    // The same person gets the same answer until the revision or the person's rights change.
    const tag = `"${createHash('sha256').update(JSON.stringify([ctx.model.revision, ctx.locale, ctx.principal.user?.id, ctx.principal.grants])).digest('base64url').slice(0, 22)}"`;
    void reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'accept-language, authorization, cookie');
    return request.headers['if-none-match'] === tag ? reply.code(304).send() : definition;
  });
}
