import { prepare, withValues } from '../db/prepared.ts';
import { together } from '../db/together.ts';
import type { ProcessRun } from './process-run.ts';

const enter = prepare(
  `insert into tamga.activity (instance_id, execution_id, node_id, entered_at, left_at, cancelled)
   select $1, * from unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::boolean[])`);
const leave = prepare(
  `update tamga.activity a set left_at = l.at, cancelled = l.cancelled
   from unnest($2::text[], $3::timestamptz[], $4::boolean[]) as l (execution_id, at, cancelled)
   where a.instance_id = $1 and a.execution_id = l.execution_id`);
const pass = prepare('insert into tamga.flow_taken (instance_id, flow_id, at) select $1, * from unnest($2::text[], $3::timestamptz[])');
const stop = prepare('delete from tamga.timer where instance_id = $1 and timer_key = any($2)');

const unsubscribe = prepare('delete from tamga.event_subscription where instance_id = $1 and subscription_key = any($2)');

/** Writes what was entered, left, passed and stopped since the transaction began. */
export async function storeTrail({ ctx, instance, trail: { entered, left, flows, stopped, unsubscribed } }: ProcessRun): Promise<void> {
  const rows = [...entered].map(([executionId, { nodeId, at }]) => ({ executionId, nodeId, at, left: left.get(executionId) }));
  const earlier = [...left].filter(([executionId]) => !entered.has(executionId));
  const write = (statement: typeof enter, ...values: unknown[][]): Promise<unknown> | undefined =>
    values[0]!.length === 0 ? undefined : ctx.db.query(withValues(statement, [instance.id, ...values]));
  await together(
    write(enter, rows.map((r) => r.executionId), rows.map((r) => r.nodeId), rows.map((r) => r.at), rows.map((r) => r.left?.at ?? null), rows.map((r) => r.left?.cancelled ?? null)),
    write(leave, earlier.map(([id]) => id), earlier.map(([, { at }]) => at), earlier.map(([, { cancelled }]) => cancelled)),
    write(pass, flows.map((f) => f.flowId), flows.map((f) => f.at)),
    write(stop, stopped),
    write(unsubscribe, unsubscribed),
  );
}
