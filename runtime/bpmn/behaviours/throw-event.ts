import type { Behaviour } from '../behaviour.ts';
import { leave } from '../leave.ts';
import { problem } from '../problem.ts';
import { tokenOf } from '../run.ts';
import { throwFrom } from '../throw.ts';
import { triggerSignal } from '../trigger.ts';
import { undo } from '../undo.ts';
import { eventProblems } from './event-problems.ts';
import { serviceTask } from './service-task.ts';

/** Tells everybody who waits for the signal, here and in other instances. */
export const throwSignal: Behaviour = {
  of: 'intermediateThrowEvent/signal',
  check: eventProblems,
  enter(run, token, node) {
    const name = node.reference?.name ?? '';
    run.effects.push({ type: 'throw-signal', name, nodeId: node.id });
    triggerSignal(run, name);
    if (tokenOf(run, token.id)?.executionId === token.executionId) leave(run, token);
  },
};

/** A message leaves the engine by a topic. */
export const throwMessage: Behaviour = { ...serviceTask, of: 'intermediateThrowEvent/message' };

/** Events in the middle of a path that make something happen elsewhere. */
export const throwEvents: readonly Behaviour[] = [
  { of: 'intermediateThrowEvent', enter: (run, token) => leave(run, token) },
  throwSignal, throwMessage,
  {
    of: 'intermediateThrowEvent/escalation',
    check: (node) => (node.reference?.code === undefined ? [problem('bpmn.event-code', node.id, { event: 'escalation' })] : []),
    enter(run, token, node) {
      throwFrom(run, token, { kind: 'escalation', code: node.reference?.code ?? '' });
      if (tokenOf(run, token.id)?.executionId === token.executionId) leave(run, token);
    },
  },
  {
    of: 'intermediateThrowEvent/compensate',
    enter(run, token, node) {
      if (!undo(run, token, token.scopeId, node.compensates)) leave(run, token);
    },
  },
];
