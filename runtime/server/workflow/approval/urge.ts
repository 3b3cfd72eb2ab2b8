import { DateTime } from 'luxon';
import { problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { drivenEntity } from '../no-record.ts';
import { inTransaction } from '../../operations/in-transaction.ts';
import { compiledProcess } from '../compiled-process.ts';
import { loadInstance } from '../instance.ts';
import { maySeeInstance } from '../readable.ts';
import { tasksOf } from '../task.ts';
import { peopleOf } from '../task-people.ts';
import { noteOperation } from './note-operation.ts';
import { tell } from './tell.ts';
import { requireInstanceOperation } from './worked-task.ts';

/** Longest pause and most reminders: being urged all day makes nobody faster. */
export const urgeLimits = { everyHours: 2, perDay: 3 } as const;

/** Reminds everybody who is waited for; by whoever started the instance or has handled it. */
export async function urge(ctx: Context, instanceId: string, { note }: { note?: string | null }): Promise<{ told: number }> {
  return inTransaction(ctx, async (tx) => {
    const instance = await loadInstance(tx, instanceId, 'wait');
    if (!instance) throw problem('not-found');
    const tasks = await tasksOf(tx, instance.id);
    if (!await maySeeInstance(tx, instance, tasks, drivenEntity(tx.model, instance.entity))) throw problem('not-found');
    const me = tx.principal.user?.id;
    if (instance.starter !== me && !tasks.some(({ completedBy, owner }) => me !== undefined && (completedBy === me || owner === me))) throw problem('access.denied', { action: { zh: '催办', en: 'urge' } });
    if (instance.endedAt !== null) throw problem('process.ended');
    requireInstanceOperation(await compiledProcess(tx, instance.definitionId), 'urge');
    await requirePause(tx, instance.id);
    const people = new Map<string, string>();
    for (const task of tasks.filter(({ status, held }) => status === 'open' && !held)) for (const id of await peopleOf(tx, task)) people.set(id, task.id);
    people.delete(me ?? '');
    for (const [id, task] of people) await tell(tx, [id], { instance, task, title: `催办：${instance.title}`, body: `${tx.principal.user?.name ?? ''}请您尽快办理。${note ?? ''}` });
    await noteOperation(tx, { kind: 'urge', instance: instance.id, note: note ?? null, detail: { told: people.size } });
    return { told: people.size };
  });
}

async function requirePause(ctx: Context, instance: string): Promise<void> {
  const now = DateTime.fromJSDate(ctx.services.clock.now(), { zone: ctx.services.clock.zone });
  const { rows } = await ctx.db.query<{ at: Date }>(`select at from tamga.task_event where instance_id = $1 and kind = 'urge' and at > $2 order by at desc`, [instance, now.minus({ hours: 24 }).toJSDate()]);
  const times = rows.map(({ at }) => DateTime.fromJSDate(at, { zone: ctx.services.clock.zone }));
  const [last] = times;
  const pauses = [...(last ? [last.plus({ hours: urgeLimits.everyHours })] : []), ...(times.length >= urgeLimits.perDay ? [times[urgeLimits.perDay - 1]!.plus({ hours: 24 })] : [])];
  const next = DateTime.max(...pauses);
  if (next && next > now) throw problem('process.urged', { at: next.toFormat('yyyy-MM-dd HH:mm') });
}
