import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { entityOf } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { recordEvent, type AuditEvent } from '../audit/index.ts';
import type { Origin, Principal, Services } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { numberSetting } from '../settings/index.ts';
import { accessCache, isFresh, rememberSession } from './access-cache.ts';
import type { SessionEntry } from './access-cache.ts';
import { clearFailures, countFailure, refuseLocked } from './failed-sign-ins.ts';
import { isPassword } from './password.ts';
import { closedTenant, principalOf } from './principal.ts';
import { isCode, needsSecondFactor } from './second-factor.ts';

const minute = 60_000;

export interface SignIn { username: string; password: string; otp?: string; origin?: Origin }
export interface SignedIn { token: string; user: { id: string; username: string; name: string }; pending: Pending | null }
/** What a person has to do before anything else. */
export type Pending = 'password' | 'second-factor';

interface Found { id: string; username: string; name: string; active: boolean | null; hash: string | null; since: Date | null }

/** Opens a session for the right password, and the right code where the person has a second factor. Too many wrong tries lock name and address for a while, whether or not there is such a person. */
export async function signIn(services: Services, { username, password, otp, origin }: SignIn): Promise<SignedIn> {
  const name = username.trim().slice(0, 100);
  const address = origin?.address ?? '';
  await refuseLocked(services, name, address);
  const user = entityOf(services.current(), 'platform/user');
  const { rows: [found] } = await services.pool.query<Found>(
    `select u.id, u.${columnOf(user, 'username')} as username, u.${columnOf(user, 'name')} as name, u.${columnOf(user, 'active')} as active, c.hash, c.second_factor_since as since
     from ${tableOf(user)} u left join tamga.credential c on c.user_id = u.id where u.${columnOf(user, 'username')} = $1`, [name]);
  const right = await isPassword(password, found?.hash ?? null);
  // Only who knows the password learns that a code is asked for.
  if (right && found?.since && !otp) throw problem('session.otp-required');
  const isPerson = right && found !== undefined && found.active !== false && (!found.since || await isCode(services, found.id, otp ?? ''));
  if (!isPerson) {
    const locked = await countFailure(services, name, address);
    await note(services, origin, { event: locked ? 'session.lock' : 'session.sign-in', result: 'refused', user: null, username: name });
    throw problem(found && right ? found.active === false ? 'session.inactive' : 'session.wrong-otp' : 'session.wrong-credentials');
  }
  // Looked at again: many guesses at once must not pass the lock that the first of them set.
  await refuseLocked(services, name, address);
  await clearFailures(services, name, address);
  const closed = await closedTenant(services, found.id);
  if (closed !== null) {
    await note(services, origin, { event: 'session.sign-in', result: 'refused', user: null, username: name });
    throw problem('session.tenant-closed', { tenant: closed });
  }
  const principal = await principalOf(services, found.id);
  const token = await openSession(services, found.id, origin, found.since ? 'two-factor' : 'password');
  await note(services, origin, { event: 'session.sign-in', result: 'done', user: principal.user });
  const entry = await entryOf(services, token);
  return { token, user: { id: found.id, username: found.username, name: found.name }, pending: entry ? await pendingOf(services, entry, principal) : null };
}

/** Opens a session without asking for a password; the token stands nowhere but in the answer. The oldest sessions of a person who has too many end. */
export async function openSession(services: Services, userId: string, from?: Origin, strength: 'password' | 'two-factor' = 'password'): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = services.clock.now();
  const hours = await numberSetting(services, 'session.absolute-hours');
  const session = entityOf(services.current(), 'platform/session');
  const user = entityOf(services.current(), 'platform/user');
  const c = (name: string): string => columnOf(session, name);
  await services.pool.query(
    `insert into ${tableOf(session)} (id, version, created_at, created_by, updated_at, updated_by, owner_org, area_code, ${['user', 'startedAt', 'seenAt', 'expiresAt', 'strength', 'address', 'device', 'tokenHash'].map(c).join(', ')})
     select $1, 1, $3, $2, $3, $2, u.owner_org, u.area_code, $2, $3, $3, $4, $5, $6, $7, $8 from ${tableOf(user)} u where u.id = $2`,
    [v7(), userId, now, new Date(now.getTime() + hours * 60 * minute), strength, from?.address ?? null, from?.device?.slice(0, 300) ?? null, digestOf(token)]);
  const most = await numberSetting(services, 'session.max-per-person');
  const { rowCount } = await services.pool.query(`delete from ${tableOf(session)} where id in (select id from ${tableOf(session)} where ${c('user')} = $1 order by ${c('startedAt')} desc, id desc offset $2)`, [userId, most]);
  if (rowCount) await services.pool.query("select pg_notify('tamga_access', '')");
  return token;
}

