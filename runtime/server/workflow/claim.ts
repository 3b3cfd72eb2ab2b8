import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { noteOperation } from './approval/note-operation.ts';
import { lockedTask } from './locked-task.ts';

/** Takes an open task, in the name of whoever one stands in for; of several people at once exactly one gets it. */
export async function claim(ctx: Context, taskId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { instance, task, by, onBehalf } = await lockedTask(tx, taskId);
    if (task.assignee !== null) throw problem('task.claimed', { name: tx.principal.user?.name ?? '' });
    await tx.db.query(`update tamga.user_task set assignee = $2, touched = true where id = $1`, [task.id, onBehalf ?? by]);
    await noteOperation(tx, { kind: 'claim', instance: instance.id, task, onBehalf });
  });
}

/** Gives a claimed task back to the others. */
export async function unclaim(ctx: Context, taskId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { instance, task, by, onBehalf } = await lockedTask(tx, taskId);
    // A task without candidates, or given to one person, would have nobody left to do it.
    if (task.assignee !== (onBehalf ?? by) || task.roles.length === 0 || task.appointed) throw problem('access.not-candidate');
    await tx.db.query('update tamga.user_task set assignee = null where id = $1', [task.id]);
    await noteOperation(tx, { kind: 'unclaim', instance: instance.id, task });
  });
}
