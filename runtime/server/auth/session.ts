import { createHash, randomBytes } from 'node:crypto';
import { entityOf } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { recordEvent, type AuditEvent } from '../audit/index.ts';
import type { Origin, Principal, Services } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { accessCache, isFresh, rememberSession } from './access-cache.ts';
import type { SessionEntry } from './access-cache.ts';
import { isPassword } from './password.ts';
import { principalOf } from './principal.ts';

const minute = 60_000;
const idleLimit = 30 * minute;
const absoluteLimit = 12 * 60 * minute;
const lockAfter = 5;
const lockFor = 15 * minute;

export interface SignIn { username: string; password: string; origin?: Origin }
export interface SignedIn { token: string; user: { id: string; username: string; name: string } }

/** Opens a session for the right password. Five wrong ones in a row lock the name for a quarter of an hour, whether or not there is such a person. */
export async function signIn(services: Services, { username, password, origin }: SignIn): Promise<SignedIn> {
  const name = username.trim().slice(0, 100);
  await refuseLocked(services, name);
  const user = entityOf(services.current(), 'platform/user');
  const { rows: [found] } = await services.pool.query<{ id: string; username: string; name: string; active: boolean | null; hash: string | null }>(
    `select u.id, u.${columnOf(user, 'username')} as username, u.${columnOf(user, 'name')} as name, u.${columnOf(user, 'active')} as active, c.hash
     from ${tableOf(user)} u left join tamga.credential c on c.user_id = u.id where u.${columnOf(user, 'username')} = $1`, [name]);
  const right = await isPassword(password, found?.hash ?? null);
  if (!right || !found || found.active === false) {
    const locked = await countFailure(services, name);
    await note(services, origin, { event: locked ? 'session.lock' : 'session.sign-in', result: 'refused', user: null, username: name });
    throw problem(found && right ? 'session.inactive' : 'session.wrong-credentials');
  }
  // Looked at again: many guesses at once must not pass the lock that the first of them set.
  await refuseLocked(services, name);
  await services.pool.query('delete from tamga.sign_in_failure where username = $1', [name]);
  const token = await openSession(services, found.id, origin);
  await note(services, origin, { event: 'session.sign-in', result: 'done', user: (await principalOf(services, found.id)).user });
  return { token, user: { id: found.id, username: found.username, name: found.name } };
}

/** Opens a session without asking for a password; the token stands nowhere but in the answer. */
export async function openSession(services: Services, userId: string, from?: Origin): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = services.clock.now();
  await services.pool.query(
    'insert into tamga.session (token_hash, user_id, created_at, seen_at, expires_at, address, agent) values ($1, $2, $3, $3, $4, $5, $6)',
    [hashOf(token), userId, now, new Date(now.getTime() + absoluteLimit), from?.address ?? null, from?.device?.slice(0, 300) ?? null],
  );
  return token;
}

/** Ends a session; one that is over already is no problem. */
export async function signOut(services: Services, token: string, origin?: Origin): Promise<void> {
  const hash = hashOf(token);
  const { rows: [ended] } = await services.pool.query<{ user_id: string }>('delete from tamga.session where token_hash = $1 returning user_id', [hash]);
  accessCache(services).sessions.delete(hash.toString('base64'));
  await services.pool.query("select pg_notify('tamga_access', '')");
  if (ended) await note(services, origin, { event: 'session.sign-out', result: 'done', user: (await principalOf(services, ended.user_id).catch(() => null))?.user ?? null });
}

/** The person behind a token; a session that is idle or too old is ended. */
export async function sessionPrincipal(services: Services, token: string): Promise<Principal> {
  const hash = hashOf(token);
  const key = hash.toString('base64');
  const now = services.clock.now().getTime();
  const known = accessCache(services).sessions.get(key);
  const entry = known && isFresh(known) && isAlive(known, now) ? known : await readSession(services, hash, key);
  if (!entry) throw problem('session.required');
  if (!isAlive(entry, now)) {
    await signOut(services, token);
    throw problem('session.required');
  }
  // Once a minute is enough to know that somebody is there.
  if (now - entry.seenAt >= minute) {
    entry.seenAt = now;
    await services.pool.query('update tamga.session set seen_at = $2 where token_hash = $1 and seen_at < $2', [hash, new Date(now)]);
  }
  return principalOf(services, entry.userId);
}

function isAlive({ seenAt, expiresAt }: SessionEntry, now: number): boolean {
  return now < expiresAt && now - seenAt < idleLimit;
}

async function readSession(services: Services, hash: Buffer, key: string): Promise<SessionEntry | undefined> {
  const { generation } = accessCache(services);
  const { rows: [row] } = await services.pool.query<{ user_id: string; seen_at: Date; expires_at: Date }>('select user_id, seen_at, expires_at from tamga.session where token_hash = $1', [hash]);
  if (!row) return undefined;
  const entry = { userId: row.user_id, seenAt: row.seen_at.getTime(), expiresAt: row.expires_at.getTime(), readAt: Date.now() };
  if (accessCache(services).generation === generation) rememberSession(services, key, entry);
  return entry;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

async function refuseLocked(services: Services, name: string): Promise<void> {
  const { rows: [row] } = await services.pool.query<{ locked_until: Date | null }>('select locked_until from tamga.sign_in_failure where username = $1', [name]);
  const left = (row?.locked_until?.getTime() ?? 0) - services.clock.now().getTime();
  if (left > 0) throw problem('session.locked', { minutes: Math.ceil(left / minute) });
}

/** Counts a wrong try; true when this one locked the name. A lock that is over starts a new count. */
async function countFailure(services: Services, name: string): Promise<boolean> {
  const now = services.clock.now();
  const { rows: [row] } = await services.pool.query<{ failures: number }>(
    `insert into tamga.sign_in_failure as f (username, failures, at) values ($1, 1, $2)
     on conflict (username) do update set at = excluded.at,
       failures = case when f.locked_until <= $2 then 1 else f.failures + 1 end,
       locked_until = case when f.locked_until > $2 then f.locked_until when f.locked_until is null and f.failures + 1 >= $3 then $4::timestamptz end
     returning failures`,
    [name, now, lockAfter, new Date(now.getTime() + lockFor)],
  );
  return row?.failures === lockAfter;
}

function note(services: Services, origin: Origin | undefined, event: AuditEvent): Promise<void> {
  return recordEvent({ services, model: services.current(), principal: { kind: 'user', user: null, grants: [] }, db: services.pool, ...(origin ? { origin } : {}) }, event);
}
