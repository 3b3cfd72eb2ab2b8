import { variablesAt, type Event, type Variables } from '../../bpmn/index.ts';
import { isId } from '../../fields/index.ts';
import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { inTransaction, type TransactionContext } from '../operations/in-transaction.ts';
import { compiledProcess } from './compiled-process.ts';
import { loadInstance, type Instance } from './instance.ts';
import { moveOn } from './move-on.ts';
import { processRun } from './process-run.ts';

/** Work that waits for a worker, or is being done by one. */
export interface ExternalTask {
  id: string; instanceId: string; tokenId: string; executionId: string; nodeId: string; topic: string; priority: string; workerId: string | null; lockedUntil: Date | null;
  retries: number | null; errorMessage: string | null; errorDetails: string | null; createdAt: Date;
}

/** What is known of the work besides. */
export interface Work extends ExternalTask { instance: Instance; variables: Variables; definitionVersion: number }

export interface TopicRequest { topic: string; lockDuration: number; businessKey?: string; definitionKeys?: readonly string[]; definitionIds?: readonly string[]; variableValues: Readonly<Record<string, unknown>> }

const columns = `e.id, e.instance_id as "instanceId", e.token_id as "tokenId", e.execution_id as "executionId", e.node_id as "nodeId", e.topic, e.priority, e.worker_id as "workerId",
  e.locked_until as "lockedUntil", e.retries, e.error_message as "errorMessage", e.error_details as "errorDetails", e.created_at as "createdAt"`;

/** Locks open work of the topics for a worker: what others have locked, or what has failed for good, is left out. */
export async function fetchAndLock(ctx: Context, worker: { id: string; maxTasks: number; byPriority: boolean; oldestFirst: boolean | undefined }, topics: readonly TopicRequest[]): Promise<Work[]> {
  return inTransaction(ctx, async (tx) => {
    const found: ExternalTask[] = [];
    const now = ctx.services.clock.now();
    const order = [...(worker.byPriority ? ['e.priority desc'] : []), `e.created_at ${worker.oldestFirst === false ? 'desc' : 'asc'}`, 'e.id'].join(', ');
    for (const { topic, lockDuration, businessKey, definitionKeys, definitionIds, variableValues } of topics) {
      if (found.length >= worker.maxTasks) break;
      const wanted = Object.entries(variableValues);
      const { rows } = await tx.db.query<ExternalTask>(
        `update tamga.external_task e set worker_id = $1, locked_until = $2 where e.id in (
           select e.id from tamga.external_task e join tamga.process_instance i on i.id = e.instance_id where e.topic = $3 and (e.locked_until is null or e.locked_until <= $4) and (e.retries is null or e.retries > 0)
             and i.suspended_at is null and ($5::text is null or i.business_key = $5 or i.record_id::text = $5) and ($6::text[] is null or i.key = any($6)) and ($7::uuid[] is null or i.definition_id = any($7))
             and not exists (select 1 from unnest($8::text[], $9::jsonb[]) as w (name, value) where not exists (select 1 from tamga.variable v where v.instance_id = i.id and v.alive and v.name = w.name and v.value = w.value))
           order by ${order} limit $10 for update of e skip locked) returning ${columns}`,
        [worker.id, new Date(now.getTime() + lockDuration), topic, now, businessKey ?? null, definitionKeys ?? null, definitionIds ?? null, wanted.map(([name]) => name), wanted.map(([, value]) => JSON.stringify(value)), worker.maxTasks - found.length]);
      found.push(...rows);
    }
    const sign = worker.oldestFirst === false ? -1 : 1;
    found.sort((a, b) => (worker.byPriority ? Number(b.priority) - Number(a.priority) : 0) || sign * (a.createdAt.getTime() - b.createdAt.getTime()) || a.id.localeCompare(b.id));
    return Promise.all(found.map((task) => withInstance(tx, task)));
  });
}

/** One piece of work by id. */
export async function loadWork(ctx: Context, id: string): Promise<Work | undefined> {
  if (!isId(id)) return undefined;
  const { rows: [task] } = await ctx.db.query<ExternalTask>(`select ${columns} from tamga.external_task e where e.id = $1`, [id]);
  return task && withInstance(ctx, task);
}

/** Open work, newest last. */
export async function findWork(ctx: Context, where: { topic?: string; instanceId?: string; workerId?: string }): Promise<Work[]> {
  const { rows } = await ctx.db.query<ExternalTask>(
    `select ${columns} from tamga.external_task e where ($1::text is null or topic = $1) and ($2::text is null or instance_id::text = $2) and ($3::text is null or worker_id = $3) order by created_at, id limit 500`,
    [where.topic ?? null, where.instanceId ?? null, where.workerId ?? null]);
  return Promise.all(rows.map((task) => withInstance(ctx, task)));
}

