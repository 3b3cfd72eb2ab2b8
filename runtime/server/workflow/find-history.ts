import type { VariableType } from '../../bpmn/index.ts';
import { entityOf } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { raw } from '../db/builder.ts';
import { select } from './task-boxes.ts';
import { candidateSql } from './task-sql.ts';

export interface PastActivity { executionId: string; nodeId: string; instanceId: string; definitionId: string; key: string; enteredAt: Date; leftAt: Date | null; cancelled: boolean | null }

/** Visits of nodes in their order, of one instance or the latest of all. */
export async function activitiesOf(ctx: Context, instanceId: string | undefined): Promise<PastActivity[]> {
  const { rows } = await ctx.db.query<PastActivity>(
    `select a.execution_id as "executionId", a.node_id as "nodeId", a.instance_id as "instanceId", i.definition_id as "definitionId", i.key, a.entered_at as "enteredAt", a.left_at as "leftAt", a.cancelled
     from tamga.activity a join tamga.process_instance i on i.id = a.instance_id where ($1::text is null or a.instance_id::text = $1) order by a.id limit 2000`, [instanceId ?? null]);
  return rows;
}

export interface StoredVariable { instanceId: string; definitionId: string; key: string; holder: string; name: string; type: VariableType; value: unknown }

/** The last values of variables, also of instances that have ended. */
export async function storedVariables(ctx: Context, instanceId: string | undefined, name: string | undefined): Promise<StoredVariable[]> {
  const { rows } = await ctx.db.query<StoredVariable>(
    `select v.instance_id as "instanceId", i.definition_id as "definitionId", i.key, v.holder, v.name, v.type, v.value from tamga.variable v join tamga.process_instance i on i.id = v.instance_id
     where ($1::text is null or v.instance_id::text = $1) and ($2::text is null or v.name = $2) order by v.instance_id, v.holder, v.name limit 2000`, [instanceId ?? null, name ?? null]);
  return rows;
}

export interface FoundTask { id: string; label: string; nodeId: string; instanceId: string; definitionId: string; assigneeName: string | null; createdAt: Date; dueAt: Date | null }

/** Open tasks: all of them, or those that the person has or may take. */
export async function findTasks(ctx: Context, where: { all: boolean; id?: string; instanceId?: string; key?: string; nodeId?: string; businessKey?: string }): Promise<FoundTask[]> {
  const user = entityOf(ctx.model, 'platform/user');
  const own = where.all ? raw('true') : raw('(t.assignee = ? or (t.assignee is null and (?) and not (t.not_applicant and t.applicant = ?)))', [ctx.principal.user?.id ?? null, candidateSql(ctx.principal.grants), ctx.principal.user?.id ?? null]);
  const only = (value: string | undefined, column: string) => (value === undefined ? raw('true') : raw(`${column} = ?`, [value]));
  return select<FoundTask>(ctx, raw(
    `select t.id, t.label, t.node_id as "nodeId", t.instance_id as "instanceId", i.definition_id as "definitionId", u.?? as "assigneeName", t.created_at as "createdAt", t.due_at as "dueAt"
     from tamga.user_task t join tamga.process_instance i on i.id = t.instance_id left join ??.?? u on u.id = t.assignee
     where t.status = 'open' and ? and ? and ? and ? and ? and ? order by t.created_at, t.id limit 500`,
    [user.byName.get('username')?.column ?? 'username', user.schema, user.table, own, only(where.id, 't.id::text'), only(where.instanceId, 't.instance_id::text'), only(where.key, 'i.key'), only(where.nodeId, 't.node_id'),
      where.businessKey === undefined ? raw('true') : raw('(i.business_key = ? or i.record_id::text = ?)', [where.businessKey, where.businessKey])]));
}
