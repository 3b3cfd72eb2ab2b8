import { createEvaluator } from '../views/form/feel.ts';

const evaluate = createEvaluator();

/** Does a rule hold for these values? One that cannot be worked out here does not. */
export function judgeRule(rule: string, values: Record<string, unknown>): boolean {
  return evaluate(rule, values, []) === true;
}
