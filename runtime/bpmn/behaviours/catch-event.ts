import type { Behaviour } from '../behaviour.ts';
import { leave } from '../leave.ts';
import { problem } from '../problem.ts';
import { nodeOf, wait } from '../run.ts';
import { armBoundaries, watch } from '../watch.ts';
import { eventProblems } from './event-problems.ts';

const caught: Omit<Behaviour, 'of'> = {
  check: eventProblems,
  enter(run, token, node) {
    if (run.passing.delete(token.executionId)) return leave(run, token);
    const waiting = wait(run, token, { wait: 'event' });
    watch(run, node, { tokenId: token.id });
    armBoundaries(run, waiting, node);
  },
};

/** Waits for the first of the events behind it; the others are forgotten. */
const eventGateway: Behaviour = {
  of: 'eventBasedGateway',
  check(node, process) {
    const targets = node.outgoing.flatMap((id) => process.nodes[process.flows[id]?.target ?? ''] ?? []);
    return [
      ...(targets.length < 2 ? [problem('bpmn.event-gateway', node.id)] : []),
      ...targets.filter(({ type }) => type !== 'intermediateCatchEvent' && type !== 'receiveTask').map(({ id }) => problem('bpmn.event-gateway-target', node.id, { target: id })),
      ...targets.filter(({ incoming }) => incoming.length > 1).map(({ id }) => problem('bpmn.event-gateway-target', node.id, { target: id })),
    ];
  },
  enter(run, token, node) {
    wait(run, token, { wait: 'event' });
    for (const id of node.outgoing) watch(run, nodeOf(run, run.process.flows[id]?.target ?? ''), { tokenId: token.id });
  },
};

/** Everything that waits for something to happen outside. */
export const catchEvents: readonly Behaviour[] = [
  ...['timer', 'message', 'signal', 'conditional'].map((event): Behaviour => ({ ...caught, of: `intermediateCatchEvent/${event}` })),
  { ...caught, of: 'receiveTask', check: (node) => (node.reference?.name === undefined ? [problem('bpmn.event-name', node.id, { event: 'message' })] : []) },
  eventGateway,
];
