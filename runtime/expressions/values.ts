import { FeelDate, FeelDateTime, FeelDuration, FeelTime, duration, parseDate, parseDateTime, parseTime, toFeel as wrap } from 'feelin';
import { ExpressionError, charge, limits, type Frame } from './guard.ts';
import { propertiesOf, type FeelType } from './types.ts';

/** Which parts of a variable an expression reads; only these are converted before it runs. */
export type UsedParts = { whole: boolean; parts: Map<string, UsedParts> };

const everything: UsedParts = { whole: true, parts: new Map() };

/**
 * Turn a JSON-like value into the FEEL value of the declared type; what does not fit becomes null.
 * Dates with a time become local time in the zone, so that all of them compare with each other and with `now()`.
 */
export function toFeel(value: unknown, type: FeelType, frame: Frame, used: UsedParts = everything): unknown {
  if (value === null || value === undefined) return null;
  switch (type.kind) {
    case 'number': return toNumber(value);
    case 'string': return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'bigint' ? String(value) : null;
    case 'boolean': return typeof value === 'boolean' ? value : null;
    case 'date': return toDate(value, frame);
    case 'date-time': return toDateTime(value, frame.clock.zone);
    case 'time': return value instanceof FeelTime ? value : typeof value === 'string' ? parseTime(value) : null;
    case 'duration': return value instanceof FeelDuration ? value : typeof value === 'string' ? duration(value) : null;
    case 'list': return Array.isArray(value) ? bounded(value).map((item) => toFeel(item, type.of, frame, used)) : null;
    case 'context': return toContext(value, type, frame, used);
    case 'any': return toAny(value, frame.clock.zone, 0);
    case 'null': return null;
  }
}

/** Turn a FEEL value into plain JSON: dates as `YYYY-MM-DD`, points in time as ISO strings in UTC, durations as ISO. */
export function fromFeel(value: unknown, frame: Frame): unknown {
  charge(frame, typeof value === 'object' ? 3 : 1);
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null; // + 0: JSON knows no negative zero
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof FeelDateTime) return new Date(value.unwrap().toZonedDateTime(value.timezone ?? frame.clock.zone).epochMilliseconds).toISOString();
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDuration) return value.toString();
  // The same list may be part of a result many times over: the charge stops what would grow without bound.
  if (Array.isArray(value)) return bounded(value).map((item) => fromFeel(item, frame));
  if (isPlainObject(value)) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fromFeel(entry, frame)]));
  return null;
}

/** A date and time as local time in the zone. */
export function toLocal(value: FeelDateTime, zone: string): FeelDateTime {
  if (value.timezone === null) return value;
  const local = value.unwrap().toZonedDateTime(value.timezone).withTimeZone(zone).toPlainDateTime();
  return new FeelDateTime(local);
}

/** The present local time, the same throughout an evaluation. */
export function nowOf(frame: Frame): FeelDateTime {
  if (frame.now) return frame.now;
  const { clock, memory } = frame;
  const instant = clock.now().getTime();
  // Many rows of an import are checked within one millisecond.
  if (memory.lastNow?.instant !== instant || memory.lastNow.zone !== clock.zone) memory.lastNow = { instant, zone: clock.zone, local: toLocal(wrap(new Date(instant)), clock.zone) };
  frame.now = memory.lastNow.local;
  return frame.now;
}

export function dateOf(value: FeelDateTime): FeelDate {
  return new FeelDate(value.unwrap().toPlainDate());
}

function toNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : typeof value === 'bigint' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

function toDate(value: unknown, { clock, memory }: Frame): FeelDate | null {
  if (value instanceof FeelDate) return value;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return knownDate(value, memory);
  const dateTime = toDateTime(value, clock.zone);
  return dateTime && dateOf(dateTime);
}

// Parsing takes 9 µs, and the rows of an import share few dates.
function knownDate(text: string, { dates }: Frame['memory']): FeelDate | null {
  const known = dates.get(text);
  if (known !== undefined) return known;
  if (dates.size >= 1_000) dates.clear();
  const date = parseDate(text);
  dates.set(text, date);
  return date;
}

function toDateTime(value: unknown, zone: string): FeelDateTime | null {
  if (value instanceof FeelDateTime) return toLocal(value, zone);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : toLocal(wrap(value), zone);
  const parsed = typeof value === 'string' && /^\d{4}-/.test(value) ? parseDateTime(value.replace(' ', 'T')) : null;
  return parsed && toLocal(parsed, zone);
}

function toContext(value: unknown, type: FeelType, frame: Frame, used: UsedParts): unknown {
  if (!isPlainObject(value)) return null;
  const entries = propertiesOf(type) ?? {};
  // A part that is read must be there even when the record lacks it: an outer name must not shine through.
  const names = used.whole ? new Set([...Object.keys(value).filter((name) => Object.hasOwn(entries, name)), ...used.parts.keys()]) : used.parts.keys();
  const converted: Record<string, unknown> = {};
  for (const name of names) converted[name] = Object.hasOwn(value, name) ? toFeel(value[name], entries[name]!, frame, partOf(used, name)) : null;
  return converted;
}

function partOf(used: UsedParts, name: string): UsedParts {
  const part = used.parts.get(name);
  return used.whole ? { whole: true, parts: part?.parts ?? everything.parts } : part ?? everything;
}

function toAny(value: unknown, zone: string, depth: number): unknown {
  if (depth > limits.nesting) throw new ExpressionError('nesting');
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'string') return value ?? null;
  if (typeof value === 'number' || typeof value === 'bigint') return toNumber(value);
  if (value instanceof Date) return toDateTime(value, zone);
  if (Array.isArray(value)) return bounded(value).map((item) => toAny(item, zone, depth + 1));
  if (isPlainObject(value)) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toAny(entry, zone, depth + 1)]));
  return value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime || value instanceof FeelDuration ? value : null;
}

function bounded(list: unknown[]): unknown[] {
  if (list.length > limits.listSize) throw new ExpressionError('listSize');
  return list;
}

/** Whether the value is a context (and no date, range or function of the interpreter). */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
