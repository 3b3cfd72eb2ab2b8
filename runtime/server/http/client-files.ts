import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { problem } from '../../problems.ts';
import { sendProblem } from './error-handler.ts';
import { isApi } from './request-context.ts';

/** Serves the built client; every other path that a person may open is the client's own. */
export async function clientFiles(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const built = folder !== undefined && existsSync(join(folder, 'index.html'));
  if (built) {
    // Assets carry their hash and are kept for a year.
    await app.register(fastifyStatic, {
      root: folder, prefix: '/', wildcard: false, index: false, preCompressed: true, cacheControl: false,
      setHeaders: (response, path) => {
        response.setHeader('cache-control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const api = isApi(request) || /^\/portal\/[^/]+\/api(\/|\?|$)/.test(request.url);
    if (api || request.method !== 'GET' || /\.\w+$/.test(new URL(request.url, 'http://x').pathname)) {
      sendProblem(request, reply, problem(api ? 'request.no-route' : 'not-found'));
      return;
    }
    if (!built) {
      void reply.code(503).type('text/plain; charset=utf-8').send('界面尚未构建，请先运行 npm run build。\nThe client is not built yet: npm run build.\n');
      return;
    }
    void reply.header('cache-control', 'no-cache').sendFile(/^\/portal\//.test(request.url) ? 'portal.html' : 'index.html');
  });
}
