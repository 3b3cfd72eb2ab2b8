import type { ProcessNode } from '../../../bpmn/index.ts';
import type { Context } from '../../context.ts';
import type { CompiledProcess } from '../compiled-process.ts';
import type { Instance } from '../instance.ts';

/**
 * Services that ran since a moment and that nobody takes back: a return may not pass over them.
 * Messages do no harm, nor does what the model calls repeatable.
 */
export async function lastingServices(ctx: Context, instance: Instance, { process }: CompiledProcess, since: Date | null): Promise<ProcessNode[]> {
  const { rows } = await ctx.db.query<{ node: string }>(
    'select distinct node_id as node from tamga.activity where instance_id = $1 and cancelled is not true and ($2::timestamptz is null or entered_at >= $2)', [instance.id, since]);
  return rows.flatMap(({ node }) => process.nodes[node] ?? []).filter(({ serviceTask }) => serviceTask !== undefined && serviceTask.topic !== 'record.message' && !serviceTask.repeatable);
}

/** Whether the process may put the record from the one state into the other. */
export function mayTurn({ entity, process }: CompiledProcess, from: unknown, to: string | undefined): boolean {
  const { states } = entity;
  if (!states || to === undefined || from === to) return true;
  return states.transitions.some((transition) => transition.to === to && transition.from.includes(String(from)) && transition.by.includes(process.id));
}
