import type { FastifyInstance } from 'fastify';
import { entityOf, type Text } from '../../model/model.ts';
import { invalid, problem } from '../../problems.ts';
import { isId } from '../../fields/index.ts';
import { channels, type Channel } from '../access/channels.ts';
import { explainAccess, type Question } from '../access/explain-access.ts';
import { whoCan } from '../access/who-can.ts';
import { principalOf } from '../auth/index.ts';
import type { Context, Services } from '../context.ts';
import { recordEvent } from '../audit/index.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { requireOperation } from '../operations/require.ts';
import { suggestion } from '../query/path.ts';
import { contextOf } from './request-context.ts';

interface Asked { app: string; entity: string; field: string; channel: Channel; record?: string; user?: string; after?: string }

const name = { type: 'string', minLength: 1, maxLength: 100 };
const asked = (...more: string[]) => ({
  type: 'object', additionalProperties: false, required: ['app', 'entity', 'field', 'channel', ...more],
  properties: { app: name, entity: name, field: name, channel: { type: 'string', enum: [...channels] }, record: { type: 'string', maxLength: 36 }, user: { type: 'string', maxLength: 100, description: 'Id or user name' }, after: { type: 'string', maxLength: 100 } },
});

/** `/api/access`: why somebody can or can't, and who can; answered to those who grant roles, from the rules that the server applies. */
export async function accessRoutes(app: FastifyInstance, services: Services): Promise<void> {
  app.get('/api/access/entities', { schema: { tags: ['access'], summary: 'What can be asked about' } }, async (request) => {
    const ctx = contextOf(request);
    requireOperation(ctx, entityOf(ctx.model, 'platform/role-grant'), 'create');
    const say = ({ zh, en }: Text): string => (ctx.locale === 'en' ? en : zh);
    return { items: [...ctx.model.entities.values()].map((entity) => ({ app: entity.app, entity: entity.name, label: say(entity.label), appLabel: say(ctx.model.apps.get(entity.app)?.label ?? { zh: entity.app, en: entity.app }), fields: entity.fields.map((field) => ({ name: field.name, label: say(field.label) })) })) };
  });

  app.get<{ Querystring: Asked & { user: string } }>('/api/access/explain', { schema: { tags: ['access'], summary: 'Why a person can or cannot learn or change a field', querystring: asked('user') } }, async (request) => {
    const { ctx, question } = questionOf(contextOf(request), request.query);
    const principal = await principalOf(services, await userId(ctx, request.query.user)).catch(() => null);
    if (!principal) throw problem('not-found');
    await recordEvent(ctx, { event: 'access.explain', result: 'done', entity: question.entity, record: question.record ?? null, summary: `${principal.user?.username ?? ''} ${question.channel} ${question.field}` });
    const { name: title, id, username } = principal.user!;
    return { user: { id, name: title, username }, ...await explainAccess(ctx, principal, question) };
  });

  app.get<{ Querystring: Asked }>('/api/access/who', { config: { rateLimit: { max: services.demo ? 6000 : 60, timeWindow: '1 minute' } }, schema: { tags: ['access'], summary: 'Who, by name, can learn or change a field', querystring: asked() } }, async (request) => {
    const { ctx, question } = questionOf(contextOf(request), request.query);
    await recordEvent(ctx, { event: 'access.explain', result: 'done', entity: question.entity, record: question.record ?? null, summary: `* ${question.channel} ${question.field}` });
    return whoCan(ctx, question, { ...(request.query.after ? { after: request.query.after } : {}) });
  });
}

function questionOf(ctx: Context, { app, entity: entityName, field, channel, record }: Asked): { ctx: Context; question: Question } {
  requireOperation(ctx, entityOf(ctx.model, 'platform/role-grant'), 'create');
  const entity = ctx.model.entities.get(`${app}/${entityName}`);
  if (!entity) throw invalid([{ field: 'entity', code: 'request.unknown-field', params: { name: `${app}/${entityName}`, suggestion: suggestion(`${app}/${entityName}`, [...ctx.model.entities.keys()]) } }]);
  if (!entity.byName.has(field)) throw invalid([{ field: 'field', code: 'request.unknown-field', params: { name: field, suggestion: suggestion(field, [...entity.byName.keys()]) } }]);
  if (record !== undefined && !isId(record)) throw problem('not-found');
  return { ctx, question: { entity, field, channel, ...(record === undefined ? {} : { record }) } };
}

async function userId(ctx: Context, text: string): Promise<string> {
  if (isId(text)) return text;
  const user = entityOf(ctx.model, 'platform/user');
  const { rows: [found] } = await ctx.db.query<{ id: string }>(`select id from ${tableOf(user)} where ${columnOf(user, 'username')} = $1`, [text]);
  if (!found) throw problem('not-found');
  return found.id;
}
