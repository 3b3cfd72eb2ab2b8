import { entityOf } from '../../model/model.ts';
import { messageChannels, type OutgoingMessage } from '../../registry.ts';
import type { Context } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { peopleToReach } from './preferences.ts';

interface Waiting { id: string; recipient: string; channel: string; kind: string | null; title: string | null; body: string | null; template: OutgoingMessage['template']; attempts: number }

const minute = 60_000;
/** Pauses after each failed attempt; after the last the message has failed. */
const pauses = [1, 5, 30, 120, 720].map((minutes) => minutes * minute);
/** For so long a message belongs to the server that took it. */
const lease = 3 * minute;
const batch = 20;

/** Sends everything that is due, page by page. A server that dies over it leaves it to the next run: a text may then arrive twice, never not at all. */
export async function deliverMessages(ctx: Context): Promise<void> {
  for (;;) {
    const taken = await take(ctx);
    await Promise.all(taken.map((message) => deliver(ctx, message)));
    if (taken.length < batch) return;
  }
}

async function take(ctx: Context): Promise<Waiting[]> {
  const { table, column } = names(ctx);
  const now = ctx.services.clock.now();
  const { rows } = await ctx.services.pool.query<Waiting>(
    `update ${table} set ${column('nextAt')} = $2, ${column('attempts')} = ${column('attempts')} + 1
     where id in (select id from ${table} where ${column('status')} = 'waiting' and ${column('nextAt')} <= $1 order by ${column('nextAt')}, id limit ${batch} for update skip locked)
     returning id, ${(['recipient', 'channel', 'kind', 'title', 'body', 'template', 'attempts'] as const).map((name) => `${column(name)} as ${name}`).join(', ')}`, [now, new Date(now.getTime() + lease)]);
  return rows;
}

async function deliver(ctx: Context, { id, recipient, channel: name, kind, title, body, template, attempts }: Waiting): Promise<void> {
  const channel = messageChannels.get(name);
  const [to] = await peopleToReach(ctx, [recipient]);
  if (!channel) return note(ctx, id, { status: 'skipped', problem: '未配置该渠道', nextAt: null });
  if (!to || channel.address(to) === null) return note(ctx, id, { status: 'skipped', problem: '没有该渠道的联系方式', nextAt: null });
  try {
    const { receipt } = await channel.send({ id, to, title: title ?? '', body: body ?? '', message: kind, template });
    await note(ctx, id, { status: 'sent', sentAt: ctx.services.clock.now(), receipt: receipt?.slice(0, 400) ?? null, problem: null, nextAt: null });
  } catch (error) {
    ctx.services.log.warn({ err: error, channel: name, message: id, attempt: attempts }, 'A message could not be sent.');
    const pause = pauses[attempts - 1];
    const problem = (error instanceof Error ? error.message : String(error)).slice(0, 400);
    await note(ctx, id, pause === undefined ? { status: 'failed', problem, nextAt: null } : { status: 'waiting', problem, nextAt: new Date(ctx.services.clock.now().getTime() + pause) });
  }
}

async function note(ctx: Context, id: string, values: Record<string, unknown>): Promise<void> {
  const { table, column } = names(ctx);
  await ctx.services.pool.query(`update ${table} set version = version + 1, updated_at = $2, ${Object.keys(values).map((name, at) => `${column(name)} = $${at + 3}`).join(', ')} where id = $1`, [id, ctx.services.clock.now(), ...Object.values(values)]);
}

function names(ctx: Context): { table: string; column: (name: string) => string } {
  const outgoing = entityOf(ctx.model, 'platform/outgoing-message');
  return { table: tableOf(outgoing), column: (name) => columnOf(outgoing, name) };
}
