import type { Entity } from '../../model/model.ts';
import { Problem } from '../../problems.ts';
import { noEntity } from '../../model/no-entity.ts';
import type { Context } from '../context.ts';
import { get } from '../operations/get.ts';
import type { Instance } from './instance.ts';
import type { Task } from './task.ts';
import { hasCopy } from './approval/copy.ts';
import { isCandidate } from './task-people.ts';

/** The record as the person may see it; undefined when they may not. */
export async function readableRecord(ctx: Context, entity: Entity, id: string): Promise<Record<string, unknown> | undefined> {
  if (entity === noEntity) return undefined;
  try {
    return await get(ctx, entity, id);
  } catch (error) {
    if (error instanceof Problem && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}

/** Who may look at a task: who does or did it or handed it on, whose request it is about, to whom it was copied, and who may read the record. */
export async function maySeeTask(ctx: Context, task: Task, entity: Entity, recordId: string): Promise<boolean> {
  const id = ctx.principal.user?.id;
  if (ctx.principal.kind === 'system') return true;
  if (id !== undefined && [task.assignee, task.completedBy, task.applicant, task.owner, task.addedBy].includes(id)) return true;
  return isCandidate(ctx.principal, task) || await readableRecord(ctx, entity, recordId) !== undefined || await hasCopy(ctx, task.instanceId);
}

/** Who may look at an instance: who started it, who handled or may handle a task of it, to whom it was copied, and who may read the record. */
export async function maySeeInstance(ctx: Context, instance: Instance, tasks: readonly Task[], entity: Entity): Promise<boolean> {
  const id = ctx.principal.user?.id;
  if (ctx.principal.kind === 'system' || instance.starter === id) return true;
  if (tasks.some((task) => (id !== undefined && [task.assignee, task.completedBy, task.owner, task.addedBy].includes(id)) || (task.status === 'open' && isCandidate(ctx.principal, task)))) return true;
  return await readableRecord(ctx, entity, instance.recordId) !== undefined || await hasCopy(ctx, instance.id);
}
