import type { Behaviour } from '../behaviour.ts';
import { cancelAll, consume } from '../leave.ts';
import { problem } from '../problem.ts';
import { endInstance, raiseIncident, scopeOf, tokenOf } from '../run.ts';
import { leaveCancelled } from '../settle.ts';
import { emptyScope, throwFrom } from '../throw.ts';
import { undo } from '../undo.ts';
import { throwMessage, throwSignal } from './throw-event.ts';

const plain: Behaviour = {
  of: 'endEvent',
  check: (node) => (node.outgoing.length > 0 ? [problem('bpmn.end-outgoing', node.id)] : []),
  enter: (run, token) => consume(run, token),
};

/** Ends what its scope is: the sub-process or the whole instance, with everything that is still open. */
const terminate: Behaviour = {
  ...plain, of: 'endEvent/terminate',
  enter(run, token, node) {
    const inside = scopeOf(run, token.scopeId)?.parentTokenId !== undefined;
    consume(run, token);
    if (inside) return emptyScope(run, token.scopeId);
    cancelAll(run);
    endInstance(run, node.id, 'terminate');
  },
};

/** Goes to whoever catches the error; nobody in sight: an operator is asked instead of going on as if nothing had happened. */
const error: Behaviour = {
  ...plain, of: 'endEvent/error',
  check: (node, process) => [...plain.check?.(node, process) ?? [], ...(node.reference?.code === undefined ? [problem('bpmn.event-code', node.id, { event: 'error' })] : [])],
  enter(run, token, node) {
    const code = node.reference?.code ?? '';
    if (throwFrom(run, token, { kind: 'error', code })) return;
    if (!run.called) return raiseIncident(run, token, 'uncaught-error', { errorCode: code });
    // The instance that called it gets the error.
    consume(run, token);
    cancelAll(run);
    endInstance(run, node.id, 'error', code);
  },
};

const escalation: Behaviour = {
  ...plain, of: 'endEvent/escalation',
  check: (node, process) => [...plain.check?.(node, process) ?? [], ...(node.reference?.code === undefined ? [problem('bpmn.event-code', node.id, { event: 'escalation' })] : [])],
  enter(run, token, node) {
    throwFrom(run, token, { kind: 'escalation', code: node.reference?.code ?? '' });
    // An interrupting catcher has ended the token already.
    if (tokenOf(run, token.id)?.executionId === token.executionId) consume(run, token);
  },
};

const compensate: Behaviour = {
  ...plain, of: 'endEvent/compensate',
  enter(run, token, node) {
    if (!undo(run, token, token.scopeId, node.compensates)) consume(run, token);
  },
};

/** Undoes the transaction and leaves it by its cancel boundary event. */
const cancel: Behaviour = {
  ...plain, of: 'endEvent/cancel',
  check: (node, process) => [...plain.check?.(node, process) ?? [], ...(process.nodes[node.scopeId]?.type === 'transaction' ? [] : [problem('bpmn.cancel-place', node.id)])],
  enter(run, token) {
    emptyScope(run, token.scopeId, token);
    if (!undo(run, token, token.scopeId)) leaveCancelled(run, token);
  },
};

/** Every way a path can end. */
export const endEvents: readonly Behaviour[] = [
  plain, terminate, error, escalation, compensate, cancel,
  { ...throwSignal, of: 'endEvent/signal', check: (node, process) => [...plain.check?.(node, process) ?? [], ...throwSignal.check?.(node, process) ?? []] },
  { ...throwMessage, of: 'endEvent/message', check: (node, process) => [...plain.check?.(node, process) ?? [], ...throwMessage.check?.(node, process) ?? []] },
];
