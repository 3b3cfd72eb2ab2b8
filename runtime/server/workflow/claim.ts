import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { lockedTask } from './locked-task.ts';

/** Takes an open task; of several people at once exactly one gets it. */
export async function claim(ctx: Context, taskId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { task, by } = await lockedTask(tx, taskId);
    if (task.assignee !== null) throw problem('task.claimed', { name: tx.principal.user?.name ?? '' });
    await tx.db.query(`update tamga.user_task set assignee = $2 where id = $1`, [task.id, by]);
  });
}

/** Gives a claimed task back to the others. */
export async function unclaim(ctx: Context, taskId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { task, by } = await lockedTask(tx, taskId);
    // A task without candidates would have nobody left to do it.
    if (task.assignee !== by || task.roles.length === 0) throw problem('access.not-candidate');
    await tx.db.query('update tamga.user_task set assignee = null where id = $1', [task.id]);
  });
}
