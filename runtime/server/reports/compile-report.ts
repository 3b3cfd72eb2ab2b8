import { DateTime } from 'luxon';
import { entityOf, type Measure } from '../../model/model.ts';
import { accessTo, readRule } from '../access/access.ts';
import type { Context } from '../context.ts';
import { joined, raw, sql, toNative, type Fragment } from '../db/builder.ts';
import { parseCondition, type Predicate } from '../query/condition.ts';
import type { Hop, ResolvedPath } from '../query/path.ts';
import { predicateSql } from '../query/predicate-sql.ts';
import { dimensionSql } from './dimension-sql.ts';
import { movedBack, rangeCondition, type Range, type Shift } from './report-shift.ts';
import { valuesOf, type PlannedSource, type ReportPlan } from './report-plan.ts';

/** Most groups that a report shows. */
export const maxGroups = 5000;

/** A compiled report. Row columns: `h<i>` 1 where dimension i is summed up, `d<i>` its value, `t<i>` its title, `v<shift>_<measure>`, `b<shift>_<measure>` records behind. */
export function compileReport(ctx: Context, plan: ReportPlan): { text: string; values: unknown[] } {
  const builder = { ctx, plan };
  const whole = plan.sources.filter((s) => s.paths.every((p) => p !== undefined));
  const partial = plan.sources.filter((s) => !whole.includes(s));
  const branches = whole.flatMap((source) => shiftsIn(plan, source).map((shift) => branchSql(builder, source, shift, true)));
  const dims = plan.dimensions.map((_, i) => i);
  const cells = allCells(plan);
  const keys = dims.flatMap((i) => [raw('??', [`h${i}`]), raw('??', [`d${i}`])]);
  const figures = branches.length === 1 ? branches[0]! : raw(`select ${keys.length > 0 ? '?, ' : ''}? from (?) u${keys.length > 0 ? ' group by ?' : ''}`, [
    ...(keys.length > 0 ? [list(keys)] : []), list(cells.filter((c) => c.source.paths.every((p) => p !== undefined)).map((c) => raw('max(??) as ??', [c.name, c.name]))),
    unionOf(branches), ...(keys.length > 0 ? [list(keys)] : []),
  ]);
  const joins: Fragment[] = [];
  const selected: Fragment[] = [raw('f.*')];
  const titles = dims.map((i) => titleSql(ctx, plan.dimensions[i]!.resolved, i, joins));
  titles.forEach((title, i) => { if (title) selected.push(raw('? as ??', [title, `t${i}`])); });
  partial.forEach((source, k) => {
    const alias = `p${k}`;
    const own = dims.filter((i) => source.paths[i]);
    const parts = shiftsIn(plan, source).map((shift) => branchSql(builder, source, shift, false));
    const columns = own.flatMap((i) => [raw('??', [`h${i}`]), raw('??', [`d${i}`])]);
    const cellsOf = cells.filter((c) => c.source === source);
    const body = parts.length === 1 ? parts[0]! : raw(`select ${columns.length > 0 ? '?, ' : ''}? from (?) u${columns.length > 0 ? ' group by ?' : ''}`, [
      ...(columns.length > 0 ? [list(columns)] : []), list(cellsOf.map((c) => raw('max(??) as ??', [c.name, c.name]))), unionOf(parts), ...(columns.length > 0 ? [list(columns)] : []),
    ]);
    const on = own.map((i) => raw('?? = ?? and ?? is not distinct from ??', [`${alias}.h${i}`, `f.h${i}`, `${alias}.d${i}`, `f.d${i}`]));
    joins.push(raw('left join (?) ?? on ?', [body, alias, on.length > 0 ? joined(on, 'and') : raw('true')]));
    for (const cell of cellsOf) selected.push(raw('??', [`${alias}.${cell.name}`]));
  });
  const order = dims.length === 0 ? [] : [raw(`${dims.map(() => '??').join(' + ')} desc`, dims.map((i) => `f.h${i}`)), ...orderSql(plan, titles)];
  // Totals come first, so that they are never cut.
  const limit = maxGroups * (isPivoted(plan) ? 2 : 1) + 2;
  return toNative(raw(`select ? from (?) f${joins.map(() => ' ?').join('')}${order.length > 0 ? ' order by ?' : ''} limit ?`, [list(selected), figures, ...joins, ...(order.length > 0 ? [list(order)] : []), limit]) as never);
}

/** Do the figures have subtotals by row and column? */
export function isPivoted({ report, dimensions }: ReportPlan): boolean {
  return dimensions.length > 1 && dimensions.some((d) => d.name === report.pivot);
}

interface Cell { name: string; measure: Measure; source: PlannedSource; shift: Shift; kind: 'value' | 'basis' }

function allCells(plan: ReportPlan): Cell[] {
  return plan.sources.flatMap((source) => shiftsIn(plan, source).flatMap((shift) => plan.base.filter((m) => m.source === source.name).flatMap((measure): Cell[] => {
    const at = `${plan.shifts.indexOf(shift)}_${plan.base.indexOf(measure)}`;
    return [{ name: `v${at}`, measure, source, shift, kind: 'value' }, ...(plan.report.suppressBelow ? [{ name: `b${at}`, measure, source, shift, kind: 'basis' as const }] : [])];
  })));
}

