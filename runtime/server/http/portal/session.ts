import type { FastifyInstance } from 'fastify';
import type { Services } from '../../context.ts';
import { changeAccount, clientAccount, endResidentSession, makeCaptcha, sendCode, signInByCode } from '../../portal/index.ts';
import { listMessages, readMessage } from '../../messages/index.ts';
import { originOf } from '../request-context.ts';
import { isHttps } from '../session.ts';
import { portalRequest, residentCookie, residentToken } from './portal-context.ts';

const text = { type: 'string' } as const;
const tags = ['portal'];
const phone = { type: 'string', maxLength: 20 } as const;
const object = (properties: Record<string, unknown>, required: string[] = Object.keys(properties)) => ({ type: 'object', additionalProperties: false, required, properties });
const account = { type: 'object', nullable: true, properties: { name: { ...text, nullable: true }, phone: text, idCard: { ...text, nullable: true }, realName: { type: 'boolean' } } };

/** Signing residents in and out, their account and messages. */
export async function portalSessionRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const limit = (max: number) => ({ rateLimit: { max: services.demo ? max * 20 : max, timeWindow: '1 minute' } });

  app.post<{ Body: { phone: string } }>('/portal/:app/api/session/code', { config: limit(20), schema: { tags, summary: 'Send a code to a phone', body: object({ phone }) } }, async (request, reply) => {
    await portalRequest(services, request, reply);
    return sendCode(services, request.body.phone, originOf(request, 'portal'));
  });

  app.post<{ Body: { phone: string; code: string } }>('/portal/:app/api/session', {
    config: limit(30), schema: { tags, summary: 'Sign in with the code', body: object({ phone, code: { type: 'string', minLength: 1, maxLength: 10 } }), response: { 200: { type: 'object', properties: { token: text, account } } } },
  }, async (request, reply) => {
    const { ctx } = await portalRequest(services, request, reply);
    const { token, resident } = await signInByCode(services, { ...request.body, origin: originOf(request, 'portal') });
    void reply.setCookie(residentCookie, token, { path: '/portal', httpOnly: true, sameSite: 'strict', secure: isHttps(request.protocol, request.headers.origin) });
    return { token, account: clientAccount(ctx, resident) };
  });

  app.delete('/portal/:app/api/session', { schema: { tags, summary: 'Sign out' } }, async (request, reply) => {
    await portalRequest(services, request, reply);
    const { token } = residentToken(request);
    if (token) await endResidentSession(services, token);
    void reply.clearCookie(residentCookie, { path: '/portal' });
    return reply.code(204).send();
  });

  app.get('/portal/:app/api/me', { schema: { tags, summary: 'The account of the resident', response: { 200: account } } }, async (request, reply) => {
    const { ctx, resident } = await portalRequest(services, request, reply, { login: true });
    return clientAccount(ctx, resident!);
  });

  app.patch<{ Body: { name?: string; idCard?: string } }>('/portal/:app/api/me', {
    schema: { tags, summary: 'Give name and identity number', body: object({ name: { type: 'string', minLength: 1, maxLength: 50 }, idCard: { type: 'string', minLength: 1, maxLength: 30 } }, []), response: { 200: account } },
  }, async (request, reply) => {
    const { ctx, resident } = await portalRequest(services, request, reply, { login: true });
    return clientAccount(ctx, await changeAccount(ctx, resident!, request.body));
  });

  app.get<{ Querystring: { page?: number } }>('/portal/:app/api/messages', { schema: { tags, summary: 'Messages to the resident', querystring: object({ page: { type: 'integer', minimum: 1, maximum: 1000 } }, []) } }, async (request, reply) => {
    const { ctx } = await portalRequest(services, request, reply, { login: true });
    return listMessages(ctx, { unread: false, page: request.query.page ?? 1, pageSize: 20 });
  });

  app.post<{ Params: { id: string } }>('/portal/:app/api/messages/:id/read', { schema: { tags, summary: 'Mark a message as read' } }, async (request, reply) => {
    const { ctx } = await portalRequest(services, request, reply, { login: true });
    await readMessage(ctx, request.params.id);
    return reply.code(204).send();
  });

  app.post<{ Body: { kind?: 'image' | 'words' } | null }>('/portal/:app/api/captcha', { config: limit(60), schema: { tags, summary: 'A verification code', body: { type: ['object', 'null'], additionalProperties: false, properties: { kind: { type: 'string', enum: ['image', 'words'] } } } } }, async (request, reply) => {
    await portalRequest(services, request, reply);
    return makeCaptcha(services, request.body?.kind ?? 'image');
  });
}
