import type { Behaviour } from '../behaviour.ts';
import { problem } from '../problem.ts';
import { chooseFlow, leave } from '../leave.ts';

/** One way out for each token that comes in. */
export const exclusiveGateway: Behaviour = {
  of: 'exclusiveGateway',
  check(node, process) {
    const flows = node.outgoing.flatMap((id) => process.flows[id] ?? []);
    return [
      ...(flows.length < 2 ? [] : flows).filter((flow) => flow.condition === undefined && !flow.isDefault)
        .map((flow) => problem('bpmn.flow-without-condition', node.id, { flow: flow.id })),
      ...flows.filter((flow) => flow.condition !== undefined && flow.isDefault)
        .map((flow) => problem('bpmn.default-with-condition', node.id, { flow: flow.id })),
    ];
  },
  enter(run, token, node) {
    const flowId = chooseFlow(run, token, node);
    if (flowId !== undefined) leave(run, token, [flowId]);
  },
};
