import type { Behaviour } from '../behaviour.ts';
import { problem } from '../problem.ts';
import { cancelAll, consume, endInstance } from '../run.ts';

/** Ends the instance with everything that is still open. */
export const terminateEndEvent: Behaviour = {
  of: 'endEvent/terminate',
  check: (node) => (node.outgoing.length > 0 ? [problem('bpmn.end-outgoing', node.id)] : []),
  enter(run, token, node) {
    consume(run, token);
    cancelAll(run);
    endInstance(run, node.id, 'terminate');
  },
};
