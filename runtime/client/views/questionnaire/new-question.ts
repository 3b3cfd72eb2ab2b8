import type { Content, Question, QuestionType } from '../../../model/questionnaire/index.ts';

/** A question of a type with what it needs to be right; its name is the first that is free. */
export function newQuestion(content: Content, type: QuestionType, titles: { title: string; option: (n: number) => string }): Question {
  const question: Question = { name: freeName(content), type, title: titles.title };
  if (['single', 'multiple', 'dropdown', 'matrix'].includes(type)) question.options = [1, 2].map((n) => ({ value: `o${n}`, label: titles.option(n) }));
  if (type === 'matrix') question.rows = [1, 2].map((n) => ({ value: `r${n}`, label: titles.option(n) }));
  if (type === 'scale') Object.assign(question, { min: 1, max: 5 });
  if (type === 'blank') question.format = 'text';
  if (type === 'info') question.field = 'name';
  return question;
}

/** The same question again under another name. */
export function copyQuestion(content: Content, question: Question): Question {
  const copy = { ...structuredClone(question), name: freeName(content) };
  // Its jumps speak of the question that was copied.
  delete copy.jump;
  return copy;
}

export function freeName({ questions }: Content): string {
  for (let n = questions.length + 1; ; n += 1) if (!questions.some(({ name }) => name === `q${n}`)) return `q${n}`;
}

/** A condition that a chosen option makes true. */
export function ruleFor(question: Question, value: string): string {
  return question.type === 'multiple' ? `list contains(${question.name}, "${value}")` : question.type === 'scale' ? `${question.name} = ${value}` : `${question.name} = "${value}"`;
}

/** The option that a condition speaks of, when it was made by `ruleFor`. */
export function optionOf(question: Question, rule: string): string | undefined {
  return optionsOf(question).find(({ value }) => ruleFor(question, value) === rule)?.value;
}

/** What can be chosen in a question. */
export function optionsOf(question: Question): { value: string; label: string }[] {
  if (question.type === 'scale') return Array.from({ length: (question.max ?? 5) - (question.min ?? 1) + 1 }, (_, i) => String((question.min ?? 1) + i)).map((value) => ({ value, label: value }));
  return (question.options ?? []).map(({ value, label }) => ({ value, label: typeof label === 'string' ? label : label.zh }));
}
