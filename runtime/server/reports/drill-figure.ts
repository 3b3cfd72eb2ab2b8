import { DateTime } from 'luxon';
import { entityOf, type Condition, type Measure, type Report } from '../../model/model.ts';
import { movedStart, periodStart } from '../../model/periods.ts';
import { invalid, problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { resolvePath } from '../query/path.ts';
import { levelDigits } from './dimension-sql.ts';
import { pathIn, planFigures, type PlannedDimension, type ReportPlan, type ReportRequest } from './report-plan.ts';
import { checkReach, requireReport } from './report-rights.ts';
import { rangeCondition } from './report-shift.ts';

/** Where the records behind a figure are shown, and the condition that leaves exactly them. */
export interface Drill { app: string; list: string; filter: Condition }

/** The way from one figure of a report to the records behind it. */
export async function drillFigure(ctx: Context, key: string, request: ReportRequest & { row: Record<string, unknown>; measure: string }): Promise<Drill> {
  const report = requireReport(ctx, key);
  const plan = planFigures(ctx, report, request);
  await checkReach(ctx, plan);
  const measure = recordsOf(report, request.measure);
  const source = report.sources.find((s) => s.name === measure.source);
  const list = source ? source.drill : report.drill;
  if (list === undefined || report.suppressBelow !== undefined || !measure.drill) throw problem('not-found');
  for (const name of Object.keys(request.row)) if (!report.dimensions.some((d) => d.name === name)) throw invalid([{ field: name, code: 'request.unknown-field', params: { name, suggestion: '' } }]);
  const at = (path: string): string | undefined => source ? pathIn(report, path, source.name) : path;
  const parts: Condition[] = [source ? source.where : report.where, measure.where].filter((c): c is Condition => c !== undefined);
  for (const [path, condition] of Object.entries(plan.filter)) {
    const own = at(path);
    if (own !== undefined) parts.push({ [own]: condition });
  }
  const entity = entityOf(ctx.model, source?.entity ?? report.entity);
  for (const dimension of plan.dimensions.filter((d) => d.name in request.row)) {
    const own = source ? dimension.in[source.name] : dimension.path;
    if (own !== undefined) parts.push(groupCondition(ctx, plan, dimension, own, resolvePath(ctx.model, entity, own).field.type, request.row[dimension.name]));
  }
  const [app = '', name = ''] = list.split('/');
  return { app, list: name, filter: parts.length === 0 ? {} : parts.length === 1 ? parts[0]! : { $and: parts } };
}

/** The measure whose records stand behind a figure: of a ratio those above its line. */
function recordsOf(report: Report, name: string): Measure {
  const measure = report.measures.find((m) => m.name === name && !m.hidden);
  if (!measure) throw problem('request.bad-value', { name: `measure=${name}` });
  const behind = (m: Measure): Measure => m.how.kind === 'ratio' ? behind(report.measures.find((x) => x.name === (m.how as { of: string }).of)!) : m;
  return { ...behind(measure), drill: measure.drill };
}

/** The condition for a group, as the statement makes groups. */
function groupCondition(ctx: Context, _plan: ReportPlan, { grain, level }: PlannedDimension, path: string, type: string, raw: unknown): Condition {
  const value = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : raw;
  // Nothing there, or nothing behind a reference that may be seen: neither has a value.
  if (value === null || value === undefined) return path.includes('.') ? { $not: { [path]: { $exists: true } } } : { [path]: { $exists: false } };
  if (grain) {
    const start = periodStart(grain, String(value));
    if (start === undefined) throw problem('request.bad-value', { name: path });
    const { zone } = ctx.services.clock;
    return { [path]: rangeCondition({ from: DateTime.fromISO(start, { zone }), before: DateTime.fromISO(movedStart(grain, start, 1), { zone }) }, type) };
  }
  if (level) {
    const code = String(value);
    // A record of a wider area than the level stands in a group of its own.
    const isWider = code.length < levelDigits[level] || (level === 'city' ? code.endsWith('0000') : code.length === 6 && code.endsWith('00'));
    return { [path]: isWider ? code : { $below: code } };
  }
  return { [path]: value };
}
