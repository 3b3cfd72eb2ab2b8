import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import type { Entity, Model } from '../model/model.ts';
import type { Locale } from '../problems.ts';
import type { FileStore } from '../registry.ts';
import type { ServerClock } from './clock.ts';

/** Where a role was granted: which records it covers. */
export interface Grant {
  role: string;
  scope: 'own' | 'unit' | 'unit-below' | 'area-below' | 'all';
  /** Units covered by `unit` and `unit-below`, the subtree resolved. */
  orgs: string[];
  /** Area code prefix covered by `area-below`, such as `150523` or `1505`. */
  area: string | null;
}

/** Security labels of people, lowest first; those of fields are `internal`, `sensitive` and `important`. */
export const clearances = ['public', 'internal', 'sensitive', 'important'] as const;
export type Clearance = (typeof clearances)[number];

/** Who asks. The system may do everything; it may act on behalf of a person, who then stands in the history. */
export interface Principal {
  kind: 'user' | 'system';
  user: { id: string; name: string; username: string; org: { id: string; name: string; area: string | null } | null } | null;
  grants: readonly Grant[];
  /** Security label: fields above it are not seen whole, whatever the roles say; the system's is the highest. */
  clearance?: Clearance;
  /** Apps that the person's tenant may use, with those they need; left out: all. */
  apps?: ReadonlySet<string>;
  /** People in whose stead this person may do tasks today. */
  actsFor?: readonly Stead[];
}

/** A person who is away, with the grants they hold; `processes` null means every process. */
export interface Stead { person: string; name: string; grants: readonly Grant[]; processes: readonly string[] | null }

export type Queryable = Pick<Pool | PoolClient, 'query'>;

/** A file that an action hands out: a link that works once. */
export interface Download { url: string; name: string }

/** One running transaction: what it touched and what happens once it is committed. */
export interface Transaction {
  client: PoolClient;
  /** Ids of changed records by entity key; alerts look at them before the commit. */
  touched: Map<string, Set<string>>;
  afterCommit: (() => void | Promise<void>)[];
  /** Action or process that makes the changes, for states and history. */
  via: string | null;
  /** What the running action hands out. */
  download?: Download;
}

/** Where a request comes from, for the audit log. */
export interface Origin { channel: 'web' | 'api' | 'portal' | 'engine'; address: string; device: string | null }

/** The running or last process instance on a record; `waits`: for the person who asks, as its applicant. */
export interface RecordProcess { instance: string | null; running: boolean; waits: boolean }

/** What lives as long as the server. */
export interface Services {
  pool: Pool;
  clock: ServerClock;
  log: Logger;
  /** Folder of uploads and exports. */
  home: string;
  /** Where the content of uploads lies. */
  files: FileStore;
  /** Folder that holds the definitions' files. */
  definitions: string;
  demo: boolean;
  /** Address under which people reach the server, such as `https://tamga.example.cn`; null: that of the request. */
  site: string | null;
  /** Who ends TLS: this server, a proxy in front of it, or nobody. */
  tls: 'server' | 'proxy' | 'none';
  /** The model in force; requests keep the one they began with. */
  current: () => Model;
  /** Run inside every transaction just before its commit, in order. */
  beforeCommit: ((ctx: Context) => Promise<void>)[];
  /** SQL for the process on a record: columns instance, running, waits; the arguments name a column and a parameter. */
  processOfRecord: (record: string, person: string) => string;
  /** Starts the process bound to the record's entity. */
  startProcess: (ctx: Context, entity: Entity, id: string) => Promise<void>;
  /** Sends a text message to a phone; left out where no way to send one is set up. */
  sendSms?: (ctx: Context, message: { to: string; purpose: string; text: string; values: Record<string, string> }) => Promise<void>;
  /** Puts a job into the queue: inside the transaction where there is one. */
  enqueue: (ctx: Context, task: string, payload: Record<string, unknown>, options?: { key?: string; runAt?: Date }) => Promise<void>;
}

/** One request: a model snapshot, a person, a language, a place to send SQL. */
export interface Context {
  services: Services;
  model: Model;
  principal: Principal;
  locale: Locale;
  db: Queryable;
  /** Left out for work that nobody asked for. */
  origin?: Origin;
  tx?: Transaction;
}

/** A context for work that nobody asked for: jobs, seeds, timers. */
export function systemContext(services: Services, user: Principal['user'] = null): Context {
  return { services, model: services.current(), principal: { kind: 'system', user, grants: [] }, locale: 'zh-CN', db: services.pool };
}

/** The same context with the rights of the system; the person stays the one who acts. */
export function asSystem(ctx: Context): Context {
  return ctx.principal.kind === 'system' ? ctx : { ...ctx, principal: { kind: 'system', user: ctx.principal.user, grants: [] } };
}
