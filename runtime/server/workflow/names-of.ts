import { entityOf } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';

/** Names of people by id. */
export async function namesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const user = entityOf(ctx.model, 'platform/user');
  const { rows } = await ctx.db.query<{ id: string; name: string }>(`select id, ${columnOf(user, 'name')} as name from ${tableOf(user)} where id = any($1::uuid[])`, [[...new Set(ids)]]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
