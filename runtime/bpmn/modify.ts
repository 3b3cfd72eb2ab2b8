import { cancelToken, closeScope } from './leave.ts';
import { AdvanceRefusal } from './refusal.ts';
import { arrive, isInstance, nextId, nodeOf, patchScope, place, rootOf, scopeOf, tokenOf, tokensIn } from './run.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import { openInside } from './sub-process.ts';

/** Takes tokens off the board with everything they wait for and starts before a node; sub-processes that stand empty end, those around the node are opened. */
export function modify(run: Run, cancel: readonly string[], startBefore: string): void {
  const node = nodeOf(run, startBefore);
  for (const id of cancel) if (tokenOf(run, id) === undefined) throw new AdvanceRefusal('no-such-token', id);
  for (const id of cancel) {
    // It may have been inside one that is gone already.
    const token = tokenOf(run, id);
    if (token === undefined) continue;
    const { multi } = (isInstance(run, token) && scopeOf(run, token.scopeId)) || {};
    cancelToken(run, token);
    if (multi === undefined) continue;
    // One run less; if others remain they may be all that is needed.
    patchScope(run, token.scopeId, { multi: { ...multi, total: multi.total - 1 } });
    run.unsettled.push(token.scopeId);
  }
  arrive(run, { id: nextId(run), scopeId: ensureScope(run, node.scopeId) }, node.id);
  closeEmpty(run);
}

/** The open scope of a process or sub-process; opened with those around it when there is none. */
function ensureScope(run: Run, elementId: string): string {
  const root = rootOf(run);
  if (elementId === run.process.id && root) return root.id;
  const open = run.state.scopes.find((scope) => scope.elementId === elementId && scope.multi === undefined && scope.undoing === undefined);
  if (open) return open.id;
  const node = nodeOf(run, elementId);
  const token: Token = { id: nextId(run), nodeId: elementId, scopeId: ensureScope(run, node.scopeId), executionId: nextId(run) };
  place(run, token);
  run.arrived.splice(run.arrived.findIndex(({ id }) => id === token.id), 1);
  return openInside(run, token);
}

/** Sub-processes and multi-instance activities without anything in them any more. */
function closeEmpty(run: Run): void {
  for (;;) {
    const empty = run.state.scopes.find((scope) => scope.parentTokenId !== undefined && scope.undoing === undefined && tokensIn(run, scope.id).length === 0);
    if (empty === undefined) return;
    const token = tokenOf(run, empty.parentTokenId);
    closeScope(run, empty.id);
    if (token) cancelToken(run, token);
  }
}
