import type { ConditionScope, Effect, Env, IncidentCode } from './event.ts';
import { given } from './given.ts';
import type { Flow, Process, ProcessNode } from './process.ts';
import { AdvanceRefusal } from './refusal.ts';
import type { State, Timer, Token } from './state.ts';

/** One call of advance in progress: the state as a draft, what was asked for so far, tokens that have arrived but not acted. */
export type Run = {
  readonly process: Process;
  readonly env: Env;
  readonly effects: Effect[];
  readonly arrived: Token[];
  state: State;
};

/** A new id, unique in the instance. */
export function nextId(run: Run): string {
  run.state = { ...run.state, sequence: run.state.sequence + 1 };
  return String(run.state.sequence);
}

export function nodeOf(run: Run, nodeId: string): ProcessNode {
  const node = run.process.nodes[nodeId];
  if (node === undefined) throw new AdvanceRefusal('not-executable', `no element ${nodeId}`);
  return node;
}

/** Puts a token on a node; it acts when those that arrived before it have acted. */
export function arrive(run: Run, token: Pick<Token, 'id' | 'scopeId' | 'outcome'>, nodeId: string): void {
  const node = nodeOf(run, nodeId);
  const arrived: Token = {
    id: token.id, nodeId, scopeId: token.scopeId, executionId: nextId(run),
    ...given('outcome', token.outcome),
  };
  run.state = { ...run.state, tokens: [...run.state.tokens.filter(({ id }) => id !== token.id), arrived] };
  run.effects.push({ type: 'enter-activity', activityId: nodeId, executionId: arrived.executionId, tokenId: arrived.id });
  if (node.status !== undefined) run.effects.push({ type: 'set-status', nodeId, status: node.status });
  run.arrived.push(arrived);
}

/** The token stands still, and says what for; what it waited for before is forgotten. */
export function wait(run: Run, token: Token, patch: Pick<Token, 'wait' | 'taskId' | 'incidentId'>): Token {
  const waiting: Token = {
    id: token.id, nodeId: token.nodeId, scopeId: token.scopeId, executionId: token.executionId,
    ...given('outcome', token.outcome), ...patch,
  };
  run.state = { ...run.state, tokens: run.state.tokens.map((other) => (other.id === token.id ? waiting : other)) };
  return waiting;
}

/** The activity is over: the token takes every given flow, new tokens for all but the first. */
export function leave(run: Run, token: Token, flowIds: readonly string[] = nodeOf(run, token.nodeId).outgoing): void {
  if (flowIds.length === 0) throw new AdvanceRefusal('not-executable', `${token.nodeId} has no way out`);
  finishActivity(run, token, false);
  flowIds.forEach((flowId, index) => takeFlow(run, index === 0 ? token : { ...token, id: nextId(run) }, flowId));
}

function takeFlow(run: Run, token: Token, flowId: string): void {
  const flow = run.process.flows[flowId];
  if (flow === undefined) throw new AdvanceRefusal('not-executable', `no flow ${flowId}`);
  run.effects.push({ type: 'take-flow', flowId, tokenId: token.id });
  arrive(run, token, flow.target);
}

/** The token ceases to exist, its activity having ended by itself. */
export function consume(run: Run, token: Token): void {
  finishActivity(run, token, false);
  removeToken(run, token);
}

/** The token ceases to exist together with everything it waits for. */
export function cancelToken(run: Run, token: Token): void {
  if (token.taskId !== undefined) run.effects.push({ type: 'cancel-task', taskId: token.taskId, nodeId: token.nodeId });
  if (token.wait === 'service') run.effects.push({ type: 'cancel-service', tokenId: token.id, nodeId: token.nodeId, executionId: token.executionId });
  finishActivity(run, token, true);
  removeToken(run, token);
}

/** Cancels every token of the instance; those that have arrived don't act any more. */
export function cancelAll(run: Run): void {
  for (const token of run.state.tokens) cancelToken(run, token);
  run.arrived.length = 0;
}

export function endInstance(run: Run, endId: string | null, kind: 'none' | 'terminate' | 'cancelled'): void {
  run.state = { ...run.state, ended: true, scopes: [] };
  run.effects.push({ type: 'end-instance', endId, kind });
}

/** The token stays where it is until a retry. */
export function raiseIncident(run: Run, token: Token, code: IncidentCode, details: { errorCode?: string; message?: string } = {}): void {
  const incidentId = nextId(run);
  // A token that is stuck at a join still counts as arrived.
  wait(run, token, { wait: code === 'stuck-join' ? 'join' : 'incident', incidentId });
  run.effects.push({ type: 'incident', incidentId, nodeId: token.nodeId, tokenId: token.id, executionId: token.executionId, code, ...details });
}

/** Sets the timers of the boundary events attached to the activity the token is in. */
export function armBoundaries(run: Run, token: Token, node: ProcessNode): void {
  for (const boundaryId of node.boundary) {
    // A retried activity has its timers running already.
    if (run.state.timers.some((timer) => timer.tokenId === token.id && timer.nodeId === boundaryId)) continue;
    const definition = nodeOf(run, boundaryId).timer;
    if (definition === undefined) continue;
    const timer: Timer = { id: nextId(run), nodeId: boundaryId, tokenId: token.id };
    run.state = { ...run.state, timers: [...run.state.timers, timer] };
    run.effects.push({ type: 'create-timer', timerId: timer.id, nodeId: boundaryId, tokenId: token.id, definition });
  }
}

/** The first flow in document order whose condition holds, else the default; undefined after raising an incident. */
export function chooseFlow(run: Run, token: Token, node: ProcessNode): string | undefined {
  const flows = node.outgoing.flatMap((id) => run.process.flows[id] ?? []);
  for (const flow of flows) {
    if (flow.isDefault) continue;
    const holds = conditionHolds(run, token, flow);
    if (holds === undefined) return undefined;
    if (holds) return flow.id;
  }
  const fallback = flows.find((flow) => flow.isDefault);
  if (fallback === undefined) raiseIncident(run, token, 'no-flow');
  return fallback?.id;
}

function conditionHolds(run: Run, token: Token, flow: Flow): boolean | undefined {
  if (flow.condition === undefined) return true;
  const scope: ConditionScope = { ...given('outcome', token.outcome), outcomes: run.state.outcomes };
  let value: unknown;
  try {
    value = run.env.evaluate(flow.condition.text, flow.id, scope);
  } catch (error) {
    raiseIncident(run, token, 'condition-failed', { message: `${flow.id}: ${error instanceof Error ? error.message : String(error)}` });
    return undefined;
  }
  if (typeof value === 'boolean') return value;
  // Not the value itself: it may be a person's data, and incidents are read by operators.
  raiseIncident(run, token, 'condition-not-boolean', { message: `${flow.id}: ${value === null ? 'null' : typeof value}` });
  return undefined;
}

function finishActivity(run: Run, token: Token, cancelled: boolean): void {
  if (token.incidentId !== undefined) run.effects.push({ type: 'resolve-incident', incidentId: token.incidentId });
  for (const timer of run.state.timers) {
    if (timer.tokenId === token.id) run.effects.push({ type: 'cancel-timer', timerId: timer.id, nodeId: timer.nodeId });
  }
  run.state = { ...run.state, timers: run.state.timers.filter((timer) => timer.tokenId !== token.id) };
  run.effects.push({ type: 'leave-activity', activityId: token.nodeId, executionId: token.executionId, tokenId: token.id, cancelled });
}

function removeToken(run: Run, token: Token): void {
  run.state = { ...run.state, tokens: run.state.tokens.filter(({ id }) => id !== token.id) };
}
