import type { FastifyInstance } from 'fastify';
import { choosable, copyTo, instanceDetail, readCopy, recall, urge, verifySeals, withdraw } from '../workflow/index.ts';
import { contextOf } from './request-context.ts';

const tags = ['tasks'];
const params = { type: 'object', properties: { id: { type: 'string' } } } as const;
const note = { type: ['string', 'null'], maxLength: 2000 } as const;
const noted = { type: ['object', 'null'], additionalProperties: false, properties: { note } } as const;

interface Id { Params: { id: string } }

/** `/api/instances`: how far a request has come, and what its people may do about that. */
export async function instanceRoutes(app: FastifyInstance): Promise<void> {
  app.get<Id>('/api/instances/:id', { schema: { tags, summary: 'One process instance', params } }, async (request) => instanceDetail(contextOf(request), request.params.id));

  app.get<Id & { Querystring: { q: string } }>('/api/instances/:id/people', {
    schema: { tags, summary: 'People to whom it may be copied', params, querystring: { type: 'object', additionalProperties: false, properties: { q: { type: 'string', maxLength: 100, default: '' } } } },
  }, async (request) => choosable(contextOf(request), { instance: request.params.id }, 'copy', request.query.q));

  app.get<Id>('/api/instances/:id/seals', { schema: { tags, summary: 'Whether the sealed opinions still hold', params } }, async (request) => verifySeals(contextOf(request), request.params.id));

  app.post<Id & { Body: { note?: string | null } | null }>('/api/instances/:id/recall', { schema: { tags, summary: 'Take back what one did last', params, body: noted } },
    async (request) => { await recall(contextOf(request), request.params.id, request.body ?? {}); return instanceDetail(contextOf(request), request.params.id); });

  app.post<Id & { Body: { note?: string | null } | null }>('/api/instances/:id/urge', { schema: { tags, summary: 'Remind whoever is waited for', params, body: noted } },
    async (request) => urge(contextOf(request), request.params.id, request.body ?? {}));

  app.post<Id & { Body: { opinion?: string | null } | null }>('/api/instances/:id/cancel', { schema: { tags, summary: 'Withdraw the own request', params, body: { type: ['object', 'null'], additionalProperties: false, properties: { opinion: note } } } },
    async (request) => { await withdraw(contextOf(request), request.params.id, request.body ?? {}); return instanceDetail(contextOf(request), request.params.id); });

  app.post<Id & { Body: { to: string[]; note?: string | null } }>('/api/instances/:id/copy', {
    schema: { tags, summary: 'Let people know', params, body: { type: 'object', additionalProperties: false, required: ['to'], properties: { to: { type: 'array', minItems: 1, maxItems: 100, items: { type: 'string', maxLength: 60 } }, note } } },
  }, async (request) => copyTo(contextOf(request), request.params.id, request.body));

  app.post<Id>('/api/instances/:id/read', { schema: { tags, summary: 'Note that a copy was looked at', params, body: { type: ['object', 'null'], additionalProperties: false } } },
    async (request, reply) => { await readCopy(contextOf(request), request.params.id); return reply.code(204).send(); });
}
