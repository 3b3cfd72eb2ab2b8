import type { Scenario } from '../../../schemas/generated/types.ts';
import { describeStep } from './describe-step.ts';
import { runStep } from './run-step.ts';
import { ScenarioFailure } from './scenario-failure.ts';
import type { ScenarioStep, ScenarioWorld } from './world.ts';

/** Makes the given records, then does the steps; the text of the first failure, or undefined when all went as written. */
export async function runScenario(world: ScenarioWorld, scenario: Scenario): Promise<string | undefined> {
  const given: ScenarioStep[] = (scenario.given?.records ?? []).map(({ entity, with: values, as, save }) => ({ create: entity, with: values, ...as ? { as } : {}, ...save ? { save } : {} }));
  return await runAll(world, given, '/given/records') ?? runAll(world, scenario.steps, '/steps');
}

async function runAll(world: ScenarioWorld, steps: ScenarioStep[], pointer: string): Promise<string | undefined> {
  for (const [at, step] of steps.entries()) {
    try {
      await runStep(world, step);
    } catch (error) {
      const reason = error instanceof ScenarioFailure ? error.message : error instanceof Error ? error.stack ?? error.message : String(error);
      return `step ${at + 1} (${pointer}/${at}) ${describeStep(step)}\n${reason}`.replaceAll('\n', '\n  ');
    }
  }
  return undefined;
}
