import { cancelToken, closeScope, consume, leave } from './leave.ts';
import { settleMulti } from './multi-instance.ts';
import { arrive, endInstance, nodeOf, scopeOf, tokenOf, tokensIn } from './run.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import { keepForUndoing, undoNext } from './undo.ts';

/** Ends every scope in which nothing is left to do, from the inside outwards. */
export function settle(run: Run): void {
  for (let scopeId = run.unsettled.shift(); scopeId !== undefined; scopeId = run.unsettled.shift()) settleScope(run, scopeId);
}

function settleScope(run: Run, scopeId: string): void {
  const scope = scopeOf(run, scopeId);
  if (scope === undefined) return;
  if (scope.multi) return settleMulti(run, scope, scope.multi);
  if (tokensIn(run, scopeId).length > 0) return;
  if (scope.undoing) {
    const token = undoNext(run, scope, scope.undoing);
    if (token) afterUndoing(run, token);
    return;
  }
  const token = tokenOf(run, scope.parentTokenId);
  if (token === undefined) {
    closeScope(run, scopeId);
    return endInstance(run, run.endId, 'none');
  }
  keepForUndoing(run, nodeOf(run, token.nodeId), scope, token);
  closeScope(run, scopeId);
  leave(run, token);
}

function afterUndoing(run: Run, token: Token): void {
  const node = nodeOf(run, token.nodeId);
  if (node.behaviour === 'endEvent/cancel') return leaveCancelled(run, token);
  if (node.type === 'endEvent') return consume(run, token);
  leave(run, token);
}

/** A transaction that was undone is left by its cancel boundary event. */
export function leaveCancelled(run: Run, token: Token): void {
  const transaction = tokenOf(run, scopeOf(run, token.scopeId)?.parentTokenId);
  const boundary = transaction && nodeOf(run, transaction.nodeId).boundary.map((id) => nodeOf(run, id)).find(({ event }) => event === 'cancel');
  if (transaction === undefined || boundary === undefined) return consume(run, token);
  cancelToken(run, transaction);
  arrive(run, { id: transaction.id, scopeId: transaction.scopeId }, boundary.id);
}
