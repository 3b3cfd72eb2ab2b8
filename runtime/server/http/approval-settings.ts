import type { FastifyInstance } from 'fastify';
import { addOpinionTemplate, addSubstitute, opinionTemplates, possibleDeputies, removeOpinionTemplate, removeSubstitute, substitutesOf } from '../workflow/index.ts';
import { contextOf } from './request-context.ts';

const tags = ['tasks'];
const params = { type: 'object', properties: { id: { type: 'string' } } } as const;
const day = { type: 'string', maxLength: 10, description: 'YYYY-MM-DD' } as const;

interface Id { Params: { id: string } }

/** `/api/opinion-templates` and `/api/substitutes`: what approvers set up for themselves. */
export async function approvalSettingRoutes(app: FastifyInstance): Promise<void> {
  app.get('/api/opinion-templates', { schema: { tags, summary: 'Own and shared opinions' } }, async (request) => opinionTemplates(contextOf(request)));
  app.post<{ Body: { text: string } }>('/api/opinion-templates', { schema: { tags, summary: 'Keep an opinion', body: { type: 'object', additionalProperties: false, required: ['text'], properties: { text: { type: 'string', maxLength: 200 } } } } },
    async (request, reply) => reply.code(201).send(await addOpinionTemplate(contextOf(request), request.body.text)));
  app.delete<Id>('/api/opinion-templates/:id', { schema: { tags, summary: 'Throw an own opinion away', params } }, async (request, reply) => { await removeOpinionTemplate(contextOf(request), request.params.id); return reply.code(204).send(); });

  app.get('/api/substitutes', { schema: { tags, summary: 'Who stands in for me, and for whom I do' } }, async (request) => substitutesOf(contextOf(request)));
  app.get<{ Querystring: { q: string } }>('/api/substitutes/people', { schema: { tags, summary: 'Who may stand in for me', querystring: { type: 'object', additionalProperties: false, properties: { q: { type: 'string', maxLength: 100, default: '' } } } } },
    async (request) => possibleDeputies(contextOf(request), request.query.q));
  app.post<{ Body: { deputy: string; from: string; until: string; processes?: string[]; reason?: string | null } }>('/api/substitutes', {
    schema: {
      tags, summary: 'Name a substitute',
      body: { type: 'object', additionalProperties: false, required: ['deputy', 'from', 'until'], properties: { deputy: { type: 'string', maxLength: 60 }, from: day, until: day, processes: { type: 'array', maxItems: 200, items: { type: 'string', maxLength: 100 } }, reason: { type: ['string', 'null'], maxLength: 100 } } },
    },
  }, async (request, reply) => reply.code(201).send(await addSubstitute(contextOf(request), request.body)));
  app.delete<Id>('/api/substitutes/:id', { schema: { tags, summary: 'End an own rule', params } }, async (request, reply) => { await removeSubstitute(contextOf(request), request.params.id); return reply.code(204).send(); });
}
