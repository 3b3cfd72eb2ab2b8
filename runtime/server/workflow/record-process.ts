import type { Context, RecordProcess } from '../context.ts';
import { prepare, withValues } from '../db/prepared.ts';

// One instance at most runs; of those that ended the last counts.
const instanceSql = prepare(
  `select i.id as instance, i.status in ('running', 'incident') as running,
     exists (select 1 from tamga.user_task t where t.instance_id = i.id and t.status = 'open' and t.assignee = $2 and t.roles = '{}') as waits
   from tamga.process_instance i where i.record_id = $1 order by running desc, i.started_at desc, i.id desc limit 1`);

/** The running or last instance on a record, and whether it waits for the context's person as its applicant. */
export async function processState(ctx: Context, recordId: string): Promise<RecordProcess> {
  const { rows: [found] } = await ctx.db.query<RecordProcess>(withValues(instanceSql, [recordId, ctx.principal.user?.id ?? null]));
  return found ?? { instance: null, running: false, waits: false };
}
