import chineseDays from 'chinese-days';
import { DateTime } from 'luxon';

/** The same time of day so many working days later, by the calendar of the State Council with its moved weekends. */
export function addWorkdays(from: Date, days: number, zone: string): Date {
  let day = DateTime.fromJSDate(from, { zone });
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (chineseDays.isWorkday(day.toISODate() ?? '')) left -= 1;
  }
  return day.toJSDate();
}
