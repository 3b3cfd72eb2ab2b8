import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';
import { entityOf } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import { recordEvent } from '../audit/index.ts';
import { say } from '../client-model/client-field.ts';
import { todayOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { resolvePath } from '../query/path.ts';
import type { ReportColumn } from './report-columns.ts';
import { reportPdf } from './report-pdf.ts';
import type { ReportRequest } from './report-plan.ts';
import { requireReport } from './report-rights.ts';
import { runReport } from './run-report.ts';

type Cell = string | number;

/** The figures of a report as a sheet: what the page shows, rounded as there, with the totals below. */
export async function exportReport(ctx: Context, key: string, { format, ...request }: ReportRequest & { format: 'xlsx' | 'csv' | 'pdf' }): Promise<{ name: string; type: string; content: Buffer }> {
  const report = requireReport(ctx, key);
  const entity = entityOf(ctx.model, report.entity);
  const label = say(ctx, report.label);
  if (!accessTo(ctx, entity).can('export')) throw problem('access.denied', { action: { zh: `导出${report.label.zh}`, en: `export ${report.label.en}` } });
  const { columns, rows, totals, filter } = await runReport(ctx, key, { ...request, isExport: true });
  const texts = columns.map((column) => dimensionText(ctx, column, optionsAt(ctx, key, column.name)));
  const cells = (record: Record<string, unknown>, first?: string): Cell[] => columns.map((column, i) => {
    const value = record[column.name];
    if (column.role === 'dimension') return i === 0 && first !== undefined ? first : value === undefined ? '' : texts[i]!(value);
    return typeof value === 'number' ? value : value === null || value === undefined ? '—' : String(value);
  });
  const heads = columns.map((c) => c.unit === undefined ? c.label : `${c.label}（${c.unit}）`);
  const others = ctx.locale === 'en' ? 'Others' : '其他';
  const body = [...rows.map((row) => cells(row, row['$mark'] === 'others' ? others : undefined)), cells(totals, ctx.locale === 'en' ? 'Total' : '合计')];
  await recordEvent(ctx, { event: 'record.export', result: 'done', entity, summary: `${label}：${rows.length} 行${Object.keys(filter).length > 0 ? `；条件：${JSON.stringify(filter)}` : ''}` });
  const name = `${label} ${todayOf(ctx.services.clock)}.${format}`;
  if (format === 'csv') return { name, type: 'text/csv; charset=utf-8', content: Buffer.from(`\u{feff}${stringify([heads, ...body.map((line) => line.map((cell, i) => shown(cell, columns[i]!)))])}`) };
  if (format === 'pdf') return { name, type: 'application/pdf', content: await reportPdf({ zh: report.label.zh, en: report.label.en }, label, [heads, ...body.map((line) => line.map((cell, i) => String(shown(cell, columns[i]!))))], columns) };
  return { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: await toSheet(label, heads, body, columns) };
}

async function toSheet(label: string, heads: string[], body: Cell[][], columns: readonly ReportColumn[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(label.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31) || 'Sheet1', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((column, i) => ({ width: Math.min(40, Math.max(10, [...(heads[i] ?? '')].length * 2 + 2)), style: { numFmt: formatOf(column) } }));
  sheet.addRow(heads).font = { bold: true };
  for (const line of body) sheet.addRow(line);
  sheet.getRow(body.length + 1).font = { bold: true };
  return Buffer.from(await book.xlsx.writeBuffer());
}

function formatOf({ role, format, scale }: ReportColumn): string {
  if (role === 'dimension') return '@';
  const decimals = (count: number) => count > 0 ? `.${'0'.repeat(count)}` : '';
  if (format !== undefined) return `0${decimals(scale ?? 1)}%`;
  return scale === undefined ? 'General' : `#,##0${decimals(scale)}`;
}

/** A figure as text, as the sheet shows it. */
function shown(cell: Cell, { role, format, scale }: ReportColumn): Cell {
  if (typeof cell !== 'number' || role === 'dimension') return cell;
  if (format !== undefined) return `${(cell * 100).toFixed(scale ?? 1)}%`;
  return scale === undefined ? cell : cell.toFixed(scale);
}

function dimensionText(ctx: Context, column: ReportColumn, options: Map<string, string>): (value: unknown) => string {
  const english = ctx.locale === 'en';
  return (value) => {
    if (value === null) return english ? '(empty)' : '（空）';
    if (typeof value === 'boolean') return value ? (english ? 'yes' : '是') : english ? 'no' : '否';
    const text = typeof value === 'object' && 'title' in value ? String(value.title) : options.get(String(value)) ?? String(value);
    // A text that a spreadsheet could take for a formula is marked as text.
    return /^[=+\-@\t\r]/.test(text) && column.type !== 'period' ? `'${text}` : text;
  };
}

function optionsAt(ctx: Context, key: string, dimension: string): Map<string, string> {
  const report = ctx.model.reports.get(key);
  const path = report?.dimensions.find((d) => d.name === dimension)?.path;
  const field = report && path !== undefined ? resolvePath(ctx.model, entityOf(ctx.model, report.entity), path).field : undefined;
  return new Map(field?.options?.map((o) => [o.value, say(ctx, o.label)]));
}
