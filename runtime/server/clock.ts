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

interface Day { from: number; until: number; zone: string; start: DateTime; date: string }

// Every request asks for the day; working it out from the zone costs more than the rest of signing in.
const days = new WeakMap<Clock, Day>();

/** Today's date `YYYY-MM-DD` by a clock, moved by some days. */
export function todayOf(clock: Clock, moved = 0): string {
  const now = clock.now();
  let day = days.get(clock);
  if (!day || now.getTime() < day.from || now.getTime() >= day.until || day.zone !== clock.zone) days.set(clock, (day = dayAt(now, clock.zone)));
  return moved === 0 ? day.date : day.start.plus({ days: moved }).toISODate() ?? '';
}

function dayAt(now: Date, zone: string): Day {
  const start = DateTime.fromJSDate(now, { zone }).startOf('day');
  return { from: start.toMillis(), until: start.plus({ days: 1 }).toMillis(), zone, start, date: start.toISODate() ?? '' };
}
