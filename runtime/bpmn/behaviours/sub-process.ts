import type { Behaviour } from '../behaviour.ts';
import { problem } from '../problem.ts';
import { tokenOf, wait } from '../run.ts';
import { enterInside, plainStart } from '../sub-process.ts';
import { armBoundaries } from '../watch.ts';

const embedded: Behaviour = {
  of: 'subProcess',
  check(node, process) {
    const starts = Object.values(process.nodes).filter(({ type, scopeId }) => type === 'startEvent' && scopeId === node.id);
    if (!node.triggeredByEvent) return [];
    return [
      ...(starts.length !== 1 || starts[0]?.event === undefined ? [problem('bpmn.event-sub-process-start', node.id)] : []),
      ...(node.incoming.length + node.outgoing.length + node.boundary.length > 0 ? [problem('bpmn.event-sub-process-flow', node.id)] : []),
    ];
  },
  enter(run, token, node) {
    // After an incident inside nothing is begun anew.
    if (run.state.scopes.some(({ parentTokenId }) => parentTokenId === token.id)) {
      wait(run, token, { wait: 'scope' });
      return;
    }
    enterInside(run, token, plainStart(run, node.id));
    const waiting = tokenOf(run, token.id);
    if (waiting) armBoundaries(run, waiting, node);
  },
};

/** Activities with tokens of their own inside. */
export const subProcesses: readonly Behaviour[] = [embedded, { ...embedded, of: 'transaction' }];
