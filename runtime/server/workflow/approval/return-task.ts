import { noEntity } from '../../../model/no-entity.ts';
import { invalid, problem } from '../../../problems.ts';
import { noRow } from '../no-record.ts';
import type { Context } from '../../context.ts';
import { inTransaction } from '../../operations/in-transaction.ts';
import { loadRow } from '../../operations/rows.ts';
import { lockInstanceOf } from '../instance.ts';
import { processRun } from '../process-run.ts';
import { readableRecord } from '../readable.ts';
import { contextsOf, moveBack, tokensBehind } from './move-back.ts';
import { noteOperation } from './note-operation.ts';
import { recordOpinion } from './record-opinion.ts';
import { reset, whyNotReset } from './reset.ts';
import { returnTargets, type ReturnTarget } from './return-targets.ts';
import { mayTurn } from './undone.ts';
import { requiredNote, workedTask, type WorkedTask } from './worked-task.ts';
import type { TransactionContext } from '../../operations/in-transaction.ts';

/** Sends a request back to an earlier step or to its applicant, out of branches as well; everything that came out of that step ends. */
export async function returnTask(ctx: Context, taskId: string, { to, opinion, version }: { to: string; opinion?: string | null; version?: number }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const worked = await workedTask(tx, taskId, 'return');
    const { instance, task, by, onBehalf, compiled } = worked;
    const text = requiredNote(opinion);
    const target = (await offeredTargets(tx, worked)).find(({ node, kind }) => node === to || (to === 'applicant' && kind === 'applicant'));
    if (!target) throw invalid([{ field: 'to', code: 'task.target', params: { name: compiled.process.nodes[to]?.name ?? to } }]);
    const run = processRun(tx, instance, compiled);
    const row = run.entity === noEntity ? noRow(instance) : await loadRow(run.ctx, run.entity, instance.recordId, { lock: true });
    if (!row) throw problem('not-found');
    if (version !== undefined && version !== row.version) throw problem('record.stale');
    const seen = await readableRecord(tx, compiled.entity, instance.recordId);
    const { rowCount } = await tx.db.query(
      `update tamga.user_task set status = 'completed', assignee = $2, completed_at = $3, completed_by = $2, outcome = 'return', seen_version = $4, seen = $5, on_behalf = $6, owner = coalesce(owner, $6) where id = $1 and status = 'open'`,
      [task.id, by, tx.services.clock.now(), row.version, seen ? JSON.stringify(seen) : null, onBehalf]);
    if (rowCount !== 1) throw problem('task.closed');
    await recordOpinion(tx, { instance, compiled, task, kind: 'return', outcome: 'return', outcomeLabel: '退回', opinion: text, by, onBehalf, seen, seenVersion: row.version });
    await noteOperation(tx, { kind: 'return', instance: instance.id, task, person: target.person, onBehalf, note: text, detail: { to: target.node } });
    if (target.node === '') return reset(run, run.entity.states?.initial);
    await moveBack(run, target.node, tokensBehind(run, target.node) ?? [], { person: target.person ?? instance.starter, ...(comesStraightBack(worked, target) ? { backTo: task.nodeId } : {}) });
  });
}

/** Where the person may return the task to; asked for before anything is done. */
export async function targetsOf(ctx: Context, taskId: string): Promise<ReturnTarget[]> {
  return inTransaction(ctx, async (tx) => {
    // The same checks as returning, so that what is offered is what will be accepted.
    await lockInstanceOf(tx, taskId);
    return offeredTargets(tx, await workedTask(tx, taskId, 'return'));
  });
}

/** A process that has no step for the applicant gives the request back by ending as if it had not been submitted. */
async function offeredTargets(ctx: TransactionContext, worked: WorkedTask): Promise<ReturnTarget[]> {
  const targets = await returnTargets(ctx, worked);
  const { compiled, instance } = worked;
  if (Object.values(compiled.process.nodes).some(({ userTask }) => userTask?.assignee === 'starter')) return targets;
  if (await whyNotReset(processRun(ctx, instance, compiled), compiled.entity.states?.initial)) return targets;
  return [{ node: '', label: ctx.locale === 'en' ? 'Applicant' : '申请人', kind: 'applicant', person: instance.starter }, ...targets];
}

/** Only within the same branch: a token put back alone into a split would never meet its siblings. And only where the record may go that way. */
function comesStraightBack({ compiled, task }: WorkedTask, target: ReturnTarget): boolean {
  const { process } = compiled;
  const contexts = contextsOf(process);
  if (!mayTurn(compiled, process.nodes[target.node]?.status ?? process.nodes[task.nodeId]?.status, process.nodes[task.nodeId]?.status)) return false;
  return process.nodes[task.nodeId]?.userTask?.approval.resubmit === 'returner' && contexts.get(target.node)?.length === contexts.get(task.nodeId)?.length;
}
