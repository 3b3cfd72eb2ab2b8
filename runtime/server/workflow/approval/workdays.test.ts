import { expect, test } from '@jest/globals';
import { addWorkdays } from './workdays.ts';

test.each([
  ['a working day', '2026-04-13T09:00+08:00', 1, '2026-04-14T01:00:00.000Z'], ['over a weekend', '2026-04-10T09:00+08:00', 1, '2026-04-13T01:00:00.000Z'],
  ['over the national holiday', '2026-09-30T15:30+08:00', 1, '2026-10-08T07:30:00.000Z'], ['a Saturday that is worked', '2026-10-09T09:00+08:00', 1, '2026-10-10T01:00:00.000Z'],
  ['from a Sunday', '2026-04-12T09:00+08:00', 3, '2026-04-15T01:00:00.000Z'],
])('%s', (_name, from, days, expected) => {
  expect(addWorkdays(new Date(from), days, 'Asia/Shanghai').toISOString()).toBe(expected);
});
