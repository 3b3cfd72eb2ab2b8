import { todayOf } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Condition } from '../../model/model.ts';
import { periodKey } from '../../model/periods.ts';
import { problem } from '../../problems.ts';
import { compileReport, maxGroups } from './compile-report.ts';
import { planFigures, type ReportPlan, type ReportRequest } from './report-plan.ts';
import { columnsOf, recordOf, type ReportColumn } from './report-columns.ts';
import { checkReach, requireReport } from './report-rights.ts';
import { shapeFigures, timeIndex } from './shape-figures.ts';

/** Figures of a report: groups, measures, and the totals over all records, worked out from the records and not from the rows. */
export interface ReportResult {
  columns: ReportColumn[];
  /** Values by column; `$mark` tells `gap`, `others` and the `incomplete` period. */
  rows: Record<string, unknown>[];
  totals: Record<string, unknown>;
  /** With a pivot: totals of its rows and columns; the dimension that is summed up is left out. */
  subtotals?: Record<string, unknown>[];
  /** There are more groups than are shown. */
  more: boolean;
  /** The filter in force, defaults included. */
  filter: Condition;
  /** Moment of the figures. */
  at: string;
}

/** Runs a report as one statement under the reader's rules for rows and fields. */
export async function runReport(ctx: Context, key: string, request: ReportRequest = {}): Promise<ReportResult> {
  const report = requireReport(ctx, key);
  const plan = planFigures(ctx, report, request);
  await checkReach(ctx, plan);
  const { text, values } = compileReport(ctx, plan);
  const { rows } = await ctx.db.query<Record<string, unknown>>(text, values).catch((error: unknown) => {
    if (Object(error).code === '57014') throw problem('report.too-slow');
    throw error;
  });
  const kept = cut(plan, rows);
  const shaped = shapeFigures(plan, kept, ctx.services.clock);
  const at = timeIndex(plan);
  const grain = plan.dimensions[at]?.grain;
  const current = grain && periodKey(grain, todayOf(ctx.services.clock));
  const records = shaped.groups.map((group) => {
    const record = recordOf(plan, group);
    const mark = group.mark ?? (current !== undefined && group.keys[at] === current ? 'incomplete' : undefined);
    return mark ? { ...record, $mark: mark } : record;
  });
  return {
    columns: columnsOf(ctx, plan), rows: records, totals: recordOf(plan, shaped.totals, true), more: kept.length < rows.length, filter: plan.filter, at: ctx.services.clock.now().toISOString(),
    ...(shaped.subtotals.length > 0 ? { subtotals: shaped.subtotals.map((group) => recordOf(plan, group, true)) } : {}),
  };
}

/** Too many groups are cut where their order is known, and refused where every one of them counts. */
function cut(plan: ReportPlan, rows: Record<string, unknown>[]): Record<string, unknown>[] {
  const isDetail = (row: Record<string, unknown>) => plan.dimensions.every((_, i) => row[`h${i}`] === 0);
  const details = rows.filter(isDetail);
  if (plan.dimensions.length === 0 || details.length <= maxGroups) return rows;
  const { report } = plan;
  const sorted = report.measures.find((m) => m.name === report.sort[0]?.replace(/^-/, ''));
  if (report.top || report.suppressBelow || sorted?.how.kind === 'compute' || report.measures.some((m) => m.rank || m.running || m.compare.includes('peers'))) throw problem('report.too-many-groups', { max: maxGroups });
  const last = new Set(details.slice(maxGroups));
  return rows.filter((row) => !last.has(row));
}
