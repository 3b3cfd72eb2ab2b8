export type HitPolicy = 'UNIQUE' | 'FIRST' | 'ANY' | 'COLLECT' | 'RULE ORDER';
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

/** A row of a decision table: what must hold, and what it gives, as FEEL texts by output. */
export type Rule = { readonly when: string; readonly outputs: Readonly<Record<string, string>> };

/** A decision, compiled: every text is FEEL over the variables and the results of the decisions it requires. */
export type Decision = {
  readonly id: string;
  readonly name: string;
  /** Variable under which decisions that require this one know its result. */
  readonly variable: string;
  readonly requires: readonly string[];
  readonly logic:
    | { readonly kind: 'literal'; readonly text: string }
    | { readonly kind: 'table'; readonly hitPolicy: HitPolicy; readonly aggregation?: Aggregation; readonly outputs: readonly string[]; readonly rules: readonly Rule[] };
};

/** What is wrong with a decision, for the person who draws it. */
export type DecisionProblem = { readonly code: string; readonly elementId: string; readonly message: string };
