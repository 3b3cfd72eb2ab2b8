import type { FastifyInstance } from 'fastify';
import { problem } from '../../problems.ts';
import type { Services } from '../context.ts';
import { checkExport, toExportRequest } from '../exchange/index.ts';
import { startUserJob } from '../jobs/index.ts';
import { contextOf } from './request-context.ts';

const names = { anyOf: [{ type: 'string', maxLength: 4000 }, { type: 'array', maxItems: 100, items: { type: 'string' } }] } as const;
const body = {
  type: 'object', additionalProperties: false,
  properties: { filter: { type: ['object', 'null'] }, search: { type: ['string', 'null'], maxLength: 200 }, sort: names, fields: names, list: { type: 'string' }, format: { type: 'string', enum: ['xlsx', 'csv'] } },
} as const;

/** `POST /api/records/:app/:entity/export`: a spreadsheet, made in the background. */
export async function exportRoutes(app: FastifyInstance, _services: Services): Promise<void> {
  app.post<{ Params: { app: string; entity: string }; Body: Record<string, unknown> | undefined }>('/api/records/:app/:entity/export', {
    schema: { tags: ['records'], summary: 'Export records as a spreadsheet', body, response: { 202: { type: 'object', properties: { job: { type: 'string' } } } } },
  }, async (request, reply) => {
    const ctx = contextOf(request);
    const entity = `${request.params.app}/${request.params.entity}`;
    if (!ctx.model.entities.has(entity)) throw problem('not-found');
    const wanted = toExportRequest({ ...request.body, entity });
    const { label } = await checkExport(ctx, wanted);
    return reply.code(202).send({ job: await startUserJob(ctx, 'export-records', label, { ...wanted }) });
  });
}
