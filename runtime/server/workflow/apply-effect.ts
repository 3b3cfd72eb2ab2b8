import { v7 } from 'uuid';
import type { Effect, Event } from '../../bpmn/index.ts';
import { problem } from '../../problems.ts';
import { prepare, withValues } from '../db/prepared.ts';
import { together } from '../db/together.ts';
import { update } from '../operations/update.ts';
import { callService } from './call-service.ts';
import { callProcess, cancelCalled, tellCaller } from './call-process.ts';
import { createTask } from './create-task.ts';
import { createTimer } from './create-timer.ts';
import { dropExternalTask } from './external-task.ts';
import { createSubscription, throwSignal } from './subscriptions.ts';
import { changed, recordOf, type ProcessRun } from './process-run.ts';

type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

/** Does what the interpreter asked for; a service that ran at once gives the event to go on with. */
export async function applyEffect(run: ProcessRun, effect: Effect): Promise<Event | undefined> {
  const at = run.ctx.services.clock.now();
  switch (effect.type) {
    case 'enter-activity': run.trail.entered.set(effect.executionId, { nodeId: effect.activityId, at }); return undefined;
    case 'leave-activity': run.trail.left.set(effect.executionId, { at, cancelled: effect.cancelled }); return undefined;
    case 'take-flow': run.trail.flows.push({ flowId: effect.flowId, at }); return undefined;
    case 'set-status': await setStatus(run, effect.status); return undefined;
    case 'create-task': await createTask(run, effect); return undefined;
    case 'cancel-task': await cancelTask(run, effect.taskId); return undefined;
    case 'call-service': return callService(run, effect);
    case 'cancel-service': await dropExternalTask(run, effect.executionId); return undefined;
    case 'create-timer': await createTimer(run, effect); return undefined;
    case 'cancel-timer': run.trail.stopped.push(effect.timerId); return undefined;
    case 'create-subscription': await createSubscription(run, effect); return undefined;
    case 'cancel-subscription': run.trail.unsubscribed.push(effect.subscriptionId); return undefined;
    case 'throw-signal': await throwSignal(run, effect.name); return undefined;
    case 'call-process': return callProcess(run, effect);
    case 'cancel-call': await cancelCalled(run, effect.tokenId); return undefined;
    case 'incident': await openIncident(run, effect); return undefined;
    case 'resolve-incident': await resolveIncident(run, effect.incidentId); return undefined;
    case 'end-instance': await endInstance(run, effect); return undefined;
  }
}

async function setStatus(run: ProcessRun, status: string): Promise<void> {
  const field = run.entity.states?.field;
  if (field === undefined) return;
  const row = await recordOf(run);
  // Two branches may say the same.
  if (row[field] === status) return;
  await update(run.ctx, run.entity, row.id, { [field]: status });
  changed(run);
}

async function cancelTask(run: ProcessRun, taskKey: string): Promise<void> {
  await run.ctx.db.query(`update tamga.user_task set status = 'cancelled', completed_at = $3 where instance_id = $1 and group_key = $2 and status in ('open', 'planned', 'decided')`,
    [run.instance.id, taskKey, run.ctx.services.clock.now()]);
}

async function openIncident(run: ProcessRun, effect: EffectOf<'incident'>): Promise<void> {
  const message = effect.message ?? effect.code;
  const node = run.compiled.process.nodes[effect.nodeId];
  if (effect.code === 'no-signers' && !run.failures) throw problem('task.signers', { step: node?.userTask?.title ?? node?.name ?? effect.nodeId });
  // A person who waits is told at once and nothing is done; only a stuck join would refuse every later try as well.
  if (!run.failures && effect.code !== 'stuck-join') throw problem('process.incident', { reason: message });
  run.ctx.services.log.error({ instance: run.instance.id, node: effect.nodeId, code: effect.code, reason: message }, 'process incident');
  await run.ctx.db.query('insert into tamga.incident (id, instance_id, incident_key, node_id, code, message, at) values ($1, $2, $3, $4, $5, $6, $7)',
    [v7(), run.instance.id, effect.incidentId, effect.nodeId, effect.code, message, run.ctx.services.clock.now()]);
}

async function resolveIncident(run: ProcessRun, key: string): Promise<void> {
  await run.ctx.db.query('update tamga.incident set resolved_at = $3 where instance_id = $1 and incident_key = $2 and resolved_at is null',
    [run.instance.id, key, run.ctx.services.clock.now()]);
}

async function endInstance(run: ProcessRun, { endId, kind, errorCode, variables }: EffectOf<'end-instance'>): Promise<void> {
  if (variables) run.final = variables;
  const at = run.ctx.services.clock.now();
  await together(
    run.ctx.db.query(withValues(closeInstance, [run.instance.id, kind === 'cancelled' ? 'cancelled' : 'ended', at, endId])),
    // What failed beside the way that led to the end needs nobody any more.
    run.ctx.db.query(withValues(closeIncidents, [run.instance.id, at])),
  );
  if (kind !== 'cancelled') await tellCaller(run, errorCode);
}

const closeInstance = prepare('update tamga.process_instance set status = $2, ended_at = $3, end_id = $4 where id = $1');
const closeIncidents = prepare('update tamga.incident set resolved_at = $2 where instance_id = $1 and resolved_at is null');
