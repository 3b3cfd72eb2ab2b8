import { judgeAnswer } from './judge-answer.ts';
import { describeAnswer, RefusedWhilePreparing, ScenarioFailure } from './scenario-failure.ts';
import { prepareStep } from './steps/index.ts';
import type { Answer, PreparedStep, ScenarioRefusal, ScenarioStep, ScenarioWorld } from './world.ts';

type TogetherStep = Extract<ScenarioStep, { together: unknown }>;
type SingleStep = Exclude<ScenarioStep, TogetherStep>;

/** Does one step; throws a ScenarioFailure when it does not go as written. */
export async function runStep(world: ScenarioWorld, step: ScenarioStep): Promise<void> {
  if ('together' in step) return runTogether(world, step);
  const prepared = await prepare(world, step);
  const answer = await prepared.send();
  const refused = refusalOf(step);
  judgeAnswer(answer, refused);
  if (!refused) await prepared.accept?.(answer);
}

/** All steps are made ready first, then sent in the same turn of the event loop. */
async function runTogether(world: ScenarioWorld, { together, succeed, refused }: TogetherStep): Promise<void> {
  const steps = together.map((step) => {
    if ('together' in step) throw new ScenarioFailure('single steps inside `together`', 'another `together`');
    return step;
  });
  const prepared: PreparedStep[] = [];
  for (const step of steps) prepared.push(await prepare(world, step));
  const answers = await Promise.all(prepared.map((each) => each.send()));
  const done = answers.filter((answer) => answer.status < 400).length;
  const wanted = succeed ?? steps.length - (refused ? 1 : 0);
  if (done !== wanted) throw new ScenarioFailure(`${wanted} of ${steps.length} steps to succeed`, `${done}:\n${answers.map((answer) => `  ${describeAnswer(answer)}`).join('\n')}`);
  for (const [at, answer] of answers.entries()) {
    if (answer.status < 400) await prepared[at]!.accept?.(answer);
    else judgeLoser(answer, refusalOf(steps[at]!) ?? refused);
  }
}

function judgeLoser(answer: Answer, refused: ScenarioRefusal | undefined): void {
  if (refused) judgeAnswer(answer, refused);
  else if (answer.status >= 500) throw new ScenarioFailure('a refusal (4xx) of the steps that lose', describeAnswer(answer));
}

async function prepare(world: ScenarioWorld, step: SingleStep): Promise<PreparedStep> {
  try {
    return await prepareStep(world, step);
  } catch (error) {
    if (!(error instanceof RefusedWhilePreparing)) throw error;
    return { send: async () => error.answer };
  }
}

function refusalOf(step: SingleStep): ScenarioRefusal | undefined {
  return 'refused' in step ? step.refused : undefined;
}
