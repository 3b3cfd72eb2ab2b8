import type { Behaviour } from '../behaviour.ts';
import { leave } from '../leave.ts';
import { problem } from '../problem.ts';
import type { ProcessNode } from '../process.ts';
import { eventProblems } from './event-problems.ts';

const plain: Behaviour = {
  of: 'startEvent',
  check: (node) => (node.incoming.length > 0 ? [problem('bpmn.start-incoming', node.id)] : []),
  enter: (run, token) => leave(run, token),
};

// These begin event sub-processes only: a process as a whole is started by somebody.
const inside = new Set(['error', 'escalation']);

/** Start events: a token stands on one only when it has happened. */
export const startEvents: readonly Behaviour[] = [
  plain,
  ...['message', 'timer', 'signal', 'conditional', 'error', 'escalation'].map((event): Behaviour => ({
    ...plain, of: `startEvent/${event}`,
    check(node, process) {
      const parent: ProcessNode | undefined = process.nodes[node.scopeId];
      const misplaced = parent === undefined ? inside.has(event) : !parent.triggeredByEvent;
      return [
        ...plain.check?.(node, process) ?? [], ...eventProblems(node),
        ...(misplaced ? [problem('bpmn.start-place', node.id, { event })] : []),
        ...(event === 'error' && node.interrupting === false ? [problem('bpmn.error-not-interrupting', node.id)] : []),
      ];
    },
  })),
];
