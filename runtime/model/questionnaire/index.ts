/** The shape of a questionnaire and its words. */
export { bothOf, infoFields, isAnswered, isChoice, questionTypes } from './content.ts';
export type { Answers, Choice, Content, InfoField, Jump, Level, Question, QuestionType, Scoring, Words } from './content.ts';
/** Reads a questionnaire, telling every mistake; jumps lead forward only. */
export { readContent } from './read-content.ts';
export type { ContentProblem } from './read-content.ts';
/** The way through a questionnaire, and the check of answers, alike on phone and server. */
export { isEmpty, takeAnswers, wayThrough } from './take-answers.ts';
export type { AnswerError, Judge } from './take-answers.ts';
/** Judges the conditions of jumps. */
export { jumpJudge } from './judge-jumps.ts';
/** Points, level and dimensions of answers. */
export { scoreAnswers } from './score-answers.ts';
export type { Score } from './score-answers.ts';
