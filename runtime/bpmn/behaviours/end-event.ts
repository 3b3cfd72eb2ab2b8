import type { Behaviour } from '../behaviour.ts';
import { problem } from '../problem.ts';
import { consume, endInstance } from '../run.ts';

/** Ends its token; the last one ends the instance. */
export const endEvent: Behaviour = {
  of: 'endEvent',
  check: (node) => (node.outgoing.length > 0 ? [problem('bpmn.end-outgoing', node.id)] : []),
  enter(run, token, node) {
    consume(run, token);
    if (run.state.tokens.length === 0) endInstance(run, node.id, 'none');
  },
};
