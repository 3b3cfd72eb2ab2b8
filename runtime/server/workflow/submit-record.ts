import type { Entity } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { inTransaction, type TransactionContext } from '../operations/in-transaction.ts';
import { requireAction } from '../operations/require.ts';
import type { Row } from '../operations/rows.ts';
import { stateLabel } from '../operations/update.ts';
import { compiledProcess, currentProcess } from './compiled-process.ts';
import { decide } from './complete.ts';
import { loadInstance, runningInstance, type Instance } from './instance.ts';
import { startInstance } from './start-instance.ts';
import { openTasks } from './task.ts';
import { titleOf } from './title.ts';

/** Starts the process of a record, or sends it on when it waits for its applicant; tells which instance it is. */
export async function submitRecord(ctx: Context, entity: Entity, id: string, version?: number): Promise<{ instance: string }> {
  const instance = await inTransaction(ctx, async (tx) => {
    // Always the instance before the record: in the other order, two people could wait for each other.
    const runningId = await runningInstance(tx, id);
    const running = runningId === undefined ? undefined : await loadInstance(tx, runningId, 'wait');
    const row = await requireAction(tx, entity, id, 'submit');
    if (version !== undefined && version !== row.version) throw problem('record.stale');
    if (running && running.endedAt === null) return resubmit(tx, running);
    if (await runningInstance(tx, id)) throw problem('process.running');
    return start(tx, entity, row);
  });
  return { instance };
}

/** The applicant's own open task is done by its first outcome. */
async function resubmit(ctx: TransactionContext, instance: Instance): Promise<string> {
  const by = ctx.principal.user?.id;
  const [task] = (await openTasks(ctx, instance.id)).filter(({ assignee, roles }) => assignee === by && by === instance.starter && roles.length === 0);
  if (!task || by === undefined) throw problem('process.running');
  const { process } = await compiledProcess(ctx, instance.definitionId);
  const outcome = process.nodes[task.nodeId]?.userTask?.outcomes[0]?.name;
  await decide(ctx, { instance, task, by, onBehalf: null }, outcome === undefined ? {} : { outcome });
  return instance.id;
}

async function start(ctx: TransactionContext, entity: Entity, row: Row): Promise<string> {
  const bound = ctx.model.processOf.get(entity.key);
  if (!bound) throw problem('process.not-bound');
  const starter = ctx.principal.user?.id;
  if (starter === undefined) throw problem('access.denied', { action: { zh: `提交${entity.label.zh}`, en: `submit ${entity.label.en}` } });
  const { states } = entity;
  if (states && row[states.field] !== states.initial) throw problem('record.state', { state: stateLabel(entity, String(row[states.field])) });
  const compiled = await currentProcess(ctx, bound);
  return (await startInstance(ctx, compiled, { starter, recordId: row.id, title: titleOf(entity, row) })).id;
}
