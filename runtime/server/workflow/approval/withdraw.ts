import { problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { drivenEntity } from '../no-record.ts';
import { inTransaction } from '../../operations/in-transaction.ts';
import { compiledProcess } from '../compiled-process.ts';
import { loadInstance } from '../instance.ts';
import { processRun, recordOf } from '../process-run.ts';
import { maySeeInstance, readableRecord } from '../readable.ts';
import { tasksOf } from '../task.ts';
import { peopleOf } from '../task-people.ts';
import { noteOperation } from './note-operation.ts';
import { recordOpinion } from './record-opinion.ts';
import { reset } from './reset.ts';
import { tell } from './tell.ts';
import { requireInstanceOperation, requiredNote } from './worked-task.ts';

/** Ends a running request for good, by its applicant, with the reason: what services did is undone by the action declared for that. */
export async function withdraw(ctx: Context, instanceId: string, { opinion }: { opinion?: string | null }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const instance = await loadInstance(tx, instanceId, 'wait');
    if (!instance) throw problem('not-found');
    const tasks = await tasksOf(tx, instance.id);
    if (!await maySeeInstance(tx, instance, tasks, drivenEntity(tx.model, instance.entity))) throw problem('not-found');
    const by = tx.principal.user?.id;
    if (by === undefined || (by !== instance.starter && tx.principal.kind !== 'system')) throw problem('access.denied', { action: { zh: '撤销他人的申请', en: 'withdraw the request of somebody else' } });
    if (instance.endedAt !== null) throw problem('process.ended');
    const compiled = await compiledProcess(tx, instance.definitionId);
    requireInstanceOperation(compiled, 'withdraw');
    const text = requiredNote(opinion);
    const run = processRun(tx, instance, compiled);
    const told = new Set<string>();
    for (const task of tasks.filter(({ status }) => status === 'open')) for (const id of await peopleOf(tx, task)) told.add(id);
    const row = await recordOf(run);
    await recordOpinion(tx, { instance, compiled, task: undefined, kind: 'withdraw', outcome: 'withdraw', outcomeLabel: '撤销申请', opinion: text, by, onBehalf: null, seen: await readableRecord(tx, compiled.entity, row.id), seenVersion: row.version });
    await reset(run, compiled.process.instance.withdrawStatus ?? compiled.entity.states?.initial);
    await noteOperation(tx, { kind: 'withdraw', instance: instance.id, note: text });
    await tell(tx, [...told], { instance, title: `申请已撤销：${instance.title}`, body: `${tx.principal.user?.name ?? ''}：${text}` });
  });
}
