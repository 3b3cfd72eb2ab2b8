import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { runReport } from '../reports/run-report.ts';
import { parsedFilter } from './records.ts';
import { contextOf } from './request-context.ts';

/** Figures over records. */
export async function reportsRoutes(app: FastifyInstance, _services: Services): Promise<void> {
  app.get<{ Params: { app: string; report: string }; Querystring: { filter?: string } }>('/api/reports/:app/:report', {
    schema: { tags: ['reports'], querystring: { type: 'object', additionalProperties: false, properties: { filter: { type: 'string', maxLength: 8000 } } } },
  }, async (request) => runReport(contextOf(request), `${request.params.app}/${request.params.report}`, parsedFilter(request.query.filter).filter));
}
