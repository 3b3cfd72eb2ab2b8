import { problem } from '../../problems.ts';
import type { Services } from '../context.ts';
import { numberSetting } from '../settings/index.ts';

const minute = 60_000;
/** Failures from all addresses together, as a multiple of those from one, that lock a name everywhere. */
const everywhere = 10;

/**
 * Failures count by name and address, so that nobody locks somebody else out by guessing from elsewhere; ten times as many from all
 * addresses together (the row of the address '*') lock the name everywhere.
 */
export async function countFailure(services: Services, name: string, address: string): Promise<boolean> {
  const most = await numberSetting(services, 'sign-in.max-failures');
  const until = new Date(services.clock.now().getTime() + await numberSetting(services, 'sign-in.lock-minutes') * minute);
  const here = await count(services, name, address, most, until);
  await count(services, name, '*', most * everywhere, until);
  return here === most;
}

/** A lock that is over starts a new count. */
async function count(services: Services, name: string, address: string, most: number, until: Date): Promise<number> {
  const { rows: [row] } = await services.pool.query<{ failures: number }>(
    `insert into tamga.failed_sign_in as f (username, address, failures, at) values ($1, $2, 1, $3)
     on conflict (username, address) do update set at = excluded.at,
       failures = case when f.locked_until <= $3 or f.at < $3::timestamptz - interval '1 day' then 1 else f.failures + 1 end,
       locked_until = case when f.locked_until > $3 then f.locked_until when f.locked_until is null and f.failures + 1 >= $4 then $5::timestamptz end
     returning failures`, [name, address, services.clock.now(), most, until]);
  return row?.failures ?? 0;
}

/** Refuses while the name is locked for the address, or everywhere. */
export async function refuseLocked(services: Services, name: string, address: string): Promise<void> {
  const { rows: [row] } = await services.pool.query<{ until: Date | null }>("select max(locked_until) as until from tamga.failed_sign_in where username = $1 and address in ($2, '*')", [name, address]);
  const left = (row?.until?.getTime() ?? 0) - services.clock.now().getTime();
  if (left > 0) throw problem('session.locked', { minutes: Math.ceil(left / minute) });
}

/** The right password starts a new count. */
export async function clearFailures(services: Services, name: string, address: string): Promise<void> {
  await services.pool.query("delete from tamga.failed_sign_in where username = $1 and address in ($2, '*')", [name, address]);
}
