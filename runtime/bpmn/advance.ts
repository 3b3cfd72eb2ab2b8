import { behaviours } from './behaviours/index.ts';
import { fireConditions } from './conditions.ts';
import type { Effect, Env, Event } from './event.ts';
import { given } from './given.ts';
import { fireInclusiveJoin } from './inclusive-join.ts';
import { cancelAll, leave } from './leave.ts';
import { modify } from './modify.ts';
import { addInstance, enterMulti, removeInstance } from './multi-instance.ts';
import type { Process } from './process.ts';
import { AdvanceRefusal } from './refusal.ts';
import { arrive, endInstance, isInstance, nextId, nodeOf, openScope, raiseIncident, tokenOf, wait } from './run.ts';
import type { Run } from './run.ts';
import { settle } from './settle.ts';
import type { State, Token, Variables } from './state.ts';
import { plainStart, watchInside } from './sub-process.ts';
import { throwFrom } from './throw.ts';
import { trigger } from './trigger.ts';
import { mapped, removeVariables, setInScope, setLocal, setVariables, variable } from './variables.ts';

// Far beyond any path people draw; reached only by a loop that never waits.
const maxSteps = 10_000;

/** Moves an instance on until every token waits or has ended. Pure: same arguments, same result; throws AdvanceRefusal when the event doesn't fit. */
export function advance(process: Process, state: State, event: Event, env: Env, { called = false }: { called?: boolean } = {}): { state: State; effects: Effect[] } {
  const run: Run = { process, env, state, effects: [], arrived: [], unsettled: [], passing: new Set(), endId: null, called };
  apply(run, event);
  drain(run);
  reportStuckJoins(run);
  return { state: run.state, effects: run.effects };
}

function apply(run: Run, event: Event): void {
  if (event.type === 'start') return start(run, event.nodeId, event.variables);
  if (!run.state.started) throw new AdvanceRefusal('not-started', run.process.id);
  if (run.state.ended) throw new AdvanceRefusal('instance-ended', run.process.id);
  switch (event.type) {
    case 'complete-task': return completeTask(run, event.taskId, event.outcome, event.variables);
    case 'timer': return fireTimer(run, event.timerId, event.again === true);
    case 'trigger': return fireSubscription(run, event.subscriptionId, event.variables);
    case 'conditions': return;
    case 'service-done': {
      const token = serviceToken(run, event);
      setLocal(run, token, event.localVariables);
      setVariables(run, token, event.variables);
      return leave(run, tokenOf(run, token.id) ?? token);
    }
    case 'service-failed': {
      const { errorCode, message } = event;
      return raiseIncident(run, serviceToken(run, event), 'service-failed', { ...given('errorCode', errorCode), ...given('message', message) });
    }
    case 'service-error': return throwError(run, serviceToken(run, event), event);
    case 'call-done': return callDone(run, event);
    case 'add-instance': return addInstance(run, event.tokenId, event.item);
    case 'remove-instance': return removeInstance(run, event.tokenId);
    case 'set-variables': {
      const token = tokenFor(run, event.tokenId);
      return token ? setLocal(run, token, event.variables) : setVariables(run, undefined, event.variables);
    }
    case 'remove-variables': return removeVariables(run, event.names, tokenFor(run, event.tokenId));
    case 'retry': return retry(run, event.incidentId);
    case 'modify': return modify(run, event.cancel, event.startBefore);
    case 'cancel':
      cancelAll(run);
      return endInstance(run, null, 'cancelled');
  }
}

function start(run: Run, nodeId: string | undefined, variables: Variables | undefined): void {
  if (run.state.started) throw new AdvanceRefusal('already-started', run.process.id);
  const first = nodeId === undefined ? plainStart(run, run.process.id) : nodeOf(run, nodeId);
  if (first === undefined || first.type !== 'startEvent' || first.scopeId !== run.process.id) throw new AdvanceRefusal('not-executable', run.process.id);
  run.state = { ...run.state, started: true };
  const scope = openScope(run, { elementId: run.process.id });
  if (variables && Object.keys(variables).length > 0) setInScope(run, scope, variables);
  watchInside(run, scope.id, run.process.id);
  arrive(run, { id: nextId(run), scopeId: scope.id }, first.id);
}

function completeTask(run: Run, taskId: string, given: string | undefined, variables: Variables | undefined): void {
  const token = run.state.tokens.find((candidate) => candidate.taskId === taskId);
  if (token === undefined) throw new AdvanceRefusal('no-such-task', taskId);
  const outcomes = nodeOf(run, token.nodeId).userTask?.outcomes ?? [];
  const outcome = given ?? (outcomes.length === 1 ? outcomes[0]?.name : undefined);
  if (outcome === undefined || !outcomes.some(({ name }) => name === outcome)) throw new AdvanceRefusal('unknown-outcome', `${token.nodeId} ${given ?? ''}`);
  setVariables(run, token, variables);
  run.state = { ...run.state, outcomes: { ...run.state.outcomes, [token.nodeId]: outcome } };
  leave(run, { ...token, outcome });
}

