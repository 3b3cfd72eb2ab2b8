import { v7 } from 'uuid';
import type { Approval } from '../../bpmn/index.ts';
import { setDeadlines } from './approval/deadlines.ts';
import { recordOf, starterOf, type ProcessRun } from './process-run.ts';
import type { Task } from './task.ts';
import { peopleOf } from './task-people.ts';
import { tellOfTask } from './tell-of-task.ts';
import { titleOf } from './title.ts';

/** A task to be stored; `approval` is absent for people who were added to a step. */
export interface NewTask {
  key: string; groupKey: string; nodeId: string; tokenId: string | null; label: string; assignee: string | null; roles: readonly string[];
  scopeOrg: string | null; scopeArea: string | null; notApplicant: boolean; approval?: Approval;
  appointed?: boolean; place?: Task['place']; parent?: string; addedBy?: string; backTo?: string; seatOf?: string; status?: 'open' | 'planned';
}

/** Stores a task and tells everybody who may do it; gives its id. */
export async function insertTask(run: ProcessRun, task: NewTask): Promise<string> {
  const { ctx, instance, entity, compiled: { process } } = run;
  const id = v7();
  const { status = 'open', appointed = false, place = null, parent = null, addedBy = null, backTo = null, seatOf = null } = task;
  const at = ctx.services.clock.now();
  await ctx.db.query(
    `insert into tamga.user_task (id, instance_id, task_key, node_id, label, status, assignee, roles, scope_org, scope_area, not_applicant, applicant, created_at,
       process_key, group_key, token_id, appointed, place, parent, added_by, back_to, seat_of)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
    [id, instance.id, task.key, task.nodeId, task.label, status, task.assignee, task.roles, task.scopeOrg, task.scopeArea, task.notApplicant, instance.starter, at,
      instance.key, task.groupKey, task.tokenId, appointed, place, parent, addedBy, backTo, seatOf]);
  if (task.approval) await setDeadlines(ctx, id, task.approval, at);
  if (status === 'planned') return id;
  const row = await recordOf(run);
  await tellOfTask(ctx, await peopleOf(ctx, { ...task, appointed, applicant: instance.starter, roles: [...task.roles], processKey: instance.key }), {
    process: process.title ?? process.name ?? process.id, record: titleOf(entity, row), task: task.label,
    applicant: (await starterOf(run))?.name ?? '', ...(run.said ? { said: `${run.ctx.principal.user?.name ?? ''}（${run.said.outcome}）：${run.said.opinion}` } : {}),
    link: { app: entity.app, entity: entity.name, id: row.id, task: id },
  });
  return id;
}
