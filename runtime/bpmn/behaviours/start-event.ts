import type { Behaviour } from '../behaviour.ts';
import { problem } from '../problem.ts';
import { leave } from '../run.ts';

export const startEvent: Behaviour = {
  of: 'startEvent',
  check: (node) => (node.incoming.length > 0 ? [problem('bpmn.start-incoming', node.id)] : []),
  enter: (run, token) => leave(run, token),
};
