import { describe, expect, test } from '@jest/globals';
import { clock, evaluated, values, variables } from './fixture.ts';
import { createFunctions, parse, type FeelType } from './index.ts';

describe('evaluation', () => {
  test.each<[string, unknown]>([
    ['1 + 2 * 3', 7], ['2 ** 3', 8], ['-record.quantity', -12.5], ['1e3 + 1', 1001], ['0.00001 * 2', 0.00002],
    ['0.1 + 0.2 = 0.3', true], ['0.3 / 0.1', 3], ['7637.97 - 7222.82', 415.15], ['3 * 0.1 + 0.2', 0.5], ['1 / 0', null], ['"入库" + "单"', '入库单'], ['0 * -1', 0],
    ['record.depot.code', 'W1'], ['record.depot.parent.code', 'W0'], ['record.depot.parent.parent.code', null],
    ['sum(record.lines.quantity)', 11], ['record.lines[quantity > 5].item.code', ['glove']], ['record.lines[item.code = "mask"].quantity', [3]],
    ['record.lines[active].quantity', [3]], ['count(record.lines[not(active)])', 1], ['record.lines[1].quantity', 3], ['record.lines[-1].expiry', '2027-01-01'], ['record.lines[9]', null],
    ['record.lines[2]', { quantity: 8, price: 0.2, active: false, expiry: '2027-01-01', item: { code: 'glove' } }],
    ['[1, 2, 3][item > 1]', [2, 3]], ['record.tags[item != "急"]', ['冷链']],
    ['some l in record.lines satisfies l.quantity > 5', true], ['every l in record.lines satisfies l.quantity > 5', false],
    ['for l in record.lines return l.quantity * l.price', [0.3, 1.6]], ['for i in 1..3, j in i..3 return i * j', [1, 2, 3, 4, 6, 9]], ['for i in 3..1 return i', [3, 2, 1]],
    ['if record.quantity > 10 then "多" else "少"', '多'], ['if null then 1 else 2', 2],
    ['record.quantity in [1..20]', true], ['record.quantity in (1..12.5)', false], ['record.quantity in [20..1]', false], ['record.quantity in > 12', true],
    ['record.reason in ("过期", "破损")', true], ['record.reason in ["破损"]', false], ['record.amount in (1, 2)', false],
    ['5 between 1 and 10', true], ['5 between 10 and 1', false], ['record.amount between 1 and 2', null],
    ['{ a: 1, b: a + 1 }.b', 2], ['{ "名称": "口罩" }', { 名称: '口罩' }], ['record.extra.a[2]', 2], ['record.extra.b.c', null], ['record.extra.a = null', false],
    ['sort(record.lines, function(a, b) a.quantity > b.quantity).quantity', [8, 3]],
    ['value > 3 and record.quantity < 20 or false', true], ['// 说明\nvalue', 5], ['"// 不是说明"', '// 不是说明'], ['"一\\"二\\""', '一"二"'],
    ['substring(string: "abc", start position: 2)', 'bc'], ['replace("aXbX", "(X)", "[$1$2]")', 'a[X]b[X]'], ['replace("ab", "", "$0-")', '-a-b-'],
  ])('%s gives %j', (text, result) => expect(evaluated(text)).toEqual(result));

  test.each<[string, unknown]>([
    ['record.amount = null', true], ['record.amount != null', false], ['null = null', true], ['record.amount + 1', null], ['record.amount > 1', null],
    ['record.amount > 1 or true', true], ['record.amount > 1 and true', null], ['not(record.amount > 1)', null], ['record.date + null', null], ['string length(null)', null],
    ['sum(append(record.lines.quantity, null))', null], ['count(null)', null], ['some x in null satisfies x = 1', null], ['for x in null return x', null],
  ])('null: %s gives %j', (text, result) => expect(evaluated(text)).toEqual(result));

  test.each<[string, unknown]>([
    ['today()', '2026-11-25'], ['now()', '2026-11-25T01:00:00.000Z'], ['record.createdAt', '2026-11-24T18:00:00.000Z'], ['record.createdAt < now()', true],
    ['date(record.createdAt) = today()', true], ['record.date between date("2026-01-01") and today()', true], ['@"2026-01-01" < today()', true], ['record.date in [@"2026-11-01"..today()]', true],
    ['record.date + duration("P1M")', '2026-12-25'], ['date("2026-03-31") - duration("P1M")', '2026-02-28'], ['(today() - date("2026-11-01")).days', 24],
    ['now() + @"PT30M"', '2026-11-25T01:30:00.000Z'], ['date and time("2026-11-25T09:00:00") = now()', true], ['date and time("2026-11-25T01:00:00Z") = now()', true],
    ['record.startTime', '08:30:00'], ['record.startTime < time("09:00:00")', true], ['time(now())', '09:00:00'], ['record.date.year', 2026], ['today().weekday', 3],
    ['today() + duration("PT36H")', '2026-11-26'], ['duration("P200D") = duration("P201D")', false], ['duration("P1D") != duration("PT24H")', false], ['max(record.lines.expiry)', '2027-01-01'],
    ['date(2026, 2, 30)', null], ['date(record.reason)', null], ['add months(date("2024-01-31"), 1)', '2024-02-29'], ['add months(date("2026-03-31"), -1)', '2026-02-28'], ['days between(today(), date("2026-11-20"))', -5],
    ['age(date("2000-11-25"))', 26], ['age(date("2000-11-26"))', 25],
  ])('dates: %s gives %j', (text, result) => expect(evaluated(text)).toEqual(result));

  test('today follows the clock and its zone, not the machine', () => {
    const { expression } = parse('today()', { variables: {} });
    const now = () => new Date('2026-12-31T17:00:00Z');
    expect([expression?.evaluate({}, { now, zone: 'Asia/Shanghai' }), expression?.evaluate({}, { now, zone: 'UTC' })]).toEqual(['2027-01-01', '2026-12-31']);
  });

  test.each<[unknown, FeelType, unknown]>([
    ['12.50', { kind: 'number' }, 12.5], ['', { kind: 'number' }, null], ['abc', { kind: 'number' }, null], [true, { kind: 'number' }, null], [10n, { kind: 'number' }, 10], [Number.NaN, { kind: 'number' }, null],
    [7, { kind: 'string' }, '7'], [{}, { kind: 'string' }, null], ['true', { kind: 'boolean' }, null],
    [new Date('2026-11-24T17:00:00Z'), { kind: 'date' }, '2026-11-25'], ['2026-11-24T17:00:00Z', { kind: 'date' }, '2026-11-25'], ['2026-02-30', { kind: 'date' }, null], ['昨天', { kind: 'date' }, null],
    [new Date('2026-11-24T17:00:00Z'), { kind: 'date-time' }, '2026-11-24T17:00:00.000Z'], ['2026-11-25T01:00:00+08:00', { kind: 'date-time' }, '2026-11-24T17:00:00.000Z'], ['2026-11-25 01:00:00', { kind: 'date-time' }, '2026-11-24T17:00:00.000Z'],
    ['P1M', { kind: 'duration' }, 'P1M'], ['P1W', { kind: 'duration' }, null], [5, { kind: 'list', of: { kind: 'number' } }, null], [['1', null, 'x'], { kind: 'list', of: { kind: 'number' } }, [1, null, null]],
    [{ a: '1', b: 2 }, { kind: 'context', entries: { a: { kind: 'number' }, c: { kind: 'string' } } }, { a: 1 }], [[1], { kind: 'context', entries: {} }, null],
    [{ a: [new Date(0)], u: undefined }, { kind: 'any' }, { a: ['1970-01-01T00:00:00.000Z'], u: null }], [undefined, { kind: 'any' }, null],
  ])('the value %p as %j comes back as %j', (given, type, result) => {
    const { expression } = parse('x', { variables: { x: type } });
    expect(expression?.evaluate({ x: given }, clock)).toEqual(result);
  });

  test.each<[string, string[], string[]]>([
    ['record.depot.code', ['record'], ['record.depot.code']], ['record.date.year + value', ['record', 'value'], ['record.date', 'value']],
    ['record.lines[quantity > 5].item.code', ['record'], ['record.lines.quantity', 'record.lines.item.code']],
    ['some l in record.lines satisfies l.item.code = user.name', ['record', 'user'], ['record.lines.item.code', 'user.name']],
    ['record.depot = null', ['record'], ['record.depot']], ['count(record.lines)', ['record'], ['record.lines']], ['for l in record.lines return l', ['record'], ['record.lines']],
    ['record.lines[value > 1]', ['record', 'value'], ['record.lines', 'value']], ['1 + 1', [], []],
  ])('%s reads %j by %j', (text, names, paths) => {
    const { expression } = parse(text, { variables });
    expect(expression?.names).toEqual(names);
    expect(expression?.paths.map((path) => path.join('.'))).toEqual(paths);
  });

  test('a property that an element lacks is null, never an outer name', () => {
    const lines: FeelType = { kind: 'list', of: { kind: 'context', entries: { quantity: { kind: 'number' } } } };
    const { expression } = parse('count(lines[quantity = 1])', { variables: { lines, quantity: { kind: 'number' } } });
    expect(expression?.evaluate({ lines: [{}, { quantity: 1 }], quantity: 1 }, clock)).toBe(1);
  });

  test('values of a wrong type at run time give null and do not throw', () => {
    const extra: FeelType = { kind: 'any' };
    for (const text of ['x < 1', 'x + 1', 'x.y.z', 'x[1]', 'sum(x)', 'x in [1..2]', 'upper case(x)', 'for i in x return i', 'x between 1 and 2', 'date(x)']) {
      const { expression, problems } = parse(text, { variables: { x: extra } });
      expect(problems).toEqual([]);
      for (const x of ['text', {}, [{}], true, null]) expect(() => expression?.evaluate({ x }, clock)).not.toThrow();
    }
  });

  test('an expression runs inside a function that another one calls', () => {
    const inner = parse('x + 1', { variables: { x: { kind: 'number' } } }).expression;
    const functions = createFunctions([{
      name: 'next', doc: { zh: '下一个', en: 'The next number' }, parameters: [{ name: 'x', type: { kind: 'number' } }], result: { kind: 'number' }, example: 'next(1) = 2',
      run: ([x], at) => inner?.evaluate({ x }, at),
    }]);
    const { expression } = parse('next(next(1)) + 0.5', { variables: {}, functions });
    expect(expression?.evaluate({}, clock)).toBe(3.5);
    expect(expression?.evaluate(values, clock)).toBe(3.5);
  });
});