/** A source that knows no time has the same figures always. */
export function shiftsIn(plan: ReportPlan, source: PlannedSource): Shift[] {
  return source.time ? plan.shifts : plan.shifts.slice(0, 1);
}

/** Groups of one source at one time. As part of a union it has empty columns for what the others measure. */
function branchSql({ ctx, plan }: { ctx: Context; plan: ReportPlan }, source: PlannedSource, shift: Shift, isWhole: boolean): Fragment {
  const builder = sql(sql.ref(`${source.entity.schema}.${source.entity.table}`).as('t') as never);
  const aliasOf = joiner(ctx, builder);
  const dims = source.paths.flatMap((path, i) => path ? [{ i, path }] : []);
  for (const { i, path } of dims) builder.select(raw('? as ??', [dimensionSql(ctx, plan.dimensions[i]!, path, aliasOf(path), path.text === source.time?.text ? shift : undefined), `d${i}`]) as never);
  const own = plan.base.filter((m) => m.source === source.name);
  own.forEach((measure, j) => {
    if ('path' in measure.how) { const path = resolveIn(ctx, source, measure.how.path); builder.select(raw('?? as ??', [`${aliasOf(path)}.${path.column}`, `x${j}`]) as never); }
    if (measure.where) builder.select(raw('? as ??', [predicateSql(ctx.model, parseCondition(ctx.model, source.entity, measure.where, valuesOf(ctx)), 't', readRule(ctx)), `w${j}`]) as never);
  });
  builder.select(raw('1 as one') as never);
  const where = [...source.where, ...(source.time && plan.range ? timePredicates(ctx, plan, source, shift) : [])];
  for (const predicate of where) builder.whereRaw('?', [predicateSql(ctx.model, predicate, 't', readRule(ctx))] as never);
  const rows = raw('?', [builder]);
  const cells = allCells(plan).filter((c) => isWhole ? c.source.paths.every((p) => p !== undefined) : c.source === source);
  const columns = [
    ...dims.flatMap(({ i }) => [raw('grouping(??) as ??', [`d${i}`, `h${i}`]), raw('??', [`d${i}`])]),
    ...cells.map((cell) => raw('? as ??', [cell.source === source && cell.shift === shift ? cellSql(cell, own.indexOf(cell.measure)) : raw(`null::${sqlType(cell)}`), cell.name])),
  ];
  if (dims.length === 0) return raw('select ? from ? r', [list(columns), rows]);
  return raw('select ? from ? r group by grouping sets ?', [list(columns), rows, groupingSets(plan, dims.map((d) => d.i))]);
}

function resolveIn(ctx: Context, source: PlannedSource, path: string): ResolvedPath {
  const predicate = parseCondition(ctx.model, source.entity, { [path]: null }, valuesOf(ctx));
  if (predicate.kind !== 'compare') throw new Error(`${path} is no path.`);
  return predicate.path;
}

function timePredicates(ctx: Context, plan: ReportPlan, source: PlannedSource, shift: Shift): Predicate[] {
  const condition = rangeCondition(movedBack(compared(ctx, plan, shift), shift), source.time!.field.type);
  return Object.keys(condition).length === 0 ? [] : [parseCondition(ctx.model, source.entity, { [source.time!.text]: condition }, valuesOf(ctx))];
}

/** A stretch that has not ended is compared with as much of the one before; period by period, the whole line is shown. */
function compared(ctx: Context, { range = {}, dimensions }: ReportPlan, shift: Shift): Range {
  if (shift.name === 'now' || dimensions.some((d) => d.grain) || !range.before) return range;
  const tomorrow = DateTime.fromJSDate(ctx.services.clock.now(), { zone: ctx.services.clock.zone }).startOf('day').plus({ days: 1 });
  return range.before > tomorrow && (!range.from || range.from < tomorrow) ? { ...range, before: tomorrow } : range;
}

/** Values behind a reference come under the reader's rule for the record there. */
function joiner(ctx: Context, builder: { joinRaw: (text: string, bindings: never) => unknown }): (path: ResolvedPath) => string {
  const joins = new Set<string>();
  return ({ hops }) => hops.reduce((prefix, hop: Hop) => {
    const alias = `${prefix}__${hop.name}`;
    if (!joins.has(alias)) {
      joins.add(alias);
      const target = entityOf(ctx.model, hop.to);
      builder.joinRaw('left join ??.?? as ?? on ?? = ?? and ?', [target.schema, target.table, alias, `${alias}.${hop.otherColumn}`, `${prefix}.${hop.ownColumn}`, predicateSql(ctx.model, accessTo(ctx, target).rows('read'), alias, readRule(ctx))] as never);
    }
    return alias;
  }, 't');
}

