import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clock, values, variables } from './fixture.ts';
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

/** Well-typed expressions over the fixture, by the kind of their result. */
type Kinds = { number: string; string: string; boolean: string; date: string; numbers: string; lines: string };

const wellTyped = fc.letrec<Kinds>((tie) => {
  const of = (leaves: string[], ...branches: [template: string, ...parts: (keyof Kinds)[]][]) => fc.oneof(
    { depthSize: 'small', maxDepth: 6 }, fc.constantFrom(...leaves),
    ...branches.map(([template, ...parts]) => fc.tuple(...parts.map((part) => tie(part))).map((texts) => texts.reduce((text, part, index) => text.replaceAll(`$${index}`, () => part), template))),
  );
  return {
    number: of(['1', '0.1', 'value', 'record.quantity', 'record.amount', 'null'], ['($0 + $1)', 'number', 'number'], ['($0 / $1)', 'number', 'number'], ['-$0', 'number'], ['sum($0)', 'numbers'], ['count($0)', 'lines'], ['string length($0)', 'string'], ['(if $0 then $1 else $2)', 'boolean', 'number', 'number'], ['days between($0, $1)', 'date', 'date'], ['max($0)', 'numbers'], ['round half up($0, 2)', 'number']),
    string: of(['"过期"', 'record.reason', 'user.name', 'record.depot.parent.code'], ['($0 + $1)', 'string', 'string'], ['string($0)', 'number'], ['substring($0, $1)', 'string', 'number'], ['replace($0, "[a-z]", $1)', 'string', 'string']),
    boolean: of(['true', 'record.amount = null'], ['($0 < $1)', 'number', 'number'], ['($0 = $1)', 'string', 'string'], ['($0 >= $1)', 'date', 'date'], ['($0 and $1)', 'boolean', 'boolean'], ['not($0)', 'boolean'], ['($0 in [$1..$2])', 'number', 'number', 'number'], ['(some l in $0 satisfies l.quantity > $1)', 'lines', 'number'], ['(every x in $0 satisfies x != $1)', 'numbers', 'number'], ['matches($0, "^.+$")', 'string'], ['($0 between $1 and $2)', 'date', 'date', 'date']),
    date: of(['record.date', 'today()', 'date("2026-01-31")'], ['add months($0, $1)', 'date', 'number'], ['($0 + duration("P1M"))', 'date'], ['max($0.expiry)', 'lines'], ['date(2026, $0, 1)', 'number']),
    numbers: of(['record.lines.quantity', '[1, 2]'], ['$0.price', 'lines'], ['$0[item > $1]', 'numbers', 'number'], ['(for l in $0 return l.quantity * $1)', 'lines', 'number'], ['sort($0)', 'numbers'], ['distinct values($0)', 'numbers']),
    lines: of(['record.lines'], ['$0[quantity > $1]', 'lines', 'number'], ['$0[active and $1]', 'lines', 'boolean'], ['reverse($0)', 'lines'], ['sort($0, function(a, b) a.price < b.price)', 'lines']),
  };
});

const shapes: Record<string, (result: unknown) => boolean> = {
  number: (result) => typeof result === 'number' && Number.isFinite(result), string: (result) => typeof result === 'string', boolean: (result) => typeof result === 'boolean',
  date: (result) => typeof result === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(result), list: Array.isArray,
};

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

  test('that is well typed passes the check and gives a value of its type, or null', () => {
    const { number, string, boolean, date, numbers } = wellTyped;
    fc.assert(fc.property(fc.oneof(number, string, boolean, date, numbers).filter((text) => text.length <= 2_000), (text) => {
      const { expression, problems } = parse(text, { variables });
      expect(problems).toEqual([]);
      const result = expression?.evaluate(values, clock);
      expect(result === null || shapes[expression?.type.kind ?? '']?.(result) || expression?.type.kind === 'null').toBe(true);
    }), { numRuns: 1_000 });
  });
});
