import { v7 } from 'uuid';
import type { Effect } from '../../bpmn/index.ts';
import { isId } from '../../fields/index.ts';
import { entityOf } from '../../model/model.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';
import { loadRows, type Row } from '../operations/rows.ts';
import { recordOf, starterOf, type ProcessRun } from './process-run.ts';
import { peopleOf } from './task-people.ts';
import { tellOfTask } from './tell-of-task.ts';
import { titleOf } from './title.ts';

/** Opens a user task for its candidates and tells them. */
export async function createTask(run: ProcessRun, { taskId, nodeId, assignee }: Extract<Effect, { type: 'create-task' }>): Promise<void> {
  const { ctx, instance, entity, compiled: { process } } = run;
  const node = process.nodes[nodeId]!;
  const binding = node.userTask!;
  const row = await recordOf(run);
  const toStarter = binding.assignee === 'starter';
  const owner = toStarter ? { org: null, area: null } : await ownerFor(run, binding.scope, row);
  const id = v7();
  const label = binding.title ?? node.name ?? nodeId;
  const person = assignee === undefined ? null : await personId(ctx, assignee);
  const task = {
    assignee: toStarter ? instance.starter : person, roles: toStarter || person !== null ? [] : [...binding.candidateRoles],
    scopeOrg: owner.org, scopeArea: owner.area, notApplicant: binding.notApplicant, applicant: instance.starter,
  };
  await ctx.db.query(
    `insert into tamga.user_task (id, instance_id, task_key, node_id, label, status, assignee, roles, scope_org, scope_area, not_applicant, applicant, created_at)
     values ($1, $2, $3, $4, $5, 'open', $6, $7, $8, $9, $10, $11, $12)`,
    [id, instance.id, taskId, nodeId, label, task.assignee, task.roles, task.scopeOrg, task.scopeArea, task.notApplicant, task.applicant, ctx.services.clock.now()]);
  await tellOfTask(ctx, await peopleOf(ctx, task), {
    process: process.title ?? process.name ?? process.id, record: titleOf(entity, row), task: label,
    applicant: (await starterOf(run))?.name ?? '',
    link: { app: entity.app, entity: entity.name, id: row.id, task: id },
  });
}

/** Somebody named by id or user name; nobody when there is no such user. */
async function personId(ctx: TransactionContext, text: string): Promise<string | null> {
  const [row] = await loadRows(ctx, entityOf(ctx.model, 'platform/user'), isId(text) ? 'id' : 'username', [text]);
  return row?.id ?? null;
}

/** The unit and area whose role holders decide: of the record the scope field refers to, else of the record itself. */
export async function ownerFor({ ctx, entity }: ProcessRun, scope: string | undefined, row: Row): Promise<{ org: string | null; area: string | null }> {
  const field = scope === undefined ? undefined : entity.byName.get(scope);
  if (!field?.reference) return { org: row.ownerOrg, area: row.areaCode };
  const value = row[field.name];
  if (field.type === 'area') return { org: null, area: typeof value === 'string' ? value : null };
  const [target] = value == null ? [] : await loadRows(ctx, entityOf(ctx.model, field.reference.entity), 'id', [value]);
  return { org: target?.ownerOrg ?? null, area: target?.areaCode ?? null };
}
