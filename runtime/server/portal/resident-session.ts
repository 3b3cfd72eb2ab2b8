import { createHash, randomBytes } from 'node:crypto';
import { problem } from '../../problems.ts';
import type { Origin, Services } from '../context.ts';
import { findResident, type Resident } from './resident.ts';

const minute = 60_000;
const idleLimit = 30 * minute;
const absoluteLimit = 24 * 60 * minute;

/** Opens a session of a resident. It lies in a table of its own: the token opens nothing of the staff's, and theirs nothing here. */
export async function openResidentSession(services: Services, accountId: string, from: Origin): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = services.clock.now();
  await services.pool.query(
    'insert into tamga.resident_session (token_hash, account_id, created_at, seen_at, expires_at, address, agent) values ($1, $2, $3, $3, $4, $5, $6)',
    [hashOf(token), accountId, now, new Date(now.getTime() + absoluteLimit), from.address, from.device?.slice(0, 300) ?? null]);
  return token;
}

/** The resident behind a token; a session that was idle too long, is too old or whose account was closed is ended. */
export async function residentOf(services: Services, token: string): Promise<Resident> {
  const hash = hashOf(token);
  const now = services.clock.now();
  const { rows: [session] } = await services.pool.query<{ account_id: string; seen_at: Date; expires_at: Date }>('select account_id, seen_at, expires_at from tamga.resident_session where token_hash = $1', [hash]);
  if (!session) throw problem('session.required');
  const resident = now < session.expires_at && now.getTime() - session.seen_at.getTime() < idleLimit ? await findResident(services, services.pool, { id: session.account_id }) : undefined;
  if (!resident?.active) {
    await endResidentSession(services, token);
    throw problem('session.required');
  }
  if (now.getTime() - session.seen_at.getTime() >= minute) await services.pool.query('update tamga.resident_session set seen_at = $2 where token_hash = $1', [hash, now]);
  return resident;
}

/** Ends a session; one that is over already is no problem. */
export async function endResidentSession(services: Services, token: string): Promise<void> {
  await services.pool.query('delete from tamga.resident_session where token_hash = $1', [hashOf(token)]);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
