import type { ClientRecord, ClientTaskDetail, TaskOutcome } from '../../model/client-types.ts';
import { entityOf, type Entity } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { raw } from '../db/builder.ts';
import { loadRow } from '../operations/rows.ts';
import { compiledProcess } from './compiled-process.ts';
import { loadInstance } from './instance.ts';
import { maySeeTask, readableRecord } from './readable.ts';
import { select, taskLines, toClientTask, type TaskLine } from './task-boxes.ts';
import { loadTask, type Task } from './task.ts';
import { isCandidate, isOwnRequest } from './task-people.ts';
import { titleOf } from './title.ts';

/** A task as its page needs it, apart from how the record is drawn. */
export type TaskDetail = Omit<ClientTaskDetail, 'form' | 'edits'> & { edits: string[]; formName: string | undefined };

/** Everything an approver looks at before deciding. */
export async function taskDetail(ctx: Context, id: string): Promise<TaskDetail> {
  const task = await loadTask(ctx, id);
  const instance = task && await loadInstance(ctx, task.instanceId);
  if (!task || !instance) throw problem('not-found');
  const entity = entityOf(ctx.model, instance.entity);
  if (!await maySeeTask(ctx, task, entity, instance.recordId)) throw problem('not-found');
  const [line] = await select<TaskLine>(ctx, raw('? where t.id = ?::uuid', [taskLines(ctx), task.id]));
  const { process } = await compiledProcess(ctx, instance.definitionId);
  const binding = process.nodes[task.nodeId]?.userTask;
  const now = await readableRecord(ctx, entity, instance.recordId) ?? await barely(ctx, entity, instance.recordId);
  const seen = task.status === 'completed' && task.seen ? asSeen(ctx, entity, task.seen, now) : now;
  const open = task.status === 'open';
  return {
    ...await toClientTask(ctx, line!), status: task.status, can: allowed(ctx, task), version: Number(seen['version'] ?? 0), seen: seen as ClientRecord,
    outcomes: open ? (binding?.outcomes ?? []).map(({ name, label, labelEn, style, opinion, requires }): TaskOutcome => ({ name, label: ctx.locale === 'en' ? labelEn ?? label : label, style, opinion, requires: [...requires] })) : [],
    edits: open ? [...binding?.edits ?? []] : [], formName: binding?.form,
  };
}

function allowed(ctx: Context, task: Task): ClientTaskDetail['can'] {
  const me = ctx.principal.user?.id;
  const refused = (zh: string, en: string) => ({ claim: false, unclaim: false, complete: false, reason: ctx.locale === 'en' ? en : zh });
  if (task.status !== 'open') return refused('任务已办结', 'The task is closed');
  if (isOwnRequest(ctx.principal, task)) return refused('不能审批本人提交的申请', 'Nobody decides on their own request');
  if (!isCandidate(ctx.principal, task)) return refused('您不是该任务的办理人', 'The task is for others');
  if (task.assignee !== null && task.assignee !== me) return refused('任务已由他人签收', 'Somebody else has claimed the task');
  return { claim: task.assignee === null, unclaim: task.assignee === me && task.roles.length > 0, complete: true };
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
async function barely(ctx: Context, entity: Entity, id: string): Promise<Record<string, unknown>> {
  const row = await loadRow(ctx, entity, id);
  if (!row) throw problem('not-found');
  return {
    id, version: row.version, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(), createdBy: null, updatedBy: null,
    [entity.title]: titleOf(entity, row), can: { update: false, delete: false, actions: [] },
  };
}
