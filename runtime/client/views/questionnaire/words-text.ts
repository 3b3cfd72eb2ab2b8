import type { Words } from '../../../model/questionnaire/index.ts';

/** A text as the builder edits it: its Chinese. */
export function wordsText(words: Words | undefined): string {
  return words === undefined ? '' : typeof words === 'string' ? words : words.zh;
}

/** The same thing with a text changed; an English one stays beside it, an empty one goes. */
export function withWords<T extends object, K extends keyof T>(holder: T, key: K, text: string): T {
  const next = { ...holder };
  const before = holder[key] as Words | undefined;
  if (text === '') delete next[key];
  else next[key] = (typeof before === 'object' && before.en ? { ...before, zh: text } : text) as T[K];
  return next;
}
