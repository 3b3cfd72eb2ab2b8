import { pinyin } from 'pinyin-pro';
import { normalize } from './search-tokens.ts';

/** From and to (exclusive) of a part of a text. */
export type Mark = [number, number];

const han = /\p{Script=Han}/u;

/** Where a word stands in a text, also by its pinyin or the initials of it; nothing when it does not. A text that only reads alike (full width, signs left out) has no marks. */
export function marksOf(text: string, word: string): Mark[] | undefined {
  const lower = text.toLowerCase();
  const direct = lower.length === text.length ? allOf(lower, word) : [];
  if (direct.length > 0) return direct;
  const spelled = /^[a-z]+$/.test(word) && han.test(text) ? pinyinMark(text, word) : undefined;
  return spelled ?? (normalize(text).includes(word) ? [] : undefined);
}

function allOf(text: string, word: string): Mark[] {
  const marks: Mark[] = [];
  for (let at = text.indexOf(word); at >= 0 && marks.length < 20; at = text.indexOf(word, at + word.length)) marks.push([at, at + word.length]);
  return marks;
}

function pinyinMark(text: string, word: string): Mark[] | undefined {
  const places = [...text.matchAll(/\p{Script=Han}/gu)].map((match) => [match.index, match.index + match[0].length] as Mark);
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed' });
  if (syllables.length !== places.length) return syllables.join('').includes(word) ? [] : undefined;
  for (const parts of [syllables, syllables.map((s) => s[0] ?? '')]) {
    const at = parts.join('').indexOf(word);
    if (at < 0) continue;
    let passed = 0;
    const marks: Mark[] = [];
    for (const [i, part] of parts.entries()) {
      if (passed < at + word.length && passed + part.length > at) addMark(marks, places[i]!);
      passed += part.length;
    }
    return marks;
  }
  return undefined;
}

function addMark(marks: Mark[], [from, to]: Mark): void {
  const last = marks.at(-1);
  if (last && last[1] === from) last[1] = to;
  else marks.push([from, to]);
}
