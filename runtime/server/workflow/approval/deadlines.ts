import { v7 } from 'uuid';
import type { Approval } from '../../../bpmn/index.ts';
import { holdersOf } from '../../access/holders.ts';
import { addWorkdays } from '../../calendar/index.ts';
import { systemContext, type Context, type Services } from '../../context.ts';
import { inTransaction } from '../../operations/in-transaction.ts';
import { compiledProcess } from '../compiled-process.ts';
import { loadInstance } from '../instance.ts';
import { loadTask } from '../task.ts';
import { peopleOf } from '../task-people.ts';
import { noteOperation } from './note-operation.ts';
import { tell } from './tell.ts';

/** Stores until when a task should be done, and when its people are reminded of that. */
export async function setDeadlines(ctx: Context, taskId: string, { workdays, warnWorkdays }: Approval, from: Date): Promise<void> {
  if (workdays === undefined) return;
  const { clock } = ctx.services;
  const due = addWorkdays(from, workdays, clock);
  await ctx.db.query('update tamga.user_task set due_at = $2 where id = $1', [taskId, due]);
  const warn = warnWorkdays === undefined ? [] : [{ kind: 'warning', at: addWorkdays(from, workdays - warnWorkdays, clock) }];
  for (const { kind, at } of [...warn, { kind: 'overdue', at: due }]) await ctx.db.query('insert into tamga.task_deadline (id, task_id, kind, due_at) values ($1, $2, $3, $4)', [v7(), taskId, kind, at]);
}

/** Reminds of deadlines that come near and tells of those that have passed, also the roles above; returns how many were told. */
export async function runDeadlines(services: Services): Promise<number> {
  const { rows } = await services.pool.query<{ id: string }>('select id from tamga.task_deadline where due_at <= $1 order by due_at limit 500', [services.clock.now()]);
  let told = 0;
  for (const { id } of rows) {
    try {
      if (await inTransaction(systemContext(services), (ctx) => tellOfDeadline(ctx, id))) told += 1;
    } catch (error) {
      services.log.error({ err: error, deadline: id }, 'deadline failed');
    }
  }
  return told;
}

async function tellOfDeadline(ctx: Context, id: string): Promise<boolean> {
  // Of two servers one tells.
  const { rows: [deadline] } = await ctx.db.query<{ task: string; kind: 'warning' | 'overdue' }>('delete from tamga.task_deadline where id = $1 returning task_id as task, kind', [id]);
  const task = deadline && await loadTask(ctx, deadline.task);
  const instance = task && await loadInstance(ctx, task.instanceId);
  if (!deadline || !instance || task.status !== 'open') return false;
  const isOver = deadline.kind === 'overdue';
  const until = task.dueAt ? `时限 ${formatDay(task.dueAt, ctx.services.clock.zone)}` : '';
  await tell(ctx, await peopleOf(ctx, task), { instance, task: task.id, title: `${isOver ? '已超时' : '即将超时'}：${instance.title} · ${task.label}`, body: `请尽快办理。${until}` });
  await noteOperation(ctx, { kind: isOver ? 'overdue' : 'warned', instance: instance.id, task });
  const { process } = await compiledProcess(ctx, instance.definitionId);
  const above = isOver ? process.nodes[task.nodeId]?.userTask?.approval.escalateTo ?? [] : [];
  if (above.length === 0) return true;
  const people = await holdersOf(ctx, above, { org: task.scopeOrg, area: task.scopeArea });
  await tell(ctx, people, { instance, title: `超时升级：${instance.title} · ${task.label}`, body: `该任务已超过办理时限，请督促办理。${until}` });
  await noteOperation(ctx, { kind: 'escalated', instance: instance.id, task, detail: { told: people.length } });
  return true;
}

function formatDay(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('zh-CN', { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