function groupingSets(plan: ReportPlan, dims: number[]): Fragment {
  const set = (some: number[]) => raw(`(${some.map(() => '??').join(', ')})`, some.map((i) => `d${i}`));
  const pivot = isPivoted(plan) ? plan.dimensions.findIndex((d) => d.name === plan.report.pivot) : -1;
  const sets = [dims, ...(dims.includes(pivot) && dims.length > 1 ? [dims.filter((i) => i !== pivot), [pivot]] : []), []];
  return raw(`(${sets.map(() => '?').join(', ')})`, sets.map(set));
}

function sqlType({ measure, kind }: Cell): string {
  return kind === 'basis' ? 'bigint' : measure.type === 'number' ? 'numeric' : measure.type === 'date' ? 'date' : 'timestamptz';
}

function cellSql({ measure, kind }: Cell, j: number): Fragment {
  const x = raw('??', [`x${j}`]);
  const only = measure.where ? raw(' filter (where ??)', [`w${j}`]) : raw(' ');
  if (kind === 'basis') return raw('count(*)?', [only]);
  switch (measure.how.kind) {
    case 'count': return raw('(count(*)?)::numeric', [only]);
    case 'sum': return measure.where && measure.empty === 'zero' ? raw('case when count(*) > 0 then coalesce(sum(?)?, 0) end::numeric', [x, only]) : raw('(sum(?)?)::numeric', [x, only]);
    case 'avg': return raw('(avg(?)?)::numeric', [x, only]);
    case 'min': return raw('min(?)?', [x, only]);
    case 'max': return raw('max(?)?', [x, only]);
    case 'distinct': return raw('(count(distinct ?)?)::numeric', [x, only]);
    case 'quantile': return raw('(percentile_cont(?::float8) within group (order by ?)?)::numeric', [measure.how.at, x, only]);
    default: throw new Error(`A measure by ${measure.how.kind} has no SQL.`);
  }
}

/** The title of the record behind a reference, shown to whoever sees the reference; titles that are references are followed. */
function titleSql(ctx: Context, { field }: ResolvedPath, i: number, joins: Fragment[]): Fragment | undefined {
  let { reference } = field;
  if (!reference) return undefined;
  let column = `f.d${i}`;
  for (let depth = 0; depth < 3; depth++) {
    const target = entityOf(ctx.model, reference.entity);
    const alias = `t${i}_${depth}`;
    joins.push(raw('left join ??.?? as ?? on ?? = ??', [target.schema, target.table, alias, `${alias}.${reference.key}`, column]));
    const title = target.byName.get(target.title);
    if (!title?.column) return raw('??::text', [`${alias}.id`]);
    column = `${alias}.${title.column}`;
    if (!title.reference) return raw('??::text', [column]);
    reference = title.reference;
  }
  return raw('??::text', [column]);
}

/** Order of the groups as far as SQL can tell it; measures worked out later order afterwards. */
function orderSql(plan: ReportPlan, titles: (Fragment | undefined)[]): Fragment[] {
  const byDimension = (i: number, down: boolean): Fragment => {
    const { field } = plan.dimensions[i]!.resolved;
    const way = down ? 'desc nulls last' : 'asc nulls last';
    if (titles[i] && field.type !== 'area') return raw(`? collate "zh-x-icu" ${way}`, [titles[i]]);
    if (field.options) return raw(`array_position(?::text[], ??) ${way}`, [raw('?', [field.options.map((o) => o.value)]), `f.d${i}`]);
    return raw(`?? ${way}`, [`f.d${i}`]);
  };
  const keys = plan.report.sort.flatMap((key): Fragment[] => {
    const name = key.replace(/^-/, '');
    const i = plan.dimensions.findIndex((d) => d.name === name);
    if (i >= 0) return [byDimension(i, key.startsWith('-'))];
    const value = plan.report.suppressBelow ? undefined : measureSql(plan, name);
    return value ? [raw(`? ${key.startsWith('-') ? 'desc' : 'asc'} nulls last`, [value])] : [];
  });
  return [...keys, ...plan.dimensions.map((_, i) => byDimension(i, false))];
}

/** The figure of now as SQL, where it is one; the order by a small figure that is not shown would tell it. */
export function measureSql(plan: ReportPlan, name: string): Fragment | undefined {
  const measure = plan.report.measures.find((m) => m.name === name);
  if (!measure) return undefined;
  if (measure.how.kind === 'compute') return undefined;
  if (measure.how.kind === 'ratio') {
    const [of, over] = [measureSql(plan, measure.how.of), measureSql(plan, measure.how.over)];
    return of && over && raw('? / nullif(?, 0)', [of, over]);
  }
  const k = plan.sources.filter((s) => s.paths.some((p) => p === undefined)).findIndex((s) => s.name === measure.source);
  return raw('??', [`${k < 0 ? 'f' : `p${k}`}.v0_${plan.base.indexOf(measure)}`]);
}

function list(parts: Fragment[]): Fragment {
  return raw(parts.map(() => '?').join(', '), parts);
}

function unionOf(branches: Fragment[]): Fragment {
  return raw(branches.map(() => '?').join(' union all '), branches);
}
