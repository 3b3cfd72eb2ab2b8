import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Context } from '../context.ts';
import { currentKey, hmacSm3, keyById } from '../crypto/index.ts';

const setting = 'definitions.seal';
interface Seal { at: string; keyId: string; files: Record<string, string> }
export interface DefinitionVerdict { sealedAt: string | null; files: number; altered: string[] }

/** Notes an HMAC-SM3 of every definition file as it was accepted; the key lies outside the database. */
export async function sealDefinitions(ctx: Context): Promise<number> {
  const key = await currentKey(ctx.services.home, 'definitions');
  const root = ctx.services.definitions;
  const files: Record<string, string> = {};
  for (const file of await definitionFiles(root)) files[file] = hmacSm3(key.secret, file, await readFile(join(root, file))).toString('hex');
  const seal: Seal = { at: ctx.services.clock.now().toISOString(), keyId: key.id, files };
  await ctx.db.query('insert into tamga.setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value', [setting, JSON.stringify(seal)]);
  return Object.keys(files).length;
}

/** Definition files that are not as they were sealed: altered, added or missing. */
export async function sealedDefinitions(ctx: Context): Promise<DefinitionVerdict> {
  const root = ctx.services.definitions;
  const found = await definitionFiles(root);
  const { rows: [row] } = await ctx.db.query<{ value: Seal }>('select value from tamga.setting where key = $1', [setting]);
  const key = row && await keyById(ctx.services.home, row.value.keyId);
  if (!row || !key) return { sealedAt: null, files: found.length, altered: [] };
  const altered = Object.keys(row.value.files).filter((file) => !found.includes(file));
  for (const file of found) {
    const digest = hmacSm3(key.secret, file, await readFile(join(root, file))).toString('hex');
    if (row.value.files[file] !== digest) altered.push(file);
  }
  return { sealedAt: row.value.at, files: found.length, altered: altered.sort() };
}

/** Files of definitions and processes below a root, with `/` in their names. */
async function definitionFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  for (const folder of ['app-definitions', 'workflows']) {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true, recursive: true }).catch(() => [])) {
      if (entry.isFile()) files.push(relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
    }
  }
  return files.sort();
}
