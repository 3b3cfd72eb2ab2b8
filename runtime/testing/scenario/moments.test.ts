import { describe, expect, test } from '@jest/globals';
import { dayOf, momentAt } from './moments.ts';

const zone = 'Asia/Shanghai';
const start = new Date('2026-01-31T23:30:00+08:00');

describe('momentAt', () => {
  test.each([
    ['+3d', '2026-02-03T15:30:00.000Z'], ['-1d', '2026-01-30T15:30:00.000Z'], ['+1M', '2026-02-28T15:30:00.000Z'], ['+1y', '2027-01-31T15:30:00.000Z'],
    ['+2w', '2026-02-14T15:30:00.000Z'], ['+1d2h', '2026-02-01T17:30:00.000Z'], ['+45min', '2026-01-31T16:15:00.000Z'], ['+0d', '2026-01-31T15:30:00.000Z'],
    ['2026-04-10T09:00+08:00', '2026-04-10T01:00:00.000Z'], ['2026-04-10T09:00', '2026-04-10T01:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(momentAt(text, start, zone).toISOString()).toBe(expected);
  });

  test.each([['tomorrow'], ['+3'], ['3d'], ['+3x']])('%s is refused', (text) => {
    expect(() => momentAt(text, start, zone)).toThrow('expected: a period');
  });

  test('the day is that of the zone', () => {
    expect(dayOf(new Date('2026-01-31T16:30:00Z'), zone)).toBe('2026-02-01');
  });
});
