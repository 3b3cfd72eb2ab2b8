import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { entityOf } from '../../model/model.ts';
import { readContent } from '../../model/questionnaire/index.ts';
import { problem } from '../../problems.ts';
import type { Services } from '../context.ts';
import { create } from '../operations/create.ts';
import { get } from '../operations/get.ts';
import { contentDisposition } from '../files/index.ts';
import { overallOf, statisticsOf, writeAnswers } from '../questionnaires/index.ts';
import { target } from './records.ts';

interface Params { app: string; entity: string; id: string; action: string }
const tags = ['questionnaires'];
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;

/** `/api/questionnaires`: what the builder and the statistics page of the staff ask for. */
export async function questionnaireRoutes(app: FastifyInstance, services: Services): Promise<void> {
  app.get<{ Params: Params }>('/api/questionnaires/:app/:entity/:id/statistics', { schema: { tags, summary: 'Figures of one questionnaire' } }, async (request) => {
    const { ctx, entity } = bankOf(request);
    return statisticsOf(ctx, entity, request.params.id);
  });

  app.get<{ Params: Params; Querystring: { from?: string; to?: string } }>('/api/questionnaires/:app/:entity/statistics', {
    schema: { tags, summary: 'Figures over all of a period', querystring: { type: 'object', additionalProperties: false, properties: { from: day, to: day } } },
  }, async (request) => {
    const { ctx, entity } = bankOf(request);
    return overallOf(ctx, entity, request.query);
  });

  app.get<{ Params: Params }>('/api/questionnaires/:app/:entity/:id/answers.xlsx', { config: { rateLimit: { max: 30, timeWindow: '1 minute' } }, schema: { tags, summary: 'All answers as a spreadsheet' } }, async (request, reply) => {
    const { ctx, entity } = bankOf(request);
    const folder = join(services.home, 'exports', 'tmp');
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${randomUUID()}.xlsx`);
    const { name } = await writeAnswers(ctx, entity, request.params.id, path);
    const content = createReadStream(path);
    content.on('close', () => { void rm(path, { force: true }); });
    return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').header('content-disposition', contentDisposition('attachment', name)).send(content);
  });

  app.post<{ Params: Params; Body: { content: unknown } }>('/api/questionnaires/:app/:entity/check', { schema: { tags, summary: 'What is wrong with a questionnaire', body: { type: 'object', additionalProperties: false, required: ['content'], properties: { content: {} } } } }, async (request) => {
    const { ctx } = bankOf(request);
    return { problems: readContent(request.body.content).problems.map(({ pointer, message }) => ({ pointer, message: ctx.locale === 'en' ? message.en : message.zh })) };
  });

  app.post<{ Params: Params }>('/api/questionnaires/:app/:entity/:id/copy', { schema: { tags, summary: 'A new draft with the same questions', body: { type: ['object', 'null'] } } }, async (request, reply) => {
    const { ctx, entity } = bankOf(request);
    const source = await get(ctx, entity, request.params.id);
    const left = ['name', 'views', 'collected', 'source', 'publishedAt', 'startsAt', 'endsAt', entity.states?.field];
    const kept = entity.fields.filter((field) => field.column && field.type !== 'sequence' && !field.computed && !field.readOnly && !field.unique && !left.includes(field.name) && source[field.name] != null);
    const values = Object.fromEntries(kept.map((field) => [field.name, field.reference ? (source[field.name] as { id: string }).id : source[field.name]]));
    const { id } = await create(ctx, entity, { ...values, name: `${String(source['name'])}（新版本）`.slice(0, entity.byName.get('name')?.maxLength ?? 400) });
    return reply.code(201).send({ id });
  });
}

function bankOf(request: FastifyRequest<{ Params: Params }>) {
  const found = target(request);
  if (!found.entity.questionnaires || !entityOf(found.ctx.model, found.entity.questionnaires.answers)) throw problem('not-found');
  return found;
}
