import { v7 } from 'uuid';
import type { Event } from '../../bpmn/index.ts';
import type { Model } from '../../model/model.ts';
import type { Context, Services } from '../context.ts';
import { isPassing } from './call-service.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';
import { compiledProcess } from './compiled-process.ts';
import { inBackground } from './in-background.ts';
import { loadInstance } from './instance.ts';
import { moveOn } from './move-on.ts';
import { processRun } from './process-run.ts';

const retryAfterMinutes = 5;

/** Takes events that wait in rows to their instances, each in a transaction of its own; returns how many. */
export async function runDeliveries(services: Services): Promise<number> {
  let delivered = 0;
  const tried = new Set<string>();
  for (;;) {
    const { rows } = await services.pool.query<{ id: string }>('select id from tamga.delivery where at <= $1 order by id limit 100', [services.clock.now()]);
    const fresh = rows.filter(({ id }) => !tried.has(id));
    if (fresh.length === 0) return delivered;
    for (const { id } of fresh) {
      tried.add(id);
      if (await runOne(services, id)) delivered += 1;
    }
  }
}

/** Once the transaction is there: those who wait shall not wait for the next round. */
export function deliverSoon(ctx: TransactionContext): void {
  const { services, tx } = ctx;
  tx.afterCommit.push(async () => {
    await runDeliveries(services).catch((error: unknown) => services.log.error({ err: error }, 'deliveries'));
  });
}

async function runOne(services: Services, id: string): Promise<boolean> {
  try {
    return await inBackground(services, (ctx, failures) => deliver(ctx, id, failures));
  } catch (error) {
    services.log.error({ err: error, delivery: id }, 'delivery failed');
    if (!isPassing(error)) await services.pool.query('update tamga.delivery set at = $2 where id = $1', [id, new Date(services.clock.now().getTime() + retryAfterMinutes * 60_000)]);
    return false;
  }
}

async function deliver(ctx: TransactionContext, id: string, failures: ReadonlyMap<string, string>): Promise<boolean> {
  const { rows: [found] } = await ctx.db.query<{ instance: string }>('select instance_id as instance from tamga.delivery where id = $1', [id]);
  const instance = found && await loadInstance(ctx, found.instance, 'wait');
  // The row goes in the same transaction as what it does: nothing happens twice.
  const { rows: [taken] } = await ctx.db.query<{ event: Event }>('delete from tamga.delivery where id = $1 returning event', [id]);
  if (!instance || !taken || instance.endedAt !== null) return false;
  const { event } = taken;
  if (event.type === 'trigger' && !instance.state.subscriptions?.some((waiting) => waiting.id === event.subscriptionId)) return false;
  await moveOn(processRun(ctx, instance, await compiledProcess(ctx, instance.definitionId), failures), event);
  return true;
}

const withConditions = new WeakMap<Model, boolean>();

/** Before a commit: instances whose conditional events may read what was changed look at them again. */
export async function noteConditions(ctx: Context): Promise<void> {
  let any = withConditions.get(ctx.model);
  if (any === undefined) withConditions.set(ctx.model, any = [...ctx.model.processes.values()].some(({ process }) => Object.values(process.nodes).some(({ event }) => event === 'conditional')));
  if (!any || !ctx.tx) return;
  const touched = [...ctx.tx.touched.values()].flatMap((ids) => [...ids]);
  if (touched.length === 0) return;
  const { rows } = await ctx.db.query<{ id: string }>(
    `select distinct s.instance_id as id from tamga.event_subscription s join tamga.process_instance i on i.id = s.instance_id where s.kind = 'conditional' and i.record_id = any($1::uuid[])`, [touched]);
  for (const { id } of rows) await ctx.db.query('insert into tamga.delivery (id, instance_id, event, at) values ($1, $2, $3, $4)', [v7(), id, JSON.stringify({ type: 'conditions' }), ctx.services.clock.now()]);
  if (rows.length > 0) deliverSoon({ ...ctx, tx: ctx.tx });
}
