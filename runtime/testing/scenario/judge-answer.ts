import { isObject } from './records-api.ts';
import { describeAnswer, ScenarioFailure } from './scenario-failure.ts';
import type { Answer, ScenarioRefusal } from './world.ts';

/** Throws unless the answer is good, or refused in the way expected. */
export function judgeAnswer(answer: Answer, refused: ScenarioRefusal | undefined): void {
  if (!refused) {
    if (answer.status >= 400) throw new ScenarioFailure('success', describeAnswer(answer));
    return;
  }
  const missing = missingOf(answer, refused);
  if (missing.length) throw new ScenarioFailure(`refused with ${missing.join(' and ')}`, describeAnswer(answer));
}

function missingOf(answer: Answer, refused: ScenarioRefusal): string[] {
  const statuses = [refused.status].flat();
  const problem = isObject(answer.body) ? answer.body : {};
  const errors = Array.isArray(problem.errors) ? problem.errors.filter(isObject) : [];
  const texts = [problem.title, problem.detail, ...errors.map((error) => error.message)].filter((text) => typeof text === 'string');
  return [
    ...statuses.includes(answer.status) ? [] : [`status ${statuses.join(' or ')}`],
    ...!refused.code || [problem.code, ...errors.map((error) => error.code)].includes(refused.code) ? [] : [`code ${refused.code}`],
    ...!refused.field || errors.some((error) => error.field === refused.field) ? [] : [`field ${refused.field}`],
    ...!refused.message || texts.some((text) => text.includes(refused.message!)) ? [] : [`a message with "${refused.message}"`],
  ];
}
