import { describe, expect, test } from '@jest/globals';
import { clock } from './fixture.ts';
import { ExpressionError, parse, type FeelType } from './index.ts';

const number: FeelType = { kind: 'number' };
const variables: Record<string, FeelType> = { text: { kind: 'string' }, n: number, nums: { kind: 'list', of: number }, lines: { kind: 'list', of: { kind: 'context', entries: { q: number, t: { kind: 'string' } } } }, json: { kind: 'any' } };
const tenThousand = Array.from({ length: 10_000 }, (_, index) => index);
const values = { text: `${'a'.repeat(9_999)}!`, n: 3_000_000, nums: tenThousand, lines: tenThousand.map((q) => ({ q, t: `t${q}` })), json: { big: tenThousand.map((a) => ({ a })) } };

/** `{ x0: first, x1: step(x0), … }.xk`: every step may double what the one before holds. */
function doubling(first: string, step: (before: string) => string, times = 30): string {
  const entries = Array.from({ length: times }, (_, index) => `x${index + 1}: ${step(`x${index}`)}`);
  return `{ x0: ${first}, ${entries.join(', ')} }.x${times}`;
}

const stopped = 'stopped';
const refused = 'refused';

function run(text: string): { result: unknown; time: number } {
  const started = process.cpuUsage();
  const spent = (): number => { const { user, system } = process.cpuUsage(started); return (user + system) / 1000; };
  const { expression } = parse(text, { variables });
  try {
    return { result: expression ? expression.evaluate(values, clock) : refused, time: spent() };
  } catch (error) {
    expect(error).toBeInstanceOf(ExpressionError);
    return { result: stopped, time: spent() };
  }
}

describe('guard', () => {
  test.each<[string, string, unknown]>([
    ['backtracking', `matches("${'a'.repeat(50)}!", "^(a+)+$")`, false], ['backtracking, long', 'matches(text, "(x+x+)+y")', false], ['large repetition', 'matches(text, "((a{100}){100}){100}")', refused], ['repetition', 'matches(text, "(a{0,500}){1,1}b")', false],
    ['many optional parts', `matches(text, "${'(a?)'.repeat(60)}a{60}")`, true], ['patterns in a loop', 'for i in 1..1000 return matches(text, "^(a+)+$")', stopped], ['patterns made up', 'for i in 1..10000 return matches("a", string(i) + "(a+)+")', stopped], ['split into many', 'split(text, "")', stopped],
    ['replace that grows', 'replace(text, "a", text)', stopped], ['replace by groups', `replace(text, "(a*)", "${'$1'.repeat(300)}")`, stopped],
    ['range', 'for i in 1..3000000 return i', stopped], ['range by a value', 'for i in 1..n return i', stopped], ['product of ranges', 'for i in 1..10000, j in 1..10000 return i * j', stopped], ['nested loops', 'for i in 1..1000 return for j in 1..1000 return i', stopped],
    ['quantifiers', 'some i in 1..10000 satisfies some j in 1..10000 satisfies i = j + 0.5', stopped], ['filter in a filter', 'count(lines[count(nums[item > 5]) > 3])', stopped], ['path in a loop', 'for i in 1..10000 return sum(lines.q)', stopped], ['list test in a loop', 'for i in 1..10000 return i in nums', stopped],
    ['text that doubles', doubling('"abcdefghij"', (x) => `${x} + ${x}`), stopped], ['joined text that doubles', doubling('"abcdefghij"', (x) => `string join([${x}, ${x}])`), stopped], ['list that doubles', doubling('[1]', (x) => `[${x}, ${x}]`), stopped],
    ['context that doubles', doubling('{ a: 1 }', (x) => `{ l: ${x}, r: ${x} }`), stopped], ['flattened list that doubles', `count(flatten(${doubling('[1]', (x) => `[${x}, ${x}]`)}))`, stopped], ['concatenated list that doubles', doubling('[1]', (x) => `concatenate(${x}, ${x})`), stopped],
    ['comparison of large values', 'for i in 1..10000 return json = json', stopped], ['distinct values in a loop', 'for i in 1..10000 return distinct values(nums)', stopped], ['heavy comparator', 'sort(lines, function(a, b) sum(nums) > b.q)', stopped], ['dates in a loop', 'for i in 1..10000 return today() + duration("P" + string(i) + "D")', stopped],
    ['deep parentheses', `${'('.repeat(900)}1${')'.repeat(900)}`, refused], ['deep lists', `${'['.repeat(900)}1${']'.repeat(900)}`, refused], ['deep calls', `${'not('.repeat(300)}true${')'.repeat(300)}`, refused], ['deep chain of if', `${'if true then 1 else '.repeat(95)}1`, 1], ['signs', `${'-'.repeat(1_900)}1`, refused],
    ['long chain', `1${'+1'.repeat(990)}`, refused], ['long path', `json${'.a'.repeat(900)}`, refused], ['long text', `"${'a'.repeat(2_000)}"`, refused], ['unclosed', '('.repeat(1_900), refused], ['unclosed loops', 'for i in '.repeat(200), refused], ['words', 'a '.repeat(990), refused], ['brackets and signs', ')++)+)++)+++'.repeat(166), refused], ['open brackets', ']]][[][[[][][][]]'.repeat(125), refused], ['large power', '9 ** 9 ** 9 ** 9', null],
    ['large date', 'date("9999-12-31") + duration("P9999Y")', '+019998-12-31'],
  ])('%s comes back in time', (_, text, outcome) => {
    const { result, time } = run(text);
    expect(result).toEqual(outcome);
    // Far above what a stopped run takes and far below what an unguarded one would; a busy machine must not decide.
    expect(time).toBeLessThan(5_000);
  });

  test.each<[string, unknown]>([
    ['count(lines[q > 5 and t != "t7"])', 9_993], ['sum(lines.q)', 49_995_000], ['some l in lines satisfies l.q > 9998', true], ['count(for i in 1..10000 return i * 2)', 10_000], ['count(distinct values(nums))', 10_000], ['sort(nums, function(a, b) a > b)[1]', 9_999],
  ])('a large but honest rule runs: %s', (text, result) => expect(parse(text, { variables }).expression?.evaluate(values, clock)).toBe(result));

  test('one stopped run leaves the expression as it was', () => {
    const { expression } = parse('count(for i in 1..n return i)', { variables });
    expect(() => expression?.evaluate({ n: 20_000 }, clock)).toThrow(ExpressionError);
    expect(expression?.evaluate({ n: 20 }, clock)).toBe(20);
  });
});
