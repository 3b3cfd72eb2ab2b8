import type { Behaviour } from '../behaviour.ts';
import { leave } from '../leave.ts';
import { problem } from '../problem.ts';
import type { DecisionBinding } from '../process.ts';
import { raiseIncident } from '../run.ts';
import { scopeFor, setVariables, variable } from '../variables.ts';
import { serviceTask } from './service-task.ts';

/** Asks a decision and keeps its result in a variable; with a topic it is a service. */
export const businessRuleTask: Behaviour = {
  of: 'businessRuleTask',
  check: (node) => (node.decision === undefined && node.serviceTask?.topic === undefined ? [problem('bpmn.decision', node.id)] : []),
  enter(run, token, node) {
    const { id, decision } = node;
    if (decision === undefined) return serviceTask.enter(run, token, node);
    let results: readonly Readonly<Record<string, unknown>>[];
    let value: unknown;
    try {
      results = run.env.decide(decision.decision, id, scopeFor(run, token));
      value = mapResult(decision.mapResult, results);
    } catch (error) {
      return raiseIncident(run, token, 'decision-failed', { message: `${decision.decision}: ${error instanceof Error ? error.message : String(error)}` });
    }
    setVariables(run, token, { [decision.resultVariable]: variable(value) });
    leave(run, token);
  },
};

function mapResult(how: DecisionBinding['mapResult'], results: readonly Readonly<Record<string, unknown>>[]): unknown {
  const single = (context: Readonly<Record<string, unknown>>): unknown => {
    const entries = Object.values(context);
    if (entries.length > 1) throw new Error('more than one output');
    return entries[0] ?? null;
  };
  if (how === 'resultList') return results;
  if (how === 'collectEntries') return results.map(single);
  const [first, ...more] = results;
  if (more.length > 0) throw new Error('more than one rule matches');
  if (first === undefined) return null;
  return how === 'singleEntry' ? single(first) : first;
}
