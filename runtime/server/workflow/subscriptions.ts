import { v7 } from 'uuid';
import type { Effect, Variables } from '../../bpmn/index.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';
import { deliverSoon } from './deliveries.ts';
import type { ProcessRun } from './process-run.ts';
import { startByEvent } from './start-events.ts';

/** Notes what an instance waits for, so that it is found when it comes. */
export async function createSubscription({ ctx, instance }: ProcessRun, { subscriptionId, nodeId, kind, name }: Extract<Effect, { type: 'create-subscription' }>): Promise<void> {
  await ctx.db.query('insert into tamga.event_subscription (id, instance_id, subscription_key, node_id, kind, name, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [v7(), instance.id, subscriptionId, nodeId, kind, name ?? null, ctx.services.clock.now()]);
}

/** A signal is for everybody: other instances get it in transactions of their own, from rows that outlive a crash. */
export async function throwSignal({ ctx, instance }: ProcessRun, name: string): Promise<void> {
  await broadcastSignal(ctx, name, instance.id);
}

/** Puts a signal on its way to all who wait for it; gives how many they are. */
export async function broadcastSignal(ctx: TransactionContext, name: string, except: string | null, variables?: Variables): Promise<number> {
  const { rows } = await ctx.db.query<{ instance: string; key: string }>(
    `select instance_id as instance, subscription_key as key from tamga.event_subscription where kind = 'signal' and name = $1 and ($2::uuid is null or instance_id <> $2) order by created_at`, [name, except]);
  for (const { instance, key } of rows) {
    await ctx.db.query('insert into tamga.delivery (id, instance_id, event, at) values ($1, $2, $3, $4)',
      [v7(), instance, JSON.stringify({ type: 'trigger', subscriptionId: key, ...(variables === undefined ? {} : { variables }) }), ctx.services.clock.now()]);
  }
  if (rows.length > 0) deliverSoon(ctx);
  const { rows: starts } = await ctx.db.query<{ key: string; node: string }>(`select key, node_id as node from tamga.start_event where kind = 'signal' and name = $1`, [name]);
  for (const { key, node } of starts) await startByEvent(ctx, key, node, variables);
  return rows.length + starts.length;
}
