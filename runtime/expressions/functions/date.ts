import { FeelDate, FeelDateTime, FeelDuration, FeelTime, date, dateAndTime, duration, time } from 'feelin';
import { defineFunction } from '../define-function.ts';
import { charge, type Frame } from '../guard.ts';
import { types } from '../types.ts';
import { dateOf, nowOf, toLocal } from '../values.ts';

const { number, string } = types;
const day = { name: 'date', type: [types.date, types.dateTime] } as const;

export const dateFunctions = [
  defineFunction({
    name: 'today', group: 'date', doc: { zh: '今天（系统时区）', en: 'Today in the zone of the system' },
    parameters: [], result: types.date, example: 'today() = date(now())', run: (_, frame) => dateOf(nowOf(frame)),
  }),
  defineFunction({
    name: 'now', group: 'date', doc: { zh: '当前日期时间（系统时区）', en: 'The present date and time in the zone of the system' },
    parameters: [], result: types.dateTime, example: 'now() <= now()', run: (_, frame) => nowOf(frame),
  }),
  defineFunction({
    name: 'date', group: 'date', doc: { zh: '由文本、日期时间或年月日得到日期', en: 'A date from a text, a date and time, or year, month and day' },
    parameters: [{ name: 'from', type: [string, types.date, types.dateTime, number] }, { name: 'month', type: number, optional: true }, { name: 'day', type: number, optional: true }],
    result: types.date, example: 'date(2026, 11, 25) = date("2026-11-25")',
    run: ([from, month, dayOfMonth], frame) => {
      const value = typeof from === 'number' ? isoDate(from, month, dayOfMonth) : from;
      const parsed = typeof value === 'string' ? parsedOrNull(frame, date, value) : value;
      return parsed instanceof FeelDateTime ? dateOf(toLocal(parsed, frame.clock.zone)) : parsed instanceof FeelDate ? parsed : null;
    },
  }),
  defineFunction({
    name: 'date and time', group: 'date', doc: { zh: '由文本，或日期加时间，得到日期时间', en: 'A date and time from a text, or from a date and a time' },
    parameters: [{ name: 'from', type: [string, types.date, types.dateTime] }, { name: 'time', type: types.time, optional: true }], result: types.dateTime,
    example: 'date and time("2026-11-25T08:00:00") = date and time(date("2026-11-25"), time("08:00:00"))',
    run: ([from, timeOfDay], frame) => {
      const iso = timeOfDay ? `${String(from).slice(0, 10)}T${String(timeOfDay)}` : String(from);
      const parsed = parsedOrNull(frame, dateAndTime, iso);
      return parsed instanceof FeelDateTime ? toLocal(parsed, frame.clock.zone) : null;
    },
  }),
  defineFunction({
    name: 'time', group: 'date', doc: { zh: '由文本、日期时间或时分秒得到时间', en: 'A time from a text, a date and time, or hour, minute and second' },
    parameters: [{ name: 'from', type: [string, types.dateTime, types.time, number] }, { name: 'minute', type: number, optional: true }, { name: 'second', type: number, optional: true }],
    result: types.time, example: 'time(8, 30, 0) = time("08:30:00")',
    run: ([from, minute, second], frame) => {
      if (from instanceof FeelDateTime) return new FeelTime(from.unwrap().toPlainTime());
      if (from instanceof FeelTime) return from;
      return parsedOrNull(frame, time, typeof from === 'number' ? [from, minute ?? 0, second ?? 0].map((part) => pad(part, 2)).join(':') : from);
    },
  }),
  defineFunction({
    name: 'duration', group: 'date', doc: { zh: '由 ISO 文本得到时长，如 P1Y2M、P3D、PT2H', en: 'A duration from an ISO text such as P1Y2M, P3D, PT2H' },
    parameters: [{ name: 'from', type: string }], result: types.duration, example: 'date("2026-01-31") + duration("P1M") = date("2026-02-28")', run: ([from], frame) => parsedOrNull(frame, duration, from),
  }),
  defineFunction({
    name: 'years and months duration', group: 'date', doc: { zh: '两个日期之间的年月数', en: 'The years and months between two dates' },
    parameters: [{ name: 'from', type: types.date }, { name: 'to', type: types.date }], result: types.duration,
    example: 'years and months duration(date("2020-01-15"), date("2026-03-20")) = duration("P6Y2M")',
    run: ([from, to]) => new FeelDuration(from.unwrap().until(to.unwrap(), { largestUnit: 'year' }).with({ days: 0 }), true),
  }),
  defineFunction({
    name: 'day of week', group: 'date', doc: { zh: '星期几（英文名）', en: 'The English name of the day of the week' },
    parameters: [day], result: string, example: 'day of week(date("2026-11-25")) = "Wednesday"', run: ([value]) => weekdays[value.weekday - 1] ?? null,
  }),
  defineFunction({
    name: 'month of year', group: 'date', doc: { zh: '月份（英文名）', en: 'The English name of the month' },
    parameters: [day], result: string, example: 'month of year(date("2026-11-25")) = "November"', run: ([value]) => months[value.month - 1] ?? null,
  }),
  defineFunction({
    name: 'age', group: 'date', doc: { zh: '到今天为止的周岁', en: 'Full years from the date of birth until today' },
    parameters: [{ name: 'birth date', type: types.date }], result: number, example: 'age(today()) = 0',
    run: ([birth], frame) => birth.unwrap().until(dateOf(nowOf(frame)).unwrap(), { largestUnit: 'year' }).years,
  }),
  defineFunction({
    name: 'add months', group: 'date', doc: { zh: '加若干个月，月末不越界', en: 'The date some months later, at most the last day of that month' },
    parameters: [{ name: 'date', type: types.date }, { name: 'n', type: number }], result: types.date, example: 'add months(date("2026-01-31"), 1) = date("2026-02-28")',
    run: ([value, n]) => Number.isInteger(n) && Math.abs(n) <= 12_000 ? inRange(value.unwrap().add({ months: n })) : null,
  }),
  defineFunction({
    name: 'days between', group: 'date', doc: { zh: '两个日期相隔的天数，后者较早则为负', en: 'The days from the first date to the second, negative when that is earlier' },
    parameters: [{ name: 'a', type: [types.date, types.dateTime] }, { name: 'b', type: [types.date, types.dateTime] }], result: number,
    example: 'days between(date("2026-02-28"), date("2026-03-01")) = 1',
    run: ([a, b]) => plainDate(a).until(plainDate(b), { largestUnit: 'day' }).days,
  }),
  defineFunction({
    name: 'is working day', group: 'date', doc: { zh: '是否工作日（按工作日历，含调休）', en: 'Whether people work on the day, by the working calendar with its make-up days' },
    parameters: [day], result: types.boolean, example: 'is working day(date("2026-11-25"))', run: ([value], frame) => isWorkday(plainDate(value), frame),
  }),
  defineFunction({
    name: 'add working days', group: 'date', doc: { zh: '若干个工作日之后（或之前）的日期', en: 'The date some working days later, or earlier' },
    parameters: [{ name: 'date', type: types.date }, { name: 'n', type: number }], result: types.date, example: 'add working days(date("2026-11-27"), 1) = date("2026-11-30")',
    run: ([value, n], frame) => {
      if (!Number.isInteger(n) || Math.abs(n) > 2_000) return null;
      let at = value.unwrap();
      for (let left = Math.abs(n); left > 0;) {
        at = at.add({ days: Math.sign(n) });
        if (isWorkday(at, frame)) left -= 1;
      }
      return inRange(at);
    },
  }),
  defineFunction({
    name: 'working days between', group: 'date', doc: { zh: '第一个日期之后到第二个日期（含）的工作日数，后者较早则为负', en: 'The working days after the first date up to and with the second, negative when that is earlier' },
    parameters: [{ name: 'a', type: [types.date, types.dateTime] }, { name: 'b', type: [types.date, types.dateTime] }], result: number,
    example: 'working days between(date("2026-11-27"), date("2026-11-30")) = 1',
    run: ([a, b], frame) => {
      const [from, to] = [plainDate(a), plainDate(b)];
      const days = from.until(to, { largestUnit: 'day' }).days;
      if (Math.abs(days) > 4_000) return null;
      let count = 0;
      let at = days < 0 ? to : from;
      for (let left = Math.abs(days); left > 0; left -= 1) {
        at = at.add({ days: 1 });
        if (isWorkday(at, frame)) count += 1;
      }
      return days < 0 ? -count : count;
    },
  }),
];

/** Whether people work on a day; looking it up costs a few steps. */
function isWorkday(date: ReturnType<FeelDate['unwrap']>, frame: Frame): boolean {
  charge(frame, 5);
  return frame.clock.isWorkday ? frame.clock.isWorkday(date.toString()) : date.dayOfWeek <= 5;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const plainDate = (value: FeelDate | FeelDateTime) => (value instanceof FeelDateTime ? dateOf(value) : value).unwrap();
// Beyond the year 9999 dates have another form, which nothing else here expects.
const inRange = (value: ReturnType<FeelDate['unwrap']>) => value.year > 9999 || value.year < 0 ? null : new FeelDate(value);
const pad = (value: number, length: number) => String(value).padStart(length, '0');
const isoDate = (year: number, month?: number, day?: number) => `${pad(year, 4)}-${pad(month ?? 0, 2)}-${pad(day ?? 0, 2)}`;

/** The library's parsers throw for some bad texts; here a bad text is null. It costs as much as a good one. */
function parsedOrNull<T>(frame: Frame, parse: (text: string) => T, text: string): T | null {
  charge(frame, 40);
  try {
    return parse(text);
  } catch {
    return null;
  }
}
