import { isId } from '../../fields/index.ts';
import type { ClientMessage } from '../../model/client-types.ts';
import { entityOf } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';

export interface MessagePage { items: ClientMessage[]; page: number; pageSize: number; total: number; unread: number }

interface MessageRow { id: string; title: string; body: string; count: number | null; at: Date; read_at: Date | null; app: string | null; entity: string | null; record: string | null; task: string | null }

/** Messages of the context's person, the newest first. */
export async function listMessages(ctx: Context, { unread, page, pageSize }: { unread: boolean; page: number; pageSize: number }): Promise<MessagePage> {
  const { table, column } = names(ctx);
  const mine = `${column('recipient')} = $1${unread ? ` and ${column('readAt')} is null` : ''}`;
  const user = ctx.principal.user?.id ?? null;
  const texts = (['title', 'body'] as const).map((part) => (ctx.locale === 'en' ? `coalesce(${column(`${part}En`)}, ${column(part)}) as ${part}` : `${column(part)} as ${part}`)).join(', ');
  const [{ rows }, counts] = await Promise.all([
    ctx.db.query<MessageRow>(
      `select id, ${texts}, ${column('count')} as count, ${column('sentAt')} as at, ${column('readAt')} as read_at, ${column('linkApp')} as app,
         ${column('linkEntity')} as entity, ${column('linkRecord')} as record, ${column('linkTask')} as task
       from ${table} where ${mine} order by ${column('sentAt')} desc, id desc limit $2 offset $3`, [user, pageSize, (page - 1) * pageSize]),
    ctx.db.query<{ total: number; unread: number }>(`select count(*)::int as total, (count(*) filter (where ${column('readAt')} is null))::int as unread from ${table} where ${column('recipient')} = $1`, [user]),
  ]);
  const { total = 0, unread: open = 0 } = counts.rows[0] ?? {};
  return { items: rows.map(toMessage), page, pageSize, total: unread ? open : total, unread: open };
}

/** What the person was told about one record, the oldest first. */
export async function messagesAbout(ctx: Context, record: string): Promise<{ title: string; body: string; at: string }[]> {
  const { table, column } = names(ctx);
  const { rows } = await ctx.db.query<{ title: string; body: string; at: Date }>(
    `select ${column('title')} as title, ${column('body')} as body, ${column('sentAt')} as at from ${table} where ${column('recipient')} = $1 and ${column('linkRecord')} = $2 order by ${column('sentAt')}, id limit 50`,
    [ctx.principal.user?.id ?? null, record]);
  return rows.map(({ title, body, at }) => ({ title, body, at: at.toISOString() }));
}

/** Marks one message as read; somebody else's does not exist. */
export async function readMessage(ctx: Context, id: string): Promise<void> {
  if (!isId(id)) throw problem('not-found');
  const { table, column } = names(ctx);
  const { rowCount } = await ctx.db.query(`update ${table} set ${column('readAt')} = coalesce(${column('readAt')}, $3) where id = $1 and ${column('recipient')} = $2`, [id, ctx.principal.user?.id ?? null, ctx.services.clock.now()]);
  if (rowCount === 0) throw problem('not-found');
}

/** Marks all of the person's messages as read. */
export async function readAllMessages(ctx: Context): Promise<void> {
  const { table, column } = names(ctx);
  await ctx.db.query(`update ${table} set ${column('readAt')} = $2 where ${column('recipient')} = $1 and ${column('readAt')} is null`, [ctx.principal.user?.id ?? null, ctx.services.clock.now()]);
}

function names(ctx: Context): { table: string; column: (name: string) => string } {
  const message = entityOf(ctx.model, 'platform/message');
  return { table: tableOf(message), column: (name) => columnOf(message, name) };
}

function toMessage({ id, title, body, count, at, read_at: readAt, app, entity, record, task }: MessageRow): ClientMessage {
  const link = app && entity && record ? { app, entity, id: record, ...(task ? { task } : {}) } : null;
  return { id, title, body, ...((count ?? 1) > 1 ? { count: count! } : {}), at: at.toISOString(), readAt: readAt?.toISOString() ?? null, link };
}
