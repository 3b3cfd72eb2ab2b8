import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { entityOf } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { tableOf } from '../db/quoted-names.ts';
import { transaction } from '../db/transaction.ts';

const day = 24 * 3600_000;

/** Deletes uploads that no record has held for a day, and what broken uploads left behind. Returns how many. */
export async function purgeFiles(ctx: Context): Promise<number> {
  const file = entityOf(ctx.model, 'platform/file');
  const before = new Date(ctx.services.clock.now().getTime() - day);
  const ids = await transaction(ctx.services.pool, async (client) => {
    const unused = 'not exists (select 1 from tamga.file_use u where u.file_id = f.id)';
    const { rows: found } = await client.query<{ id: string }>(`select f.id from ${tableOf(file)} f where f.created_at < $1 and ${unused} limit 5000 for update skip locked`, [before]);
    // Asked again under the lock: a record may have taken the file in between.
    const { rows } = await client.query<{ id: string }>(`delete from ${tableOf(file)} f where f.id = any($1) and ${unused} returning f.id`, [found.map((row) => row.id)]);
    return rows.map((row) => row.id);
  });
  for (const id of ids) await ctx.services.files.remove(id);
  await removeOld(join(ctx.services.home, 'files', 'tmp'));
  return ids.length;
}

/** By the time of the file system, which is the machine's. */
async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > day) await rm(path, { force: true });
  }
}
