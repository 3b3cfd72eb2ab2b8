import type { Behaviour } from '../behaviour.ts';
import { problem } from '../problem.ts';
import { wait } from '../run.ts';
import { armBoundaries } from '../watch.ts';

/** Asks for its topic and waits, even when the caller runs the topic in the same transaction. */
export const serviceTask: Behaviour = {
  of: 'serviceTask',
  check: (node) => (node.serviceTask?.topic === undefined ? [problem('bpmn.service-without-topic', node.id, { type: node.type })] : []),
  enter(run, token, node) {
    const waiting = wait(run, token, { wait: 'service' });
    run.effects.push({ type: 'call-service', tokenId: token.id, nodeId: node.id, executionId: token.executionId, topic: node.serviceTask?.topic ?? '' });
    armBoundaries(run, waiting, node);
  },
};

/** A message that leaves the engine is a service. */
export const sendTask: Behaviour = { ...serviceTask, of: 'sendTask' };
