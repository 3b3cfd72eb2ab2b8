import type { Variables } from '../../bpmn/index.ts';
import { isId } from '../../fields/index.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';
import { compiledProcess } from './compiled-process.ts';
import { loadInstance, type Instance } from './instance.ts';
import { moveOn } from './move-on.ts';
import { processRun } from './process-run.ts';
import { startByEvent } from './start-events.ts';

/** A message and whom it is for. */
export interface Correlation {
  name: string;
  businessKey?: string;
  instanceId?: string;
  /** Only instances whose variables have these values. */
  variableValues: Readonly<Record<string, unknown>>;
  variables?: Variables;
  /** To all that fit; otherwise it must be exactly one. */
  all: boolean;
}

export type Correlated = { kind: 'execution' | 'started'; instance: Instance; nodeId: string };

/** Takes a message to those who wait for it, else starts the process that begins with it; empty when nobody does, too many without `all`. */
export async function correlate(ctx: TransactionContext, message: Correlation): Promise<Correlated[] | 'several'> {
  const waiting = await waitingFor(ctx, message);
  if (waiting.length > 1 && !message.all) return 'several';
  const reached: Correlated[] = [];
  for (const { instance: id, key, node } of waiting) {
    const instance = await loadInstance(ctx, id, 'wait');
    if (!instance?.state.subscriptions?.some((subscription) => subscription.id === key)) continue;
    await moveOn(processRun(ctx, instance, await compiledProcess(ctx, instance.definitionId)), { type: 'trigger', subscriptionId: key, ...(message.variables ? { variables: message.variables } : {}) });
    reached.push({ kind: 'execution', instance, nodeId: node });
  }
  if (reached.length > 0 || message.instanceId !== undefined) return reached;
  const { rows: starts } = await ctx.db.query<{ key: string; node: string }>(`select key, node_id as node from tamga.start_event where kind = 'message' and name = $1`, [message.name]);
  if (starts.length > 1 && !message.all) return 'several';
  for (const { key, node } of starts) {
    const instance = await startByEvent(ctx, key, node, message.variables, message.businessKey ?? null);
    if (instance) reached.push({ kind: 'started', instance, nodeId: node });
  }
  return reached;
}

async function waitingFor(ctx: TransactionContext, { name, businessKey, instanceId, variableValues }: Correlation): Promise<{ instance: string; key: string; node: string }[]> {
  if (instanceId !== undefined && !isId(instanceId)) return [];
  const wanted = Object.entries(variableValues);
  const { rows } = await ctx.db.query<{ instance: string; key: string; node: string }>(
    `select s.instance_id as instance, s.subscription_key as key, s.node_id as node from tamga.event_subscription s join tamga.process_instance i on i.id = s.instance_id
     where s.kind = 'message' and s.name = $1 and ($2::text is null or i.business_key = $2 or i.record_id::text = $2) and ($3::uuid is null or i.id = $3)
       and not exists (select 1 from unnest($4::text[], $5::jsonb[]) as w (name, value)
         where not exists (select 1 from tamga.variable v where v.instance_id = i.id and v.holder = '' and v.alive and v.name = w.name and v.value = w.value))
     order by s.instance_id, s.created_at`,
    [name, businessKey ?? null, instanceId ?? null, wanted.map(([key]) => key), wanted.map(([, value]) => JSON.stringify(value))]);
  return rows;
}
