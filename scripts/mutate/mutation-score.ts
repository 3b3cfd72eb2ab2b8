import type { MutantOutcome } from './hunt-mutants.ts';

export interface Score { killed: number; survived: number; invalid: number; percent: number }

/** Killed among those that count; invalid mutants do not. */
export function mutationScore(outcomes: MutantOutcome[]): Score {
  const count = (result: MutantOutcome['result']): number => outcomes.filter((outcome) => outcome.result === result).length;
  const [killed, survived, invalid] = [count('killed'), count('survived'), count('invalid')];
  return { killed, survived, invalid, percent: killed + survived === 0 ? 100 : (100 * killed) / (killed + survived) };
}

/** The score of every class of mutants, in the order met. */
export function scoreByClass(outcomes: MutantOutcome[]): Record<string, Score> {
  const classes = [...new Set(outcomes.map(({ mutant }) => mutant.class))];
  return Object.fromEntries(classes.map((name) => [name, mutationScore(outcomes.filter(({ mutant }) => mutant.class === name))]));
}
