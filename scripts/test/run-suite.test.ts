import { expect, test } from '@jest/globals';
import { runSuite } from './run-suite.ts';
import type { Counted } from './suite.ts';

const node = (code: string, count?: () => Counted | undefined) => runSuite({ name: 'a', command: process.execPath, args: ['-e', code], ...count ? { count } : {} });

test.each<[string, string, (() => Counted | undefined) | undefined, { ok: boolean; passed: number; failed: number; aborted: boolean }]>([
  ['a check that passes', '', undefined, { ok: true, passed: 1, failed: 0, aborted: false }],
  ['a check that fails', 'process.exit(1)', undefined, { ok: false, passed: 0, failed: 1, aborted: false }],
  ['a suite that counts', '', () => ({ passed: 7, failed: 0 }), { ok: true, passed: 7, failed: 0, aborted: false }],
  ['a suite with failures', 'process.exit(1)', () => ({ passed: 7, failed: 2 }), { ok: false, passed: 7, failed: 2, aborted: false }],
  ['a suite that counts no failure but ends badly', 'process.exit(3)', () => ({ passed: 7, failed: 0 }), { ok: false, passed: 7, failed: 1, aborted: false }],
  ['a suite that leaves no count', 'process.exit(0)', () => undefined, { ok: false, passed: 0, failed: 1, aborted: true }],
  ['a suite that is killed', "process.kill(process.pid, 'SIGKILL')", () => ({ passed: 3, failed: 0 }), { ok: false, passed: 3, failed: 1, aborted: true }],
])('%s', async (_, code, count, expected) => {
  const { ok, passed, failed, aborted } = await node(code, count);
  expect({ ok, passed, failed, aborted: aborted !== undefined }).toEqual(expected);
});
