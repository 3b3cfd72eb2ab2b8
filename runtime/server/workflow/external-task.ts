import { v7 } from 'uuid';
import type { ProcessRun } from './process-run.ts';

/** Leaves the work of a service to whoever asks for its topic, and wakes those who wait for some. */
export async function createExternalTask({ ctx, instance, compiled }: ProcessRun, { tokenId, executionId, nodeId, topic }: { tokenId: string; executionId: string; nodeId: string; topic: string }): Promise<void> {
  const priority = compiled.process.nodes[nodeId]?.serviceTask?.priority ?? 0;
  await ctx.db.query(
    `insert into tamga.external_task (id, instance_id, token_id, execution_id, node_id, topic, priority, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (instance_id, execution_id) do update set worker_id = null, locked_until = null, retries = null, error_message = null, error_details = null`,
    [v7(), instance.id, tokenId, executionId, nodeId, topic, priority, ctx.services.clock.now()]);
  await ctx.db.query("select pg_notify('tamga_external_task', $1)", [topic]);
}

/** Nobody waits for this work any more. */
export async function dropExternalTask({ ctx, instance }: ProcessRun, executionId: string): Promise<void> {
  await ctx.db.query('delete from tamga.external_task where instance_id = $1 and execution_id = $2', [instance.id, executionId]);
}
