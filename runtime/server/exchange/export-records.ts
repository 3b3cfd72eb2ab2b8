import { problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import { recordEvent } from '../audit/index.ts';
import { todayOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { transaction } from '../db/transaction.ts';
import { buildQuery } from '../operations/find.ts';
import { toRecords } from '../operations/record-json.ts';
import { requireOperation } from '../operations/require.ts';
import type { Predicate } from '../query/condition.ts';
import { countStatement, planSelect } from '../query/plan-select.ts';
import type { Query } from '../query/plan-select.ts';
import { columnsOf } from './export-columns.ts';
import { resolveExport } from './export-request.ts';
import type { ExportRequest } from './export-request.ts';
import { openCsv } from './csv-writer.ts';
import { openSheet } from './sheet-writer.ts';

/** More rows than this are no list for people; a data service serves machines. */
export const mostRows = 200_000;
const batch = 250;

/** Refuses an export that the person may not make or that names unknown fields, before anybody waits for it. */
export async function checkExport(ctx: Context, request: ExportRequest): Promise<{ total: number; label: string }> {
  const { entity, input } = resolveExport(ctx.model, request);
  requireOperation(ctx, entity, 'read');
  if (!request.approved) requireOperation(ctx, entity, 'export');
  const { text, values } = countStatement(ctx, entity, buildQuery(ctx, entity, input, exportable(ctx, request), mostRows, 0), mostRows + 1);
  const total = Number((await ctx.db.query<{ total: number }>(text, values)).rows[0]?.total ?? 0);
  if (total > mostRows) throw problem('export.too-many', { max: mostRows });
  return { total, label: ctx.locale === 'en' ? entity.label.en : entity.label.zh };
}

/** Rows that may be both read and exported. */
function exportable(ctx: Context, request: ExportRequest): Predicate {
  const access = accessTo(ctx, resolveExport(ctx.model, request).entity);
  const parts = [access.rows('read'), ...request.approved ? [] : [access.rows('export')]].filter((part) => part.kind !== 'all');
  return parts.length === 0 ? { kind: 'all' } : parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts };
}

/** Writes the records as a spreadsheet under the context's rights: one snapshot, a few hundred rows in memory at a time. */
export async function exportRecords(ctx: Context, request: ExportRequest, { path, progress }: { path: string; progress: (done: number, total: number) => Promise<void> }): Promise<{ name: string; type: string; rows: number }> {
  const { total, label } = await checkExport(ctx, request);
  const { entity, list, input } = resolveExport(ctx.model, request);
  const query = buildQuery(ctx, entity, input, exportable(ctx, request), mostRows, 0);
  const columns = columnsOf(ctx, query.fields.filter((path_) => isAsked(query, input.fields, path_.text)), list);
  const sheet = request.format === 'csv' ? openCsv(path, columns, ctx) : openSheet(path, label, columns, ctx, request.watermark);
  let done = 0;
  try {
    await transaction(ctx.services.pool, async (client) => {
      const inner = { ...ctx, db: client };
      const { plan, values } = planSelect(inner, entity, query);
      await client.query(`declare export_rows no scroll cursor for ${plan.text}`, values);
      for (;;) {
        const { rows } = await client.query<Record<string, unknown>>(`fetch ${batch} from export_rows`);
        if (rows.length === 0) break;
        await sheet.write(await toRecords(inner, plan, rows));
        done += rows.length;
        await progress(done, Math.max(total, done));
      }
    }, { isolation: 'repeatable read', retries: 0 });
  } finally {
    await sheet.close();
  }
  const asked = { ...(request.filter ? { filter: request.filter } : {}), ...(request.search ? { search: request.search } : {}) };
  await recordEvent(ctx, { event: 'record.export', result: 'done', entity, summary: `${done} 条；字段：${columns.map((c) => c.path).join('、')}${Object.keys(asked).length > 0 ? `；条件：${JSON.stringify(asked)}` : ''}` });
  return { name: `${label} ${todayOf(ctx.services.clock)}.${request.format ?? 'xlsx'}`, type: request.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', rows: done };
}

/** `buildQuery` adds what every record carries; people get what they asked for. */
function isAsked(query: Query, asked: readonly string[] | undefined, path: string): boolean {
  return asked ? asked.includes(path) : !['id', 'version', 'createdAt', 'updatedAt'].includes(path) && query.fields.length > 0;
}
