import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { listMessages, messageSettings, readAllMessages, readMessage, saveMessageSettings, type Preference } from '../messages/index.ts';
import { contextOf } from './request-context.ts';

const text = { type: 'string' } as const;
const query = {
  type: 'object', additionalProperties: false,
  properties: {
    unread: { type: 'string', enum: ['0', '1', 'true', 'false'], default: '0' },
    page: { type: 'integer', minimum: 1, maximum: 10_000, default: 1 }, pageSize: { type: 'integer', minimum: 1, maximum: 200, default: 20 },
  },
} as const;
const time = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' } as const;
const preference = {
  type: 'object', additionalProperties: false, required: ['quiet', 'off'],
  properties: {
    quiet: { type: ['object', 'null'], additionalProperties: false, required: ['from', 'until'], properties: { from: time, until: time } },
    off: { type: 'array', maxItems: 500, items: { type: 'object', additionalProperties: false, required: ['kind', 'channel'], properties: { kind: { type: 'string', maxLength: 120 }, channel: { type: 'string', maxLength: 60 } } } },
  },
} as const;
const params = { type: 'object', properties: { id: text } } as const;

/** `/api/messages`: what was sent to the person who asks. */
export async function messagesRoutes(app: FastifyInstance, _services: Services): Promise<void> {
  app.get<{ Querystring: { unread: string; page: number; pageSize: number } }>('/api/messages', { schema: { tags: ['messages'], summary: 'My messages', querystring: query } },
    async (request) => {
      const { unread, page, pageSize } = request.query;
      return listMessages(contextOf(request), { unread: unread === '1' || unread === 'true', page, pageSize });
    });

  app.get('/api/messages/settings', { schema: { tags: ['messages'], summary: 'What I may choose about messages, and what I chose' } }, async (request) => messageSettings(contextOf(request)));

  app.put<{ Body: Preference }>('/api/messages/settings', { schema: { tags: ['messages'], summary: 'Quiet hours, and kinds that should not come by a channel', body: preference } },
    async (request) => saveMessageSettings(contextOf(request), request.body));

  app.post('/api/messages/read-all', { schema: { tags: ['messages'], summary: 'Mark all as read' } }, async (request, reply) => {
    await readAllMessages(contextOf(request));
    return reply.code(204).send();
  });

  app.post<{ Params: { id: string } }>('/api/messages/:id/read', { schema: { tags: ['messages'], summary: 'Mark as read', params } }, async (request, reply) => {
    await readMessage(contextOf(request), request.params.id);
    return reply.code(204).send();
  });
}
