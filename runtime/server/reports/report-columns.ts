import type { Measure } from '../../model/model.ts';
import { say } from '../client-model/client-field.ts';
import type { Context } from '../context.ts';
import type { ReportPlan } from './report-plan.ts';
import type { Figure, Group } from './shape-figures.ts';

/** One column of a report. Columns beside a measure name it in `of`. */
export interface ReportColumn {
  name: string; label: string; type: string; role: 'dimension' | 'measure'; unit?: string; format?: 'percent' | 'points'; scale?: number; grain?: string;
  of?: string; kind?: Beside;
}

type Beside = 'previous' | 'previousChange' | 'lastYear' | 'lastYearChange' | 'peers' | 'running' | 'rank';

const words: Record<Beside, { zh: string; en: string }> = {
  previous: { zh: '上期', en: 'previous period' }, previousChange: { zh: '环比', en: 'change' }, lastYear: { zh: '去年同期', en: 'last year' }, lastYearChange: { zh: '同比', en: 'change on last year' },
  peers: { zh: '平均', en: 'average' }, running: { zh: '累计', en: 'running total' }, rank: { zh: '排名', en: 'rank' },
};

/** Columns of the dimensions asked for and of every measure that is shown. */
export function columnsOf(ctx: Context, plan: ReportPlan): ReportColumn[] {
  const dimensions = plan.dimensions.map((d): ReportColumn => ({ name: d.name, label: say(ctx, d.label ?? d.resolved.field.label), type: d.grain ? 'period' : d.resolved.field.type, role: 'dimension', ...(d.grain ? { grain: d.grain } : {}) }));
  const measures = plan.report.measures.filter((m) => !m.hidden).flatMap((m) => {
    const look = { role: 'measure' as const, type: m.type === 'number' ? 'decimal' : m.type, ...(m.unit ? { unit: say(ctx, m.unit) } : {}), ...(m.format === 'percent' ? { format: 'percent' as const } : {}), ...(m.scale === undefined ? {} : { scale: m.scale }) };
    const label = say(ctx, m.label);
    return [{ name: m.name, label, ...look }, ...besideOf(plan, m).map((kind): ReportColumn => {
      const own = { name: besideName(m, kind), label: `${label} ${say(ctx, words[kind])}`, of: m.name, kind };
      if (kind === 'rank') return { ...own, type: 'integer', role: 'measure', scale: 0 };
      if (kind.endsWith('Change')) return { ...own, type: 'decimal', role: 'measure', format: m.format === 'percent' ? 'points' : 'percent', scale: 1 };
      return { ...own, ...look, ...(kind === 'peers' && m.scale === undefined ? { scale: 1 } : {}) };
    })];
  });
  return [...dimensions, ...measures];
}

function besideOf(plan: ReportPlan, measure: Measure): Beside[] {
  const times = plan.shifts.map((s) => s.name);
  const compared = (['previous', 'lastYear'] as const).filter((c) => measure.compare.includes(c) && times.includes(c)).flatMap((c): Beside[] => measure.type === 'number' ? [c, `${c}Change`] : [c]);
  const isTimed = plan.dimensions.some((d) => d.grain);
  return [...compared, ...(measure.compare.includes('peers') && plan.dimensions.length > 0 ? ['peers' as const] : []), ...(measure.running && isTimed ? ['running' as const] : []), ...(measure.rank && plan.dimensions.length > 0 ? ['rank' as const] : [])];
}

function besideName({ name }: Measure, kind: Beside): string {
  return `${name}${kind[0]!.toUpperCase()}${kind.slice(1)}`;
}

/** A group as the reader gets it: figures rounded as they are shown. Totals leave out the dimensions that they sum up. */
export function recordOf(plan: ReportPlan, group: Group, isTotal = false): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  plan.dimensions.forEach((d, i) => {
    if (isTotal && (group.summed[i] || plan.dimensions.length === 0 || group.keys[i] === null && group.summed.every((s) => !s))) return;
    const key = group.keys[i] ?? null;
    record[d.name] = d.resolved.field.reference && key !== null ? { id: key, title: group.titles[i] ?? String(key) } : key;
  });
  for (const m of plan.report.measures.filter((one) => !one.hidden)) {
    const now = group.at.now?.[m.name] ?? null;
    record[m.name] = rounded(now, scaleOf(m));
    for (const kind of besideOf(plan, m)) {
      const name = besideName(m, kind);
      if (kind === 'previous' || kind === 'lastYear') record[name] = rounded(group.at[kind]?.[m.name] ?? null, scaleOf(m));
      else if (kind === 'previousChange' || kind === 'lastYearChange') record[name] = rounded(change(m, now, group.at[kind === 'previousChange' ? 'previous' : 'lastYear']?.[m.name] ?? null), 3);
      else if (!isTotal) record[name] = rounded(group.beside[name] ?? null, kind === 'rank' ? 0 : kind === 'peers' && m.scale === undefined ? m.format === 'percent' ? 3 : 1 : scaleOf(m));
    }
  }
  return record;
}

/** Decimals of the value itself; those of a percentage are counted in percent. */
function scaleOf({ scale, format, how }: Measure): number {
  if (scale !== undefined) return format === 'percent' ? scale + 2 : scale;
  return how.kind === 'count' || how.kind === 'distinct' ? 0 : format === 'percent' ? 3 : 6;
}

/** The change as a share of what was; of percentages in points. */
function change({ format }: Measure, now: Figure, then: Figure): number | null {
  if (typeof now !== 'number' || typeof then !== 'number') return null;
  if (format === 'percent') return now - then;
  return then === 0 ? null : (now - then) / Math.abs(then);
}

/** Half up, as people round: what binary numbers add beyond fifteen digits does not count. */
export function rounded(value: Figure, scale: number): Figure {
  if (typeof value !== 'number') return value;
  const exact = Number(Math.abs(value).toPrecision(15));
  if (exact >= 1e15 || exact < 1e-9) return exact < 1e-9 ? 0 : value;
  return Math.sign(value) * Number(`${Math.round(Number(`${exact}e${scale}`))}e-${scale}`);
}
