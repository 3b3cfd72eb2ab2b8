import { expect, test } from '@jest/globals';
import { killRounds } from './kill-rounds.ts';

test('five rounds of kill -9 during completions lose nothing and do nothing twice', async () => {
  const { acknowledged, completed, lost, wrong } = await killRounds(5);
  expect({ lost, wrong }).toEqual({ lost: 0, wrong: [] });
  expect(completed).toBe(360);
  // An answer may be lost with the process that was killed; the work behind it is not.
  expect(acknowledged).toBeLessThanOrEqual(completed);
}, 300_000);
