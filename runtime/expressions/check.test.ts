import { describe, expect, test } from '@jest/globals';
import { variables } from './fixture.ts';
import { parse, type ExpressionProblem, type FeelType } from './index.ts';

type Case = [text: string, code: ExpressionProblem['code'], part: string, suggestion?: string];

describe('check', () => {
  test.each<Case>([
    ['', 'expression.syntax', ''], ['1 <', 'expression.syntax', ''], ['1 == 2', 'expression.syntax', '1 == 2', '='], ['value && true', 'expression.syntax', '&&', 'and'], ['value || true', 'expression.syntax', '||', 'or'],
    ["record.reason = 'x'", 'expression.syntax', "'", '"…"'], ['value，1', 'expression.syntax', 'value，1'], ['record.lines[quantity > 5', 'expression.syntax', ''], ['function(a) a', 'expression.syntax', 'function(a) a'],
    ['value instance of number', 'expression.syntax', 'value instance of number'], ['{ __proto__: 1 }', 'expression.syntax', '__proto__'], ['for x in [1..3] return x', 'expression.syntax', '[1..3]'], ['> 5', 'expression.syntax', '> 5'],
    ['recrod.quantity', 'expression.unknown-name', 'recrod', 'record'], ['record.quantty', 'expression.unknown-name', 'quantty', 'quantity'], ['quantity > 1', 'expression.unknown-name', 'quantity', 'record.quantity'],
    ['today > record.date', 'expression.unknown-name', 'today', 'today()'], ['record.depot.parent.foo', 'expression.unknown-name', 'foo'], ['record.lines.price2', 'expression.unknown-name', 'price2', 'price'],
    ['record.__proto__', 'expression.unknown-name', '__proto__'], ['record.constructor', 'expression.unknown-name', 'constructor'], ['record.reason.length', 'expression.unknown-name', 'length'], ['for l in record.lines return xyz', 'expression.unknown-name', 'xyz'],
    ['record.lines[pric > 1]', 'expression.unknown-name', 'pric', 'price'], ['toString', 'expression.unknown-name', 'toString'],
    ['coutn(record.lines)', 'expression.unknown-function', 'coutn', 'count'], ['constructor("x")', 'expression.unknown-function', 'constructor'], ['value(1)', 'expression.unknown-function', 'value'],
    ['1 < "2"', 'expression.type', '1 < "2"'], ['record.quantity = "5"', 'expression.type', 'record.quantity = "5"'], ['record.date > "2026-01-01"', 'expression.type', 'record.date > "2026-01-01"', 'date("2026-01-01")'],
    ['record.date > record.createdAt', 'expression.type', 'record.date > record.createdAt'], ['record.lines > 5', 'expression.type', 'record.lines > 5'], ['true < false', 'expression.type', 'true < false'], ['record.depot = record.depot', 'expression.type', 'record.depot = record.depot'],
    ['record.depot = "W1"', 'expression.type', 'record.depot = "W1"'], ['record.quantity in ("a")', 'expression.type', '("a")'], ['record.quantity in ["a", "b"]', 'expression.type', '["a", "b"]'], ['record.reason in [1..2]', 'expression.type', '[1..2]'],
    ['"a" - 1', 'expression.type', '"a" - 1'], ['"1" * 2', 'expression.type', '"1" * 2'], ['"a" + 1', 'expression.type', '"a" + 1'], ['-"a"', 'expression.type', '-"a"'], ['record.date + 1', 'expression.type', 'record.date + 1'], ['record.date + record.date', 'expression.type', 'record.date + record.date'],
    ['record.date - record.createdAt', 'expression.type', 'record.date - record.createdAt'], ['record.lines + 1', 'expression.type', 'record.lines + 1'],
    ['if 1 then 2 else 3', 'expression.type', '1'], ['if true then 2 else "x"', 'expression.type', 'if true then 2 else "x"'], ['value and true', 'expression.type', 'value'], ['not(value)', 'expression.type', 'value'],
    ['some l in record.lines satisfies l.quantity', 'expression.type', 'l.quantity'], ['record.lines[quantity]', 'expression.type', 'quantity'], ['record.lines["a"]', 'expression.type', '"a"'], ['record.quantity[1]', 'expression.type', 'record.quantity[1]'], ['for x in 5 return x', 'expression.type', '5'], ['for i in "a"..3 return i', 'expression.type', '"a"'],
    ['substring("a")', 'expression.type', 'substring("a")'], ['substring("a", 1, 2, 3)', 'expression.type', 'substring("a", 1, 2, 3)'], ['substring(string: "a", from: 2)', 'expression.type', 'substring(string: "a", from: 2)'], ['substring(1, 2)', 'expression.type', '1'], ['sum(record.reason)', 'expression.type', 'record.reason'], ['sum(record.tags)', 'expression.type', 'record.tags'],
    ['today(1)', 'expression.type', 'today(1)'], ['age("2000-01-01")', 'expression.type', '"2000-01-01"', 'date("2000-01-01")'], ['sort(record.lines, 1)', 'expression.type', '1'], ['sort(record.lines, function(a) a)', 'expression.type', 'function(a) a'], ['sort(record.lines, function(a, b) a.quantity)', 'expression.type', 'a.quantity'],
    ['date("2026-13-01")', 'expression.type', 'date("2026-13-01")'], ['@"P1W"', 'expression.type', '@"P1W"'], ['duration("一天")', 'expression.type', 'duration("一天")'],
    ['matches("a", "(")', 'expression.bad-pattern', '"("'], ['matches("a", "(a)\\\\1")', 'expression.bad-pattern', '"(a)\\\\1"'], ['split("a", "[")', 'expression.bad-pattern', '"["'], ['matches("a", "a", "q")', 'expression.bad-pattern', '"a"'], ['replace("a", "(?=b)", "")', 'expression.bad-pattern', '"(?=b)"'],
  ])('%s is refused as %s', (...[text, code, part, suggestion]: Case) => {
    const { expression, problems } = parse(text, { variables });
    expect(expression).toBeUndefined();
    expect(problems.map((problem) => [problem.code, text.slice(problem.at.from, problem.at.to), problem.suggestion])).toEqual([[code, part, suggestion]]);
    expect(problems.every(({ message, messageZh }) => /^[\x20-\x7e“”…（），\p{Script=Han}]+$/u.test(message) && /\p{Script=Han}/u.test(messageZh))).toBe(true);
  });

  test.each<[string, FeelType['kind'], boolean]>([
    ['record.quantity > 1', 'boolean', true], ['record.quantity', 'boolean', false], ['record.date', 'date', true], ['now()', 'date', false], ['null', 'date', true], ['record.extra', 'number', true], ['if true then 1 else null', 'number', true], ['record.reason', 'number', false],
  ])('%s where a %s is expected: %s', (text, kind, isFit) => {
    expect(parse(text, { variables, expect: { kind } as FeelType }).problems.map(({ code }) => code)).toEqual(isFit ? [] : ['expression.type']);
  });

  test('every mistake is named, not only the first', () => {
    expect(parse('record.foo > 1 and coutn(record.bar) = "x"', { variables }).problems.map(({ code }) => code)).toEqual(['expression.unknown-name', 'expression.unknown-function']);
  });

  test.each<[string, FeelType]>([
    ['record.lines[active].expiry', { kind: 'list', of: { kind: 'date' } }], ['record.date - record.date', { kind: 'duration' }], ['[1, null]', { kind: 'list', of: { kind: 'number' } }], ['[1, "a"]', { kind: 'list', of: { kind: 'any' } }],
    ['max(record.lines.expiry)', { kind: 'date' }], ['for l in record.lines return l.item.code', { kind: 'list', of: { kind: 'string' } }], ['flatten([[1], [2]])', { kind: 'list', of: { kind: 'number' } }],
  ])('%s has the type %j', (text, type) => expect(parse(text, { variables }).expression?.type).toEqual(type));

  test.each(['date', 'time', 'duration', 'list', 'item', 'count', 'type', 'string', 'context', 'partial', 'years', 'of'])('a field may be called %s', (name) => {
    const entries: Record<string, FeelType> = { [name]: { kind: 'number' } };
    const all: Record<string, FeelType> = { record: { kind: 'context', entries }, lines: { kind: 'list', of: { kind: 'context', entries } } };
    const clock = { now: () => new Date(), zone: 'UTC' };
    for (const [text, result] of [[`record.${name} + 1`, 3], [`sum(lines.${name})`, 2], [`count(lines[${name} > 1])`, 1], [`sum(for l in lines return l.${name})`, 2]] as const) {
      expect(parse(text, { variables: all }).expression?.evaluate({ record: { [name]: 2 }, lines: [{ [name]: 2 }] }, clock)).toBe(result);
    }
  });
});
