import type { ProcessRun } from './process-run.ts';

/** Writes what was entered, left, passed and stopped since the transaction began. */
export async function storeTrail({ ctx, instance, trail: { entered, left, flows, stopped } }: ProcessRun): Promise<void> {
  if (entered.size > 0) {
    const rows = [...entered].map(([executionId, { nodeId, at }]) => ({ executionId, nodeId, at, left: left.get(executionId) }));
    await ctx.db.query(
      `insert into tamga.activity (instance_id, execution_id, node_id, entered_at, left_at, cancelled)
       select $1, * from unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::boolean[])`,
      [instance.id, rows.map((r) => r.executionId), rows.map((r) => r.nodeId), rows.map((r) => r.at), rows.map((r) => r.left?.at ?? null), rows.map((r) => r.left?.cancelled ?? null)]);
  }
  const earlier = [...left].filter(([executionId]) => !entered.has(executionId));
  if (earlier.length > 0) {
    await ctx.db.query(
      `update tamga.activity a set left_at = l.at, cancelled = l.cancelled
       from unnest($2::text[], $3::timestamptz[], $4::boolean[]) as l (execution_id, at, cancelled)
       where a.instance_id = $1 and a.execution_id = l.execution_id`,
      [instance.id, earlier.map(([id]) => id), earlier.map(([, { at }]) => at), earlier.map(([, { cancelled }]) => cancelled)]);
  }
  if (flows.length > 0) {
    await ctx.db.query('insert into tamga.flow_taken (instance_id, flow_id, at) select $1, * from unnest($2::text[], $3::timestamptz[])',
      [instance.id, flows.map((f) => f.flowId), flows.map((f) => f.at)]);
  }
  if (stopped.length > 0) await ctx.db.query('delete from tamga.timer where instance_id = $1 and timer_key = any($2)', [instance.id, stopped]);
}
