import { DateTime } from 'luxon';
import { v7 } from 'uuid';
import { entityOf } from '../../model/model.ts';
import type { Entity } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { RecordValue, expandRecord } from '../operations/evaluate.ts';
import { messageTemplate, type FilledText } from './message-templates.ts';
import { queueOutgoing } from './queue-outgoing.ts';

export interface MessageLink { app: string; entity: string; id: string; task?: string }

/** Sends a declared message to people, in the caller's transaction: into their mailboxes, and to the channels that it names. Values may be records (`recordValue`): what the text names of them is loaded. */
export async function sendMessage(ctx: Context, messageKey: string, userIds: readonly string[], values: Record<string, unknown>, link?: MessageLink): Promise<void> {
  if (userIds.length === 0) return;
  const template = messageTemplate(ctx.model, messageKey);
  const { message, hasEnglish } = template;
  const zh = await shownValues(ctx, values, template.paths, 'zh');
  const text = template.fill(zh, 'zh');
  const english = hasEnglish ? template.fill(await shownValues(ctx, values, template.paths, 'en'), 'en') : undefined;
  const recipients = [...new Set(userIds)];
  const merged = message.mergeMinutes === undefined ? [] : await mergeRepeated(ctx, message.key, message.mergeMinutes, recipients, text, link);
  const told = recipients.filter((id) => !merged.includes(id));
  await intoMailboxes(ctx, told, { ...text, ...(english ? { titleEn: english.title, bodyEn: english.body } : {}), kind: message.key }, link);
  for (const channel of message.channels.keys()) await queueOutgoing(ctx, message, channel, told, template.fill(zh, 'zh', channel));
}

/** Puts a finished text into people's mailboxes, in the caller's transaction. */
export async function sendText(ctx: Context, userIds: readonly string[], text: { title: string; body: string }, link?: MessageLink): Promise<void> {
  await intoMailboxes(ctx, [...new Set(userIds)], text, link);
}

interface MailText { title: string; body: string; titleEn?: string; bodyEn?: string; kind?: string }

async function intoMailboxes(ctx: Context, recipients: readonly string[], text: MailText, link: MessageLink | undefined): Promise<void> {
  if (recipients.length === 0) return;
  const message = entityOf(ctx.model, 'platform/message');
  const values: Record<string, unknown> = {
    title: text.title.replace(/\s+/g, ' ').trim().slice(0, 400), body: text.body, titleEn: text.titleEn ?? null, bodyEn: text.bodyEn ?? null, kind: text.kind ?? null,
    count: 1, linkApp: link?.app ?? null, linkEntity: link?.entity ?? null, linkRecord: link?.id ?? null, linkTask: link?.task ?? null,
  };
  const names = Object.keys(values);
  // Owner of a message is its reader's unit; residents have none.
  const resident = entityOf(ctx.model, 'platform/resident-account');
  const user = entityOf(ctx.model, 'platform/user');
  await ctx.db.query(
    `insert into ${tableOf(message)} (id, version, created_at, created_by, updated_at, updated_by, owner_org, area_code, ${['recipient', 'sentAt', ...names].map((name) => columnOf(message, name)).join(', ')})
     select r.id, 1, $3, $4, $3, $4, u.owner_org, u.area_code, u.id, $3, ${names.map((_, at) => `$${at + 5}`).join(', ')}
     from unnest($1::uuid[], $2::uuid[]) as r(id, recipient)
     join (select id, owner_org, area_code from ${tableOf(user)} union all select id, null, null from ${tableOf(resident)}) u on u.id = r.recipient`,
    [recipients.map(() => v7()), recipients, ctx.services.clock.now(), ctx.principal.user?.id ?? null, ...Object.values(values)]);
}

/** Raises the count of unread messages of the same kind about the same record that are recent; returns who had one. */
async function mergeRepeated(ctx: Context, kind: string, minutes: number, recipients: readonly string[], { title, body }: FilledText, link: MessageLink | undefined): Promise<string[]> {
  const message = entityOf(ctx.model, 'platform/message');
  const column = (name: string): string => columnOf(message, name);
  const now = ctx.services.clock.now();
  const { rows } = await ctx.db.query<{ recipient: string }>(
    `update ${tableOf(message)} set ${column('count')} = coalesce(${column('count')}, 1) + 1, ${column('title')} = $5, ${column('body')} = $6, updated_at = $7, version = version + 1
     where ${column('recipient')} = any($1) and ${column('kind')} = $2 and ${column('linkRecord')} is not distinct from $3 and ${column('readAt')} is null and ${column('sentAt')} > $4
     returning ${column('recipient')} as recipient`, [recipients, kind, link?.id ?? null, new Date(now.getTime() - minutes * 60_000), title, body, now]);
  return rows.map((row) => row.recipient);
}

/** Plain values for a template: records loaded as far as it looks, codes as their labels, times in the zone of the installation. */
async function shownValues(ctx: Context, values: Record<string, unknown>, paths: readonly string[][], locale: 'zh' | 'en'): Promise<Record<string, unknown>> {
  const { name = '', username = '' } = ctx.principal.user ?? {};
  const shown: Record<string, unknown> = { user: { name, username }, record: {} };
  for (const [root, value] of Object.entries(values)) {
    if (!(value instanceof RecordValue)) {
      shown[root] = value;
      continue;
    }
    const wanted = paths.filter((path) => path[0] === root).map((path) => path.slice(1));
    const record = shown[root] = await expandRecord(ctx, value.entity, value.row, wanted);
    for (const path of wanted) showField(ctx, value.entity, record, path, locale);
  }
  return shown;
}

function showField(ctx: Context, entity: Entity, record: unknown, path: readonly string[], locale: 'zh' | 'en'): void {
  const [name, ...rest] = path;
  if (name === undefined || typeof record !== 'object' || record === null) return;
  const holder = record as Record<string, unknown>;
  const field = entity.byName.get(name);
  if (rest.length > 0) {
    const next = field?.reference?.entity ?? (entity.inverse?.name === name ? entity.inverse.entity : undefined);
    if (next) showField(ctx, entityOf(ctx.model, next), holder[name], rest, locale);
    return;
  }
  const value = holder[name];
  const option = field?.options?.find((one) => one.value === value);
  if (option) holder[name] = option.label[locale];
  else if (field?.type === 'datetime' && typeof value === 'string') holder[name] = DateTime.fromISO(value, { zone: ctx.services.clock.zone }).toFormat('yyyy-MM-dd HH:mm');
}
