import { bothOf, isAnswered, type Answers, type Content, type Question } from './content.ts';

export interface Score {
  score: number; full: number; percent: number; level: { zh: string; en: string } | null; passed: boolean | null;
  dimensions: { name: string; label: { zh: string; en: string }; score: number; full: number }[];
}

/** Points of all answers, out of what the questions that were met could give. A question with right answers counts only when all and only these are chosen; otherwise the points of the chosen options count. */
export function scoreAnswers(content: Content, answers: Answers, met: readonly Question[]): Score | null {
  if (!content.scoring) return null;
  const questions = met.filter(isAnswered);
  const sum = (of: readonly Question[], points: (question: Question) => number): number => Math.round(of.reduce((total, question) => total + points(question), 0) * 100) / 100;
  const got = (question: Question): number => pointsOf(question, answers[question.name]);
  const score = sum(questions, got);
  const full = sum(questions, mostOf);
  const percent = full === 0 ? 0 : Math.round(score / full * 1000) / 10;
  // Compared unrounded: 79.96 % is not 80.
  const level = [...content.scoring.levels].sort((a, b) => b.from - a.from).find((one) => full > 0 && score * 100 >= one.from * full);
  return {
    score, full, percent, level: level ? bothOf(level.label) : null, passed: level ? level.passed ?? null : null,
    dimensions: Object.entries(content.scoring.dimensions ?? {}).map(([name, label]) => {
      const own = questions.filter((question) => question.dimension === name);
      return { name, label: bothOf(label), score: sum(own, got), full: sum(own, mostOf) };
    }),
  };
}

function pointsOf(question: Question, value: unknown): number {
  if (question.answer) {
    const chosen = new Set([value ?? []].flat());
    return chosen.size === question.answer.length && question.answer.every((one) => chosen.has(one)) ? question.points ?? 1 : 0;
  }
  if (question.type === 'scale') return question.points !== undefined && typeof value === 'number' ? value * question.points : 0;
  return [value ?? []].flat().reduce<number>((total, one) => total + (question.options?.find((o) => o.value === one)?.points ?? 0), 0);
}

function mostOf(question: Question): number {
  if (question.answer) return question.points ?? 1;
  if (question.type === 'scale') return question.points !== undefined ? (question.max ?? 5) * question.points : 0;
  const points = question.options?.map((o) => o.points ?? 0) ?? [];
  if (question.type !== 'multiple') return Math.max(0, ...points);
  return points.filter((p) => p > 0).sort((a, b) => b - a).slice(0, question.max ?? points.length).reduce((total, p) => total + p, 0);
}
