import type { Effect, Env, IncidentCode } from './event.ts';
import { given } from './given.ts';
import type { Process, ProcessNode } from './process.ts';
import { AdvanceRefusal } from './refusal.ts';
import type { Scope, State, Token, Variables } from './state.ts';

/** One call of advance in progress: the state as a draft, what was asked for so far, and what is still to be done. */
export type Run = {
  readonly process: Process;
  readonly env: Env;
  readonly effects: Effect[];
  /** Tokens that have come to a node and not acted yet. */
  readonly arrived: Token[];
  /** Scopes in which a token has ended: are they over? */
  readonly unsettled: string[];
  /** Visits of catch events whose event has happened already. */
  readonly passing: Set<string>;
  /** Another instance waits for this one. */
  readonly called: boolean;
  /** The end event reached last. */
  endId: string | null;
  /** Variables of the whole, once it has been closed. */
  final?: Variables | undefined;
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

export const tokenOf = (run: Pick<Run, 'state'>, id: string | undefined): Token | undefined => run.state.tokens.find((token) => token.id === id);
export const scopeOf = (run: Pick<Run, 'state'>, id: string | undefined): Scope | undefined => run.state.scopes.find((scope) => scope.id === id);
export const tokensIn = (run: Run, scopeId: string): Token[] => run.state.tokens.filter((token) => token.scopeId === scopeId);
export const rootOf = (run: Run): Scope | undefined => run.state.scopes.find(({ parentTokenId }) => parentTokenId === undefined);

/** One of the several runs of a multi-instance activity, as opposed to the activity as a whole. */
export function isInstance(run: Run, token: Token): boolean {
  const scope = scopeOf(run, token.scopeId);
  return scope?.multi !== undefined && scope.elementId === token.nodeId;
}

/** Puts a token on a node; it acts when those that arrived before it have acted. */
export function arrive(run: Run, token: Pick<Token, 'id' | 'scopeId' | 'outcome'>, nodeId: string): Token {
  const node = nodeOf(run, nodeId);
  const arrived: Token = { id: token.id, nodeId, scopeId: token.scopeId, executionId: nextId(run), ...given('outcome', token.outcome) };
  place(run, arrived);
  if (node.status !== undefined) run.effects.push({ type: 'set-status', nodeId, status: node.status });
  return arrived;
}

/** Puts a token on its node as it is, without the status the node sets. */
export function place(run: Run, token: Token): void {
  run.state = { ...run.state, tokens: [...run.state.tokens.filter(({ id }) => id !== token.id), token] };
  run.effects.push({ type: 'enter-activity', activityId: token.nodeId, executionId: token.executionId, tokenId: token.id });
  run.arrived.push(token);
}

/** The token stands still, and says what for; what it waited for before is forgotten. */
export function wait(run: Run, token: Token, patch: Pick<Token, 'wait' | 'taskId' | 'incidentId'>): Token {
  const waiting: Token = {
    id: token.id, nodeId: token.nodeId, scopeId: token.scopeId, executionId: token.executionId,
    ...given('outcome', token.outcome), ...given('loopCounter', token.loopCounter), ...given('variables', tokenOf(run, token.id)?.variables), ...patch,
  };
  run.state = { ...run.state, tokens: run.state.tokens.map((other) => (other.id === token.id ? waiting : other)) };
  return waiting;
}

export function patchScope(run: Run, id: string, patch: Partial<Scope>): void {
  run.state = { ...run.state, scopes: run.state.scopes.map((scope) => (scope.id === id ? { ...scope, ...patch } : scope)) };
}

export function openScope(run: Run, scope: Omit<Scope, 'id'>): Scope {
  const opened: Scope = { id: nextId(run), ...scope };
  run.state = { ...run.state, scopes: [...run.state.scopes, opened] };
  return opened;
}

export function removeToken(run: Run, token: Token): void {
  run.state = { ...run.state, tokens: run.state.tokens.filter(({ id }) => id !== token.id) };
}

export function endInstance(run: Run, endId: string | null, kind: 'none' | 'terminate' | 'cancelled' | 'error', errorCode?: string): void {
  const { final, state } = run;
  run.state = { ...state, ended: true, scopes: [] };
  if (state.compensations) run.state = { ...run.state, compensations: [] };
  run.effects.push({ type: 'end-instance', endId, kind, ...given('errorCode', errorCode), ...given('variables', final) });
}

/** The token stays where it is until a retry. */
export function raiseIncident(run: Run, token: Token, code: IncidentCode, details: { errorCode?: string; message?: string } = {}): void {
  const incidentId = nextId(run);
  // A token that is stuck at a join still counts as arrived.
  wait(run, token, { wait: code === 'stuck-join' ? 'join' : 'incident', incidentId });
  run.effects.push({ type: 'incident', incidentId, nodeId: token.nodeId, tokenId: token.id, executionId: token.executionId, code, ...details });
}
