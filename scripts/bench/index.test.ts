import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { join } from 'node:path';

// Proves that both sides still answer alike and that figures come out; how high they are decides nothing.
test('the quick bench prints a ratio and both statements of a list and of completing a task', async () => {
  const output = await run(['--quick', 'list', 'complete']);
  expect(output).toMatch(/^list: Tamga, \d+ statements\n {2}1\. select/m);
  expect(output).toMatch(/^list: by hand, \d+ statements\n {2}1\. select/m);
  expect(output).toMatch(/^list +\d+ .*\d\.\d\d +0\.7 +0\.85/m);
  expect(output).toMatch(/^complete a task, HTTP +\d+ .*\d\.\d\d/m);
  expect(output).toMatch(/^complete a task, in-process, 16 callers +[\d.]+ \/s +500/m);
}, 240_000);

test('an unknown measure is refused with the usage', async () => {
  await expect(run(['lists'])).rejects.toThrow(/no measure "lists".*npm run bench/);
});

function run(args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'index.ts'), ...args], (error, stdout, stderr) => error ? reject(new Error(stderr)) : resolve(stdout));
  });
}
