import { DateTime } from 'luxon';
import type { DurationLikeObject } from 'luxon';
import { ScenarioFailure } from './scenario-failure.ts';

const units: Record<string, keyof DurationLikeObject> = { min: 'minutes', h: 'hours', d: 'days', w: 'weeks', M: 'months', y: 'years' };

/** A period such as `+3d`, `-1M` or `+1d2h` as luxon counts it; undefined when the text is none. */
export function parseOffset(text: string): DurationLikeObject | undefined {
  const match = /^([+-])((?:\d+(?:min|[hdwMy]))+)$/.exec(text);
  if (!match) return undefined;
  const sign = match[1] === '-' ? -1 : 1;
  const result: DurationLikeObject = {};
  for (const [, count, unit] of match[2]!.matchAll(/(\d+)(min|[hdwMy])/g)) result[units[unit!]!] = sign * Number(count);
  return result;
}

/** The moment a text speaks of: a period from `from`, or an ISO moment in the zone. */
export function momentAt(text: string, from: Date, zone: string): Date {
  const start = DateTime.fromJSDate(from, { zone });
  if (text === '' || text === '+0d') return from;
  const offset = parseOffset(text);
  const moment = offset ? start.plus(offset) : DateTime.fromISO(text, { zone });
  if (!moment.isValid) throw new ScenarioFailure('a period such as +3d or a moment such as 2026-04-10T09:00+08:00', JSON.stringify(text));
  return moment.toJSDate();
}

/** The day of a moment in the zone, as `yyyy-MM-dd`. */
export function dayOf(moment: Date, zone: string): string {
  return DateTime.fromJSDate(moment, { zone }).toFormat('yyyy-MM-dd');
}
