import { problem } from '../../problems.ts';
import { together } from '../db/together.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';
import { lockInstanceOf, type Instance } from './instance.ts';
import { drivenEntity } from './no-record.ts';
import { personOf } from './person.ts';
import { maySeeTask } from './readable.ts';
import { loadTask, type Task } from './task.ts';
import { isOwnRequest, standingOf, steadsFor } from './task-people.ts';

/** A task that the person may work on, and in whose stead. */
export interface LockedTask { instance: Instance; task: Task; by: string; onBehalf: string | null }

/** A task that the person may work on, its instance locked: 404 when it may not even be seen, 403 and 409 with the reason. */
export async function lockedTask(ctx: TransactionContext, taskId: string): Promise<LockedTask> {
  // Lock the instance, not the task: two people may finish the same gateway at once. The task is read after that.
  const [instance, read] = await together(lockInstanceOf(ctx, taskId), loadTask(ctx, taskId));
  // A called instance was locked in a second step.
  const task = instance?.parentId == null ? read : await loadTask(ctx, taskId);
  if (!instance || !task || !await maySeeTask(ctx, task, drivenEntity(ctx.model, instance.entity), instance.recordId)) throw problem('not-found');
  if (isOwnRequest(ctx.principal, task)) throw problem('access.own-request');
  const by = ctx.principal.user?.id;
  const standing = standingOf(ctx.principal, task);
  if (by === undefined || !standing) {
    // Whoever asked for advice waits for it.
    if (by !== undefined && task.status === 'open' && task.delegation === 'pending' && task.owner === by) throw problem('task.delegated', { name: (await personOf(ctx, task.assignee ?? ''))?.name ?? '' });
    throw problem('access.not-candidate');
  }
  if (task.status !== 'open') throw problem('task.closed');
  if (task.assignee === null || task.assignee === by) return { instance, task, by, onBehalf: standing.onBehalf };
  // Somebody else has it: then only whoever stands in for them.
  if (steadsFor(ctx.principal, task).some(({ person }) => person === task.assignee)) return { instance, task, by, onBehalf: task.assignee };
  throw problem('task.claimed', { name: (await personOf(ctx, task.assignee))?.name ?? '' });
}
