import { v7 } from 'uuid';
import { entityOf, type Entity, type Model } from '../../model/model.ts';
import type { Context, Principal } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { searchTokens } from '../search/search-tokens.ts';
import { prepare, withValues, type Prepared } from '../db/prepared.ts';

/** What happened; who, when and where from is taken from the context. */
export interface AuditEvent {
  event: string;
  result: 'done' | 'refused' | 'failed';
  entity?: Entity;
  record?: string | null;
  /** The names by which people find the record. */
  title?: string;
  summary?: string;
  via?: string | null;
  reason?: string;
  /** Somebody who is not signed in, such as a person whose password was wrong. */
  user?: Principal['user'];
  username?: string;
}

const names = ['at', 'user', 'userName', 'username', 'event', 'result', 'object', 'objectLabel', 'title', 'recordId', 'summary', 'via', 'reason', 'channel', 'address', 'device'];
const most = 20_000;
const statements = new WeakMap<Model, Prepared>();

type EventContext = Pick<Context, 'services' | 'model' | 'principal' | 'db' | 'origin'>;

/** Notes an event in the caller's transaction, where there is one: what cannot be noted does not happen. */
export async function recordEvent(ctx: EventContext, event: AuditEvent): Promise<void> {
  let statement = statements.get(ctx.model);
  if (!statement) statements.set(ctx.model, statement = prepare(insertText(ctx.model)));
  await ctx.db.query(withValues(statement, valuesOf(ctx, event)));
}

/** Notes many events by one statement. */
export async function recordEvents(ctx: EventContext, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  const columns = columnsOf(ctx.model).map(({ name }) => name);
  const rows = events.map((event) => Object.fromEntries(valuesOf(ctx, event).map((value, i) => [columns[i]!, value])));
  const table = tableOf(entityOf(ctx.model, 'platform/audit-event'));
  const quoted = columnsOf(ctx.model).map(({ quoted: text }) => text).join(', ');
  await ctx.db.query(`insert into ${table} (${quoted}) select ${quoted} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
}

function valuesOf(ctx: EventContext, event: AuditEvent): unknown[] {
  const now = ctx.services.clock.now();
  const user = event.user === undefined ? ctx.principal.user : event.user;
  return [
    v7(), 1, now, user?.id ?? null, now, user?.id ?? null, user?.org?.id ?? null, user?.org?.area ?? null,
    now, user?.id ?? null, user?.name ?? null, event.username ?? user?.username ?? null, event.event, event.result,
    event.entity?.key ?? null, event.entity?.label.zh ?? null, event.title || null, event.record ?? null, event.summary?.slice(0, most) ?? null, event.via ?? null, event.reason?.slice(0, 500) ?? null,
    ctx.origin?.channel ?? 'system', ctx.origin?.address ?? null, ctx.origin?.device?.slice(0, 300) ?? null,
    searchTokens([event.title, event.username ?? user?.username, user?.name, event.entity?.label.zh]),
  ];
}

const systemColumns = ['id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'owner_org', 'area_code'];

/** The columns of an event in the order of `valuesOf`. */
function columnsOf(model: Model): { name: string; quoted: string }[] {
  const entity = entityOf(model, 'platform/audit-event');
  return [
    ...systemColumns.map((name) => ({ name, quoted: name })),
    ...names.map((name) => ({ name: entity.byName.get(name)!.column!, quoted: columnOf(entity, name) })), { name: 'search_tokens', quoted: 'search_tokens' },
  ];
}

function insertText(model: Model): string {
  const columns = columnsOf(model);
  return `insert into ${tableOf(entityOf(model, 'platform/audit-event'))} (${columns.map(({ quoted }) => quoted).join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`;
}
