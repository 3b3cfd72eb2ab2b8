import type { FastifyInstance } from 'fastify';
import { addSign, choosable, completeBatch, delegate, removeSign, resolve, returnTask, takeBack, targetsOf, transfer, type BatchItem, type SignPlace } from '../workflow/index.ts';
import { contextOf } from './request-context.ts';
import { taskPage } from './task-page.ts';

const tags = ['tasks'];
const params = { type: 'object', properties: { id: { type: 'string' } } } as const;
const person = { type: 'string', maxLength: 60, description: 'Id of a person offered by /people.' } as const;
const note = { type: ['string', 'null'], maxLength: 2000 } as const;
const body = (properties: Record<string, unknown>, required: string[] = []) => ({ type: 'object', additionalProperties: false, properties, required });
const decision = {
  outcome: { type: 'string', maxLength: 100 }, opinion: note, values: { type: 'object' }, version: { type: 'integer' }, signers: { type: 'array', maxItems: 50, items: person },
} as const;

interface Id { Params: { id: string } }

/** `/api/tasks/:id/…`: what approvers do with a task besides finishing it, and finishing many. */
export async function taskOperationRoutes(app: FastifyInstance): Promise<void> {
  app.get<Id & { Querystring: { for: 'transfer' | 'delegate' | 'add-sign' | 'copy' | 'signers'; q: string } }>('/api/tasks/:id/people', {
    schema: { tags, summary: 'People who may be chosen', params, querystring: body({ for: { type: 'string', enum: ['transfer', 'delegate', 'add-sign', 'copy', 'signers'] }, q: { type: 'string', maxLength: 100, default: '' } }, ['for']) },
  }, async (request) => choosable(contextOf(request), { task: request.params.id }, request.query.for, request.query.q));

  app.get<Id>('/api/tasks/:id/targets', { schema: { tags, summary: 'Steps to which the task may be returned', params } }, async (request) => ({ items: await targetsOf(contextOf(request), request.params.id) }));

  app.post<Id & { Body: { to: string; note?: string | null } }>('/api/tasks/:id/transfer', { schema: { tags, summary: 'Hand a task on for good', params, body: body({ to: person, note }, ['to']) } },
    async (request, reply) => { await transfer(contextOf(request), request.params.id, request.body); return reply.code(204).send(); });

  app.post<Id & { Body: { to: string; note?: string | null } }>('/api/tasks/:id/delegate', { schema: { tags, summary: 'Ask somebody for advice', params, body: body({ to: person, note }, ['to']) } },
    async (request, reply) => { await delegate(contextOf(request), request.params.id, request.body); return reply.code(204).send(); });

  app.post<Id & { Body: { opinion?: string | null } }>('/api/tasks/:id/resolve', { schema: { tags, summary: 'Give the advice asked for', params, body: body({ opinion: note }) } },
    async (request, reply) => { await resolve(contextOf(request), request.params.id, request.body); return reply.code(204).send(); });

  app.post<Id>('/api/tasks/:id/take-back', { schema: { tags, summary: 'Take a delegated task back', params, body: { type: ['object', 'null'], additionalProperties: false } } },
    async (request) => { await takeBack(contextOf(request), request.params.id); return taskPage(contextOf(request), request.params.id); });

  app.post<Id & { Body: { to: string[]; place: SignPlace; note?: string | null } }>('/api/tasks/:id/add-sign', {
    schema: { tags, summary: 'Add people who sign', params, body: body({ to: { type: 'array', minItems: 1, maxItems: 20, items: person }, place: { type: 'string', enum: ['before', 'parallel', 'after'], default: 'before' }, note }, ['to']) },
  }, async (request) => { await addSign(contextOf(request), request.params.id, request.body); return taskPage(contextOf(request), request.params.id); });

  app.post<Id & { Body: { person: string; note?: string | null } }>('/api/tasks/:id/remove-sign', { schema: { tags, summary: 'Take a signer away again', params, body: body({ person, note }, ['person']) } },
    async (request, reply) => { await removeSign(contextOf(request), request.params.id, request.body); return reply.code(204).send(); });

  app.post<Id & { Body: { to: string; opinion?: string | null; version?: number } }>('/api/tasks/:id/return', {
    schema: { tags, summary: 'Return to an earlier step or the applicant', params, body: body({ to: { type: 'string', maxLength: 200, description: 'Node of a target, or applicant.' }, opinion: note, version: { type: 'integer' } }, ['to']) },
  }, async (request, reply) => { await returnTask(contextOf(request), request.params.id, request.body); return reply.code(204).send(); });

  app.post<{ Body: { items: (Omit<BatchItem, 'opinion'> & { opinion?: string | null })[] } }>('/api/tasks/batch', {
    schema: { tags, summary: 'Finish many tasks', body: body({ items: { type: 'array', minItems: 1, maxItems: 100, items: body({ id: { type: 'string', maxLength: 60 }, ...decision }, ['id']) } }, ['items']) },
  }, async (request) => completeBatch(contextOf(request), request.body.items.map(({ opinion, ...item }) => ({ ...item, ...(opinion == null ? {} : { opinion }) }))));
}
