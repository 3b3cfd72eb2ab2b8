import type { Clock } from '../../expressions/index.ts';
import type { Measure } from '../../model/model.ts';
import { periodKey } from '../../model/periods.ts';
import { shiftsIn } from './compile-report.ts';
import { fillPeriods } from './fill-periods.ts';
import type { ReportPlan } from './report-plan.ts';
import type { Shift } from './report-shift.ts';
import { suppressSmall } from './suppress-small.ts';

export type Figure = number | string | null;
export type Figures = Record<string, Figure>;
/** One group: values of its dimensions, and its figures at each time. */
export interface Group {
  /** Values of the dimensions as SQL gave them; `titles` of those that refer to records. */
  keys: unknown[];
  titles: (string | null)[];
  /** Which dimensions are summed up in this group. */
  summed: boolean[];
  at: Partial<Record<Shift['name'], Figures>>;
  basis: Partial<Record<Shift['name'], Record<string, number>>>;
  mark?: 'others' | 'gap';
  /** Figures beside the figure, by column name. */
  beside: Figures;
}

export interface Shaped { groups: Group[]; totals: Group; subtotals: Group[] }

/** Rows of the statement as groups with every measure worked out: derived measures, small figures, gaps, order, ranks, the highest, running totals. */
export function shapeFigures(plan: ReportPlan, rows: readonly Record<string, unknown>[], clock: Clock): Shaped {
  const all = rows.map((row) => groupOf(plan, row));
  if (plan.report.suppressBelow) suppressSmall(plan.report.suppressBelow, plan.base, all);
  for (const group of all) derive(plan, group, clock);
  const totals = all.find((g) => g.summed.every(Boolean)) ?? emptyGroup(plan);
  const details = plan.dimensions.length === 0 ? [] : all.filter((g) => g.summed.every((s) => !s));
  let groups = plan.range ? details : withinNow(plan, details);
  groups = fillPeriods(plan, groups, (keys, titles) => emptyGroup(plan, keys, titles));
  groups = ordered(plan, groups);
  addPeers(plan, groups);
  addRanks(plan, groups);
  groups = highest(plan, groups, clock);
  addRunning(plan, groups);
  return { groups, totals, subtotals: all.filter((g) => g !== totals && !details.includes(g)) };
}

function groupOf(plan: ReportPlan, row: Record<string, unknown>): Group {
  const group: Group = {
    keys: plan.dimensions.map((d, i) => d.grain && row[`d${i}`] !== null && row[`d${i}`] !== undefined ? periodKey(d.grain, String(row[`d${i}`])) : row[`d${i}`] ?? null),
    titles: plan.dimensions.map((_, i) => row[`t${i}`] === undefined || row[`t${i}`] === null ? null : String(row[`t${i}`])),
    summed: plan.dimensions.map((_, i) => row[`h${i}`] === 1), at: {}, basis: {}, beside: {},
  };
  plan.shifts.forEach((shift, s) => {
    const figures: Figures = {};
    const basis: Record<string, number> = {};
    plan.base.forEach((measure, j) => {
      const source = plan.sources.find((x) => x.name === measure.source);
      const from = source && shiftsIn(plan, source).includes(shift) ? s : 0;
      figures[measure.name] = figureOf(row[`v${from}_${j}`], measure);
      basis[measure.name] = Number(row[`b${from}_${j}`] ?? 0);
    });
    group.at[shift.name] = figures;
    group.basis[shift.name] = basis;
  });
  return group;
}

function figureOf(value: unknown, { type }: Measure): Figure {
  if (value === null || value === undefined) return null;
  return type === 'number' ? Number(value) : value instanceof Date ? value.toISOString() : String(value);
}

function emptyGroup(plan: ReportPlan, keys: unknown[] = plan.dimensions.map(() => null), titles: (string | null)[] = plan.dimensions.map(() => null)): Group {
  return { keys, titles, summed: plan.dimensions.map(() => false), at: Object.fromEntries(plan.shifts.map((s) => [s.name, Object.fromEntries(plan.report.measures.map((m) => [m.name, null]))])), basis: {}, beside: {} };
}

/** Works out ratios and computed measures, in the order in which they are declared. */
function derive(plan: ReportPlan, group: Group, clock: Clock): void {
  for (const figures of Object.values(group.at)) for (const measure of plan.report.measures) {
    const { how } = measure;
    if (how.kind === 'ratio') figures[measure.name] = ratio(figures[how.of], figures[how.over], how.per);
    if (how.kind === 'compute') {
      const missing = how.expression.names.some((name) => figures[name] === null || figures[name] === undefined);
      const value = missing ? null : how.expression.evaluate(figures, clock);
      figures[measure.name] = typeof value === 'number' && Number.isFinite(value) ? value : null;
    }
  }
}

function ratio(of: Figure | undefined, over: Figure | undefined, per: number): number | null {
  return typeof of !== 'number' || typeof over !== 'number' || over === 0 ? null : of * per / over;
}

/** Without limits of time, a comparison moves the last periods beyond those that there are. */
function withinNow(plan: ReportPlan, groups: Group[]): Group[] {
  const at = timeIndex(plan);
  if (at < 0 || plan.shifts.length === 1) return groups.filter((g) => plan.shifts.length === 1 || isNow(g));
  const periods = groups.filter(isNow).map((g) => String(g.keys[at] ?? '')).filter((k) => k !== '').sort();
  const [first, last] = [periods[0], periods.at(-1)];
  return groups.filter((g) => isNow(g) || (first !== undefined && last !== undefined && String(g.keys[at] ?? '') >= first && String(g.keys[at] ?? '') <= last));
}

