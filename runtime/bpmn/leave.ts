import type { Flow, ProcessNode } from './process.ts';
import { AdvanceRefusal } from './refusal.ts';
import { arrive, isInstance, nextId, nodeOf, patchScope, raiseIncident, removeToken, scopeOf, tokenOf, tokensIn } from './run.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import { mapped, scopeFor, setVariables } from './variables.ts';
import { unwatch } from './watch.ts';

/** The activity is over: the token takes every given flow, new tokens for all but the first. */
export function leave(run: Run, token: Token, flowIds: readonly string[] = nodeOf(run, token.nodeId).outgoing): void {
  const node = nodeOf(run, token.nodeId);
  if (!giveResults(run, token, node)) return;
  if (isInstance(run, token)) return finishInstance(run, token);
  rememberForUndoing(run, token, node);
  if (node.type === 'endEvent' || node.isForCompensation || node.triggeredByEvent) return consume(run, token);
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

/** Output mappings, read within the activity and set outside; false after an incident. */
function giveResults(run: Run, token: Token, node: ProcessNode): boolean {
  // Of a multi-instance activity each run gives its own.
  if (node.outputs.length === 0 || (node.multi !== undefined && !isInstance(run, token))) return true;
  const results = mapped(run, token, node.outputs);
  if (results === undefined) return false;
  setVariables(run, { ...token, id: '', variables: {} }, results);
  return true;
}

/** One run of a multi-instance activity is done; whether the whole is, is decided when its scope is settled. */
function finishInstance(run: Run, token: Token): void {
  const { outcome, scopeId } = token;
  const multi = scopeOf(run, scopeId)?.multi;
  finishActivity(run, token, false);
  removeToken(run, token);
  if (multi === undefined) return;
  const votes = outcome === undefined ? multi.votes : { ...multi.votes, [outcome]: (multi.votes[outcome] ?? 0) + 1 };
  patchScope(run, scopeId, { multi: { ...multi, completed: multi.completed + 1, votes } });
  run.unsettled.push(scopeId);
}

function rememberForUndoing(run: Run, token: Token, node: ProcessNode): void {
  const handler = node.boundary.map((id) => run.process.nodes[id]?.handler).find((id) => id !== undefined);
  if (handler === undefined) return;
  // Its own handler undoes a sub-process as a whole.
  const others = (run.state.compensations ?? []).filter((done) => done.scopeId !== token.id);
  run.state = { ...run.state, compensations: [...others, { nodeId: node.id, scopeId: token.scopeId, handler }] };
}

/** The token ceases to exist, its activity having ended by itself. */
export function consume(run: Run, token: Token): void {
  const node = nodeOf(run, token.nodeId);
  // What an event sub-process comes to is what the instance comes to.
  if (node.type === 'endEvent' && (node.scopeId === run.process.id || run.process.nodes[node.scopeId]?.triggeredByEvent)) run.endId = node.id;
  finishActivity(run, token, false);
  removeToken(run, token);
  run.unsettled.push(token.scopeId);
}

/** The token ceases to exist together with everything it waits for and everything inside it. */
export function cancelToken(run: Run, token: Token): void {
  if (tokenOf(run, token.id) === undefined) return;
  for (const scope of run.state.scopes.filter(({ parentTokenId }) => parentTokenId === token.id)) closeScope(run, scope.id);
  if (token.taskId !== undefined) run.effects.push({ type: 'cancel-task', taskId: token.taskId, nodeId: token.nodeId });
  const { id: tokenId, nodeId, executionId } = token;
  if (token.wait === 'service') run.effects.push({ type: 'cancel-service', tokenId, nodeId, executionId });
  if (token.wait === 'call') run.effects.push({ type: 'cancel-call', tokenId, nodeId, executionId });
  finishActivity(run, token, true);
  removeToken(run, token);
}

/** Ends everything in a scope and the scope itself; what was finished in it can't be undone any more. */
export function closeScope(run: Run, scopeId: string): void {
  const scope = scopeOf(run, scopeId);
  if (scope && scope.parentTokenId === undefined) run.final = scope.variables;
  for (const token of tokensIn(run, scopeId)) cancelToken(run, token);
  unwatch(run, (watched) => watched.scopeId === scopeId);
  run.state = { ...run.state, scopes: run.state.scopes.filter(({ id }) => id !== scopeId) };
  if (run.state.compensations) run.state = { ...run.state, compensations: run.state.compensations.filter((done) => done.scopeId !== scopeId) };
}

/** Cancels every token of the instance; those that have arrived don't act any more. */
export function cancelAll(run: Run): void {
  for (const scope of [...run.state.scopes]) closeScope(run, scope.id);
  run.arrived.length = 0;
}

/** The first flow in document order whose condition holds, else the default; undefined after raising an incident. */
export function chooseFlow(run: Run, token: Token, node: ProcessNode): string | undefined {
  return flowsThatHold(run, token, node, true)?.[0];
}

/** Every flow whose condition holds, or the first only; else the default; undefined after raising an incident. */
export function flowsThatHold(run: Run, token: Token, node: ProcessNode, firstOnly: boolean): string[] | undefined {
  const flows = node.outgoing.flatMap((id) => run.process.flows[id] ?? []);
  const chosen: string[] = [];
  for (const flow of flows) {
    if (flow.isDefault) continue;
    const holds = conditionHolds(run, token, flow);
    if (holds === undefined) return undefined;
    if (holds) chosen.push(flow.id);
    if (holds && firstOnly) return chosen;
  }
  if (chosen.length > 0) return chosen;
  const fallback = flows.find((flow) => flow.isDefault);
  if (fallback === undefined) raiseIncident(run, token, 'no-flow');
  return fallback && [fallback.id];
}

function conditionHolds(run: Run, token: Token, flow: Flow): boolean | undefined {
  return flow.condition === undefined ? true : holdsAt(run, token, flow.condition.text, flow.id);
}

/** Whether a condition holds; undefined after raising an incident, because a decision is never taken by accident. */
export function holdsAt(run: Run, token: Token, text: string, elementId: string, scope = scopeFor(run, token)): boolean | undefined {
  let value: unknown;
  try {
    value = run.env.evaluate(text, elementId, scope);
  } catch (error) {
    raiseIncident(run, token, 'condition-failed', { message: `${elementId}: ${error instanceof Error ? error.message : String(error)}` });
    return undefined;
  }
  if (typeof value === 'boolean') return value;
  // Not the value itself: it may be a person's data, and incidents are read by operators.
  raiseIncident(run, token, 'condition-not-boolean', { message: `${elementId}: ${value === null ? 'null' : typeof value}` });
  return undefined;
}

function finishActivity(run: Run, token: Token, cancelled: boolean): void {
  if (token.incidentId !== undefined) run.effects.push({ type: 'resolve-incident', incidentId: token.incidentId });
  unwatch(run, (watched) => watched.tokenId === token.id);
  run.effects.push({ type: 'leave-activity', activityId: token.nodeId, executionId: token.executionId, tokenId: token.id, cancelled });
}
