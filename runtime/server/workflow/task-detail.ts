import type { ClientOpinion, ClientTaskDetail, TaskOutcome } from '../../model/client-task-types.ts';
import type { ClientRecord } from '../../model/client-types.ts';
import type { Entity } from '../../model/model.ts';
import { noEntity } from '../../model/no-entity.ts';
import { problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { raw } from '../db/builder.ts';
import { loadRow } from '../operations/rows.ts';
import { changesSince } from './approval/changes-since.ts';
import { lookAhead } from './approval/look-ahead.ts';
import { outcomesFor } from './approval/sign-outcomes.ts';
import { allows } from './approval/worked-task.ts';
import { taskLines } from './box-sql.ts';
import { compiledProcess, type CompiledProcess } from './compiled-process.ts';
import { loadInstance, type Instance } from './instance.ts';
import { roleLabels } from './labels.ts';
import { namesOf } from './names-of.ts';
import { opinionsOf } from './opinions-of.ts';
import { drivenEntity, noRow } from './no-record.ts';
import { maySeeTask, readableRecord } from './readable.ts';
import { named, select, toClientTask, type TaskLine } from './task-boxes.ts';
import { loadTask, tasksOf, type Task } from './task.ts';
import { isOwnRequest, standingOf, steadsFor } from './task-people.ts';
import { titleOf } from './title.ts';

/** A task as its page needs it, apart from how the record is drawn. */
export type TaskDetail = Omit<ClientTaskDetail, 'form' | 'edits'> & { edits: string[]; formName: string | undefined };

/** Everything an approver looks at before deciding. */
export async function taskDetail(ctx: Context, id: string): Promise<TaskDetail> {
  const task = await loadTask(ctx, id);
  const instance = task && await loadInstance(ctx, task.instanceId);
  if (!task || !instance) throw problem('not-found');
  const entity = drivenEntity(ctx.model, instance.entity);
  if (!await maySeeTask(ctx, task, entity, instance.recordId)) throw problem('not-found');
  const [line] = await select<TaskLine>(ctx, raw('? where t.id = ?::uuid', [taskLines(ctx), task.id]));
  const compiled = await compiledProcess(ctx, instance.definitionId);
  const binding = compiled.process.nodes[task.nodeId]?.userTask;
  const now = await readableRecord(ctx, entity, instance.recordId) ?? await barely(ctx, entity, instance);
  const seen = task.status === 'completed' && task.seen ? asSeen(ctx, entity, task.seen, now) : now;
  const open = task.status === 'open';
  const can = allowed(ctx, task, compiled);
  const outcomes = open && binding ? outcomesFor(task, binding) : [];
  const isAdded = task.place !== null && task.place !== 'seat';
  return {
    ...await toClientTask(ctx, line!), status: task.status, can, version: Number(seen['version'] ?? 0), seen: seen as ClientRecord,
    outcomes: outcomes.map(({ name, label, labelEn, style, opinion, requires }): TaskOutcome => ({ name, label: ctx.locale === 'en' ? labelEn ?? label : label, style, opinion, requires: [...requires] })),
    edits: open && !isAdded ? [...binding?.edits ?? []] : [], formName: binding?.form,
    signers: await signersOf(ctx, task), changes: open ? await changesSince(ctx, entity, instance.recordId) : [],
    came: open ? await cameFrom(ctx, instance, task, compiled) : null,
    next: can.complete && !isAdded ? await nextSteps(ctx, instance, task, outcomes.map(({ name }) => name)) : [],
  };
}

function allowed(ctx: Context, task: Task, compiled: CompiledProcess): ClientTaskDetail['can'] {
  const me = ctx.principal.user?.id;
  const nothing = { claim: false, unclaim: false, complete: false, resolve: false, takeBack: false, operations: [] };
  const refused = (zh: string, en: string, more: Partial<ClientTaskDetail['can']> = {}) => ({ ...nothing, ...more, reason: ctx.locale === 'en' ? en : zh });
  if (task.status !== 'open') return task.status === 'decided' ? refused('已办理，等待加签人签署', 'Decided; people who were added have yet to sign') : refused('任务已办结', 'The task is closed');
  if (isOwnRequest(ctx.principal, task)) return refused('不能审批本人提交的申请', 'Nobody decides on their own request');
  const standing = standingOf(ctx.principal, task);
  if (!standing) return refused('您不是该任务的办理人', 'The task is for others', { takeBack: task.delegation === 'pending' && task.owner === me });
  const isMine = task.assignee === me || (task.assignee !== null && steadsFor(ctx.principal, task).some(({ person }) => person === task.assignee));
  if (task.assignee !== null && !isMine) return refused('任务已由他人签收', 'Somebody else has claimed the task');
  if (task.delegation === 'pending') return { ...nothing, resolve: true };
  const operations = (['transfer', 'delegate', 'add-sign', 'return', 'copy'] as const).filter((name) => allows(compiled, task, name));
  if (task.held) return refused('等待加签人办理', 'People who were added must sign first', { operations });
  return { ...nothing, claim: task.assignee === null, unclaim: task.assignee === me && task.roles.length > 0 && !task.appointed, complete: true, operations };
}

/** Those who sign beside the reader: votes of the step, and people who were added. */
async function signersOf(ctx: Context, task: Task): Promise<ClientTaskDetail['signers']> {
  const group = (await tasksOf(ctx, task.instanceId)).filter((one) => (one.groupKey === task.groupKey || (task.seatOf !== null && one.seatOf === task.seatOf)) && one.place !== null && one.assignee !== null && one.status !== 'cancelled');
  const names = await namesOf(ctx, group.flatMap(({ assignee }) => assignee ?? []));
  const me = ctx.principal.user?.id;
  return group.map(({ id, assignee, place, status, outcome, addedBy }) => ({
    id, person: named(assignee, names.get(assignee!))!, place: place!, status: status as 'open' | 'completed' | 'planned' | 'decided', outcome, removable: addedBy !== null && addedBy === me && ['open', 'planned'].includes(status),
  }));
}

/** The last thing that was said before the task came. */
async function cameFrom(ctx: Context, instance: Instance, task: Task, compiled: CompiledProcess): Promise<ClientOpinion | null> {
  const opinions = await opinionsOf(ctx, instance, compiled);
  return opinions.findLast(({ at }) => new Date(at) <= task.createdAt) ?? (task.delegation === 'resolved' ? opinions.findLast(({ kind }) => kind === 'advice') : undefined) ?? null;
}

async function nextSteps(ctx: Context, instance: Instance, task: Task, outcomes: readonly string[]): Promise<ClientTaskDetail['next']> {
  const next: ClientTaskDetail['next'] = [];
  for (const outcome of outcomes) {
    const nodes = await lookAhead(ctx, instance, task, outcome);
    next.push({ outcome, steps: nodes.map(({ id, name, userTask }) => ({
      node: id, label: userTask?.title ?? name ?? id,
      who: userTask?.assignee === 'starter' ? (ctx.locale === 'en' ? 'Applicant' : '申请人') : roleLabels(ctx.model, userTask?.candidateRoles ?? [], ctx.locale), choose: userTask?.approval.sign?.signers === 'chosen',
    })) });
  }
  return next;
}

/** The record as it was decided on, with what this reader may see of it now. */
function asSeen(ctx: Context, entity: Entity, then: Record<string, unknown>, now: Record<string, unknown>): Record<string, unknown> {
  const access = accessTo(ctx, entity);
  const seen: Record<string, unknown> = { ...now };
  for (const name of ['version', 'updatedAt', 'updatedBy']) if (name in then) seen[name] = then[name];
  for (const { name } of entity.fields) {
    if (!(name in now) || access.clear(name).kind !== 'all') continue;
    if (name in then) seen[name] = then[name];
    else delete seen[name];
  }
  return { ...seen, can: { update: false, delete: false, actions: [] } };
}

/** For people who may do the task but not read the record: that it exists, and its name. */
async function barely(ctx: Context, entity: Entity, instance: Instance): Promise<Record<string, unknown>> {
  const id = instance.recordId;
  const row = entity === noEntity ? noRow(instance) : await loadRow(ctx, entity, id);
  if (!row) throw problem('not-found');
  return {
    id, version: row.version, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(), createdBy: null, updatedBy: null,
    [entity.title]: titleOf(entity, row), can: { update: false, delete: false, actions: [] },
  };
}
