import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { currentKey, hmacSm3, keyById, openText, sealText, sm3 } from './index.ts';

let home: string;
beforeAll(async () => { home = await mkdtemp(join(tmpdir(), 'tamga-keys-')); });
afterAll(() => rm(home, { recursive: true, force: true }));

// GB/T 32905-2016, appendix A.
test.each([
  ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
])('SM3 of %s', (text, digest) => expect(sm3(text).toString('hex')).toBe(digest));

test('SM3 with a key depends on the key', () => expect(hmacSm3(Buffer.from('a'), 'x').equals(hmacSm3(Buffer.from('b'), 'x'))).toBe(false));

test('a key is made once, also by many at once, for its owner only', async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, () => currentKey(home, 'audit')));
  expect(new Set(keys.map(({ secret }) => secret.toString('hex'))).size).toBe(1);
  expect(await readdir(join(home, 'keys'))).toEqual(['audit.1.key']);
  expect((await stat(join(home, 'keys', 'audit.1.key'))).mode & 0o077).toBe(0);
  expect([(await keyById(home, 'audit.1'))?.id, await keyById(home, 'audit.2'), await keyById(home, '../audit.1')]).toEqual(['audit.1', undefined, undefined]);
});

test('a sealed text opens again, unlike one that was altered', async () => {
  const sealed = await sealText(home, 'second-factor', '密文 JBSWY3DP');
  expect(await openText(home, sealed)).toBe('密文 JBSWY3DP');
  expect(sealed.toString('latin1')).not.toContain('JBSWY3DP');
  expect((await sealText(home, 'second-factor', '密文 JBSWY3DP')).equals(sealed)).toBe(false);
  for (const at of [20, sealed.length - 40, sealed.length - 1]) {
    const altered = Buffer.from(sealed);
    altered[at] = altered[at]! ^ 1;
    await expect(openText(home, altered)).rejects.toThrow(/altered|missing/);
  }
});
