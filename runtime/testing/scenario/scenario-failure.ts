import type { Answer } from './world.ts';

/** Why a scenario failed: what was expected and what came instead. */
export class ScenarioFailure extends Error {
  readonly expected: string;
  readonly got: string;

  constructor(expected: string, got: string) {
    super(`expected: ${expected}\ngot: ${got}`);
    this.expected = expected;
    this.got = got;
  }
}

/** The server said no while a step was made ready, such as to an upload; the step is judged by this answer. */
export class RefusedWhilePreparing extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

/** An answer in one line, its problem whole. */
export function describeAnswer(answer: Answer): string {
  const text = answer.body === undefined ? `${answer.bytes.length} bytes` : JSON.stringify(answer.body);
  return `${answer.status} ${text.length > 1500 ? `${text.slice(0, 1500)}…` : text}`;
}
