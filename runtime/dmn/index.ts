export type { Decision, DecisionProblem } from './decision.ts';
/** Compiles the decisions of a DMN file and tells what in it can't be decided. */
export { parseDecisions } from './parse-decisions.ts';
/** The results of a decision, those it requires first; and every FEEL text it is made of. */
export { decideAll, textsOf, type Evaluate } from './decide.ts';
