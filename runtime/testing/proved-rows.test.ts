import { expect, test } from '@jest/globals';
import { provedRows } from './proved-rows.ts';

const result = (rows: number[], passed: boolean) => ({ file: 'a', title: 't', rows, passed, milliseconds: 1, ...passed ? {} : { error: 'no' } });

test.each<[string, ReturnType<typeof result>[], number, Record<string, boolean>]>([
  ['nothing', [], 0, {}],
  ['a row all of whose scenarios passed', [result([7], true), result([7], true)], 1, { 7: true }],
  ['a row with one failure', [result([7], true), result([7], false)], 0, { 7: false }],
  ['a scenario of two rows', [result([7, 8], true), result([8], false)], 1, { 7: true, 8: false }],
  ['a scenario of no row', [result([], false)], 0, {}],
])('%s', (_, results, proved, rows) => {
  const report = provedRows(results);
  expect(report.proved).toBe(proved);
  expect(Object.fromEntries(Object.entries(report.rows).map(([row, each]) => [row, each.proved]))).toEqual(rows);
});
