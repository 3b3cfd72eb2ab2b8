import { expect, test } from '@jest/globals';
import { nextDue, timerDue } from './timer-due.ts';

const clock = { now: () => new Date('2026-01-31T10:00:00Z'), zone: 'Asia/Shanghai' };
const iso = (due: { at: Date; repeat: string | null } | undefined) => due && [due.at.toISOString(), due.repeat];

test.each([
  ['duration', 'P3D', ['2026-02-03T10:00:00.000Z', null]],
  ['duration', 'P1M', ['2026-02-28T10:00:00.000Z', null]],
  ['duration', 'PT0S', ['2026-01-31T10:00:00.000Z', null]],
  ['duration', 'three days', undefined],
  ['date', '2026-02-01', ['2026-01-31T16:00:00.000Z', null]],
  ['date', '2026-02-01T09:00:00Z', ['2026-02-01T09:00:00.000Z', null]],
  ['date', 'soon', undefined],
  ['cycle', 'R3/PT1H', ['2026-01-31T11:00:00.000Z', 'R2/PT1H']],
  ['cycle', 'R1/PT1H', ['2026-01-31T11:00:00.000Z', null]],
  ['cycle', 'R/P1D', ['2026-02-01T10:00:00.000Z', 'R/P1D']],
  ['cycle', 'R2/2026-03-01T08:00/P1D', ['2026-03-01T00:00:00.000Z', 'R1/P1D']],
  ['cycle', 'R0/PT1H', undefined],
  ['cycle', 'R/PT0S', undefined],
] as const)('%s %s is due %j', (kind, text, expected) => {
  expect(iso(timerDue(kind, text, clock))).toEqual(expected);
});

test.each([
  ['R2/PT1H', '2026-01-31T09:30:00Z', ['2026-01-31T10:30:00.000Z', 'R1/PT1H']],
  ['R1/PT1H', '2026-01-31T09:30:00Z', ['2026-01-31T10:30:00.000Z', null]],
  ['R/PT1S', '2025-01-31T09:30:00Z', ['2026-01-31T10:00:01.000Z', 'R/PT1S']],
  ['R/P1M', '2025-11-10T00:00:00Z', ['2026-02-10T00:00:00.000Z', 'R/P1M']],
] as const)('after %s fired for %s it is due %j', (repeat, last, expected) => {
  expect(iso(nextDue(repeat, new Date(last), clock))).toEqual(expected);
});

// 31 January 2026 is a Saturday; from the 16th to the 23rd of February is the Spring Festival.
test.each([['P3D', '2026-02-04T10:00:00.000Z'], ['P2W', '2026-02-13T10:00:00.000Z'], ['P1DT2H', '2026-02-02T12:00:00.000Z'], ['PT4H', '2026-01-31T14:00:00.000Z']])('in working days %s is due %s', (text, expected) => {
  expect(timerDue('duration', text, clock, true)?.at.toISOString()).toBe(expected);
});
