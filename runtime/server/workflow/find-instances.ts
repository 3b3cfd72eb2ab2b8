import type { Event } from '../../bpmn/index.ts';
import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { compiledProcess } from './compiled-process.ts';
import { instanceColumns, loadInstance, type Instance } from './instance.ts';
import { moveOn } from './move-on.ts';
import { processRun } from './process-run.ts';

export interface InstanceSearch { businessKey?: string; key?: string; definitionId?: string; ids?: readonly string[]; open?: boolean; ended?: boolean; limit?: number; from?: number }

/** Instances, newest first. */
export async function findInstances(ctx: Context, search: InstanceSearch): Promise<Instance[]> {
  const { rows } = await ctx.db.query<Instance>(
    `select ${instanceColumns} from tamga.process_instance where ($1::text is null or business_key = $1 or record_id::text = $1) and ($2::text is null or key = $2)
       and ($3::text is null or definition_id::text = $3) and ($4::text[] is null or id::text = any($4)) and (not $5 or ended_at is null) and (not $6 or ended_at is not null)
     order by started_at desc, id desc limit $7 offset $8`,
    [search.businessKey ?? null, search.key ?? null, search.definitionId ?? null, search.ids ?? null, search.open ?? false, search.ended ?? false, Math.min(search.limit ?? 500, 500), search.from ?? 0]);
  return rows;
}

/** Moves an instance by an event that an operator asks for; what fails becomes an incident. */
export async function moveInstance(ctx: Context, id: string, event: Event): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const instance = await loadInstance(tx, id, 'wait');
    if (!instance || instance.endedAt !== null) throw problem('not-found');
    await moveOn(processRun(tx, instance, await compiledProcess(tx, instance.definitionId), new Map()), event);
  });
}

/** While an instance is suspended no timer fires in it and no worker gets its work. */
export async function setSuspended(ctx: Context, id: string, suspended: boolean): Promise<void> {
  await ctx.db.query('update tamga.process_instance set suspended_at = $2 where id = $1 and ended_at is null', [id, suspended ? ctx.services.clock.now() : null]);
}

export interface OpenIncident { id: string; instanceId: string; definitionId: string; nodeId: string; code: string; message: string | null; at: Date }

/** Incidents that nobody has mended, of one instance or of all. */
export async function incidentsOf(ctx: Context, instanceId: string | undefined): Promise<OpenIncident[]> {
  const { rows } = await ctx.db.query<OpenIncident>(
    `select n.id, n.instance_id as "instanceId", i.definition_id as "definitionId", n.node_id as "nodeId", n.code, n.message, n.at from tamga.incident n join tamga.process_instance i on i.id = n.instance_id
     where n.resolved_at is null and ($1::text is null or n.instance_id::text = $1) order by n.at, n.id limit 500`, [instanceId ?? null]);
  return rows;
}
