import type { Event } from '../../../bpmn/index.ts';
import { moveOn } from '../move-on.ts';
import type { ProcessRun } from '../process-run.ts';
import { loadTask, type Task } from '../task.ts';
import { peopleOf } from '../task-people.ts';
import { tell } from './tell.ts';

/** What follows when a task was finished: the next signer, or the engine goes on (first by what the person set for later). */
export async function settle(run: ProcessRun, task: Task, outcome: string, before: readonly Event[] = []): Promise<void> {
  if (task.parent !== null) return settleSigner(run, task, outcome);
  if (task.hasSigners && await waitsForSigners(run, task, outcome)) return;
  await conclude(run, task, outcome, before);
}

/** Straight back to the step that returned the request, else on by the way drawn. */
async function conclude(run: ProcessRun, task: Task, outcome: string, before: readonly Event[] = []): Promise<void> {
  const first = run.compiled.process.nodes[task.nodeId]?.userTask?.outcomes[0]?.name;
  const token = run.state.tokens.find(({ taskId }) => taskId === task.groupKey);
  if (task.backTo === null || outcome !== first || !token) return moveOn(run, ...before, { type: 'complete-task', taskId: task.groupKey, outcome });
  const returner = await whoReturned(run, task.backTo);
  if (returner !== undefined) run.appoint.set(task.backTo, { person: returner });
  await moveOn(run, ...before, { type: 'modify', cancel: [token.id], startBefore: task.backTo });
}

async function whoReturned({ ctx, instance }: ProcessRun, node: string): Promise<string | undefined> {
  const { rows: [last] } = await ctx.db.query<{ by: string }>(`select coalesce(on_behalf, by) as by from tamga.opinion where instance_id = $1 and node_id = $2 and kind = 'return' order by at desc, id desc limit 1`, [instance.id, node]);
  return last?.by;
}

/** Tells whether others sign before the decision counts; a decision against the request needs nobody more. */
async function waitsForSigners(run: ProcessRun, task: Task, outcome: string): Promise<boolean> {
  const { ctx, compiled } = run;
  if (outcome !== compiled.process.nodes[task.nodeId]?.userTask?.outcomes[0]?.name) {
    await callOff(run, task);
    return false;
  }
  if (!await signersLeft(run, task)) return false;
  await ctx.db.query(`update tamga.user_task set status = 'decided' where id = $1`, [task.id]);
  return true;
}

/** Somebody who was added has signed: the task that waited goes on, or comes back to who asked when they object. */
async function settleSigner(run: ProcessRun, task: Task, outcome: string): Promise<void> {
  const { ctx } = run;
  if (task.hasSigners && await signersLeft(run, task)) {
    await ctx.db.query(`update tamga.user_task set status = 'decided' where id = $1`, [task.id]);
    return;
  }
  const parent = await loadTask(ctx, task.parent!);
  if (!parent) return;
  if (task.place === 'before') return releaseParent(run, parent);
  if (parent.status !== 'decided') return;
  if (outcome === 'disagree') return reopen(run, parent, task);
  await settleWaiting(run, parent);
}

/** A decided task goes on once nobody is left who signs after or beside it. */
export async function settleWaiting(run: ProcessRun, task: Task): Promise<void> {
  if (task.status !== 'decided' || await signersLeft(run, task)) return;
  await run.ctx.db.query(`update tamga.user_task set status = 'completed' where id = $1`, [task.id]);
  const done = { ...task, status: 'completed' as const, hasSigners: false };
  if (task.parent !== null) return settleSigner(run, done, task.outcome ?? 'agree');
  await conclude(run, done, task.outcome ?? '');
}

/** Whether people who were added to a task have yet to sign; those who sign after are called now. */
async function signersLeft(run: ProcessRun, task: Task): Promise<boolean> {
  const { ctx } = run;
  const { rows: called } = await ctx.db.query<{ id: string }>(`update tamga.user_task set status = 'open', created_at = $2 where parent = $1 and status = 'planned' returning id`, [task.id, ctx.services.clock.now()]);
  for (const { id } of called) await tellSigner(run, id, task);
  const { rows } = await ctx.db.query(`select 1 from tamga.user_task where parent = $1 and status in ('open', 'decided') limit 1`, [task.id]);
  return rows.length > 0;
}

/** The step can be decided once nobody is left who signs before. */
export async function releaseParent({ ctx, instance }: ProcessRun, parent: Task): Promise<void> {
  const { rows } = await ctx.db.query(`select 1 from tamga.user_task where parent = $1 and place = 'before' and status in ('open', 'decided') limit 1`, [parent.id]);
  if (rows.length > 0) return;
  await ctx.db.query('update tamga.user_task set held = false where id = $1', [parent.id]);
  await tell(ctx, await peopleOf(ctx, parent), { instance, task: parent.id, title: `加签已办结：${instance.title} · ${parent.label}`, body: '加签人均已办理，请继续办理。' });
}

/** An objection reopens the decision it was asked about; the other signers are not asked any more. */
async function reopen(run: ProcessRun, parent: Task, signer: Task): Promise<void> {
  const { ctx, instance } = run;
  await callOff(run, parent);
  await ctx.db.query(`update tamga.user_task set status = 'open', completed_at = null, completed_by = null, outcome = null, has_signers = false where id = $1`, [parent.id]);
  await tell(ctx, await peopleOf(ctx, parent), { instance, task: parent.id, title: `加签人不同意：${instance.title} · ${parent.label}`, body: `“${signer.label}”不同意，请重新办理。` });
}

/** Takes away whoever was asked about a task and has not signed, and those whom they have asked. */
export async function callOff({ ctx }: Pick<ProcessRun, 'ctx'>, task: Task): Promise<void> {
  await ctx.db.query(
    `with recursive below as (select id from tamga.user_task where parent = $1 union select t.id from tamga.user_task t join below b on t.parent = b.id)
     update tamga.user_task set status = 'cancelled', completed_at = $2 where id in (select id from below) and status in ('open', 'planned', 'decided')`, [task.id, ctx.services.clock.now()]);
}

async function tellSigner({ ctx, instance }: ProcessRun, id: string, parent: Task): Promise<void> {
  const task = await loadTask(ctx, id);
  if (task?.assignee) await tell(ctx, await peopleOf(ctx, task), { instance, task: id, title: `待办：加签 · ${instance.title} · ${parent.label}`, body: `请对“${parent.label}”签署意见。` });
}
