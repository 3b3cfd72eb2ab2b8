import { defineFunction } from '../define-function.ts';
import { types } from '../types.ts';

const { any, boolean, number, string } = types;

export const valueFunctions = [
  defineFunction({
    name: 'not', group: 'value', doc: { zh: '否定条件', en: 'The opposite of a condition' },
    parameters: [{ name: 'negand', type: boolean }], result: boolean, example: 'not(false)', run: ([value]) => !value,
  }),
  defineFunction({
    name: 'is defined', group: 'value', doc: { zh: '是否有值', en: 'Whether there is a value' },
    parameters: [{ name: 'value', type: any, outside: true }], result: boolean, example: 'is defined(1) and not(is defined(null))', takesNull: true, run: ([value]) => value !== null,
  }),
  defineFunction({
    name: 'number', group: 'value', doc: { zh: '文本转数值，可指定千分位和小数点符号', en: 'The number in a text, with other separators if given' },
    parameters: [{ name: 'from', type: string }, { name: 'grouping separator', type: string, optional: true }, { name: 'decimal separator', type: string, optional: true }],
    result: number, example: 'number("1,200.5", ",") = 1200.5',
    run: ([from, grouping = '', decimal = '.']) => {
      const plain = (grouping === '' ? from : from.replaceAll(grouping, '')).replace(decimal, '.').trim();
      return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
    },
  }),
];
