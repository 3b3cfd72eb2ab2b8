import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isGrain } from '../../model/periods.ts';
import type { AreaLevel } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import type { Services } from '../context.ts';
import { drillFigure } from '../reports/drill-figure.ts';
import { exportReport } from '../reports/export-report.ts';
import type { ReportRequest } from '../reports/report-plan.ts';
import { runReport } from '../reports/run-report.ts';
import { parsedFilter } from './records.ts';
import { contextOf } from './request-context.ts';

interface Query { filter?: string; by?: string; grain?: string; level?: AreaLevel; row?: string; measure?: string; format?: 'xlsx' | 'csv' | 'pdf' }

const asked = {
  filter: { type: 'string', maxLength: 8000, description: 'JSON condition over the filters and dimensions; left out: the defaults of the report' },
  by: { type: 'string', maxLength: 300, description: 'Names of the dimensions to group by, with commas; empty: totals alone; left out: all' },
  grain: { type: 'string', maxLength: 20, description: 'Another grain that the report offers' },
  level: { type: 'string', maxLength: 20, description: 'Another level of areas that the report offers' },
};
const query = (more: Record<string, unknown> = {}, required: string[] = []) => ({ type: 'object', additionalProperties: false, required, properties: { ...asked, ...more } });

/** Figures over records, the way to the records behind one, and sheets of them. */
export async function reportsRoutes(app: FastifyInstance, _services: Services): Promise<void> {
  type Route = { Params: { app: string; report: string }; Querystring: Query };
  app.get<Route>('/api/reports/:app/:report', { schema: { tags: ['reports'], querystring: query() } }, async (request) => runReport(contextOf(request), keyOf(request), requestOf(request.query)));

  app.get<Route>('/api/reports/:app/:report/drill', {
    schema: { tags: ['reports'], querystring: query({ row: { type: 'string', maxLength: 2000, description: 'JSON: values of the row by dimension; empty for the total' }, measure: { type: 'string', maxLength: 60 } }, ['measure']) },
  }, async (request) => drillFigure(contextOf(request), keyOf(request), { ...requestOf(request.query), row: rowOf(request.query.row), measure: request.query.measure ?? '' }));

  app.get<Route>('/api/reports/:app/:report/export', {
    schema: { tags: ['reports'], querystring: query({ format: { type: 'string', enum: ['xlsx', 'csv', 'pdf'], default: 'xlsx' } }) },
  }, async (request, reply) => {
    const { name, type, content } = await exportReport(contextOf(request), keyOf(request), { ...requestOf(request.query), format: request.query.format ?? 'xlsx' });
    return reply.type(type).header('content-disposition', `attachment; filename="report.${request.query.format ?? 'xlsx'}"; filename*=UTF-8''${encodeURIComponent(name)}`).send(content);
  });
}

function keyOf(request: FastifyRequest<{ Params: { app: string; report: string } }>): string {
  return `${request.params.app}/${request.params.report}`;
}

function requestOf({ filter, by, grain, level }: Query): ReportRequest {
  if (grain !== undefined && !isGrain(grain)) throw problem('request.bad-value', { name: `grain=${grain}` });
  return { ...parsedFilter(filter), ...(by === undefined ? {} : { by: by.split(',').filter((name) => name !== '') }), ...(grain === undefined ? {} : { grain }), ...(level === undefined ? {} : { level }) };
}

function rowOf(text: string | undefined): Record<string, unknown> {
  return parsedFilter(text).filter ?? {};
}
