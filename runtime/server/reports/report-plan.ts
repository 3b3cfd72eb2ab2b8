import { DateTime } from 'luxon';
import { entityOf, type AreaLevel, type Condition, type Entity, type Grain, type Measure, type Report, type ReportDimension } from '../../model/model.ts';
import { grains, movedStart, periodStart } from '../../model/periods.ts';
import { invalid, problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { buildQuery } from '../operations/find.ts';
import { parseCondition, type ConditionValues, type Predicate } from '../query/condition.ts';
import { resolvePath, type ResolvedPath } from '../query/path.ts';
import { rangeCondition, rangeOf, shiftsOf, type Range, type Shift } from './report-shift.ts';

/** What a reader asks of a report. */
export interface ReportRequest {
  filter?: Condition; by?: readonly string[]; grain?: Grain; level?: AreaLevel;
  /** Only rows that may be exported too. */
  isExport?: boolean;
}

export interface PlannedDimension extends ReportDimension { resolved: ResolvedPath }

/** One entity of a report: its rows, and where it has the dimensions and the time. */
export interface PlannedSource { name: string | undefined; entity: Entity; where: Predicate[]; paths: (ResolvedPath | undefined)[]; time?: ResolvedPath }

/** A report as one reader asks for it; everything named is resolved and allowed. */
export interface ReportPlan {
  report: Report;
  dimensions: PlannedDimension[];
  sources: PlannedSource[];
  /** Measures that are made of records. */
  base: Measure[];
  shifts: Shift[];
  range: Range | undefined;
  /** The filter in force, defaults included, for the page. */
  filter: Condition;
}

const maxFilters = 20;

/** Resolves a request against a report; what it does not offer is refused by name. */
export function planFigures(ctx: Context, report: Report, request: ReportRequest): ReportPlan {
  const entity = entityOf(ctx.model, report.entity);
  const dimensions = chosenDimensions(report, request).map((d) => ({ ...d, resolved: resolvePath(ctx.model, entity, d.path) }));
  const filter = filterInForce(report, request.filter);
  const values = valuesOf(ctx);
  const time = report.time === undefined ? undefined : resolvePath(ctx.model, entity, report.time);
  for (const path of Object.keys(filter)) filter[path] = plainTime(ctx, entity, path, filter[path]);
  const { [report.time ?? '']: timeCondition, ...others } = filter;
  const asked = time && timeCondition !== undefined ? parseCondition(ctx.model, entity, { [time.text]: timeCondition }, values) : undefined;
  const range = asked && time && rangeOf(asked, time.field.type, ctx.services.clock.zone);
  const query = buildQuery(ctx, entity, { filter: range ? others : filter, ...(report.where ? { where: report.where } : {}), fields: ['id'] }, accessTo(ctx, entity).rows('read'), 1, 0);
  const main: PlannedSource = { name: undefined, entity, where: [query.rows, query.where, request.isExport ? accessTo(ctx, entity).rows('export') : { kind: 'all' as const }].filter((p) => p.kind !== 'all'), paths: dimensions.map((d) => d.resolved), ...(time ? { time } : {}) };
  const sources = report.sources.map((source): PlannedSource => {
    const other = entityOf(ctx.model, source.entity);
    const mapped = Object.fromEntries(Object.entries(range ? others : filter).flatMap(([path, condition]) => { const own = pathIn(report, path, source.name); return own === undefined ? [] : [[own, condition]]; }));
    const where = [accessTo(ctx, other).rows('read'), ...[source.where, mapped].map((c) => c === undefined ? { kind: 'all' as const } : parseCondition(ctx.model, other, c, values))];
    const timePath = report.time === undefined ? undefined : pathIn(report, report.time, source.name);
    return {
      name: source.name, entity: other, where: where.filter((p) => p.kind !== 'all'), paths: dimensions.map((d) => { const own = d.in[source.name]; return own === undefined ? undefined : resolvePath(ctx.model, other, own); }),
      ...(timePath ? { time: resolvePath(ctx.model, other, timePath) } : {}),
    };
  });
  const base = report.measures.filter((m) => m.how.kind !== 'ratio' && m.how.kind !== 'compute');
  const used = new Set(base.map((m) => m.source));
  return {
    report, dimensions, base, range, filter, sources: [main, ...sources].filter((s) => s.name === undefined || used.has(s.name)),
    shifts: shiftsOf(report, dimensions.find((d) => d.path === report.time)?.grain, range),
  };
}

/** Values that conditions of definitions and requests may name. */
export function valuesOf(ctx: Context): ConditionValues {
  const { user } = ctx.principal;
  return { clock: ctx.services.clock, user: { id: user?.id, org: user?.org?.id, area: user?.org?.area } };
}

/** Where a source keeps what the report's entity has at a path. */
export function pathIn(report: Report, path: string, source: string): string | undefined {
  return report.filters.find((f) => f.path === path)?.in[source] ?? report.dimensions.find((d) => d.path === path)?.in[source];
}

function chosenDimensions(report: Report, { by, grain, level }: ReportRequest): ReportDimension[] {
  for (const name of by ?? []) if (!report.dimensions.some((d) => d.name === name)) throw problem('request.bad-value', { name: `by=${name}` });
  if (grain !== undefined && !report.dimensions.some((d) => d.grains.includes(grain))) throw problem('request.bad-value', { name: `grain=${grain}` });
  if (level !== undefined && !report.dimensions.some((d) => d.levels.includes(level))) throw problem('request.bad-value', { name: `level=${level}` });
  return report.dimensions.filter((d) => by === undefined || by.includes(d.name)).map((d) => ({
    ...d, ...(grain !== undefined && d.grains.includes(grain) ? { grain } : {}), ...(level !== undefined && d.levels.includes(level) ? { level } : {}),
  }));
}

/** Filters by path: those asked for, or else the defaults. */
function filterInForce(report: Report, asked: Condition | undefined): Condition {
  const known = new Set([...report.filters.map((f) => f.path), ...report.dimensions.map((d) => d.path)]);
  const pairs = asked === undefined ? report.filters.filter((f) => f.default !== undefined).map((f): [string, unknown] => [f.path, f.default]) : pairsOf(asked);
  if (pairs.length > maxFilters) throw problem('request.bad-value', { name: 'filter' });
  const out: Condition = {};
  for (const [path, condition] of pairs) {
    if (!known.has(path) || path in out) throw invalid([{ field: path, code: 'request.unknown-field', params: { name: path, suggestion: '' } }]);
    out[path] = condition;
  }
  for (const filter of report.filters) {
    const params = { label: filter.label ?? { zh: filter.path, en: filter.path } };
    if (filter.required && out[filter.path] === undefined) throw invalid([{ field: filter.path, code: 'field.required', params }]);
    const list = Object(out[filter.path]) as { $in?: unknown };
    if (filter.maxValues !== undefined && Array.isArray(list.$in) && list.$in.length > filter.maxValues) throw invalid([{ field: filter.path, code: 'report.too-many-values', params: { ...params, max: filter.maxValues } }]);
  }
  return out;
}

/** A filter is a set of conditions that all hold; how it is nested does not matter. */
function pairsOf(condition: Condition): [string, unknown][] {
  return Object.entries(condition).flatMap(([key, value]) => key !== '$and' ? [[key, value] as [string, unknown]]
    : Array.isArray(value) ? value.flatMap((part) => pairsOf(Object(part) as Condition)) : [['$and', value] as [string, unknown]]);
}

/** Limits of time as plain days and moments: `{ "$during": "this-month" }` worked out, and a period as reports write it (`2026-04`, `2026-Q2`) taken apart. */
function plainTime(ctx: Context, entity: Entity, path: string, condition: unknown): unknown {
  const { field } = resolvePath(ctx.model, entity, path);
  if (field.type !== 'date' && field.type !== 'datetime') return condition;
  const { zone } = ctx.services.clock;
  if (typeof condition === 'string') for (const grain of grains.filter((g) => g !== 'day')) {
    const start = periodStart(grain, condition);
    if (start !== undefined) return rangeCondition({ from: DateTime.fromISO(start, { zone }), before: DateTime.fromISO(movedStart(grain, start, 1), { zone }) }, field.type);
  }
  const range = rangeOf(parseCondition(ctx.model, entity, { [path]: condition }, valuesOf(ctx)), field.type, zone);
  return range ? rangeCondition(range, field.type) : condition;
}
