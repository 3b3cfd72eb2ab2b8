import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { defineFunction } from '../define-function.ts';
import { ExpressionError, limits } from '../guard.ts';
import { replaceMatches, usePattern } from '../patterns.ts';
import { types } from '../types.ts';

const { string, number, boolean } = types;
const text = { name: 'string', type: string } as const;
const match = { name: 'match', type: string } as const;
const pattern = { name: 'pattern', type: string, pattern: true } as const;
const flags = { name: 'flags', type: string, optional: true } as const;

export const textFunctions = [
  defineFunction({
    name: 'string length', group: 'text', doc: { zh: '字符数', en: 'The number of characters' },
    parameters: [text], result: number, example: 'string length("口罩") = 2', run: ([value]) => charactersOf(value).length,
  }),
  defineFunction({
    name: 'substring', group: 'text', doc: { zh: '截取文本，位置从 1 起，负数从末尾数', en: 'A part of the text; positions start at 1, negative ones count from the end' },
    parameters: [text, { name: 'start position', type: number }, { name: 'length', type: number, optional: true }], result: string,
    example: 'substring("通辽市开鲁县", 4) = "开鲁县"',
    run: ([value, start, length]) => {
      if (start === 0) return null;
      const characters = charactersOf(value);
      const from = start < 0 ? Math.max(0, characters.length + start) : start - 1;
      const part = characters.slice(from, length === undefined ? undefined : from + Math.max(0, length));
      return typeof part === 'string' ? part : part.join('');
    },
  }),
  defineFunction({
    name: 'substring before', group: 'text', doc: { zh: '某文本之前的部分', en: 'The part before a text' },
    parameters: [text, match], result: string, example: 'substring before("A-12", "-") = "A"',
    run: ([value, wanted]) => value.includes(wanted) ? value.slice(0, value.indexOf(wanted)) : '',
  }),
  defineFunction({
    name: 'substring after', group: 'text', doc: { zh: '某文本之后的部分', en: 'The part after a text' },
    parameters: [text, match], result: string, example: 'substring after("A-12", "-") = "12"',
    run: ([value, wanted]) => value.includes(wanted) ? value.slice(value.indexOf(wanted) + wanted.length) : '',
  }),
  defineFunction({
    name: 'contains', group: 'text', doc: { zh: '是否包含某文本', en: 'Whether the text contains another' },
    parameters: [text, match], result: boolean, example: 'contains("一次性口罩", "口罩")', run: ([value, wanted]) => value.includes(wanted),
  }),
  defineFunction({
    name: 'starts with', group: 'text', doc: { zh: '是否以某文本开头', en: 'Whether the text starts with another' },
    parameters: [text, match], result: boolean, example: 'starts with("150523", "1505")', run: ([value, wanted]) => value.startsWith(wanted),
  }),
  defineFunction({
    name: 'ends with', group: 'text', doc: { zh: '是否以某文本结尾', en: 'Whether the text ends with another' },
    parameters: [text, match], result: boolean, example: 'ends with("报告.pdf", ".pdf")', run: ([value, wanted]) => value.endsWith(wanted),
  }),
  defineFunction({
    name: 'upper case', group: 'text', doc: { zh: '转大写', en: 'The text in upper case' },
    parameters: [text], result: string, example: 'upper case("ab") = "AB"', run: ([value]) => value.toUpperCase(),
  }),
  defineFunction({
    name: 'lower case', group: 'text', doc: { zh: '转小写', en: 'The text in lower case' },
    parameters: [text], result: string, example: 'lower case("AB") = "ab"', run: ([value]) => value.toLowerCase(),
  }),
  defineFunction({
    name: 'trim', group: 'text', doc: { zh: '去掉首尾空白（含全角空格）', en: 'The text without white space at both ends' },
    parameters: [text], result: string, example: 'trim("　开鲁 ") = "开鲁"', run: ([value]) => value.trim(),
  }),
  defineFunction({
    name: 'matches', group: 'text', doc: { zh: '是否含有符合正则式（RE2）的部分；整体匹配请用 ^…$；标志 i、s、m', en: 'Whether a part of the text matches the pattern (RE2); use ^…$ for the whole; flags i, s, m' },
    parameters: [{ name: 'input', type: string }, pattern, flags], result: boolean, example: 'matches("150523", "^\\\\d{6}$")',
    run: ([input, wanted, options], frame) => usePattern(frame, input, wanted, options)?.test(input) ?? null,
  }),
  defineFunction({
    name: 'replace', group: 'text', doc: { zh: '按正则式（RE2）替换全部匹配，$1 代表第一组', en: 'Replace every match of the pattern (RE2); $1 is the first group' },
    parameters: [{ name: 'input', type: string }, pattern, { name: 'replacement', type: string }, flags], result: string,
    example: 'replace("2026/11/25", "/", "-") = "2026-11-25"',
    run: ([input, wanted, replacement, options], frame) => replaceMatches(frame, { input, pattern: wanted, replacement, flags: options }),
  }),
  defineFunction({
    name: 'split', group: 'text', doc: { zh: '按正则式（RE2）拆分为列表', en: 'Split the text at every match of the pattern (RE2)' },
    parameters: [text, { name: 'delimiter', type: string, pattern: true }], result: types.list(string), example: 'count(split("甲、乙、丙", "、")) = 3',
    run: ([value, delimiter], frame) => usePattern(frame, value, delimiter)?.split(value, -1) ?? null,
  }),
  defineFunction({
    name: 'string join', group: 'text', doc: { zh: '用分隔符连接文本列表，空值略过', en: 'Join a list of texts with a delimiter; nulls are left out' },
    parameters: [{ name: 'list', type: { kind: 'list', of: string } }, { name: 'delimiter', type: string, optional: true }], result: string,
    example: 'string join(["甲", "乙"], "、") = "甲、乙"',
    run: ([list, delimiter = '']) => {
      const texts = list.filter((item) => item !== null);
      if (!texts.every((item) => typeof item === 'string')) return null;
      if (texts.reduce((length, item) => length + item.length + delimiter.length, 0) > limits.textLength) throw new ExpressionError('textLength');
      return texts.join(delimiter);
    },
  }),
  defineFunction({
    name: 'string', group: 'text', doc: { zh: '转为文本', en: 'The value as text' },
    parameters: [{ name: 'from', type: [string, number, boolean, types.date, types.dateTime, types.time, types.duration] }], result: string, example: 'string(12.5) = "12.5"',
    run: ([value]) => isPrintable(value) ? String(value) : null,
  }),
];

// Only texts with characters beyond the basic plane need to be taken apart.
const charactersOf = (text: string): string | string[] => /[\uD800-\uDFFF]/.test(text) ? [...text] : text;

function isPrintable(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
    || value instanceof FeelDate || value instanceof FeelDateTime || value instanceof FeelTime || value instanceof FeelDuration;
}
