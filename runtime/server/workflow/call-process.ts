import type { Effect, Event } from '../../bpmn/index.ts';
import { problem } from '../../problems.ts';
import { noEntity } from '../../model/no-entity.ts';
import { compiledProcess, latestProcess } from './compiled-process.ts';
import { ServiceFailure } from './call-service.ts';
import { loadInstance } from './instance.ts';
import { moveOn, movingIn } from './move-on.ts';
import { processRun, recordOf, type ProcessRun } from './process-run.ts';
import { startInstance } from './start-instance.ts';
import { titleOf } from './title.ts';

type CallProcess = Extract<Effect, { type: 'call-process' }>;

/** Starts the called process; when it ends at once the caller goes on at once. */
export async function callProcess(run: ProcessRun, { tokenId, executionId, calledElement, businessKey, variables }: CallProcess): Promise<Event | undefined> {
  const failed = run.failures?.get(executionId);
  if (failed !== undefined) return { type: 'call-done', tokenId, errorCode: 'call-failed', message: failed };
  const called = await latestProcess(run.ctx, calledElement);
  if (!called || (called.entity !== noEntity && called.entity !== run.entity)) {
    const error = problem('process.incident', { reason: { zh: `没有可调用的流程“${calledElement}”`, en: `there is no process "${calledElement}" to call` } });
    if (run.failures) throw new ServiceFailure(executionId, error);
    throw error;
  }
  const { instance } = run;
  await startInstance(run.ctx, called, {
    starter: instance.starter, variables, parent: { id: instance.id, token: tokenId, rootId: instance.rootId }, ...(run.failures ? { failures: run.failures } : {}),
    ...(called.entity === noEntity ? {} : { recordId: instance.recordId, title: titleOf(run.entity, await recordOf(run)) }),
    ...(businessKey ? { businessKey: instance.businessKey ?? instance.recordId } : {}),
  });
  return undefined;
}

/** The caller was taken off that activity: what it called ends with it. */
export async function cancelCalled(run: ProcessRun, tokenId: string): Promise<void> {
  const { rows } = await run.ctx.db.query<{ id: string }>(`select id from tamga.process_instance where parent_id = $1 and parent_token = $2 and status in ('running', 'incident')`, [run.instance.id, tokenId]);
  for (const { id } of rows) {
    const child = await loadInstance(run.ctx, id, 'wait');
    if (child && child.endedAt === null) await moveOn(processRun(run.ctx, child, await compiledProcess(run.ctx, child.definitionId), run.failures), { type: 'cancel' });
  }
}

/** A called process has ended: its caller goes on with what it came to. */
export async function tellCaller(run: ProcessRun, errorCode: string | undefined): Promise<void> {
  const { parentId, parentToken } = run.instance;
  if (parentId === null || parentToken === null) return;
  const event: Event = { type: 'call-done', tokenId: parentToken, variables: run.final ?? {}, ...(errorCode === undefined ? {} : { errorCode }) };
  const caller = movingIn(run).get(parentId);
  if (caller) {
    caller.pending.push(event);
    return;
  }
  const parent = await loadInstance(run.ctx, parentId, 'wait');
  if (!parent || parent.endedAt !== null || !parent.state.tokens.some(({ id, wait }) => id === parentToken && wait === 'call')) return;
  await moveOn(processRun(run.ctx, parent, await compiledProcess(run.ctx, parent.definitionId), run.failures), event);
}