function fireTimer(run: Run, timerId: string, again: boolean): void {
  const timer = run.state.timers.find(({ id }) => id === timerId);
  if (timer === undefined) throw new AdvanceRefusal('no-such-timer', timerId);
  trigger(run, timer, { again });
}

function fireSubscription(run: Run, id: string, variables: Variables | undefined): void {
  const subscription = run.state.subscriptions?.find((candidate) => candidate.id === id);
  if (subscription === undefined) throw new AdvanceRefusal('no-such-subscription', id);
  trigger(run, subscription, { variables });
}

function serviceToken(run: Run, { tokenId, executionId }: { tokenId: string; executionId?: string }): Token {
  const token = tokenOf(run, tokenId);
  if (token?.wait !== 'service' || (executionId !== undefined && executionId !== token.executionId)) throw new AdvanceRefusal('no-such-service', tokenId);
  return token;
}

function tokenFor(run: Run, id: string | undefined): Token | undefined {
  const token = tokenOf(run, id);
  if (id !== undefined && token === undefined) throw new AdvanceRefusal('no-such-token', id);
  return token;
}

/** An error that nobody catches is an incident: it isn't passed over as if nothing had happened. */
function throwError(run: Run, token: Token, { errorCode, message, variables }: { errorCode: string; message?: string | undefined; variables?: Variables | undefined }): void {
  const thrown = { kind: 'error' as const, code: errorCode, ...given('message', message), ...given('variables', variables) };
  if (!throwFrom(run, token, thrown)) raiseIncident(run, token, 'uncaught-error', { errorCode, ...given('message', message) });
}

function callDone(run: Run, { tokenId, variables, errorCode, message }: Extract<Event, { type: 'call-done' }>): void {
  const token = tokenOf(run, tokenId);
  if (token?.wait !== 'call') throw new AdvanceRefusal('no-such-service', tokenId);
  if (errorCode !== undefined) return throwError(run, token, { errorCode, message });
  const node = nodeOf(run, token.nodeId);
  const given = variables ?? {};
  const results: Record<string, Variables[string]> = {};
  for (const { source, target } of node.call?.out ?? []) {
    if (source === undefined) Object.assign(results, given);
    else if (target !== undefined) results[target] = given[source.text] ?? variable(null);
  }
  setVariables(run, token, results);
  leave(run, token);
}

function retry(run: Run, incidentId: string): void {
  const token = run.state.tokens.find((candidate) => candidate.incidentId === incidentId);
  if (token === undefined) throw new AdvanceRefusal('no-such-incident', incidentId);
  run.effects.push({ type: 'resolve-incident', incidentId });
  run.arrived.push(wait(run, token, {}));
}

/** Lets everything act that can, until all that is left waits. */
function drain(run: Run): void {
  for (let steps = 0; ; steps += 1) {
    settle(run);
    const token = run.arrived.shift();
    if (token === undefined) {
      if (run.state.ended || !(fireInclusiveJoin(run) || fireConditions(run))) return;
      continue;
    }
    // It may have been cancelled by what acted before it.
    if (tokenOf(run, token.id)?.executionId !== token.executionId) continue;
    if (steps >= maxSteps) {
      raiseIncident(run, token, 'endless-loop');
      continue;
    }
    enter(run, token);
  }
}

function enter(run: Run, token: Token): void {
  const node = nodeOf(run, token.nodeId);
  const behaviour = behaviours.get(node.behaviour);
  if (behaviour === undefined) throw new AdvanceRefusal('not-executable', `${node.type} ${node.id}`);
  if (node.multi && !isInstance(run, token)) return enterMulti(run, token, node, node.multi);
  if (node.inputs.length > 0) {
    const inputs = mapped(run, token, node.inputs);
    if (inputs === undefined) return;
    setLocal(run, token, inputs);
  }
  behaviour.enter(run, tokenOf(run, token.id) ?? token, node);
}

/** Nothing can ever reach a join when all that is left in its scope waits at joins: say so instead of hanging silently. */
function reportStuckJoins(run: Run): void {
  for (const { id } of run.state.scopes) {
    const tokens = run.state.tokens.filter(({ scopeId }) => scopeId === id);
    if (tokens.some((token) => token.wait !== 'join')) continue;
    for (const token of tokens) if (token.incidentId === undefined) raiseIncident(run, token, 'stuck-join');
  }
}
