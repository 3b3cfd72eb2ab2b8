import { behaviours } from './behaviours/index.ts';
import type { Effect, Env, Event } from './event.ts';
import { given } from './given.ts';
import type { Process } from './process.ts';
import { AdvanceRefusal } from './refusal.ts';
import { arrive, cancelAll, cancelToken, endInstance, leave, nextId, nodeOf, raiseIncident, wait } from './run.ts';
import type { Run } from './run.ts';
import type { State, Token } from './state.ts';

// Far beyond any path people draw; reached only by a loop that never waits.
const maxSteps = 10_000;

/** Moves an instance on until every token waits or has ended. Pure: same arguments, same result; throws AdvanceRefusal when the event doesn't fit. */
export function advance(process: Process, state: State, event: Event, env: Env): { state: State; effects: Effect[] } {
  const run: Run = { process, env, state, effects: [], arrived: [] };
  apply(run, event);
  drain(run);
  reportStuckJoins(run);
  return { state: run.state, effects: run.effects };
}

function apply(run: Run, event: Event): void {
  if (event.type === 'start') return start(run);
  if (!run.state.started) throw new AdvanceRefusal('not-started', run.process.id);
  if (run.state.ended) throw new AdvanceRefusal('instance-ended', run.process.id);
  switch (event.type) {
    case 'complete-task': return completeTask(run, event.taskId, event.outcome);
    case 'timer': return fireTimer(run, event.timerId, event.again === true);
    case 'service-done': return leave(run, serviceToken(run, event));
    case 'service-failed': {
      const { errorCode, message } = event;
      return raiseIncident(run, serviceToken(run, event), 'service-failed', { ...given('errorCode', errorCode), ...given('message', message) });
    }
    case 'retry': return retry(run, event.incidentId);
    case 'modify': return modify(run, event.cancel, event.startBefore);
    case 'cancel':
      cancelAll(run);
      return endInstance(run, null, 'cancelled');
  }
}

function start(run: Run): void {
  if (run.state.started) throw new AdvanceRefusal('already-started', run.process.id);
  const [first, ...more] = Object.values(run.process.nodes).filter((node) => node.behaviour === 'startEvent' && node.scopeId === run.process.id);
  if (first === undefined || more.length > 0) throw new AdvanceRefusal('not-executable', run.process.id);
  const scopeId = nextId(run);
  run.state = { ...run.state, started: true, scopes: [{ id: scopeId, elementId: run.process.id }] };
  arrive(run, { id: nextId(run), scopeId }, first.id);
}

function completeTask(run: Run, taskId: string, given: string | undefined): void {
  const token = run.state.tokens.find((candidate) => candidate.taskId === taskId);
  if (token === undefined) throw new AdvanceRefusal('no-such-task', taskId);
  const outcomes = nodeOf(run, token.nodeId).userTask?.outcomes ?? [];
  const outcome = given ?? (outcomes.length === 1 ? outcomes[0]?.name : undefined);
  if (outcome === undefined || !outcomes.some(({ name }) => name === outcome)) throw new AdvanceRefusal('unknown-outcome', `${token.nodeId} ${given ?? ''}`);
  run.state = { ...run.state, outcomes: { ...run.state.outcomes, [token.nodeId]: outcome } };
  leave(run, { ...token, outcome });
}

function fireTimer(run: Run, timerId: string, again: boolean): void {
  const timer = run.state.timers.find(({ id }) => id === timerId);
  const token = run.state.tokens.find(({ id }) => id === timer?.tokenId);
  if (timer === undefined || token === undefined) throw new AdvanceRefusal('no-such-timer', timerId);
  const node = nodeOf(run, timer.nodeId);
  const interrupting = node.interrupting !== false;
  if (interrupting || !again) run.state = { ...run.state, timers: run.state.timers.filter(({ id }) => id !== timerId) };
  if (interrupting) cancelToken(run, token);
  arrive(run, { ...token, id: interrupting ? token.id : nextId(run) }, node.id);
}

function serviceToken(run: Run, { tokenId, executionId }: { tokenId: string; executionId?: string }): Token {
  const token = run.state.tokens.find(({ id, wait: reason }) => id === tokenId && reason === 'service');
  if (token === undefined || (executionId !== undefined && executionId !== token.executionId)) throw new AdvanceRefusal('no-such-service', tokenId);
  return token;
}

function retry(run: Run, incidentId: string): void {
  const token = run.state.tokens.find((candidate) => candidate.incidentId === incidentId);
  if (token === undefined) throw new AdvanceRefusal('no-such-incident', incidentId);
  run.effects.push({ type: 'resolve-incident', incidentId });
  run.arrived.push(wait(run, token, {}));
}

function modify(run: Run, cancel: readonly string[], startBefore: string): void {
  const node = nodeOf(run, startBefore);
  const scope = run.state.scopes.find(({ elementId }) => elementId === node.scopeId);
  if (scope === undefined) throw new AdvanceRefusal('no-such-scope', startBefore);
  for (const id of cancel) {
    const token = run.state.tokens.find((candidate) => candidate.id === id);
    if (token === undefined) throw new AdvanceRefusal('no-such-token', id);
    cancelToken(run, token);
  }
  arrive(run, { id: nextId(run), scopeId: scope.id }, node.id);
}

function drain(run: Run): void {
  for (let steps = 0; ; steps += 1) {
    const token = run.arrived.shift();
    if (token === undefined) return;
    if (steps >= maxSteps) {
      raiseIncident(run, token, 'endless-loop');
      continue;
    }
    const node = nodeOf(run, token.nodeId);
    const behaviour = behaviours.get(node.behaviour);
    if (behaviour === undefined) throw new AdvanceRefusal('not-executable', `${node.type} ${node.id}`);
    behaviour.enter(run, token, node);
  }
}

/** Nothing can ever reach a join when all that is left waits at joins: say so instead of hanging silently. */
function reportStuckJoins(run: Run): void {
  const { tokens } = run.state;
  if (tokens.length === 0 || tokens.some((token) => token.wait !== 'join')) return;
  for (const token of tokens) if (token.incidentId === undefined) raiseIncident(run, token, 'stuck-join');
}
