import { noEntity } from '../../../model/no-entity.ts';
import { problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { inTransaction } from '../../operations/in-transaction.ts';
import { loadRow } from '../../operations/rows.ts';
import { compiledProcess } from '../compiled-process.ts';
import { lockInstanceOf } from '../instance.ts';
import { lockedTask } from '../locked-task.ts';
import { readableRecord } from '../readable.ts';
import { loadTask, type Task } from '../task.ts';
import { noteOperation } from './note-operation.ts';
import { requirePermitted } from './permitted-people.ts';
import { recordOpinion } from './record-opinion.ts';
import { tell } from './tell.ts';
import { requiredNote, workedTask } from './worked-task.ts';

/** Asks somebody for advice on a task; the task comes back with it. */
export async function delegate(ctx: Context, taskId: string, { to, note }: { to: string; note?: string | null }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { instance, task, by, onBehalf } = await workedTask(tx, taskId, 'delegate');
    await requirePermitted(tx, [to], { instance, task, operation: 'delegate' });
    await tx.db.query(`update tamga.user_task set assignee = $2, owner = $3, appointed = true, delegation = 'pending', touched = true where id = $1`, [task.id, to, onBehalf ?? task.assignee ?? by]);
    await noteOperation(tx, { kind: 'delegate', instance: instance.id, task, person: to, onBehalf, note: note ?? null });
    await tell(tx, [to], { instance, task: task.id, title: `委托：${instance.title} · ${task.label}`, body: `${tx.principal.user?.name ?? ''}请您对该任务提出意见。${note ?? ''}` });
  });
}

/** Gives the advice that was asked for: the task goes back to whom it belongs. */
export async function resolve(ctx: Context, taskId: string, { opinion }: { opinion?: string | null }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { instance, task, by, onBehalf } = await lockedTask(tx, taskId);
    if (task.delegation !== 'pending' || task.owner === null) throw problem('task.not-delegated');
    const text = requiredNote(opinion);
    const compiled = await compiledProcess(tx, instance.definitionId);
    const seen = await readableRecord(tx, compiled.entity, instance.recordId);
    const row = compiled.entity === noEntity ? undefined : await loadRow(tx, compiled.entity, instance.recordId);
    await recordOpinion(tx, { instance, compiled, task, kind: 'advice', outcome: 'advice', outcomeLabel: '协办意见', opinion: text, by, onBehalf, seen, seenVersion: row?.version ?? 0 });
    await giveBack(tx, task, 'resolved');
    await noteOperation(tx, { kind: 'resolve', instance: instance.id, task, person: task.owner, onBehalf, note: text });
    await tell(tx, [task.owner], { instance, task: task.id, title: `委托已反馈：${instance.title} · ${task.label}`, body: `${tx.principal.user?.name ?? ''}：${text}` });
  });
}

/** Takes a task back before the advice was given. */
export async function takeBack(ctx: Context, taskId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const instance = await lockInstanceOf(tx, taskId);
    const task = instance && await loadTask(tx, taskId);
    if (!instance || !task || task.owner !== (tx.principal.user?.id ?? null)) throw problem('not-found');
    if (task.status !== 'open' || task.delegation !== 'pending') throw problem('task.not-delegated');
    await giveBack(tx, task, null);
    await noteOperation(tx, { kind: 'take-back', instance: instance.id, task, person: task.assignee });
    if (task.assignee !== null) await tell(tx, [task.assignee], { instance, title: `委托已收回：${instance.title} · ${task.label}`, body: '该任务无需再提意见。' });
  });
}

async function giveBack(ctx: Context, task: Task, delegation: 'resolved' | null): Promise<void> {
  // Signers and whoever was added keep the seat that is theirs by name.
  await ctx.db.query('update tamga.user_task set assignee = owner, appointed = $3, delegation = $2 where id = $1', [task.id, delegation, task.place !== null]);
}
