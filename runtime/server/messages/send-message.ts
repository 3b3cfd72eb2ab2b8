import { DateTime } from 'luxon';
import { v7 } from 'uuid';
import { entityOf } from '../../model/model.ts';
import type { Entity } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { RecordValue, expandRecord } from '../operations/evaluate.ts';
import { messageTemplate } from './message-templates.ts';

export interface MessageLink { app: string; entity: string; id: string; task?: string }

/** Sends a declared message to people, in the caller's transaction. Values may be records (`recordValue`): what the text names of them is loaded. */
export async function sendMessage(ctx: Context, messageKey: string, userIds: readonly string[], values: Record<string, unknown>, link?: MessageLink): Promise<void> {
  if (userIds.length === 0) return;
  const template = messageTemplate(ctx.model, messageKey);
  const shown = await shownValues(ctx, values, template.paths);
  await sendText(ctx, userIds, { title: template.title(shown), body: template.body(shown) }, link);
}

/** Puts a finished text into people's mailboxes, in the caller's transaction. */
export async function sendText(ctx: Context, userIds: readonly string[], text: { title: string; body: string }, link?: MessageLink): Promise<void> {
  if (userIds.length === 0) return;
  const message = entityOf(ctx.model, 'platform/message');
  const fields = ['recipient', 'title', 'body', 'sentAt', 'linkApp', 'linkEntity', 'linkRecord', 'linkTask'].map((name) => columnOf(message, name)).join(', ');
  const recipients = [...new Set(userIds)];
  // Owner of a message is its reader's unit; residents have none.
  const resident = entityOf(ctx.model, 'platform/resident-account');
  const user = entityOf(ctx.model, 'platform/user');
  await ctx.db.query(
    `insert into ${tableOf(message)} (id, version, created_at, created_by, updated_at, updated_by, owner_org, area_code, ${fields})
     select r.id, 1, $3, $4, $3, $4, u.owner_org, u.area_code, u.id, $5, $6, $3, $7, $8, $9, $10
     from unnest($1::uuid[], $2::uuid[]) as r(id, recipient)
     join (select id, owner_org, area_code from ${tableOf(user)} union all select id, null, null from ${tableOf(resident)}) u on u.id = r.recipient`,
    [recipients.map(() => v7()), recipients, ctx.services.clock.now(), ctx.principal.user?.id ?? null,
      text.title.replace(/\s+/g, ' ').trim().slice(0, 400), text.body,
      link?.app ?? null, link?.entity ?? null, link?.id ?? null, link?.task ?? null]);
}

/** Plain values for a template: records loaded as far as it looks, codes as their labels, times in the zone of the installation. */
async function shownValues(ctx: Context, values: Record<string, unknown>, paths: readonly string[][]): Promise<Record<string, unknown>> {
  const { name = '', username = '' } = ctx.principal.user ?? {};
  const shown: Record<string, unknown> = { user: { name, username }, record: {} };
  for (const [root, value] of Object.entries(values)) {
    if (!(value instanceof RecordValue)) {
      shown[root] = value;
      continue;
    }
    const wanted = paths.filter((path) => path[0] === root).map((path) => path.slice(1));
    const record = shown[root] = await expandRecord(ctx, value.entity, value.row, wanted);
    for (const path of wanted) showField(ctx, value.entity, record, path);
  }
  return shown;
}

function showField(ctx: Context, entity: Entity, record: unknown, path: readonly string[]): void {
  const [name, ...rest] = path;
  if (name === undefined || typeof record !== 'object' || record === null) return;
  const holder = record as Record<string, unknown>;
  const field = entity.byName.get(name);
  if (rest.length > 0) {
    const next = field?.reference?.entity ?? (entity.inverse?.name === name ? entity.inverse.entity : undefined);
    if (next) showField(ctx, entityOf(ctx.model, next), holder[name], rest);
    return;
  }
  const value = holder[name];
  const option = field?.options?.find((one) => one.value === value);
  if (option) holder[name] = option.label.zh;
  else if (field?.type === 'datetime' && typeof value === 'string') holder[name] = DateTime.fromISO(value, { zone: ctx.services.clock.zone }).toFormat('yyyy-MM-dd HH:mm');
}
