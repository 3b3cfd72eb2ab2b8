import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from '../../problems.ts';
import type { Services } from '../context.ts';
import { contentDisposition } from '../files/index.ts';
import { startUserJob } from '../jobs/index.ts';
import { checkPrintable, printOne, templateOf } from '../print/index.ts';
import { contextOf } from './request-context.ts';

interface Params { app: string; entity: string; id: string; template: string }

const body = { type: 'object', additionalProperties: false, required: ['ids'], properties: { ids: { type: 'array', minItems: 1, maxItems: 300, uniqueItems: true, items: { type: 'string', maxLength: 40 } } } } as const;

/** `…/print/:template`: a record on paper, or several of them in the background. */
export async function printRoutes(app: FastifyInstance, services: Services): Promise<void> {
  app.get<{ Params: Params }>('/api/records/:app/:entity/:id/print/:template', { schema: { tags: ['records'], summary: 'A record on paper, as PDF' } }, async (request, reply) => {
    const { ctx, template } = asked(request);
    const { name, content } = await printOne(ctx, template, request.params.id, siteOf(request, services));
    return reply.type('application/pdf').headers({ 'content-disposition': contentDisposition('inline', name), 'x-frame-options': 'SAMEORIGIN', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'" }).send(content);
  });

  app.post<{ Params: Params; Body: { ids: string[] } }>('/api/records/:app/:entity/print/:template', {
    schema: { tags: ['records'], summary: 'Several records on paper: one PDF or a zip, made in the background', body, response: { 202: { type: 'object', properties: { job: { type: 'string' } } } } },
  }, async (request, reply) => {
    const { ctx, template } = asked(request);
    const site = siteOf(request, services);
    await checkPrintable(ctx, template, request.body.ids, site);
    const label = ctx.locale === 'en' ? template.label.en : template.label.zh;
    return reply.code(202).send({ job: await startUserJob(ctx, 'print-records', label, { entity: template.entity, template: template.name, ids: request.body.ids, site }) });
  });
}

function asked(request: FastifyRequest<{ Params: Params }>) {
  const ctx = contextOf(request);
  const entity = ctx.model.entities.get(`${request.params.app}/${request.params.entity}`);
  if (!entity) throw problem('not-found');
  return { ctx, template: templateOf(ctx, entity, request.params.template) };
}

/** Where people find the verification page. */
function siteOf(request: FastifyRequest, services: Services): string {
  return services.site ?? `${request.protocol}://${request.host}`;
}
