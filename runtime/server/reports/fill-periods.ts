import { movedStart, periodKey, periodStart } from '../../model/periods.ts';
import { maxGroups } from './compile-report.ts';
import type { ReportPlan } from './report-plan.ts';
import type { Group } from './shape-figures.ts';

/** Adds the periods that have no records, in the order of time, so that a line shows a gap and no bridge. */
export function fillPeriods(plan: ReportPlan, groups: Group[], empty: (keys: unknown[], titles: (string | null)[]) => Group): Group[] {
  const at = plan.dimensions.findIndex((d) => d.grain !== undefined);
  const dimension = plan.dimensions[at];
  const [first = dimension?.name] = plan.report.sort;
  // Where figures decide the order there is no line of time.
  if (!dimension?.grain || plan.report.top || groups.length === 0 || first?.replace(/^-/, '') !== dimension.name) return groups;
  const periods = periodsOf(plan, groups, at);
  const others = new Map<string, Group[]>();
  for (const group of groups) {
    const key = keyWithout(group, at);
    others.set(key, [...(others.get(key) ?? []), group]);
  }
  if (periods.length * others.size > maxGroups) return groups;
  const lines = [...others.values()].map((line) => new Map(line.map((g) => [String(g.keys[at]), g])));
  const unknown = groups.filter((g) => g.keys[at] === null);
  const filled = (first.startsWith('-') ? [...periods].reverse() : periods).flatMap((period) => lines.map((line) => {
    const found = line.get(period);
    if (found) return found;
    const like = [...line.values()][0]!;
    const gap = empty(like.keys.map((k, i) => i === at ? period : k), like.titles);
    gap.mark = 'gap';
    return gap;
  }));
  // Where nothing happened there were no events; that is known, and no gap.
  if (dimension.gaps === 'zero') for (const group of filled) for (const figures of Object.values(group.at)) for (const m of plan.base) if (m.how.kind === 'count' || (m.how.kind === 'sum' && m.empty === 'zero')) figures[m.name] ??= 0;
  return [...filled, ...unknown];
}

function keyWithout(group: Group, at: number): string {
  return JSON.stringify(group.keys.filter((_, i) => i !== at));
}

/** Every period from the first to the last: of the filter where it has limits, else of the figures. */
function periodsOf(plan: ReportPlan, groups: Group[], at: number): string[] {
  const grain = plan.dimensions[at]!.grain!;
  const found = groups.map((g) => g.keys[at]).filter((k): k is string => typeof k === 'string').sort();
  const own = plan.dimensions[at]!.path === plan.report.time ? plan.range : undefined;
  const firstDay = own?.from ? movedStart(grain, own.from.toFormat('yyyy-MM-dd')) : periodStart(grain, found[0] ?? '');
  const lastDay = own?.before ? movedStart(grain, own.before.minus({ milliseconds: 1 }).toFormat('yyyy-MM-dd')) : periodStart(grain, found.at(-1) ?? '');
  const periods: string[] = [];
  for (let day = firstDay; day !== undefined && lastDay !== undefined && day <= lastDay && periods.length <= maxGroups; day = movedStart(grain, day, 1)) periods.push(periodKey(grain, day));
  return periods;
}
