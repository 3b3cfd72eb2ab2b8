import { DateTime } from 'luxon';
import type { Clock } from '../../expressions/index.ts';

/**
 * A cell with its relative times filled in, so that a demo never ages:
 * `@today-400d` (a day), `@month-1` and `@year-1` (the first day of last month and year), `@today-3d 09:30` (a moment), `@now-3h`, and `{today-1d:yyyyMMdd}` within a text.
 */
export function seedCell(text: string, clock: Clock): string {
  if (!text.startsWith('@') && !text.includes('{today')) return text;
  const now = DateTime.fromJSDate(clock.now(), { zone: clock.zone });
  const moved = (shift: string): DateTime => {
    const [, sign, amount, unit] = /^([+-])(\d+)([dhm])$/.exec(shift) ?? [];
    if (!sign) return now;
    const value = Number(amount) * (sign === '-' ? -1 : 1);
    return now.plus(unit === 'd' ? { days: value } : unit === 'h' ? { hours: value } : { minutes: value });
  };
  const day = /^@today([+-]\d+d)?( (\d{2}):(\d{2}))?$/.exec(text);
  if (day) {
    const date = moved(day[1] ?? '');
    if (!day[2]) return date.toISODate() ?? '';
    return date.set({ hour: Number(day[3]), minute: Number(day[4]), second: 0, millisecond: 0 }).toUTC().toISO() ?? '';
  }
  const start = /^@(month|year)([+-]\d+)?$/.exec(text);
  if (start) return (start[1] === 'month' ? now.startOf('month').plus({ months: Number(start[2] ?? 0) }) : now.startOf('year').plus({ years: Number(start[2] ?? 0) })).toISODate() ?? '';
  const moment = /^@now([+-]\d+[dhm])?$/.exec(text);
  if (moment) return moved(moment[1] ?? '').toUTC().toISO() ?? '';
  return text.replace(/\{today([+-]\d+d)?:([A-Za-z-]+)\}/g, (_whole, shift: string | undefined, format: string) => moved(shift ?? '').toFormat(format));
}
