import { describe, expect, test } from '@jest/globals';
import { clock, evaluated } from './fixture.ts';
import { createFunctions, parse } from './index.ts';

const functions = createFunctions();

describe('functions', () => {
  test.each([...functions.values()].map((definition) => [definition.name, definition] as const))('%s: its example holds and its texts are there', (_, { example, doc, parameters }) => {
    const { expression, problems } = parse(example, { variables: {} });
    expect(problems).toEqual([]);
    expect(expression?.type).toEqual({ kind: 'boolean' });
    expect(expression?.evaluate({}, clock)).toBe(true);
    expect(doc.zh && doc.en && parameters.every(({ name }) => name)).toBeTruthy();
  });

  test.each<[string, unknown]>([
    ['round half up(2.345, 2)', 2.35], ['round half up(-2.5, 0)', -3], ['round half up(1.005, 2)', 1.01], ['round half up(1234, -2)', 1200], ['decimal(3.5, 0)', 4], ['floor(-1.5)', -2], ['ceiling(-1.5)', -1], ['modulo(10, 0)', null], ['modulo(5.5, 2)', 1.5], ['sqrt(-1)', null],
    ['min([])', null], ['max("甲", "乙")', '甲'], ['sum([])', null], ['mean([1, 2, 4, 5])', 3], ['all([])', true], ['any([])', false], ['all([true, null])', null], ['any([null, true])', true],
    ['substring("𠮷野家", 2)', '野家'], ['substring("abc", -2, 1)', 'b'], ['substring("abc", 0)', null], ['string length("𠮷")', 1], ['split("a1b22c", "\\d+")', ['a', 'b', 'c']], ['matches("AB", "^ab$", "i")', true], ['matches("口罩", "^\\p{Han}{2}$")', true], ['matches("𠮷", "^.$")', true], ['string join(["甲", null, "乙"])', '甲乙'],
    ['distinct values([1, "1", 1, [2], [2]])', [1, '1', [2]]], ['list contains([date("2026-01-01")], date("2026-01-01"))', true], ['list contains([null], null)', true], ['sort(["b", null, "a"])', ['a', 'b', null]], ['sublist([1, 2, 3], -2, 1)', [2]], ['append([1], [2])', [1, [2]]], ['concatenate([1], [], [2])', [1, 2]],
    ['number("一")', null], ['number("1.200,5", ".", ",")', 1200.5], ['string(date("2026-01-01"))', '2026-01-01'], ['day of week(now())', 'Wednesday'],
  ])('%s gives %j', (text, result) => expect(evaluated(text)).toEqual(result));

  test.each<[string, string, boolean | string | null]>([
    ['is id card', '11010519491231002X', true], ['is id card', '110105194912310021', false], ['is id card', '11010519490231002X', false], ['is id card', '150523199002291232', false], ['is id card', '11010519491231002', false], ['is id card', '', false],
    ['sex of', '11010519491231002X', '2'], ['sex of', '152301198507110039', '1'], ['sex of', '12345', null],
    ['is uscc', '52150523MJY00001XC', true], ['is uscc', '52150523MJY00001A8', false], ['is uscc', '91350100M000100Y43', true], ['is uscc', '91350100M000100Y44', false], ['is uscc', '91350100I000100Y43', false], ['is uscc', '', false],
    ['is mobile', '13812345678', true], ['is mobile', '12812345678', false], ['is mobile', '1381234567', false], ['is mobile', '+8613812345678', false],
  ])('%s("%s") is %s', (name, text, result) => expect(evaluated(`${name}("${text}")`)).toBe(result));

  test('an identification number of somebody born tomorrow is not one', () => {
    const at = (day: string) => parse('is id card("11010519491231002X")', { variables: {} }).expression?.evaluate({}, { now: () => new Date(day), zone: 'UTC' });
    expect([at('1949-12-30T00:00:00Z'), at('1949-12-31T00:00:00Z')]).toEqual([false, true]);
  });

  test('a plugin function gets and gives plain values, and cannot take a name', () => {
    const seen: unknown[] = [];
    const extra = {
      name: 'between days', doc: { zh: '测试', en: 'Test' }, parameters: [{ name: 'from', type: { kind: 'date' } }, { name: 'more', type: { kind: 'any' }, optional: true }], result: { kind: 'date' }, example: 'between days(today()) = date("2026-01-02")',
      run: (values: unknown[]) => { seen.push(...values); return '2026-01-02'; },
    } as const;
    const { expression } = parse('between days(today(), [1]) + duration("P1D")', { variables: {}, functions: createFunctions([extra]) });
    expect(expression?.evaluate({}, clock)).toBe('2026-01-03');
    expect(seen).toEqual(['2026-11-25', [1]]);
    expect(() => createFunctions([extra, extra])).toThrow('is there already');
  });
});
