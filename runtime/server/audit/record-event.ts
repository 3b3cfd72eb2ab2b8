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

/** Notes an event in the caller's transaction, where there is one: what cannot be noted does not happen. */
export async function recordEvent(ctx: Pick<Context, 'services' | 'model' | 'principal' | 'db' | 'origin'>, event: AuditEvent): Promise<void> {
  let statement = statements.get(ctx.model);
  if (!statement) statements.set(ctx.model, statement = prepare(insertText(ctx.model)));
  const now = ctx.services.clock.now();
  const user = event.user === undefined ? ctx.principal.user : event.user;
  await ctx.db.query(withValues(statement, [
    v7(), now, user?.id ?? null, user?.org?.id ?? null, user?.org?.area ?? null,
    now, user?.id ?? null, user?.name ?? null, event.username ?? user?.username ?? null, event.event, event.result,
    event.entity?.key ?? null, event.entity?.label.zh ?? null, event.title || null, event.record ?? null, event.summary?.slice(0, most) ?? null, event.via ?? null, event.reason?.slice(0, 500) ?? null,
    ctx.origin?.channel ?? 'system', ctx.origin?.address ?? null, ctx.origin?.device?.slice(0, 300) ?? null,
    searchTokens([event.title, event.username ?? user?.username, user?.name, event.entity?.label.zh]),
  ]));
}

function insertText(model: Model): string {
  const entity = entityOf(model, 'platform/audit-event');
  const own = names.map((name) => columnOf(entity, name));
  return `insert into ${tableOf(entity)} (id, version, created_at, created_by, updated_at, updated_by, owner_org, area_code, ${own.join(', ')}, search_tokens)
    values ($1, 1, $2, $3, $2, $3, $4, $5, ${own.map((_, i) => `$${i + 6}`).join(', ')}, $${own.length + 6})`;
}
