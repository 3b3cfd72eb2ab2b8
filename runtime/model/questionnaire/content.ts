import type { Text } from '../../fields/index.ts';

/** A text as authors write it: Chinese alone, or both. */
export type Words = string | { zh: string; en?: string };
export interface Choice { value: string; label: Words; other?: boolean; points?: number }
export interface Jump { when: string; to: string }

export const questionTypes = ['single', 'multiple', 'dropdown', 'blank', 'scale', 'matrix', 'paragraph', 'section', 'info'] as const;
export type QuestionType = (typeof questionTypes)[number];
export const blankFormats = ['text', 'long-text', 'number', 'date', 'mobile', 'email'] as const;
export const infoFields = ['name', 'phone', 'email', 'sex', 'education', 'occupation', 'age', 'area'] as const;
export type InfoField = (typeof infoFields)[number];

/** One question of a questionnaire; paragraphs and sections are shown and not answered. */
export interface Question {
  name: string;
  type: QuestionType;
  title: Words;
  help?: Words;
  required?: boolean;
  options?: Choice[];
  rows?: Choice[];
  min?: number;
  max?: number;
  maxLength?: number;
  format?: (typeof blankFormats)[number];
  field?: InfoField;
  jump?: Jump[];
  answer?: string[];
  points?: number;
  dimension?: string;
}
export interface Level { from: number; label: Words; passed?: boolean }
export interface Scoring { levels: Level[]; dimensions?: Record<string, Words>; show?: boolean }
/** What is asked: the same shape in files, in records, and in the builder. */
export interface Content { intro?: Words; questions: Question[]; scoring?: Scoring }

export type Answers = Record<string, unknown>;

/** Both languages of a text. */
export function bothOf(words: Words): Text {
  return typeof words === 'string' ? { zh: words, en: words } : { zh: words.zh, en: words.en ?? words.zh };
}

/** Is there something to answer? */
export function isAnswered(question: Question): boolean {
  return question.type !== 'paragraph' && question.type !== 'section';
}

/** Is it answered by one of its options? */
export function isChoice(question: Question): boolean {
  return ['single', 'multiple', 'dropdown'].includes(question.type);
}
