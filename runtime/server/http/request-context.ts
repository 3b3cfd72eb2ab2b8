import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from '../../problems.ts';
import type { Locale } from '../../problems.ts';
import { sessionPrincipal } from '../auth/index.ts';
import type { Context, Origin, Principal, Services } from '../context.ts';

declare module 'fastify' {
  interface FastifyRequest { tamga: Context | null }
  interface FastifyContextConfig {
    /** Answers people who are not signed in. */
    public?: boolean;
    /** Answers people who have to change their password or set up a second factor first. */
    pending?: boolean;
  }
}

export const sessionCookie = 'tamga_session';

/** Every route below /api asks who is there before anything else, unless it says `config: { public: true }`. */
export function registerRequestContext(app: FastifyInstance, services: Services): void {
  app.decorateRequest('tamga', null);
  app.addHook('onRequest', async (request, reply) => {
    if (!isApi(request)) return;
    const model = services.current();
    void reply.header('x-tamga-revision', model.revision).header('cache-control', 'no-store');
    if (request.routeOptions.config.public || request.is404) return;
    const principal = await authenticate(request, services);
    request.tamga = { services, model, principal, locale: localeOf(request), db: services.pool, origin: originOf(request) };
  });
}

/** The context of a request: who asks, in which language, on which model. */
export function contextOf(request: FastifyRequest): Context {
  if (!request.tamga) throw problem('session.required');
  return request.tamga;
}

/** Who asks, by Bearer token or cookie. What changes something by cookie needs a header that other sites cannot send. */
export async function authenticate(request: FastifyRequest, services: Services): Promise<Principal> {
  const { token, byCookie } = tokenOf(request);
  if (!token) throw problem('session.required');
  if (byCookie && !['GET', 'HEAD', 'OPTIONS'].includes(request.method) && request.headers['x-tamga-request'] !== '1') throw problem('request.csrf');
  return sessionPrincipal(services, token, { pending: request.routeOptions.config.pending ?? false });
}

export function tokenOf(request: FastifyRequest): { token: string | undefined; byCookie: boolean } {
  const bearer = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '')?.[1];
  return { token: bearer ?? request.cookies[sessionCookie], byCookie: !bearer };
}

/** Where a request comes from: browsers send a cookie, programs a token. */
export function originOf(request: FastifyRequest, channel?: Origin['channel']): Origin {
  return { channel: channel ?? (request.cookies[sessionCookie] ? 'web' : 'api'), address: request.ip, device: request.headers['user-agent'] ?? null };
}

/** The first language of `Accept-Language` that there is; Chinese otherwise. */
export function localeOf(request: FastifyRequest): Locale {
  const wanted = (request.headers['accept-language'] ?? '').toLowerCase().split(',').map((part) => part.trim());
  return wanted.find((part) => part.startsWith('zh') || part.startsWith('en'))?.startsWith('en') ? 'en' : 'zh-CN';
}

/** By the route that answers, since an address can be written in several ways; unknown ones by their address. */
export function isApi(request: FastifyRequest): boolean {
  const url = request.routeOptions.url ?? request.url;
  return url === '/api' || url.startsWith('/api/');
}
