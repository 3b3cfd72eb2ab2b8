import { Client } from 'pg';
import type { Principal, Services } from '../context.ts';
import { forgetSettings } from '../settings/index.ts';

/** Milliseconds of real time that anything is remembered without a look at the database. */
const freshFor = 10_000;
const most = 5_000;

export interface SessionEntry { userId: string; seenAt: number; expiresAt: number; readAt: number; mustChange: boolean; changedAt: number; hasSecondFactor: boolean }

/** What one server remembers of sessions and rights. */
interface AccessCache {
  /** Grows with every change; an answer that was asked before a change is not kept. */
  generation: number;
  principals: Map<string, { at: number; principal: Promise<Principal | null> }>;
  sessions: Map<string, SessionEntry>;
}

// By server, so that two servers in one process (tests) do not share anything; gone with the server.
const caches = new WeakMap<Services, AccessCache>();

/** What this server remembers. */
export function accessCache(services: Services): AccessCache {
  let cache = caches.get(services);
  if (!cache) caches.set(services, cache = { generation: 0, principals: new Map(), sessions: new Map() });
  return cache;
}

/** Forgets all sessions and rights at once. */
export function forgetAccess(services: Services): void {
  const cache = accessCache(services);
  cache.generation += 1;
  cache.principals.clear();
  cache.sessions.clear();
  forgetSettings(services);
}

/** A principal by key, loaded when it is not known or too old. */
export async function remembered(services: Services, key: string, load: () => Promise<Principal | null>): Promise<Principal | null> {
  const cache = accessCache(services);
  const known = cache.principals.get(key);
  if (known && Date.now() - known.at < freshFor) return known.principal;
  const generation = cache.generation;
  const principal = load();
  if (cache.principals.size >= most) cache.principals.clear();
  // The promise is kept, so that many requests of one person ask once.
  cache.principals.set(key, { at: Date.now(), principal });
  try {
    return await principal;
  } finally {
    if (cache.generation !== generation && cache.principals.get(key)?.principal === principal) cache.principals.delete(key);
    await principal.catch(() => cache.principals.delete(key));
  }
}

/** Is the entry too old to be believed? */
export function isFresh(entry: SessionEntry): boolean {
  return Date.now() - entry.readAt < freshFor;
}

export function rememberSession(services: Services, token: string, entry: SessionEntry): void {
  const { sessions } = accessCache(services);
  if (sessions.size >= most) sessions.clear();
  sessions.set(token, entry);
}

const watched = ['platform/user', 'platform/role-grant', 'platform/organization', 'platform/parameter', 'platform/session', 'platform/tenant', 'platform/substitute'];

/** Keeps what is remembered true: forgets when people, grants or units change here or in another process. Returns the way to stop. */
export async function watchAccess(services: Services): Promise<() => Promise<void>> {
  services.beforeCommit.push(async (ctx) => {
    if (!ctx.tx || !watched.some((entity) => ctx.tx?.touched.has(entity))) return;
    await ctx.db.query("select pg_notify('tamga_access', '')");
    ctx.tx.afterCommit.unshift(() => forgetAccess(services));
  });
  let stopped = false;
  let client: Client | undefined;
  const listen = async (): Promise<void> => {
    // A connection of its own: a pool that ends waits for connections that are still out.
    const own = client = new Client({ ...services.pool.options, statement_timeout: 0, application_name: 'tamga-access' });
    let isOver = false;
    // A connection that fails may say so in several ways; one of them is enough to try again.
    const again = (): void => {
      if (isOver) return;
      isOver = true;
      forgetAccess(services);
      if (!stopped) setTimeout(() => void listen(), 1_000).unref();
    };
    own.on('error', (error) => services.log.warn({ err: error }, 'The connection that listens for changed rights broke.'));
    own.on('end', again);
    own.on('notification', () => forgetAccess(services));
    try {
      await own.connect();
      await own.query('listen tamga_access');
      forgetAccess(services);
    } catch {
      again();
    }
  };
  await listen();
  return async () => {
    stopped = true;
    await client?.end().catch(() => undefined);
  };
}
