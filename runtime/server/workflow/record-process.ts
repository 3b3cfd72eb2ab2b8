import type { Entity } from '../../model/model.ts';
import type { Context } from '../context.ts';
import type { Row } from '../operations/rows.ts';

/** The running or last instance on a record. */
export async function instanceOf(ctx: Context, entity: Entity, recordId: string): Promise<string | null> {
  if (!ctx.model.processOf.has(entity.key)) return null;
  const { rows } = await ctx.db.query<{ id: string }>(
    'select id from tamga.process_instance where record_id = $1 order by started_at desc, id desc limit 1', [recordId]);
  return rows[0]?.id ?? null;
}

/** Whether `submit` would do something now: nothing runs and the record is in its first state, or it waits for this person as its applicant. */
export async function canSubmit(ctx: Context, entity: Entity, row: Row): Promise<boolean> {
  if (!ctx.model.processOf.has(entity.key)) return false;
  const { rows } = await ctx.db.query<{ waits: boolean }>(
    `select exists (select 1 from tamga.user_task t where t.instance_id = i.id and t.status = 'open' and t.assignee = $2 and t.roles = '{}') as waits
     from tamga.process_instance i where i.record_id = $1 and i.status in ('running', 'incident')`, [row.id, ctx.principal.user?.id ?? null]);
  if (rows[0]) return rows[0].waits;
  return !entity.states || row[entity.states.field] === entity.states.initial;
}
