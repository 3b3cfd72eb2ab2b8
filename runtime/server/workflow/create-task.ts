import type { Effect } from '../../bpmn/index.ts';
import { isId } from '../../fields/index.ts';
import { entityOf } from '../../model/model.ts';
import { holdersOf } from '../access/holders.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';
import { loadRows, type Row } from '../operations/rows.ts';
import { insertTask, type NewTask } from './insert-task.ts';
import { recordOf, type ProcessRun } from './process-run.ts';

/** Opens a user task for its candidates, or for the one person it is meant for, and tells them. */
export async function createTask(run: ProcessRun, { taskId, nodeId, tokenId, assignee }: Extract<Effect, { type: 'create-task' }>): Promise<void> {
  const { ctx, instance, compiled: { process } } = run;
  const node = process.nodes[nodeId]!;
  const binding = node.userTask!;
  const toStarter = binding.assignee === 'starter';
  const owner = toStarter ? { org: null, area: null } : await ownerFor(run, binding.scope, await recordOf(run));
  const person = assignee === undefined ? null : await personId(ctx, assignee);
  const isSeat = binding.approval.sign !== undefined;
  const task: NewTask = {
    key: taskId, groupKey: taskId, nodeId, tokenId, label: binding.title ?? node.name ?? nodeId,
    assignee: toStarter ? instance.starter : person, roles: toStarter || (person !== null && !isSeat) ? [] : binding.candidateRoles,
    scopeOrg: owner.org, scopeArea: owner.area, notApplicant: binding.notApplicant, approval: binding.approval,
  };
  if (isSeat) {
    const seatOf = run.state.tokens.find(({ id }) => id === tokenId)?.scopeId;
    await insertTask(run, { ...task, appointed: true, place: 'seat', ...(seatOf === undefined ? {} : { seatOf }), ...(run.addedBy === undefined ? {} : { addedBy: run.addedBy }) });
    return;
  }
  const named = run.appoint.get(nodeId);
  const mayDo = named !== undefined && task.assignee === null && (await holdersOf(ctx, task.roles, owner)).includes(named.person);
  await insertTask(run, { ...task, ...(mayDo ? { assignee: named.person } : {}), ...(named?.backTo === undefined ? {} : { backTo: named.backTo }) });
}

/** Somebody named by id or user name; nobody when there is no such user. */
async function personId(ctx: TransactionContext, text: string): Promise<string | null> {
  const [row] = await loadRows(ctx, entityOf(ctx.model, 'platform/user'), isId(text) ? 'id' : 'username', [text]);
  return row?.id ?? null;
}

/** The unit and area whose role holders decide: of the record the scope field refers to, else of the record itself. */
export async function ownerFor({ ctx, entity }: Pick<ProcessRun, 'ctx' | 'entity'>, scope: string | undefined, row: Row): Promise<{ org: string | null; area: string | null }> {
  const field = scope === undefined ? undefined : entity.byName.get(scope);
  if (!field?.reference) return { org: row.ownerOrg, area: row.areaCode };
  const value = row[field.name];
  if (field.type === 'area') return { org: null, area: typeof value === 'string' ? value : null };
  const [target] = value == null ? [] : await loadRows(ctx, entityOf(ctx.model, field.reference.entity), 'id', [value]);
  return { org: target?.ownerOrg ?? null, area: target?.areaCode ?? null };
}
