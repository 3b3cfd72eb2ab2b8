import { parseDate } from 'feelin';
import { defineFunction } from '../define-function.ts';
import { types } from '../types.ts';
import { dateOf, nowOf } from '../values.ts';

const text = { name: 'text', type: types.string } as const;

export const identityFunctions = [
  defineFunction({
    name: 'is id card', group: 'identity', doc: { zh: '是否有效的 18 位公民身份号码（GB 11643：出生日期、校验码）', en: 'Whether the text is a citizen identification number (GB 11643: birth date and check digit)' },
    parameters: [text], result: types.boolean, example: 'is id card("11010519491231002X")',
    run: ([value], frame) => {
      if (!/^[1-9]\d{16}[\dX]$/.test(value) || idCardCheck(value) !== value[17]) return false;
      const birth = birthOf(value);
      return birth !== null && birth.year >= 1800 && String(birth) <= String(dateOf(nowOf(frame)));
    },
  }),
  defineFunction({
    name: 'birth date of', group: 'identity', doc: { zh: '公民身份号码中的出生日期，号码不成形时为空', en: 'Date of birth in a citizen identification number, null when it has no such shape' },
    parameters: [text], result: types.date, example: 'birth date of("11010519491231002X") = date("1949-12-31")', run: ([value]) => /^\d{17}[\dX]$/.test(value) ? birthOf(value) : null,
  }),
  defineFunction({
    name: 'sex of', group: 'identity', doc: { zh: '公民身份号码中的性别：1 男、2 女（GB/T 2261.1），号码不成形时为空', en: 'Sex in a citizen identification number: 1 male, 2 female (GB/T 2261.1), null when it has no such shape' },
    parameters: [text], result: types.string, example: 'sex of("11010519491231002X") = "2"', run: ([value]) => /^\d{17}[\dX]$/.test(value) ? String(2 - (Number(value[16]) % 2)) : null,
  }),
  defineFunction({
    name: 'is uscc', group: 'identity', doc: { zh: '是否有效的统一社会信用代码（GB 32100：校验码）', en: 'Whether the text is a unified social credit code (GB 32100: check character)' },
    parameters: [text], result: types.boolean, example: 'is uscc("91350100M000100Y43")',
    run: ([value]) => /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(value) && usccCheck(value) === value[17],
  }),
  defineFunction({
    name: 'is mobile', group: 'identity', doc: { zh: '是否中国大陆手机号码', en: 'Whether the text is a mobile number of mainland China' },
    parameters: [text], result: types.boolean, example: 'is mobile("13812345678")', run: ([value]) => /^1[3-9]\d{9}$/.test(value),
  }),
];

const birthOf = (value: string) => parseDate(`${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`);

function idCardCheck(value: string): string | undefined {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return '10X98765432'[weights.reduce((sum, weight, index) => sum + weight * Number(value[index]), 0) % 11];
}

function usccCheck(value: string): string | undefined {
  const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let sum = 0;
  let weight = 1;
  for (const character of value.slice(0, 17)) {
    sum += characters.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return characters[(31 - (sum % 31)) % 31];
}
