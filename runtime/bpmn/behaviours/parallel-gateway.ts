import type { Behaviour } from '../behaviour.ts';
import { consume, leave } from '../leave.ts';
import { wait } from '../run.ts';

/** Waits until as many tokens have arrived as there are incoming flows (Camunda counts arrivals, not flows), then leaves by all outgoing ones. */
export const parallelGateway: Behaviour = {
  of: 'parallelGateway',
  enter(run, token, node) {
    const arrived = run.state.tokens.filter((other) => other.nodeId === node.id && other.scopeId === token.scopeId && other.wait === 'join');
    if (arrived.length + 1 < node.incoming.length) {
      wait(run, token, { wait: 'join' });
      return;
    }
    for (const other of arrived) consume(run, other);
    leave(run, token);
  },
};
