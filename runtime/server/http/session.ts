import type { FastifyInstance } from 'fastify';
import { changePassword, confirmSecondFactor, demoPeople, devicesOf, endDevice, hasSecondFactor, offerSecondFactor, signIn, signOut } from '../auth/index.ts';
import type { Services } from '../context.ts';
import { contextOf, localeOf, originOf, sessionCookie, tokenOf } from './request-context.ts';

const text = { type: 'string' } as const;
const credentials = {
  type: 'object', required: ['username', 'password'], additionalProperties: false,
  properties: { username: { type: 'string', minLength: 1, maxLength: 100 }, password: { type: 'string', minLength: 1, maxLength: 200 }, otp: { type: 'string', maxLength: 10 } },
} as const;
const change = {
  type: 'object', required: ['current', 'password'], additionalProperties: false,
  properties: { current: { type: 'string', minLength: 1, maxLength: 200 }, password: { type: 'string', minLength: 1, maxLength: 200 } },
} as const;
const confirm = { type: 'object', required: ['code'], additionalProperties: false, properties: { code: { type: 'string', minLength: 1, maxLength: 10 } } } as const;
const signedIn = {
  type: 'object',
  properties: { token: text, user: { type: 'object', properties: { id: text, username: text, name: text } }, pending: { type: 'string', nullable: true, description: 'What has to be done first: password or second-factor' } },
} as const;
const welcome = {
  type: 'object',
  properties: {
    demo: { type: 'boolean' },
    people: { type: 'array', items: { type: 'object', properties: { username: text, password: text, name: text, roles: text, does: text, app: text } } },
  },
} as const;

/** `/api/session`: what the sign-in page shows, signing in and out. */
export async function sessionRoutes(app: FastifyInstance, services: Services): Promise<void> {
  app.get('/api/session', { config: { public: true }, schema: { tags: ['session'], summary: 'What the sign-in page shows', response: { 200: welcome } } }, async (request) => {
    const people = await demoPeople(services, localeOf(request));
    return { demo: services.demo, ...(people.length > 0 ? { people } : {}) };
  });

  app.post<{ Body: { username: string; password: string; otp?: string } }>('/api/session', {
    // By address: a whole office may sign in behind one; guessing one account is stopped by its lock.
    config: { public: true, rateLimit: { max: services.demo ? 1200 : 60, timeWindow: '1 minute' } },
    schema: { tags: ['session'], summary: 'Sign in', body: credentials, response: { 200: signedIn } },
  }, async (request, reply) => {
    const result = await signIn(services, { ...request.body, origin: originOf(request, 'web') });
    void reply.setCookie(sessionCookie, result.token, { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps(request.protocol, request.headers.origin) });
    return result;
  });

  app.put<{ Body: { current: string; password: string } }>('/api/session/password', {
    config: { pending: true, rateLimit: { max: 20, timeWindow: '1 minute' } }, schema: { tags: ['session'], summary: 'Change the own password', body: change },
  }, async (request, reply) => {
    await changePassword(contextOf(request), request.body);
    void reply.clearCookie(sessionCookie, { path: '/' });
    return reply.code(204).send();
  });

  app.post('/api/session/second-factor', { config: { pending: true, rateLimit: { max: 20, timeWindow: '1 minute' } }, schema: { tags: ['session'], summary: 'A secret for an authenticator app' } }, (request) => offerSecondFactor(contextOf(request)));

  app.put<{ Body: { code: string } }>('/api/session/second-factor', { config: { pending: true, rateLimit: { max: 20, timeWindow: '1 minute' } }, schema: { tags: ['session'], summary: 'Confirm the second factor with a code', body: confirm } }, async (request, reply) => {
    await confirmSecondFactor(contextOf(request), request.body.code);
    return reply.code(204).send();
  });

  app.get('/api/session/devices', { schema: { tags: ['session'], summary: 'Where the person is signed in' } }, async (request) => ({ items: await devicesOf(contextOf(request), tokenOf(request).token ?? ''), secondFactor: await hasSecondFactor(contextOf(request)) }));

  app.delete<{ Params: { id: string } }>('/api/session/devices/:id', { schema: { tags: ['session'], summary: 'End one of the own sessions' } }, async (request, reply) => {
    await endDevice(contextOf(request), request.params.id);
    return reply.code(204).send();
  });

  app.delete('/api/session', { config: { pending: true }, schema: { tags: ['session'], summary: 'Sign out' } }, async (request, reply) => {
    const { token } = tokenOf(request);
    if (token) await signOut(services, token, originOf(request));
    void reply.clearCookie(sessionCookie, { path: '/' });
    return reply.code(204).send();
  });
}

/** Behind a proxy that ends TLS only the browser's own origin tells; a false one hurts nobody but its sender. */
export function isHttps(protocol: string, origin: string | undefined): boolean {
  return protocol === 'https' || (origin?.startsWith('https://') ?? false);
}
