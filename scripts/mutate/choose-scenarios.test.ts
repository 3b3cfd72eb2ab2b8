import { describe, expect, test } from '@jest/globals';
import { chooseScenarios, rememberKill } from './choose-scenarios.ts';
import type { Hunter } from './choose-scenarios.ts';
import type { Mutant } from './mutant.ts';
import { sample } from '../scenarios/sample.ts';
import { mutationScore, scoreByClass } from './mutation-score.ts';

const hunter = (name: string, scenario: unknown, milliseconds = 100): Hunter => (
  { found: { file: `app-definitions/shop/${name}.scenario.json`, app: 'shop', scenario: { title: name, steps: [{ clock: '+1d' }] } }, text: JSON.stringify(scenario), milliseconds, kills: new Map() }
);
const mutant = (kind: string, name: string, pointer: string, role?: string): Mutant => (
  { class: 'check', pointer, what: 'x', source: { file: `app-definitions/shop/${name}.${kind}.json`, app: 'shop', kind, name, content: {} }, ...role ? { role } : {} }
);
const names = (chosen: Hunter[]): string[] => chosen.map(({ found }) => found.scenario.title);

describe('chooseScenarios', () => {
  const order = hunter('a', [{ create: 'order' }]);
  const bill = hunter('b', [{ create: 'bill', as: 'x', role: 'shop.clerk' }]);
  const slow = hunter('c', [{ create: 'order' }], 9000);

  test('those that touch the entity come first, the quicker before the slower', () => {
    expect(names(chooseScenarios(mutant('entity', 'order', '/checks/0'), [bill, slow, order]))).toEqual(['a', 'c', 'b']);
  });

  test('the rights of a role are tried only where somebody holds it', () => {
    expect(names(chooseScenarios(mutant('role', 'clerk', '/grants/order/scope', 'shop.clerk'), [order, bill, slow]))).toEqual(['b']);
  });

  test('what killed a neighbour comes first', () => {
    const other = hunter('d', [{ create: 'other' }]);
    rememberKill(mutant('entity', 'order', '/checks/0'), other);
    rememberKill(mutant('entity', 'order', '/checks/0'), other);
    expect(names(chooseScenarios(mutant('entity', 'order', '/checks/0'), [order, other]))).toEqual(['d', 'a']);
  });
});

describe('mutationScore', () => {
  const outcome = (result: 'killed' | 'survived' | 'invalid') => ({ mutant: mutant('entity', 'order', '/a'), result, tried: 1 });

  test.each<[string, ('killed' | 'survived' | 'invalid')[], number]>([
    ['nothing', [], 100], ['all killed', ['killed', 'killed'], 100], ['half', ['killed', 'survived'], 50], ['invalid ones do not count', ['killed', 'invalid'], 100],
  ])('%s', (_, results, percent) => {
    expect(mutationScore(results.map(outcome)).percent).toBe(percent);
    expect(Object.values(scoreByClass(results.map(outcome))).every((score) => score.percent === percent)).toBe(true);
  });

  test.each([[undefined, 10], [20, 10], [3, 3]])('a sample of %s', (limit, length) => {
    const all = Array.from({ length: 10 }, (_, at) => at);
    expect(new Set(sample(all, limit)).size).toBe(length);
  });
});