function isNow(group: Group): boolean {
  return Object.values(group.at.now ?? {}).some((value) => value !== null);
}

/** Place of the dimension by time; -1 when there is none. */
export function timeIndex({ dimensions }: ReportPlan): number {
  return dimensions.findIndex((d) => d.grain !== undefined);
}

/** SQL cannot order by every measure; what it could order by stays as it is. */
function ordered(plan: ReportPlan, groups: Group[]): Group[] {
  const [first = ''] = plan.report.sort;
  const measure = plan.report.measures.find((m) => m.name === first.replace(/^-/, ''));
  return measure ? byFigure(groups, measure.name, first.startsWith('-')) : groups;
}

/** The order stays as it was among equals; empty figures come last. */
function byFigure(groups: Group[], name: string, down: boolean): Group[] {
  const value = (g: Group) => g.at.now?.[name] ?? null;
  return [...groups].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    const order = x < y ? -1 : x > y ? 1 : 0;
    return down ? -order : order;
  });
}

/** Competition ranking: equal figures share a place, the next place is left out. */
function addRanks(plan: ReportPlan, groups: Group[]): void {
  for (const measure of plan.report.measures.filter((m) => m.rank)) {
    const within = plan.dimensions.findIndex((d) => d.name === measure.rankWithin);
    for (const part of partsOf(groups, (g) => within < 0 ? '' : String(g.keys[within]))) {
      const sorted = byFigure(part, measure.name, measure.rank === 'down');
      let place = 0;
      sorted.forEach((group, i) => {
        const value = group.at.now?.[measure.name] ?? null;
        if (i === 0 || value !== (sorted[i - 1]!.at.now?.[measure.name] ?? null)) place = i + 1;
        group.beside[`${measure.name}Rank`] = value === null ? null : place;
      });
    }
  }
}

function addPeers(plan: ReportPlan, groups: Group[]): void {
  const at = timeIndex(plan);
  for (const measure of plan.report.measures.filter((m) => m.compare.includes('peers'))) {
    for (const part of partsOf(groups, (g) => at < 0 ? '' : String(g.keys[at]))) {
      const values = part.map((g) => g.at.now?.[measure.name]).filter((v): v is number => typeof v === 'number');
      for (const group of part) group.beside[`${measure.name}Peers`] = values.length === 0 ? null : values.reduce((sum, v) => sum + v, 0) / values.length;
    }
  }
}

/** The highest rows with all that equal the last of them; the others in one row. */
function highest(plan: ReportPlan, groups: Group[], clock: Clock): Group[] {
  const { top } = plan.report;
  if (!top || plan.dimensions.length === 0) return groups;
  const sorted = byFigure(groups.filter((g) => (g.at.now?.[top.by] ?? null) !== null), top.by, top.down);
  const limit = sorted[top.count - 1]?.at.now?.[top.by];
  const shown = limit === undefined ? sorted : sorted.filter((g, i) => i < top.count || g.at.now?.[top.by] === limit);
  const rest = groups.filter((g) => !shown.includes(g));
  if (!top.others || rest.length === 0) return shown;
  const others: Group = { ...emptyGroup(plan), mark: 'others' };
  for (const shift of plan.shifts) others.at[shift.name] = Object.fromEntries(plan.base.map((m) => [m.name, together(rest.map((g) => g.at[shift.name]?.[m.name] ?? null), m)]));
  derive(plan, others, clock);
  return [...shown, others];
}

function together(all: Figure[], { how }: Measure): Figure {
  const values = all.filter((v) => v !== null);
  if (values.length === 0) return null;
  switch (how.kind) {
    case 'count': case 'sum': return values.reduce<number>((sum, v) => sum + Number(v), 0);
    case 'min': return values.reduce((a, b) => a < b ? a : b);
    case 'max': return values.reduce((a, b) => a > b ? a : b);
    // An average of averages, or different values counted twice, would be wrong.
    default: return null;
  }
}

function addRunning(plan: ReportPlan, groups: Group[]): void {
  const at = timeIndex(plan);
  for (const measure of plan.report.measures.filter((m) => m.running)) {
    for (const part of partsOf(groups, (g) => JSON.stringify(g.keys.filter((_, i) => i !== at)))) {
      let sum = 0;
      let year = '';
      for (const group of [...part].sort((a, b) => String(a.keys[at]).localeCompare(String(b.keys[at])))) {
        const own = String(group.keys[at]).slice(0, 4);
        if (measure.running === 'year' && own !== year) { sum = 0; year = own; }
        const value = group.at.now?.[measure.name];
        if (typeof value === 'number') sum += value;
        group.beside[`${measure.name}Running`] = typeof value === 'number' ? sum : null;
      }
    }
  }
}

function partsOf(groups: Group[], key: (group: Group) => string): Group[][] {
  const parts = new Map<string, Group[]>();
  for (const group of groups) {
    if (group.mark === 'others') continue;
    const part = parts.get(key(group));
    if (part) part.push(group);
    else parts.set(key(group), [group]);
  }
  return [...parts.values()];
}
