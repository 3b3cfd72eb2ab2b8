import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { charge, type Frame } from './guard.ts';
import { isPlainObject } from './values.ts';

/** Order of two FEEL values of one kind: negative, 0 or positive; null when they have no order. */
export function compareValues(a: unknown, b: unknown): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (a instanceof FeelDuration && b instanceof FeelDuration) return seconds(a) - seconds(b);
  if ((a instanceof FeelDate && b instanceof FeelDate) || (a instanceof FeelDateTime && b instanceof FeelDateTime)) {
    // ISO texts of local dates sort as the dates do, within four-digit years.
    return isFourDigitYear(a) && isFourDigitYear(b) ? compareValues(a.toString(), b.toString()) : a.year - b.year || compareValues(a.toString(), b.toString());
  }
  return a instanceof FeelTime && b instanceof FeelTime ? compareValues(a.toString(), b.toString()) : null;
}

const isFourDigitYear = (value: FeelDate | FeelDateTime): boolean => /^\d/.test(value.toString());

/** A text that is equal for equal FEEL values and different for different ones; each part looked at is paid for. */
export function keyOf(frame: Frame, value: unknown): string {
  charge(frame, typeof value === 'object' ? 3 : 1);
  if (Array.isArray(value)) return `[${value.map((item) => keyOf(frame, item)).join(',')}]`;
  if (isPlainObject(value)) return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${keyOf(frame, value[name])}`).join(',')}}`;
  if (typeof value === 'object' && value !== null) return `@${String(value)}`;
  if (typeof value === 'string') charge(frame, value.length / 100);
  return JSON.stringify(value) ?? 'null';
}

/** Pay for looking at every part of a value. */
export function payDeep(frame: Frame, value: unknown): void {
  charge(frame, typeof value === 'object' ? 3 : 1);
  if (Array.isArray(value)) for (const item of value) payDeep(frame, item);
  else if (isPlainObject(value)) for (const name in value) payDeep(frame, value[name]);
}

const seconds = (value: FeelDuration): number => value.unwrap().total({ unit: 'second', relativeTo: '1970-01-01' });
