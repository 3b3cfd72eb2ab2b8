import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { entityOf } from '../../../model/model.ts';
import type { Answers } from '../../../model/questionnaire/index.ts';
import type { Services } from '../../context.ts';
import { find } from '../../operations/find.ts';
import { requireCaptcha, useCaptcha } from '../../portal/index.ts';
import { clientQuestionnaire, closedBecause, countView, fileAnswer, findQuestionnaire } from '../../questionnaires/index.ts';
import { asSystem } from '../../context.ts';
import { isHttps } from '../session.ts';
import { pageOf, portalRequest } from './portal-context.ts';

interface Params { app: string; id: string; page: string }
const tags = ['portal'];
const captcha = { type: 'object', additionalProperties: false, required: ['id', 'text'], properties: { id: { type: 'string', maxLength: 40 }, text: { type: 'string', maxLength: 20 } } };
const deviceCookie = 'tamga_device';
const year = 365 * 24 * 3600;

/** Questionnaires as the public meets them. */
export async function portalQuestionnaireRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const limit = (max: number) => ({ rateLimit: { max: services.demo ? max * 20 : max, timeWindow: '1 minute' } });

  app.get<{ Params: Params }>('/portal/:app/api/pages/:page/questionnaires', { schema: { tags, summary: 'Questionnaires that can be answered now' } }, async (request, reply) => {
    const asked = await portalRequest(services, request, reply);
    const page = pageOf(asked, request.params.page, ['questionnaires']);
    const entity = entityOf(asked.ctx.model, page.entity);
    if (!entity.states || !asked.portal.questionnaires.includes(entity.key)) return { items: [] };
    const reader = asSystem(asked.ctx);
    const { items } = await find(reader, entity, { where: { [entity.states.field]: 'published' }, sort: ['-createdAt'], pageSize: 50, count: 'none' });
    return { items: items.filter((row) => !closedBecause(reader, { row: row as never, state: 'published' })).map((row) => ({ id: row['id'], title: row['name'], ...(row['endsAt'] ? { date: row['endsAt'] } : {}) })) };
  });

  app.get<{ Params: Params }>('/portal/:app/api/questionnaires/:id', { schema: { tags, summary: 'A questionnaire' } }, async (request, reply) => {
    const { ctx, portal } = await portalRequest(services, request, reply);
    return clientQuestionnaire(ctx, await findQuestionnaire(ctx, portal, request.params.id));
  });

  app.post<{ Params: Params }>('/portal/:app/api/questionnaires/:id/views', { config: limit(60), schema: { tags, summary: 'Count that it was opened' } }, async (request, reply) => {
    const { ctx, portal } = await portalRequest(services, request, reply);
    deviceOf(request, reply);
    await countView(ctx, portal, request.params.id);
    return reply.code(204).send();
  });

  app.post<{ Params: Params; Body: { answers: Answers; seconds?: number; captcha?: { id: string; text: string } } }>('/portal/:app/api/questionnaires/:id/answers', {
    config: limit(20), schema: { tags, summary: 'Answer it', body: { type: 'object', additionalProperties: false, required: ['answers'], properties: { answers: { type: 'object' }, seconds: { type: 'integer', minimum: 0, maximum: 86_400 }, captcha } } },
  }, async (request, reply) => {
    const { ctx, portal, resident } = await portalRequest(services, request, reply);
    const { id } = request.params;
    const { answers, seconds = 0, captcha: code } = request.body;
    const bank = await findQuestionnaire(ctx, portal, id);
    const closed = closedBecause(ctx, bank);
    if (closed) throw closed;
    if (bank.row['captcha'] === true) await requireCaptcha(services, code);
    const filed = await fileAnswer(ctx, portal, id, { answers, seconds }, { device: deviceOf(request, reply), account: resident && { id: resident.id, phone: resident.phone } }, async (tx, { row }) => {
      if (row['captcha'] === true) await useCaptcha(tx.db, code);
    });
    return reply.code(201).send(filed);
  });
}

/** The device by a cookie that only this server reads; a new one gets its cookie with the answer. */
function deviceOf(request: FastifyRequest, reply: FastifyReply): string {
  const known = request.cookies[deviceCookie];
  if (known && /^[\w-]{20,64}$/.test(known)) return known;
  const device = randomBytes(24).toString('base64url');
  void reply.setCookie(deviceCookie, device, { path: '/portal', httpOnly: true, sameSite: 'lax', maxAge: year, secure: isHttps(request.protocol, request.headers.origin) });
  return device;
}
