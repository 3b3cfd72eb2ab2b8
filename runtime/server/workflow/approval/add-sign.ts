import { v7 } from 'uuid';
import { AdvanceRefusal } from '../../../bpmn/index.ts';
import { invalid, problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { inTransaction } from '../../operations/in-transaction.ts';
import { compiledProcess } from '../compiled-process.ts';
import { insertTask } from '../insert-task.ts';
import { lockInstanceOf } from '../instance.ts';
import { moveOn } from '../move-on.ts';
import { processRun, type ProcessRun } from '../process-run.ts';
import { loadTask, type Task } from '../task.ts';
import { noteOperation } from './note-operation.ts';
import { describePeople, requirePermitted } from './permitted-people.ts';
import { callOff, releaseParent, settleWaiting } from './settle.ts';
import { tell } from './tell.ts';
import { workedTask, type WorkedTask } from './worked-task.ts';

export type SignPlace = 'before' | 'parallel' | 'after';

/** Adds people to a step: they sign before the handler, beside, or after. On a step that several decide, beside means one more seat. */
export async function addSign(ctx: Context, taskId: string, { to, place, note }: { to: readonly string[]; place: SignPlace; note?: string | null }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const worked = await workedTask(tx, taskId, 'add-sign');
    const { instance, task, by, onBehalf, compiled } = worked;
    const people = [...new Set(to)];
    if (people.length === 0) throw invalid([{ field: 'to', code: 'field.required', params: { label: { zh: '加签人', en: 'Signers' } } }]);
    await requirePermitted(tx, people, { instance, task, operation: 'add-sign' });
    await refuseTwice(tx, task, people);
    const isSeat = task.place === 'seat' && place === 'parallel';
    await tx.db.query('update tamga.user_task set assignee = coalesce(assignee, $2), touched = true, has_signers = has_signers or $3, held = held or $4 where id = $1', [task.id, onBehalf ?? by, !isSeat, place === 'before']);
    const run = processRun(tx, instance, compiled);
    run.addedBy = onBehalf ?? by;
    if (isSeat) await moveOn(run, ...people.map((person) => ({ type: 'add-instance' as const, tokenId: task.tokenId ?? '', item: person })));
    else for (const person of people) await addSigner(run, worked, person, place);
    for (const person of people) await noteOperation(tx, { kind: 'add-sign', instance: instance.id, task, person, onBehalf, note: note ?? null, detail: { place } });
  });
}

async function addSigner(run: ProcessRun, { task }: WorkedTask, person: string, place: SignPlace): Promise<void> {
  await insertTask(run, {
    key: `${task.groupKey}/${v7()}`, groupKey: task.groupKey, nodeId: task.nodeId, tokenId: task.tokenId, label: task.label.endsWith('（加签）') ? task.label : `${task.label}（加签）`,
    assignee: person, appointed: true, roles: [], scopeOrg: task.scopeOrg, scopeArea: task.scopeArea, notApplicant: task.notApplicant, place, parent: task.id, status: place === 'after' ? 'planned' : 'open',
    ...(run.addedBy === undefined ? {} : { addedBy: run.addedBy }),
  });
}

/** Takes somebody away whom one has added and who has not signed; what waited only for them goes on. */
export async function removeSign(ctx: Context, taskId: string, { person, note }: { person: string; note?: string | null }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const instance = await lockInstanceOf(tx, taskId);
    const task = instance && await loadTask(tx, taskId);
    if (!instance || !task) throw problem('not-found');
    const { rows: [found] } = await tx.db.query<{ id: string }>(
      `select id from tamga.user_task where instance_id = $1 and (group_key = $2 or seat_of = $5) and added_by = $3 and assignee = $4 and status in ('open', 'planned') order by created_at desc limit 1`,
      [instance.id, task.groupKey, tx.principal.user?.id ?? null, /^[0-9a-f-]{36}$/i.test(person) ? person : null, task.seatOf]);
    const signer = found && await loadTask(tx, found.id);
    if (!signer) throw problem('task.not-added');
    await noteOperation(tx, { kind: 'remove-sign', instance: instance.id, task: signer, person, note: note ?? null });
    await tell(tx, [person], { instance, title: `减签：${instance.title} · ${task.label}`, body: '该任务无需再签署意见。' });
    await takeAway(processRun(tx, instance, await compiledProcess(tx, instance.definitionId)), signer);
  });
}

async function takeAway(run: ProcessRun, signer: Task): Promise<void> {
  await callOff(run, signer);
  await run.ctx.db.query(`update tamga.user_task set status = 'cancelled', completed_at = $2 where id = $1`, [signer.id, run.ctx.services.clock.now()]);
  if (signer.place === 'seat') {
    try {
      return await moveOn(run, { type: 'remove-instance', tokenId: signer.tokenId ?? '' });
    } catch (error) {
      if (error instanceof AdvanceRefusal && error.code === 'last-instance') throw problem('task.last-signer');
      throw error;
    }
  }
  const parent = await loadTask(run.ctx, signer.parent ?? '');
  if (!parent) return;
  if (signer.place === 'before') return releaseParent(run, parent);
  await settleWaiting(run, parent);
}

async function refuseTwice(ctx: Context, task: Task, people: readonly string[]): Promise<void> {
  const { rows } = await ctx.db.query<{ assignee: string }>(
    `select distinct assignee from tamga.user_task where instance_id = $1 and (group_key = $2 or seat_of = $4) and assignee = any($3::uuid[])
       and (status in ('open', 'planned', 'decided') or (place = 'seat' and status = 'completed'))`, [task.instanceId, task.groupKey, people, task.seatOf]);
  if (rows.length === 0) return;
  const names = await describePeople(ctx, rows.map(({ assignee }) => assignee));
  throw invalid([{ field: 'to', code: 'task.person', params: { name: names.map(({ title }) => title).join('、') } }]);
}
