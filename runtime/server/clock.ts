import { DateTime } from 'luxon';
import type { Clock } from '../expressions/index.ts';

/** The one clock of the server. Only tests may set it. */
export interface ServerClock extends Clock { set?: (moment: Date) => void }

/** The machine's clock in the zone of the installation. */
export function systemClock(zone: string): ServerClock {
  return { now: () => new Date(), zone };
}

/** A clock for tests: stands at `start` plus the time that really passed since. */
export function settableClock(start: Date, zone = 'Asia/Shanghai'): ServerClock & { set: (moment: Date) => void } {
  let offset = start.getTime() - Date.now();
  return { zone, now: () => new Date(Date.now() + offset), set: (moment) => { offset = moment.getTime() - Date.now(); } };
}

/** Today's date `YYYY-MM-DD` by a clock, moved by some days. */
export function todayOf(clock: Clock, days = 0): string {
  return DateTime.fromJSDate(clock.now(), { zone: clock.zone }).plus({ days }).toISODate() ?? '';
}
