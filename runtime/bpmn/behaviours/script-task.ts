import type { Behaviour } from '../behaviour.ts';
import { leave } from '../leave.ts';
import { problem } from '../problem.ts';
import { setVariables, valueAt, variable } from '../variables.ts';

/** Sets a variable to the value of a FEEL text. */
export const scriptTask: Behaviour = {
  of: 'scriptTask',
  check: (node) => (node.script === undefined ? [problem('bpmn.script', node.id)] : []),
  enter(run, token, { id, script }) {
    const result = script && valueAt(run, token, script.text, id);
    if (result === undefined || script === undefined) return;
    setVariables(run, token, { [script.resultVariable]: variable(result.value) });
    leave(run, token);
  },
};
