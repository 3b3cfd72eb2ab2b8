import { parse, type Clock, type Expression, type FeelType } from '../../expressions/index.ts';
import { isAnswered, type Question } from './content.ts';
import type { Judge } from './take-answers.ts';

/** FEEL types of the answers, by question. */
export function feelScope(questions: readonly Question[]): Record<string, FeelType> {
  return Object.fromEntries(questions.filter(isAnswered).map((question): [string, FeelType] => [question.name, typeOf(question)]));
}

function typeOf(question: Question): FeelType {
  if (question.type === 'multiple') return { kind: 'list', of: { kind: 'string' } };
  if (question.type === 'scale' || (question.type === 'blank' && question.format === 'number') || question.field === 'age') return { kind: 'number' };
  if (question.type === 'blank' && question.format === 'date') return { kind: 'date' };
  return question.type === 'matrix' ? { kind: 'any' } : { kind: 'string' };
}

const most = 2_000;

/** Judges the conditions of jumps, which are FEEL; one that cannot be worked out does not hold. Apart from the rest, because a phone loads it only for questionnaires that jump. */
export function jumpJudge(clock: Clock): Judge {
  const known = new Map<string, Expression | undefined>();
  return (when, asked, answers) => {
    const variables = feelScope(asked);
    const key = `${when} ${JSON.stringify(variables)}`;
    if (known.size > most) known.clear();
    if (!known.has(key)) known.set(key, parse(when, { variables }).expression);
    try {
      return known.get(key)?.evaluate(answers, clock) === true;
    } catch {
      return false;
    }
  };
}
