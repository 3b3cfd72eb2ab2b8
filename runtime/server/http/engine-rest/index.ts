import type { FastifyInstance } from 'fastify';
import { Problem, problem, problemText } from '../../../problems.ts';
import { sessionPrincipal, signIn } from '../../auth/index.ts';
import type { Context, Services } from '../../context.ts';
import { localeOf, originOf, tokenOf } from '../request-context.ts';
import { definitionRoutes } from './definitions.ts';
import { eventRoutes } from './messages.ts';
import { externalTaskRoutes } from './external-tasks.ts';
import { historyRoutes } from './history.ts';
import { instanceRoutes } from './instances.ts';
import { taskRoutes } from './tasks.ts';
import { variableRoutes } from './variables.ts';

const megabyte = 1024 * 1024;

/** `/engine-rest`: the part of Camunda 7's interface that people's tools and external task clients use, for whoever signs in and holds a role with rights on the engine. */
export async function engineRoutes(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(async (scope) => {
    // Files come as text within JSON.
    scope.addHook('onRoute', (route) => { route.bodyLimit = 30 * megabyte; });
    scope.addHook('onRequest', async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const { authorization } = request.headers;
      const basic = /^Basic ([A-Za-z0-9+/=]{4,1000})$/.exec(authorization ?? '')?.[1];
      const token = basic === undefined ? tokenOf(request) : { token: await tokenFor(services, basic, originOf(request, 'engine')), byCookie: false };
      // Programs send a token or a password; a browser's cookie opens nothing here.
      if (!token.token || token.byCookie) throw problem('session.required');
      const principal = await sessionPrincipal(services, token.token);
      request.tamga = { services, model: services.current(), principal, locale: localeOf(request), db: services.pool, origin: originOf(request, 'engine') };
    });
    // The usual client takes a body for JSON only when the type is exactly this.
    scope.addHook('onSend', async (_request, reply, payload) => {
      if (String(reply.getHeader('content-type') ?? '').startsWith('application/json')) void reply.header('content-type', 'application/json');
      return payload;
    });
    scope.setErrorHandler(async (error: unknown, request, reply) => {
      const told = error instanceof Problem ? error : undefined;
      const status = told?.status ?? statusOf(error);
      if (status >= 500) services.log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'An engine request failed.');
      if (status === 401) void reply.header('www-authenticate', 'Basic realm="tamga", Bearer');
      const message = told ? [problemText(told.code, told.params, 'en'), ...told.errors.map(({ field, code }) => `${field}: ${code}`)].join('; ') : status < 500 && error instanceof Error ? error.message : 'The request could not be carried out.';
      return reply.code(status === 422 ? 400 : status).send({ type: typeOf(status, told?.code), message, code: null });
    });
    for (const routes of [externalTaskRoutes, definitionRoutes, instanceRoutes, variableRoutes, eventRoutes, taskRoutes, historyRoutes]) await routes(scope, services);
    scope.get('/version', async () => ({ version: '7.24.0' }));
    scope.get('/engine', async () => [{ name: 'default' }]);
  }, { prefix: '/engine-rest' });
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? status : 500;
}

function typeOf(status: number, code: string | undefined): string {
  if (code === 'engine.mismatch') return 'MismatchingMessageCorrelationException';
  if (code === 'engine.deploy') return 'ParseException';
  if (status === 401 || status === 403) return 'AuthorizationException';
  if (status === 404 || status === 400 || status === 422) return status === 404 ? 'RestException' : 'InvalidRequestException';
  return status >= 500 ? 'ProcessEngineException' : 'RestException';
}

interface Remembered { token: string; at: number }

const basics = new WeakMap<Services, Map<string, Remembered>>();
const rememberFor = 300_000;
const most = 500;

/** Checking a password is slow on purpose: the session it opens is used for a few minutes. */
async function tokenFor(services: Services, basic: string, origin: Context['origin']): Promise<string> {
  let known = basics.get(services);
  if (!known) basics.set(services, known = new Map());
  const before = known.get(basic);
  if (before && Date.now() - before.at < rememberFor && await sessionPrincipal(services, before.token).then(() => true, () => false)) return before.token;
  const text = Buffer.from(basic, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) throw problem('session.required');
  const { token } = await signIn(services, { username: text.slice(0, colon), password: text.slice(colon + 1), ...(origin ? { origin } : {}) });
  if (known.size >= most) known.clear();
  known.set(basic, { token, at: Date.now() });
  return token;
}
