import type { Context } from '../../context.ts';
import { inTransaction } from '../../operations/in-transaction.ts';
import { noteOperation } from './note-operation.ts';
import { requirePermitted } from './permitted-people.ts';
import { tell } from './tell.ts';
import { workedTask } from './worked-task.ts';

/** Hands a task on for good; figures keep counting it for whom it was meant. */
export async function transfer(ctx: Context, taskId: string, { to, note }: { to: string; note?: string | null }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { instance, task, by, onBehalf } = await workedTask(tx, taskId, 'transfer');
    await requirePermitted(tx, [to], { instance, task, operation: 'transfer' });
    await tx.db.query('update tamga.user_task set assignee = $2, owner = coalesce(owner, $3), touched = true where id = $1', [task.id, to, onBehalf ?? task.assignee ?? by]);
    await noteOperation(tx, { kind: 'transfer', instance: instance.id, task, person: to, onBehalf, note: note ?? null });
    await tell(tx, [to], { instance, task: task.id, title: `转办：${instance.title} · ${task.label}`, body: `${tx.principal.user?.name ?? ''}把该任务转给您办理。${note ?? ''}` });
  });
}
