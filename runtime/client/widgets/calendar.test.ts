import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths, monthGrid, parseDate } from './calendar.ts';

describe('calendar', () => {
  test.each([
    ['2026-1-3', '2026-01-03'], ['20260103', '2026-01-03'], ['2026/01/03', '2026-01-03'], ['2026.1.3', '2026-01-03'], ['2026年1月3日', '2026-01-03'],
    ['２０２６-1-3', '2026-01-03'], ['2024-02-29', '2024-02-29'], ['2026-02-29', null], ['2026-13-01', null], ['3/1/2026', null], ['', null],
  ])('%s is read as %s', (text, date) => expect(parseDate(text)).toBe(date));

  test.each([['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2026-01-15', -1, '2025-12-15'], ['2026-03-31', -1, '2026-02-28']])('%s and %d months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

  test('days cross the year', () => expect(addDays('2025-12-31', 1)).toBe('2026-01-01'));
  test('a month starts on the Monday on or before its first day', () => expect(monthGrid('2026-11-25')[0]?.[0]).toBe('2026-10-26'));
});
