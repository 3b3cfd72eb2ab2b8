import { entityOf } from '../../../model/model.ts';
import { todayOf } from '../../clock.ts';
import { systemContext, type Context, type Services } from '../../context.ts';
import { columnOf, tableOf } from '../../db/quoted-names.ts';
import { inTransaction } from '../../operations/in-transaction.ts';
import { loadInstance } from '../instance.ts';
import { loadTask } from '../task.ts';
import { peopleOf } from '../task-people.ts';
import { noteOperation } from './note-operation.ts';
import { tell } from './tell.ts';

/** Before a commit that changed people or grants: tasks whose holder may not do them any more go back to the others. */
export async function releaseAfterChange(ctx: Context): Promise<void> {
  if (ctx.tx?.touched.has('platform/role-grant') || ctx.tx?.touched.has('platform/user')) await releaseLostTasks(ctx);
}

/** The same for grants that ran out by date. */
export async function releaseExpired(services: Services): Promise<number> {
  return inTransaction(systemContext(services), releaseLostTasks);
}

async function releaseLostTasks(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.query<{ id: string; instance: string }>(lostTasksSql(ctx), [todayOf(ctx.services.clock)]);
  let released = 0;
  for (const { id, instance: instanceId } of rows) {
    // Whoever is moving the instance just now decides; the next round looks again.
    const instance = await loadInstance(ctx, instanceId, 'skip');
    const task = instance && await loadTask(ctx, id);
    if (!instance || task?.status !== 'open') continue;
    await ctx.db.query(`update tamga.user_task set assignee = null, owner = coalesce(owner, assignee) where id = $1`, [id]);
    await noteOperation(ctx, { kind: 'release', instance: instanceId, task, person: task.assignee });
    await tell(ctx, await peopleOf(ctx, { ...task, assignee: null }), { instance, task: id, title: `待办：${instance.title} · ${task.label}`, body: '原办理人已无该岗位权限，请重新签收办理。' });
    released += 1;
  }
  return released;
}

/** Claimed tasks of roles that their holder has no covering grant for: the rule of `holdersOf`, turned round. */
function lostTasksSql({ model }: Context): string {
  const grant = entityOf(model, 'platform/role-grant');
  const user = entityOf(model, 'platform/user');
  const unit = entityOf(model, 'platform/organization');
  const g = (name: string): string => `g.${columnOf(grant, name)}`;
  const parent = columnOf(unit, 'parent');
  return `select t.id, t.instance_id as instance from tamga.user_task t
    where t.status = 'open' and t.assignee is not null and not t.appointed and t.roles <> '{}' and not exists (
      select 1 from ${tableOf(grant)} g join ${tableOf(user)} u on u.id = ${g('user')} and u.${columnOf(user, 'active')}
      where ${g('user')} = t.assignee and ${g('role')} = any(t.roles) and (${g('validUntil')} is null or ${g('validUntil')} >= $1::date) and (
        ${g('scope')} = 'all' or (${g('scope')} = 'unit' and ${g('org')} = t.scope_org)
        or (${g('scope')} = 'unit-below' and ${g('org')} in (with recursive up as (select id, ${parent} as parent from ${tableOf(unit)} where id = t.scope_org union select o.id, o.${parent} from ${tableOf(unit)} o join up on up.parent = o.id) select id from up))
        or (${g('scope')} = 'area-below' and t.scope_area like (case when length(${g('area')}) > 6 then regexp_replace(${g('area')}, '(000)+$', '') else regexp_replace(${g('area')}, '(00)+$', '') end) || '%')))
    order by t.id limit 1000`;
}