async function withInstance(ctx: Context, task: ExternalTask): Promise<Work> {
  const instance = (await loadInstance(ctx, task.instanceId))!;
  return { ...task, instance, variables: variablesAt(instance.state, task.tokenId), definitionVersion: (await compiledProcess(ctx, instance.definitionId)).version };
}

/** The worker's answer moves the instance on; what follows from it happens in the same transaction. */
export async function finishWork(ctx: Context, id: string, workerId: string, answer: { variables?: Variables; localVariables?: Variables; errorCode?: string; errorMessage?: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { task, instance } = await lockedWork(tx, id, workerId);
    const { errorCode, errorMessage, variables, localVariables } = answer;
    const token = { tokenId: task.tokenId, executionId: task.executionId };
    const event: Event = errorCode === undefined
      ? { type: 'service-done', ...token, ...(variables ? { variables } : {}), ...(localVariables ? { localVariables } : {}) }
      : { type: 'service-error', ...token, errorCode, ...(errorMessage === undefined ? {} : { message: errorMessage }), ...(variables ? { variables } : {}) };
    await tx.db.query('delete from tamga.external_task where id = $1', [id]);
    // An error that nobody catches is kept as an incident: the worker has done its part.
    const failures = errorCode === undefined ? undefined : new Map<string, string>();
    await moveOn(processRun(tx, instance, await compiledProcess(tx, instance.definitionId), failures), event);
  });
}

/** The work failed: it is offered again after a while, or becomes an incident when no try is left. */
export async function failWork(ctx: Context, id: string, workerId: string, failure: { message: string | null; details: string | null; retries: number; retryTimeout: number; variables?: Variables; localVariables?: Variables }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { task, instance } = await lockedWork(tx, id, workerId);
    const until = new Date(ctx.services.clock.now().getTime() + failure.retryTimeout);
    await tx.db.query('update tamga.external_task set worker_id = null, locked_until = $2, retries = $3, error_message = $4, error_details = $5 where id = $1',
      [id, failure.retries > 0 && failure.retryTimeout > 0 ? until : null, failure.retries, failure.message?.slice(0, 666) ?? null, failure.details]);
    const compiled = await compiledProcess(tx, instance.definitionId);
    if (failure.variables) await moveOn(processRun(tx, instance, compiled), { type: 'set-variables', variables: failure.variables });
    if (failure.retries > 0) return;
    const now = failure.variables ? (await loadInstance(tx, instance.id, 'wait'))! : instance;
    await moveOn(processRun(tx, now, compiled, new Map()), { type: 'service-failed', tokenId: task.tokenId, executionId: task.executionId, message: failure.message ?? 'failed' });
  });
}

/** New tries for work that failed; an incident it left is run again. */
export async function setRetries(ctx: Context, id: string, retries: number): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { task, instance } = await lockedWork(tx, id);
    await tx.db.query('update tamga.external_task set retries = $2, locked_until = null, worker_id = null where id = $1', [id, retries]);
    const incidentId = instance.state.tokens.find((token) => token.id === task.tokenId)?.incidentId;
    if (retries < 1 || incidentId === undefined) return;
    await moveOn(processRun(tx, instance, await compiledProcess(tx, instance.definitionId), new Map()), { type: 'retry', incidentId });
    await tx.db.query('update tamga.external_task set retries = $2 where id = $1', [id, retries]);
  });
}

/** Takes the lock, makes it longer or gives it back. */
export async function changeLock(ctx: Context, id: string, change: { workerId: string; until: number; mustHold: boolean } | 'unlock'): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { task } = await lockedWork(tx, id);
    const now = ctx.services.clock.now();
    if (change === 'unlock') {
      await tx.db.query('update tamga.external_task set worker_id = null, locked_until = null where id = $1', [id]);
      return;
    }
    const held = task.lockedUntil !== null && task.lockedUntil > now && task.workerId !== null;
    if (change.mustHold ? task.workerId !== change.workerId || !held : held && task.workerId !== change.workerId) throw problem('engine.locked-by-another');
    await tx.db.query('update tamga.external_task set worker_id = $2, locked_until = $3 where id = $1', [id, change.workerId, new Date(now.getTime() + change.until)]);
  });
}

/** Instance first, then the work: whoever comes late finds the work gone. */
async function lockedWork(tx: TransactionContext, id: string, workerId?: string): Promise<{ task: ExternalTask; instance: Instance }> {
  const known = await loadWork(tx, id);
  const instance = known && await loadInstance(tx, known.instanceId, 'wait');
  const { rows: [task] } = instance ? await tx.db.query<ExternalTask>(`select ${columns} from tamga.external_task e where e.id = $1 for update`, [id]) : { rows: [] };
  if (!task || !instance) throw problem('not-found');
  if (workerId !== undefined && task.workerId !== workerId) throw problem('engine.locked-by-another');
  return { task, instance };
}
