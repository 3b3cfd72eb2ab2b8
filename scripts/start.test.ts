import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

test('a checkout without dependencies is told to install them', async () => {
  const root = await mkdtemp(join(tmpdir(), 'tamga-'));
  await cp(fileURLToPath(new URL('start.mjs', import.meta.url)), join(root, 'scripts/start.mjs'));
  const { code, output } = await new Promise<{ code: unknown; output: string }>((resolve) => {
    execFile(process.execPath, [join(root, 'scripts/start.mjs')], (error, _stdout, stderr) => resolve({ code: error?.code, output: stderr }));
  });
  await rm(root, { recursive: true });
  expect(code).toBe(1);
  expect(output).toMatch(/npm ci.*\n.*run npm ci first\.\n$/);
});
