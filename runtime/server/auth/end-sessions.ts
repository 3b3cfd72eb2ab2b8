import { entityOf } from '../../model/model.ts';
import type { Queryable, Services } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { numberSetting } from '../settings/index.ts';

/** Ends all sessions of a person, in every process, once the caller's transaction is committed. */
export async function endSessions(services: Services, db: Queryable, userId: string): Promise<void> {
  const session = entityOf(services.current(), 'platform/session');
  await db.query(`delete from ${tableOf(session)} where ${columnOf(session, 'user')} = $1`, [userId]);
  await db.query("select pg_notify('tamga_access', '')");
}

/** Takes sessions away that are over. */
export async function purgeSessions(services: Services): Promise<void> {
  const session = entityOf(services.current(), 'platform/session');
  const now = services.clock.now();
  const idle = await numberSetting(services, 'session.idle-minutes') * 60_000;
  await services.pool.query(`delete from ${tableOf(session)} where ${columnOf(session, 'expiresAt')} <= $1 or ${columnOf(session, 'seenAt')} <= $2`, [now, new Date(now.getTime() - 2 * idle)]);
}
