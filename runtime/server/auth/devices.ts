import { entityOf } from '../../model/model.ts';
import { isId } from '../../fields/index.ts';
import { problem } from '../../problems.ts';
import { recordEvent } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { digestOf } from './session.ts';

export interface Device { id: string; startedAt: string; seenAt: string; address: string | null; device: string | null; strength: string; current: boolean }

/** The person's sessions, the newest first; `current` is the one that asks. */
export async function devicesOf(ctx: Context, token: string): Promise<Device[]> {
  const session = entityOf(ctx.model, 'platform/session');
  const c = (name: string): string => `${columnOf(session, name)} as "${name}"`;
  const { rows } = await ctx.db.query<Omit<Device, 'current'> & { tokenHash: string }>(
    `select id, ${['startedAt', 'seenAt', 'address', 'device', 'strength', 'tokenHash'].map(c).join(', ')} from ${tableOf(session)} where ${columnOf(session, 'user')} = $1 and ${columnOf(session, 'expiresAt')} > $2 order by ${columnOf(session, 'seenAt')} desc limit 50`,
    [ctx.principal.user?.id ?? null, ctx.services.clock.now()]);
  return rows.map(({ tokenHash, ...device }) => ({ ...device, current: tokenHash === digestOf(token) }));
}

/** Has the person a second factor? */
export async function hasSecondFactor(ctx: Context): Promise<boolean> {
  const { rows: [row] } = await ctx.db.query<{ since: Date | null }>('select second_factor_since as since from tamga.credential where user_id = $1', [ctx.principal.user?.id ?? null]);
  return (row?.since ?? null) !== null;
}

/** Ends one of the person's own sessions. */
export async function endDevice(ctx: Context, id: string): Promise<void> {
  const session = entityOf(ctx.model, 'platform/session');
  const { rowCount } = isId(id) ? await ctx.db.query(`delete from ${tableOf(session)} where id = $1 and ${columnOf(session, 'user')} = $2`, [id, ctx.principal.user?.id ?? null]) : { rowCount: 0 };
  if (!rowCount) throw problem('not-found');
  await ctx.db.query("select pg_notify('tamga_access', '')");
  await recordEvent(ctx, { event: 'session.end', result: 'done', record: id });
}
