import { problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { drivenEntity } from '../no-record.ts';
import { loadInstance } from '../instance.ts';
import { maySeeInstance, maySeeTask } from '../readable.ts';
import { loadTask, tasksOf } from '../task.ts';
import { possibleSigners } from './choose-signers.ts';
import { describePeople, permittedPeople, type Choosable, type PeopleFor } from './permitted-people.ts';

/** People that may be chosen for an operation on a task or an instance, by what was typed of name or unit. */
export async function choosable(ctx: Context, at: { task: string } | { instance: string }, operation: PeopleFor | 'signers', search: string): Promise<{ items: Choosable[] }> {
  const task = 'task' in at ? await loadTask(ctx, at.task) : undefined;
  const instance = await loadInstance(ctx, 'task' in at ? task?.instanceId ?? '' : at.instance);
  if (!instance) throw problem('not-found');
  const entity = drivenEntity(ctx.model, instance.entity);
  if (task ? !await maySeeTask(ctx, task, entity, instance.recordId) : !await maySeeInstance(ctx, instance, await tasksOf(ctx, instance.id), entity)) throw problem('not-found');
  const people = operation === 'signers' ? task ? await possibleSigners(ctx, instance, task) : [] : [...await permittedPeople(ctx, instance, task, operation)];
  return { items: await describePeople(ctx, people, search.trim()) };
}
