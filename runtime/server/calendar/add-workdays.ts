import { DateTime } from 'luxon';
import type { Clock } from '../../expressions/index.ts';

/** Longest count: about forty years. */
const most = 10_000;

/** The same time of day so many working days later, or earlier. */
export function addWorkdays(from: Date, days: number, clock: Pick<Clock, 'zone' | 'isWorkday'>): Date {
  let day = DateTime.fromJSDate(from, { zone: clock.zone });
  const step = Math.sign(days);
  for (let left = Math.min(Math.abs(days), most); left > 0;) {
    day = day.plus({ days: step });
    if (isWorkday(day, clock)) left -= 1;
  }
  return day.toJSDate();
}

function isWorkday(day: DateTime, { isWorkday: ask }: Pick<Clock, 'isWorkday'>): boolean {
  return ask ? ask(day.toISODate() ?? '') : day.weekday <= 5;
}
