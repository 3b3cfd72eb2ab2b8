import { DateTime } from 'luxon';
import type { Grain } from './model.ts';

/** Periods that figures are counted by. */
export const grains: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'half-year', 'year'];

/** Is a text the name of a period? */
export function isGrain(value: unknown): value is Grain {
  return (grains as readonly unknown[]).includes(value);
}

/** The first day of the period that a day falls in, moved by some periods. */
export function movedStart(grain: Grain, day: string, moved = 0): string {
  const date = utc(day);
  switch (grain) {
    case 'day': return iso(date.plus({ days: moved }));
    case 'week': return iso(date.startOf('week').plus({ weeks: moved }));
    case 'month': return iso(date.startOf('month').plus({ months: moved }));
    case 'quarter': return iso(date.startOf('quarter').plus({ quarters: moved }));
    case 'half-year': return iso(date.startOf('year').plus({ months: (date.month > 6 ? 6 : 0) + 6 * moved }));
    case 'year': return iso(date.startOf('year').plus({ years: moved }));
  }
}

/** How a period is written: `2026`, `2026-H1`, `2026-Q2`, `2026-04`, `2026-W15`, `2026-04-10`. */
export function periodKey(grain: Grain, day: string): string {
  const date = utc(day);
  switch (grain) {
    case 'day': return iso(date);
    case 'week': return date.toFormat("kkkk-'W'WW");
    case 'month': return date.toFormat('yyyy-MM');
    case 'quarter': return `${date.year}-Q${date.quarter}`;
    case 'half-year': return `${date.year}-H${date.month > 6 ? 2 : 1}`;
    case 'year': return date.toFormat('yyyy');
  }
}

/** The first day of a period as it is written; nothing for other texts. */
export function periodStart(grain: Grain, key: string): string | undefined {
  const day = startOf(grain, key);
  return day?.isValid && periodKey(grain, iso(day)) === key ? iso(day) : undefined;
}

function startOf(grain: Grain, key: string): DateTime | undefined {
  const [year = '', part = ''] = key.split(/-[HQ]?/);
  switch (grain) {
    case 'day': case 'month': return utc(key);
    case 'week': return utc(key);
    case 'quarter': return DateTime.utc(Number(year), Number(part) * 3 - 2, 1);
    case 'half-year': return DateTime.utc(Number(year), Number(part) * 6 - 5, 1);
    case 'year': return DateTime.utc(Number(year), 1, 1);
  }
}

function utc(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}

function iso(date: DateTime): string {
  return date.toFormat('yyyy-MM-dd');
}
