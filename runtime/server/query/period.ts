import { DateTime } from 'luxon';
import type { ServerClock } from '../clock.ts';

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';
const moved: Record<string, number> = { yesterday: -1, tomorrow: 1, last: -1, next: 1 };

/** First day and the day after the last of a period told from today, as midnights in the zone of the installation. */
export function periodOf(clock: ServerClock, text: string): { from: DateTime; until: DateTime } {
  const today = DateTime.fromJSDate(clock.now(), { zone: clock.zone }).startOf('day');
  const days = /^(last|next)-(\d+)-days$/.exec(text);
  if (days) return days[1] === 'last' ? { from: today.minus({ days: Number(days[2]) - 1 }), until: today.plus({ days: 1 }) } : { from: today, until: today.plus({ days: Number(days[2]) }) };
  const [word = '', unit = 'day'] = text.split('-') as [string, Unit?];
  const from = today.plus({ [`${unit}s`]: moved[word] ?? 0 }).startOf(unit);
  return { from, until: from.plus({ [`${unit}s`]: 1 }) };
}
