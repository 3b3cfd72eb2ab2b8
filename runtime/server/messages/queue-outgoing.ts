import { v7 } from 'uuid';
import { entityOf, type Message } from '../../model/model.ts';
import { messageChannels } from '../../registry.ts';
import type { Context } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import type { FilledText } from './message-templates.ts';
import { peopleToReach, wishesOf } from './preferences.ts';

/** Queues a message for a channel outside, in the caller's transaction: it goes out when that is committed. What cannot go out is kept with the reason. */
export async function queueOutgoing(ctx: Context, message: Message, channelName: string, recipients: readonly string[], text: FilledText): Promise<void> {
  if (recipients.length === 0) return;
  const channel = messageChannels.get(channelName);
  const { refuses, quietUntil } = await wishesOf(ctx, recipients, message.key, channelName);
  const now = ctx.services.clock.now();
  const outgoing = entityOf(ctx.model, 'platform/outgoing-message');
  const template = message.channels.get(channelName)?.template;
  let isWaiting = false;
  for (const person of await peopleToReach(ctx, recipients)) {
    if (refuses.has(person.id) && !message.essential) continue;
    const problem = !channel ? '未配置该渠道' : channel.address(person) === null ? '没有该渠道的联系方式' : null;
    const wait = message.essential ? undefined : quietUntil.get(person.id);
    const values: Record<string, unknown> = {
      recipient: person.id, channel: channelName, kind: message.key, title: text.title, body: text.body, template: template === undefined ? null : JSON.stringify({ id: template, values: text.values }),
      status: problem === null ? 'waiting' : 'skipped', attempts: 0, queuedAt: now, nextAt: problem === null ? wait ?? now : null, problem,
    };
    const names = Object.keys(values);
    const user = entityOf(ctx.model, 'platform/user');
    await ctx.db.query(
      `insert into ${tableOf(outgoing)} (id, version, created_at, updated_at, owner_org, area_code, ${names.map((name) => columnOf(outgoing, name)).join(', ')})
       select $1, 1, $2, $2, u.owner_org, u.area_code, ${names.map((_, at) => `$${at + 4}`).join(', ')} from ${tableOf(user)} u where u.id = $3`, [v7(), now, person.id, ...Object.values(values)]);
    isWaiting ||= problem === null && wait === undefined;
  }
  if (isWaiting) await ctx.services.enqueue(ctx, 'deliver-messages', {}, { key: 'deliver-messages' });
}
