import type { Source } from '../../runtime/model/source.ts';
import type { ScenarioHost } from '../../runtime/testing/index.ts';
import { chooseScenarios, rememberKill } from './choose-scenarios.ts';
import type { Hunter } from './choose-scenarios.ts';
import type { Mutant } from './mutant.ts';

/** How a mutant ended: noticed by a scenario, not noticed by any, or no working set of definitions at all. */
export interface MutantOutcome { mutant: Mutant; result: 'killed' | 'survived' | 'invalid'; by?: string; why?: string; tried: number }

export interface Hunt { host: ScenarioHost; sources: Source[]; hunters: Hunter[]; jobs: number; tell: (outcome: MutantOutcome) => void }

/** Runs the scenarios against each mutant until one fails. */
export async function huntMutants(mutants: Mutant[], { host, sources, hunters, jobs, tell }: Hunt): Promise<MutantOutcome[]> {
  const outcomes: MutantOutcome[] = [];
  const waiting = [...mutants.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, mutant] = next;
      const outcome = await hunt(mutant);
      outcomes[at] = outcome;
      tell(outcome);
    }
  };
  const hunt = async (mutant: Mutant): Promise<MutantOutcome> => {
    const variant = await host.variant(sources.map((source) => (source.file === mutant.source.file ? mutant.source : source)), mutant.source.app, mutant.dropUnique);
    if ('problems' in variant) return { mutant, result: 'invalid', why: variant.problems[0]?.message ?? 'does not link', tried: 0 };
    const chosen = chooseScenarios(mutant, hunters);
    for (const [at, hunter] of chosen.entries()) {
      const { passed, error } = await host.run(hunter.found, variant);
      if (passed) continue;
      rememberKill(mutant, hunter);
      return { mutant, result: 'killed', by: hunter.found.file, ...error ? { why: error } : {}, tried: at + 1 };
    }
    return { mutant, result: 'survived', tried: chosen.length };
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return outcomes;
}
