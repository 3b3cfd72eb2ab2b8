import type { Behaviour } from '../behaviour.ts';
import type { VariableMapping } from '../process.ts';
import { problem } from '../problem.ts';
import { wait } from '../run.ts';
import type { Run } from '../run.ts';
import type { Token, Variable, Variables } from '../state.ts';
import { valueAt, variable, visibleVariables } from '../variables.ts';
import { armBoundaries } from '../watch.ts';

/** Runs another process as an instance of its own and waits for its end. */
export const callActivity: Behaviour = {
  of: 'callActivity',
  check: (node) => (node.call === undefined || node.call.calledElement === '' ? [problem('bpmn.called-element', node.id)] : []),
  enter(run, token, node) {
    const { calledElement = '', businessKey = false, in: mappings = [] } = node.call ?? {};
    const variables = mappedVariables(run, token, mappings, visibleVariables(run, token));
    if (variables === undefined) return;
    const waiting = wait(run, token, { wait: 'call' });
    run.effects.push({ type: 'call-process', tokenId: token.id, nodeId: node.id, executionId: token.executionId, calledElement, businessKey, variables });
    armBoundaries(run, waiting, node);
  },
};

/** What goes over from one instance to the other; undefined after raising an incident. */
function mappedVariables(run: Run, token: Token, mappings: readonly VariableMapping[], from: Variables): Variables | undefined {
  const result: Record<string, Variable> = {};
  for (const { source, target } of mappings) {
    if (source === undefined) Object.assign(result, from);
    else if (target !== undefined) {
      const known = from[source.text];
      const found = known ? { value: known } : valueAt(run, token, source.text, token.nodeId);
      if (found === undefined) return undefined;
      result[target] = known ?? variable(found.value);
    }
  }
  return result;
}
