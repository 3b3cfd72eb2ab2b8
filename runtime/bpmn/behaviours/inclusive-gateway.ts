import type { Behaviour } from '../behaviour.ts';
import { flowsThatHold, leave } from '../leave.ts';
import { wait } from '../run.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';

/** Takes every flow whose condition holds; as a join it waits until nothing else can arrive. */
export const inclusiveGateway: Behaviour = {
  of: 'inclusiveGateway',
  ...(exclusiveGateway.check ? { check: exclusiveGateway.check } : {}),
  enter(run, token, node) {
    if (node.incoming.length > 1) {
      wait(run, token, { wait: 'join' });
      return;
    }
    const flows = flowsThatHold(run, token, node, false);
    if (flows !== undefined) leave(run, token, flows);
  },
};
