import { DateTime, type DurationLikeObject } from 'luxon';
import type { Grain, Report } from '../../model/model.ts';
import type { Predicate } from '../query/condition.ts';

/** A stretch of time that a filter leaves: from a moment until before another. */
export interface Range { from?: DateTime; before?: DateTime }
/** Figures of now, or of a time that lies back by some months or days. */
export interface Shift { name: 'now' | 'previous' | 'lastYear'; back: { months?: number; days?: number } }

const spans: Record<Grain, Shift['back']> = { day: { days: 1 }, week: { days: 7 }, month: { months: 1 }, quarter: { months: 3 }, 'half-year': { months: 6 }, year: { months: 12 } };

/** The range behind a filter by time; nothing when it is of another form. */
export function rangeOf(predicate: Predicate, type: string, zone: string): Range | undefined {
  const parts = predicate.kind === 'and' ? predicate.parts : [predicate];
  const range: Range = {};
  for (const part of parts) {
    if (part.kind !== 'compare' || part.value === null) return undefined;
    const at = DateTime.fromISO(String(part.value), { zone });
    const next = type === 'date' ? at.plus({ days: 1 }) : at.plus({ milliseconds: 1 });
    switch (part.operator) {
      case '$gte': range.from = later(range.from, at); break;
      case '$gt': range.from = later(range.from, next); break;
      case '$lt': range.before = earlier(range.before, at); break;
      case '$lte': range.before = earlier(range.before, next); break;
      case '$eq': range.from = later(range.from, at); range.before = earlier(range.before, next); break;
      default: return undefined;
    }
  }
  return range;
}

/** The times whose figures a report shows: now, and those that it compares with. */
export function shiftsOf(report: Report, grain: Grain | undefined, range: Range | undefined): Shift[] {
  const wanted = new Set(report.measures.flatMap((m) => m.compare));
  const shifts: Shift[] = [{ name: 'now', back: {} }];
  const previous = grain ? spans[grain] : range?.from && range.before ? lengthOf(range.from, range.before) : undefined;
  // Of a year, the period before and that of last year are one.
  if (wanted.has('previous') && previous && !(previous.months === 12 && wanted.has('lastYear'))) shifts.push({ name: 'previous', back: previous });
  // Without a grain and without limits all of the time is one figure, and there is none to compare it with.
  if (wanted.has('lastYear') && (grain || range?.from || range?.before)) shifts.push({ name: 'lastYear', back: grain === 'week' ? { days: 364 } : { months: 12 } });
  return shifts;
}

/** Whole months go back by months, other stretches by their days. */
function lengthOf(from: DateTime, before: DateTime): Shift['back'] {
  const months = Math.round(before.diff(from, 'months').months);
  if (from.day === 1 && before.day === 1 && months >= 1) return { months };
  return { days: Math.max(1, Math.round(before.diff(from, 'days').days)) };
}

/** A range moved back. */
export function movedBack({ from, before }: Range, { back }: Shift): Range {
  const by: DurationLikeObject = back;
  return { ...(from ? { from: from.minus(by) } : {}), ...(before ? { before: before.minus(by) } : {}) };
}

/** A range as a condition on a date or moment. */
export function rangeCondition({ from, before }: Range, type: string): Record<string, unknown> {
  // A date has its end within; a moment ends before the next.
  if (type === 'date') return { ...(from ? { $gte: from.toFormat('yyyy-MM-dd') } : {}), ...(before ? { $lte: before.minus({ milliseconds: 1 }).toFormat('yyyy-MM-dd') } : {}) };
  return { ...(from ? { $gte: from.toISO() } : {}), ...(before ? { $lt: before.toISO() } : {}) };
}

function later(a: DateTime | undefined, b: DateTime): DateTime {
  return a && a > b ? a : b;
}

function earlier(a: DateTime | undefined, b: DateTime): DateTime {
  return a && a < b ? a : b;
}
