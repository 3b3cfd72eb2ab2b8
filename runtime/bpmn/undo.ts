import { openScope, scopeOf, tokenOf, wait, arrive, nextId, patchScope } from './run.ts';
import type { Run } from './run.ts';
import type { ProcessNode } from './process.ts';
import type { Compensation, Scope, Token } from './state.ts';

/** Undoes what was finished in a scope, the last first; the token waits for it. False when there is nothing to undo. */
export function undo(run: Run, token: Token, scopeId: string, nodeId?: string): boolean {
  const chosen = (done: Compensation): boolean => done.scopeId === scopeId && (nodeId === undefined || done.nodeId === nodeId);
  const all = run.state.compensations ?? [];
  const undoing = flatten(all.filter(chosen));
  if (undoing.length === 0) return false;
  run.state = { ...run.state, compensations: all.filter((done) => !chosen(done)) };
  wait(run, token, { wait: 'scope' });
  const scope = openScope(run, { elementId: token.nodeId, parentTokenId: token.id, undoing });
  run.unsettled.push(scope.id);
  return true;
}

function flatten(done: readonly Compensation[]): Compensation[] {
  return [...done].reverse().flatMap((each) => (each.handler === undefined ? flatten(each.inner ?? []) : [each]));
}

/** Runs the next handler; gives the waiting token back when all are through. */
export function undoNext(run: Run, scope: Scope, undoing: readonly Compensation[]): Token | undefined {
  const [next, ...rest] = undoing;
  if (next?.handler === undefined) {
    run.state = { ...run.state, scopes: run.state.scopes.filter(({ id }) => id !== scope.id) };
    return tokenOf(run, scope.parentTokenId);
  }
  patchScope(run, scope.id, { undoing: rest });
  arrive(run, { id: nextId(run), scopeId: scope.id }, next.handler);
  return undefined;
}

/** A finished sub-process: what was finished inside is undone with it. */
export function keepForUndoing(run: Run, node: ProcessNode, inner: Scope, token: Token): void {
  const all = run.state.compensations;
  if (all === undefined) return;
  const mine = all.filter(({ scopeId }) => scopeId === inner.id);
  const others = all.filter(({ scopeId }) => scopeId !== inner.id);
  const outer = scopeOf(run, token.scopeId);
  // A sub-process that runs several times is kept with each of its runs.
  const scopeId = outer?.multi ? tokenOf(run, outer.parentTokenId)?.scopeId ?? token.scopeId : token.scopeId;
  run.state = { ...run.state, compensations: mine.length === 0 || node.triggeredByEvent ? others : [...others, { nodeId: node.id, scopeId, inner: mine }] };
}
