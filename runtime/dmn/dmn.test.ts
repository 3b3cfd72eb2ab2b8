import { describe, expect, test } from '@jest/globals';
import { parse } from '../expressions/index.ts';
import { decideAll, parseDecisions, textsOf } from './index.ts';
import { unaryTests } from './unary-tests.ts';

const clock = { now: () => new Date('2026-04-10T01:00:00Z'), zone: 'Asia/Shanghai' };

function evaluate(text: string, values: Record<string, unknown>): unknown {
  const { expression, problems } = parse(text, { variables: Object.fromEntries(Object.keys(values).map((name) => [name, { kind: 'any' as const }])) });
  if (!expression) throw new Error(JSON.stringify(problems));
  return expression.evaluate(values, clock);
}

interface Table { policy?: string; inputs?: string[]; outputs?: string[]; rules: string[][] }

function tableXml({ policy = '', inputs = ['n'], outputs = ['fee'], rules }: Table): string {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<decisionTable id="t" ${policy}>${inputs.map((text, i) => `<input id="i${i}"><inputExpression id="ie${i}"><text>${escape(text)}</text></inputExpression></input>`).join('')}${outputs.map((name, i) => `<output id="o${i}" name="${name}"/>`).join('')}${
    rules.map((cells, r) => `<rule id="r${r}">${cells.map((cell, c) => (c < inputs.length ? `<inputEntry id="c${r}-${c}"><text>${escape(cell)}</text></inputEntry>` : `<outputEntry id="c${r}-${c}"><text>${escape(cell)}</text></outputEntry>`)).join('')}</rule>`).join('')}</decisionTable>`;
}

const dmn = (...decisions: string[]): string => `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:test">${decisions.join('')}</definitions>`;
const decision = (content: string, id = 'fee', requires: string[] = []): string =>
  `<decision id="${id}" name="${id}">${requires.map((other, i) => `<informationRequirement id="${id}-q${i}"><requiredDecision href="#${other}"/></informationRequirement>`).join('')}${content}</decision>`;

async function decide(xml: string, values: Record<string, unknown>, id = 'fee'): Promise<unknown> {
  const { decisions, problems } = await parseDecisions(xml);
  expect(problems).toEqual([]);
  return decideAll(decisions, id, async (text, known) => evaluate(text, { ...values, ...known }));
}

test.each<[string, unknown, boolean]>([
  ['-', 1, true], ['', 1, true], ['5', 5, true], ['5', 6, false], ['> 5', 6, true], ['<= 5', 6, false], ['!= 5', 6, true], ['= 6', 6, true], ['"a", "b"', 'b', true], ['"a", "b"', 'c', false], ['"a,b"', 'a,b', true],
  ['[1..3]', 3, true], ['(1..3)', 3, false], [']1..3]', 1, false], ['[1..3[', 3, false], ['[1..2], [5..9)', 5, true], ['[1..2], ]5..9)', 5, false], ['< 1, > 9', 10, true], ['not("a", "b")', 'c', true], ['not("a", "b")', 'a', false],
  ['null', null, true], ['true', true, true], ['? * 2 = 8', 4, true], ['contains(?, "?")', 'a?b', true], ['[date("2026-01-01")..date("2026-12-31")]', null, false],
])('the cell %s for %j', (cell, value, expected) => {
  expect(evaluate(unaryTests('v', cell), { v: value }) === true).toBe(expected);
});

describe('hit policies', () => {
  const rules = [['< 10', '1'], ['[5..20]', '2'], ['> 15', '3']];
  test.each<[string, string, number, unknown]>([
    ['unique', '', 3, [{ fee: 1 }]], ['unique, none', '', 30, [{ fee: 3 }]], ['first', 'hitPolicy="FIRST"', 7, [{ fee: 1 }]], ['rule order', 'hitPolicy="RULE ORDER"', 7, [{ fee: 1 }, { fee: 2 }]], ['collect', 'hitPolicy="COLLECT"', 18, [{ fee: 2 }, { fee: 3 }]],
    ['sum', 'hitPolicy="COLLECT" aggregation="SUM"', 7, [{ fee: 3 }]], ['min', 'hitPolicy="COLLECT" aggregation="MIN"', 7, [{ fee: 1 }]], ['max', 'hitPolicy="COLLECT" aggregation="MAX"', 7, [{ fee: 2 }]], ['count', 'hitPolicy="COLLECT" aggregation="COUNT"', 7, [{ fee: 2 }]],
  ])('%s', async (_name, policy, n, expected) => {
    expect(await decide(dmn(decision(tableXml({ policy, rules }))), { n })).toEqual(expected);
  });

  test('unique with two rules, any with different results', async () => {
    await expect(decide(dmn(decision(tableXml({ rules }))), { n: 7 })).rejects.toThrow('2 rules match');
    await expect(decide(dmn(decision(tableXml({ policy: 'hitPolicy="ANY"', rules }))), { n: 7 })).rejects.toThrow('different results');
    expect(await decide(dmn(decision(tableXml({ policy: 'hitPolicy="ANY"', rules: [['< 10', '"x"'], ['> 1', '"x"']] }))), { n: 7 })).toEqual([{ fee: 'x' }]);
  });
});

test('several inputs and outputs, and a decision that requires others', async () => {
  const xml = dmn(
    decision(tableXml({ inputs: ['age', 'kind'], outputs: ['group', 'rate'], rules: [['< 18', '-', '"child"', '0'], ['>= 18', '"staff", "guest"', '"adult"', 'base / 2'], ['>= 18', 'not("staff", "guest")', '"adult"', 'base']] }), 'who'),
    decision('<literalExpression id="l"><text>if who.group = "child" then 0 else who.rate + n</text></literalExpression>', 'fee', ['who']),
  );
  expect(await decide(xml, { age: 30, kind: 'staff', base: 10, n: 1 })).toEqual([{ fee: 6 }]);
  expect(await decide(xml, { age: 30, kind: 'other', base: 10, n: 1 }, 'who')).toEqual([{ group: 'adult', rate: 10 }]);
  expect(textsOf((await parseDecisions(xml)).decisions, 'fee').map(({ expects }) => expects)).toEqual(['boolean', 'any', 'any', 'boolean', 'any', 'any', 'boolean', 'any', 'any', 'any']);
});

test.each<[string, string]>([
  ['dmn.unreadable', '<a'], ['dmn.no-decision', dmn()], ['dmn.hit-policy', dmn(decision(tableXml({ policy: 'hitPolicy="PRIORITY"', rules: [['-', '1']] })))], ['dmn.hit-policy', dmn(decision(tableXml({ policy: 'hitPolicy="FIRST" aggregation="SUM"', rules: [['-', '1']] })))],
  ['dmn.unknown-decision', dmn(decision('<literalExpression id="l"><text>1</text></literalExpression>', 'fee', ['none']))], ['dmn.unsupported', dmn('<businessKnowledgeModel id="k" name="k"/>', decision('<literalExpression id="l"><text>1</text></literalExpression>'))],
  ['dmn.unsupported', dmn(decision('<context id="c"/>'))], ['dmn.unsupported', dmn(decision(''))], ['dmn.empty', dmn(decision('<literalExpression id="l"><text></text></literalExpression>'))], ['dmn.rule', dmn(decision(tableXml({ rules: [['-']] })))],
  ['dmn.language', dmn(decision('<literalExpression id="l" expressionLanguage="groovy"><text>1</text></literalExpression>'))], ['dmn.no-output', dmn(decision(tableXml({ outputs: [], rules: [['-']] })))],
  ['dmn.circle', dmn(decision('<literalExpression id="l"><text>1</text></literalExpression>', 'a', ['b']), decision('<literalExpression id="m"><text>1</text></literalExpression>', 'b', ['a']))], ['dmn.too-large', ' '.repeat(4_000_001)],
])('%s', async (code, xml) => {
  expect((await parseDecisions(xml)).problems.map((problem) => problem.code)).toContain(code);
});
