import { defineFunction } from '../define-function.ts';
import { types } from '../types.ts';

const { number } = types;
const n = { name: 'n', type: number } as const;
const scale = { name: 'scale', type: number } as const;

export const numberFunctions = [
  defineFunction({
    name: 'abs', group: 'number', doc: { zh: '绝对值', en: 'The number without its sign' },
    parameters: [n], result: number, example: 'abs(-3) = 3', run: ([value]) => Math.abs(value),
  }),
  defineFunction({
    name: 'floor', group: 'number', doc: { zh: '向下取整（可指定小数位）', en: 'Round down, to whole numbers or to a number of decimals' },
    parameters: [n, { ...scale, optional: true }], result: number, example: 'floor(1.29, 1) = 1.2',
    run: ([value, digits = 0]) => shift(value, digits, Math.floor),
  }),
  defineFunction({
    name: 'ceiling', group: 'number', doc: { zh: '向上取整（可指定小数位）', en: 'Round up, to whole numbers or to a number of decimals' },
    parameters: [n, { ...scale, optional: true }], result: number, example: 'ceiling(1.21, 1) = 1.3',
    run: ([value, digits = 0]) => shift(value, digits, Math.ceil),
  }),
  defineFunction({
    name: 'round half up', group: 'number', doc: { zh: '四舍五入到指定小数位', en: 'Round to a number of decimals, halves away from zero' },
    parameters: [n, scale], result: number, example: 'round half up(1.005, 2) = 1.01',
    run: ([value, digits]) => Math.sign(value) * (shift(Math.abs(value), digits, Math.round) ?? 0),
  }),
  defineFunction({
    name: 'decimal', group: 'number', doc: { zh: '舍入到指定小数位（五成双）', en: 'Round to a number of decimals, halves to the even digit' },
    parameters: [n, scale], result: number, example: 'decimal(2.5, 0) = 2', run: ([value, digits]) => shift(value, digits, roundHalfEven),
  }),
  defineFunction({
    name: 'modulo', group: 'number', doc: { zh: '余数，符号同除数', en: 'The remainder, with the sign of the divisor' },
    parameters: [{ name: 'dividend', type: number }, { name: 'divisor', type: number }], result: number, example: 'modulo(-12, 5) = 3',
    run: ([dividend, divisor]) => divisor === 0 ? null : tidyNumber(dividend - divisor * Math.floor(dividend / divisor)),
  }),
  defineFunction({
    name: 'sqrt', group: 'number', doc: { zh: '平方根', en: 'The square root' },
    parameters: [n], result: number, example: 'sqrt(16) = 4', run: ([value]) => value < 0 ? null : Math.sqrt(value),
  }),
  defineFunction({
    name: 'odd', group: 'number', doc: { zh: '是否奇数', en: 'Whether the number is odd' },
    parameters: [n], result: types.boolean, example: 'odd(5)', run: ([value]) => Math.abs(value) % 2 === 1,
  }),
  defineFunction({
    name: 'even', group: 'number', doc: { zh: '是否偶数', en: 'Whether the number is even' },
    parameters: [n], result: types.boolean, example: 'even(4)', run: ([value]) => value % 2 === 0,
  }),
];

/** Numbers behave as decimals: products and quotients are rounded to the 15 digits that a double holds exactly, so that 3 × 0.1 = 0.3. */
export function tidyNumber(value: number): number {
  return Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15));
}

/** The sum with as many decimals as its parts have, so that 0.1 + 0.2 = 0.3 and 7637.97 - 7222.82 = 415.15. */
export function addDecimals(numbers: readonly number[]): number {
  let total = 0;
  let decimals = 0;
  for (const value of numbers) {
    total += value;
    if (!Number.isInteger(value)) decimals = Math.max(decimals, decimalsOf(value));
  }
  return decimals === 0 || decimals > 20 || !Number.isFinite(total) ? total : Number(total.toFixed(decimals));
}

function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const point = mantissa.indexOf('.');
  return (point < 0 ? 0 : mantissa.length - point - 1) - Number(exponent);
}

// Shifting by the decimal text is exact where multiplying is not: 1.005 × 100 is 100.49999999999999.
function shift(value: number, digits: number, round: (value: number) => number): number | null {
  if (!Number.isInteger(digits) || Math.abs(digits) > 20) return null;
  const result = Number(`${round(scaled(value, digits))}e${-digits}`);
  return Number.isFinite(result) ? result : null;
}

function scaled(value: number, digits: number): number {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  return value - floor === 0.5 ? floor + (floor % 2 === 0 ? 0 : 1) : Math.round(value);
}
