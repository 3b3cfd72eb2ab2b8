import type { Behaviour } from '../behaviour.ts';
import { problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { leave } from '../run.ts';

// Only activities that wait have time to run out.
const hosts = ['userTask', 'serviceTask'];

/** A token stands on it only after the timer has fired; see fireTimer. */
export const timerBoundary: Behaviour = {
  of: 'boundaryEvent/timer',
  check(node, process) {
    const host = node.attachedTo === undefined ? undefined : process.nodes[node.attachedTo];
    const problems: Problem[] = [];
    if (host === undefined || !hosts.includes(host.type)) problems.push(problem('bpmn.boundary-host', node.id));
    if (node.incoming.length > 0) problems.push(problem('bpmn.boundary-incoming', node.id));
    return problems;
  },
  enter: (run, token) => leave(run, token),
};
