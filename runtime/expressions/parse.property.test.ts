import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clock, variables } from './fixture.ts';
import { parse } from './index.ts';

const word = fc.constantFrom(
  'record', 'value', 'user', '.', 'lines', 'quantity', 'date', 'if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', 'satisfies', 'and', 'or', 'not(', 'between', 'null', 'true', '(', ')', '[', ']', '{', '}', ',', ':', '..', '..', '+', '-', '*', '/', '**', '=', '!=', '<', '>=',
  '1', '2.5', '1e400', '"过期"', '"', '\\', '@"2026-01-01"', '@"x"', 'sum(', 'count(', 'sort(', 'function(a, b)', 'days between(', 'matches("a", "', 'today()', '\n', '//', '/*', '，', '？', '__proto__', 'item', '\u0000', '𠮷',
);
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.array(word, { maxLength: 25 }).map((words) => words.join(' ')), fc.array(word, { maxLength: 25 }).map((words) => words.join('')));

type Arithmetic = { text: string; value: number };

const arithmetic = fc.letrec<{ node: Arithmetic; leaf: Arithmetic; branch: Arithmetic }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('branch')),
  leaf: fc.integer({ min: -1_000, max: 1_000 }).map((value) => ({ text: `${value}`, value })),
  branch: fc.tuple(tie('node'), fc.constantFrom('+', '-', '*'), tie('node')).map(([a, operator, b]) => ({
    text: `(${a.text} ${operator} ${b.text})`, value: operator === '+' ? a.value + b.value : operator === '-' ? a.value - b.value : a.value * b.value,
  })),
})).node;

describe('any text', () => {
  test('is parsed or refused with a place inside it, and never throws', () => {
    fc.assert(fc.property(anyText, (text) => {
      const { expression, problems } = parse(text, { variables });
      expect(expression === undefined).toBe(problems.length > 0);
      for (const { at } of problems) expect(at.from >= 0 && at.from <= at.to && at.to <= text.length).toBe(true);
      expression?.evaluate({}, clock);
    }), { numRuns: 2_000 });
  });

  test('of whole-number arithmetic gives what JavaScript gives', () => {
    fc.assert(fc.property(arithmetic.filter(({ text, value }) => text.length < 2_000 && Number.isSafeInteger(value)), ({ text, value }) => {
      expect(parse(text, { variables: {} }).expression?.evaluate({}, clock)).toBe(value + 0);
    }), { numRuns: 500 });
  });

  test('of sums of cents is exact', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 30 }), (cents) => {
      const amounts = cents.map((cent) => cent / 100);
      const variablesHere = { amounts: { kind: 'list' as const, of: { kind: 'number' as const } }, total: { kind: 'number' as const } };
      const total = cents.reduce((sum, cent) => sum + cent, 0) / 100;
      expect(parse('sum(amounts) = total', { variables: variablesHere }).expression?.evaluate({ amounts, total }, clock)).toBe(true);
    }), { numRuns: 300 });
  });

  test('of a comparison of numbers gives what JavaScript gives', () => {
    const operators = { '<': (a: number, b: number) => a < b, '<=': (a: number, b: number) => a <= b, '>': (a: number, b: number) => a > b, '>=': (a: number, b: number) => a >= b, '=': (a: number, b: number) => a === b, '!=': (a: number, b: number) => a !== b };
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(...(Object.keys(operators) as (keyof typeof operators)[])), (a, b, operator) => {
      expect(parse(`a ${operator} b`, { variables: { a: { kind: 'number' }, b: { kind: 'number' } } }).expression?.evaluate({ a, b }, clock)).toBe(operators[operator](a, b));
    }), { numRuns: 300 });
  });
});
