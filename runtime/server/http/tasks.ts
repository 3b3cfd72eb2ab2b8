import type { FastifyInstance } from 'fastify';
import { boxes, claim, complete, tasksIn, unclaim, type Box, type BoxFilter, type Decision } from '../workflow/index.ts';
import { contextOf } from './request-context.ts';
import { taskPage } from './task-page.ts';

const tags = ['tasks'];
const id = { type: 'object', properties: { id: { type: 'string' } } } as const;
const page = {
  type: 'object', additionalProperties: false,
  properties: {
    box: { type: 'string', enum: boxes, default: 'todo' },
    page: { type: 'integer', minimum: 1, default: 1 },
    pageSize: { type: 'integer', minimum: 1, maximum: 200, default: 20 },
    app: { type: 'string', maxLength: 100 }, process: { type: 'string', maxLength: 100 },
    due: { type: 'string', enum: ['overdue', 'soon'] },
    applicant: { type: 'string', minLength: 1, maxLength: 100, description: 'Id or part of the name.' },
    search: { type: 'string', minLength: 1, maxLength: 100, description: 'Part of the record\'s title or of the applicant\'s name.' },
  },
} as const;
const decision = {
  type: 'object', additionalProperties: false,
  properties: {
    outcome: { type: 'string', maxLength: 100, description: 'One of the outcomes of the task; may be left out when there is only one.' },
    opinion: { type: ['string', 'null'], maxLength: 2000 },
    values: { type: 'object', description: 'New values of the fields that the task lets people change.' },
    version: { type: 'integer', description: 'Version of the record that was looked at; a record changed since is refused.' },
    signers: { type: 'array', maxItems: 50, items: { type: 'string', maxLength: 60 }, description: 'Who signs the next step, where that is chosen here.' },
  },
} as const;
const nothing = { type: ['object', 'null'], additionalProperties: false } as const;

/** `/api/tasks`: what a person has to do, and doing it. */
export async function taskRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { box: Box; page: number; pageSize: number } & BoxFilter }>('/api/tasks', { schema: { tags, summary: 'Tasks of a box', querystring: page } },
    async (request) => tasksIn(contextOf(request), request.query.box, request.query));

  app.get<{ Params: { id: string } }>('/api/tasks/:id', { schema: { tags, summary: 'One task with the record as its people see it', params: id } },
    async (request) => taskPage(contextOf(request), request.params.id));

  app.post<{ Params: { id: string } }>('/api/tasks/:id/claim', { schema: { tags, summary: 'Take a task', params: id, body: nothing } }, async (request) => {
    await claim(contextOf(request), request.params.id);
    return taskPage(contextOf(request), request.params.id);
  });

  app.post<{ Params: { id: string } }>('/api/tasks/:id/unclaim', { schema: { tags, summary: 'Give a task back', params: id, body: nothing } }, async (request) => {
    await unclaim(contextOf(request), request.params.id);
    return taskPage(contextOf(request), request.params.id);
  });

  app.post<{ Params: { id: string }; Body: Omit<Decision, 'opinion'> & { opinion?: string | null } }>('/api/tasks/:id/complete', { schema: { tags, summary: 'Finish a task', params: id, body: decision } }, async (request) => {
    const { opinion, ...rest } = request.body;
    return complete(contextOf(request), request.params.id, { ...rest, ...(opinion == null ? {} : { opinion }) });
  });
}
