import { problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { drivenEntity } from '../no-record.ts';
import { inTransaction, type TransactionContext } from '../../operations/in-transaction.ts';
import { compiledProcess } from '../compiled-process.ts';
import { loadInstance, type Instance } from '../instance.ts';
import { processRun, recordOf, type ProcessRun } from '../process-run.ts';
import { maySeeInstance, readableRecord } from '../readable.ts';
import { loadTask, tasksOf, type Task } from '../task.ts';
import { contextsOf, moveBack, tokensBehind } from './move-back.ts';
import { noteOperation } from './note-operation.ts';
import { recordOpinion } from './record-opinion.ts';
import { reset } from './reset.ts';
import { stateOf } from './return-targets.ts';
import { lastingServices, mayTurn } from './undone.ts';
import { requireInstanceOperation } from './worked-task.ts';

type Reason = { zh: string; en: string };
const reasons = {
  touched: { zh: '下一环节已经办理', en: 'the next step has begun' },
  nothing: { zh: '没有可以撤回的办理', en: 'there is nothing of yours to recall' },
  forbidden: { zh: '该环节不允许撤回', en: 'the step does not allow it' },
  state: { zh: '记录状态已不能恢复', en: 'the record can not go back from its state' },
  vote: { zh: '表决意见已计入，不能更改', en: 'a vote that was given stays' },
  branch: { zh: '并行分支已经汇合', en: 'the branches have joined already' },
} as const satisfies Record<string, Reason>;

/** Takes back what the person did last: their own decision while the next task is untouched, their signature before who asked has decided, their request before anybody did. A vote that was given stays. */
export async function recall(ctx: Context, instanceId: string, { note }: { note?: string | null } = {}): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const instance = await loadInstance(tx, instanceId, 'wait');
    if (!instance) throw problem('not-found');
    const tasks = await tasksOf(tx, instance.id);
    if (!await maySeeInstance(tx, instance, tasks, drivenEntity(tx.model, instance.entity))) throw problem('not-found');
    if (instance.endedAt !== null) throw problem('process.ended');
    const run = processRun(tx, instance, await compiledProcess(tx, instance.definitionId));
    requireInstanceOperation(run.compiled, 'recall');
    const me = tx.principal.user?.id ?? '';
    const signature = tasks.findLast((task) => task.status === 'completed' && task.completedBy === me && task.parent !== null && tasks.some(({ id, status }) => id === task.parent && status === 'open'));
    if (signature) return takeSignatureBack(tx, run, signature, note);
    const last = await lastDecision(tx, instance);
    if (!last && instance.starter === me) return takeRequestBack(tx, run, tasks, note);
    const task = last?.by === me && last.kind !== 'recall' && last.task !== null ? await loadTask(tx, last.task) : undefined;
    if (task?.place === 'seat') throw refused('vote');
    if (!task?.completedAt || task.outcome === 'return') throw refused(last && last.by !== me ? 'touched' : 'nothing');
    if (!run.compiled.process.nodes[task.nodeId]?.userTask?.approval.operations.includes('recall')) throw refused('forbidden');
    await keep(tx, run, task, note);
    await takeDecisionBack(run, tasks, task, me);
  });
}

function refused(reason: keyof typeof reasons): Error {
  return problem('task.cannot-recall', { reason: reasons[reason] });
}

/** The signature of somebody who was added counts for nothing yet while the task is not decided. */
async function takeSignatureBack(ctx: TransactionContext, run: ProcessRun, task: Task, note: string | null | undefined): Promise<void> {
  await keep(ctx, run, task, note);
  await ctx.db.query(`update tamga.user_task set status = 'open', completed_at = null, completed_by = null, outcome = null, seen = null, seen_version = null where id = $1`, [task.id]);
  if (task.place === 'before') await ctx.db.query('update tamga.user_task set held = true where id = $1', [task.parent]);
}

async function takeDecisionBack(run: ProcessRun, tasks: readonly Task[], task: Task, me: string): Promise<void> {
  const { ctx, instance, compiled, state } = run;
  const waiting = state.tokens.find(({ id, wait }) => id === task.tokenId && wait === 'join');
  const contexts = contextsOf(compiled.process);
  const tokens = waiting ? [waiting.id] : tokensBehind(run, task.nodeId);
  // A join that has let everything through can't be taken apart again.
  if (!tokens || tokens.length === 0 || (!waiting && (contexts.get(task.nodeId)?.length ?? 0) > 0 && state.tokens.some(({ id }) => !tokens.includes(id) && id === task.tokenId))) throw refused('branch');
  const going = new Set(state.tokens.filter(({ id }) => tokens.includes(id)).map(({ taskId }) => taskId));
  if (tasks.some((open) => going.has(open.groupKey) && (open.touched || open.createdAt < task.completedAt! || ['completed', 'decided'].includes(open.status)))) throw refused('touched');
  if ((await lastingServices(ctx, instance, compiled, task.completedAt)).length > 0) throw refused('touched');
  if (!mayTurn(compiled, stateOf(compiled, await recordOf(run)), compiled.process.nodes[task.nodeId]?.status)) throw refused('state');
  await moveBack(run, task.nodeId, tokens, { person: me });
}

/** To the step drawn for the applicant, else to the state before submitting. */
async function takeRequestBack(ctx: TransactionContext, run: ProcessRun, tasks: readonly Task[], note: string | null | undefined): Promise<void> {
  if (tasks.some(({ status, touched }) => status !== 'open' || touched)) throw refused('touched');
  await keep(ctx, run, undefined, note);
  const { process } = run.compiled;
  const own = Object.values(process.nodes).find(({ id, userTask, status }) => userTask?.assignee === 'starter' && tokensBehind(run, id) !== undefined && contextsOf(process).get(id)?.length === 0 && status !== undefined);
  const row = await recordOf(run);
  if (own && mayTurn(run.compiled, stateOf(run.compiled, row), own.status)) return moveBack(run, own.id, tokensBehind(run, own.id) ?? []);
  await reset(run, run.entity.states?.initial);
}

async function lastDecision(ctx: Context, instance: Instance): Promise<{ task: string | null; by: string; kind: string } | undefined> {
  const { rows } = await ctx.db.query<{ task: string | null; by: string; kind: string }>(
    `select task_id as task, by, kind from tamga.opinion where instance_id = $1 and kind not in ('advice', 'sign') order by at desc, id desc limit 1`, [instance.id]);
  return rows[0];
}

async function keep(ctx: TransactionContext, run: ProcessRun, task: Task | undefined, note: string | null | undefined): Promise<void> {
  const { instance, compiled } = run;
  const row = await recordOf(run);
  const by = ctx.principal.user?.id ?? '';
  await recordOpinion(ctx, {
    instance, compiled, task, kind: 'recall', outcome: 'recall', outcomeLabel: '撤回', opinion: note?.trim() || null, by, onBehalf: null, seen: await readableRecord(ctx, compiled.entity, row.id), seenVersion: row.version,
  });
  await noteOperation(ctx, { kind: 'recall', instance: instance.id, ...(task ? { task } : {}), note: note ?? null });
}