/** Ends a session; one that is over already is no problem. */
export async function signOut(services: Services, token: string, origin?: Origin): Promise<void> {
  const session = entityOf(services.current(), 'platform/session');
  const digest = digestOf(token);
  const { rows: [ended] } = await services.pool.query<{ user_id: string }>(`delete from ${tableOf(session)} where ${columnOf(session, 'tokenHash')} = $1 returning ${columnOf(session, 'user')} as user_id`, [digest]);
  accessCache(services).sessions.delete(digest);
  await services.pool.query("select pg_notify('tamga_access', '')");
  if (ended) await note(services, origin, { event: 'session.sign-out', result: 'done', user: (await principalOf(services, ended.user_id).catch(() => null))?.user ?? null });
}

/** The person behind a token; a session that is idle or too old is ended. Who has to choose a new password or set up a second factor gets no further, unless `pending` allows it. */
export async function sessionPrincipal(services: Services, token: string, { pending = false }: { pending?: boolean } = {}): Promise<Principal> {
  const entry = await entryOf(services, token);
  if (!entry) throw problem('session.required');
  const now = services.clock.now().getTime();
  // Once a minute is enough to know that somebody is there.
  if (now - entry.seenAt >= minute) {
    entry.seenAt = now;
    const session = entityOf(services.current(), 'platform/session');
    await services.pool.query(`update ${tableOf(session)} set ${columnOf(session, 'seenAt')} = $2 where ${columnOf(session, 'tokenHash')} = $1 and ${columnOf(session, 'seenAt')} < $2`, [digestOf(token), new Date(now)]);
  }
  const principal = await principalOf(services, entry.userId);
  const missing = pending ? null : await pendingOf(services, entry, principal);
  if (missing) throw problem(missing === 'password' ? 'session.password-expired' : 'session.second-factor-required');
  return principal;
}

/** The session behind a token, when it is alive. */
async function entryOf(services: Services, token: string): Promise<SessionEntry | undefined> {
  const digest = digestOf(token);
  const now = services.clock.now().getTime();
  const idle = await numberSetting(services, 'session.idle-minutes') * minute;
  const isAlive = ({ seenAt, expiresAt }: SessionEntry): boolean => now < expiresAt && now - seenAt < idle;
  const known = accessCache(services).sessions.get(digest);
  const entry = known && isFresh(known) && isAlive(known) ? known : await readSession(services, digest);
  if (!entry || isAlive(entry)) return entry;
  await signOut(services, token);
  return undefined;
}

async function pendingOf(services: Services, { mustChange, changedAt, hasSecondFactor }: SessionEntry, principal: Principal): Promise<Pending | null> {
  const days = await numberSetting(services, 'password.max-age-days');
  if (mustChange || (days > 0 && services.clock.now().getTime() - changedAt > days * 24 * 60 * minute)) return 'password';
  return !hasSecondFactor && await needsSecondFactor(services, principal.grants.map(({ role }) => role)) ? 'second-factor' : null;
}

async function readSession(services: Services, digest: string): Promise<SessionEntry | undefined> {
  const { generation } = accessCache(services);
  const session = entityOf(services.current(), 'platform/session');
  const { rows: [row] } = await services.pool.query<{ user_id: string; seen_at: Date; expires_at: Date; must_change: boolean | null; changed_at: Date | null; since: Date | null }>(
    `select s.${columnOf(session, 'user')} as user_id, s.${columnOf(session, 'seenAt')} as seen_at, s.${columnOf(session, 'expiresAt')} as expires_at, c.must_change, c.changed_at, c.second_factor_since as since
     from ${tableOf(session)} s left join tamga.credential c on c.user_id = s.${columnOf(session, 'user')} where s.${columnOf(session, 'tokenHash')} = $1`, [digest]);
  if (!row) return undefined;
  const entry: SessionEntry = {
    userId: row.user_id, seenAt: row.seen_at.getTime(), expiresAt: row.expires_at.getTime(), readAt: Date.now(),
    // Without a password nobody has to change it: somebody who signs in elsewhere.
    mustChange: row.must_change ?? false, changedAt: row.changed_at?.getTime() ?? Infinity, hasSecondFactor: row.since !== null,
  };
  if (accessCache(services).generation === generation) rememberSession(services, digest, entry);
  return entry;
}

/** What is stored of a token. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function note(services: Services, origin: Origin | undefined, event: AuditEvent): Promise<void> {
  return recordEvent({ services, model: services.current(), principal: { kind: 'user', user: null, grants: [] }, db: services.pool, ...(origin ? { origin } : {}) }, event);
}
