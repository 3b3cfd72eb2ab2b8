import { expect, test } from '@jest/globals';
import { evaluate } from 'feelin';
import { juelTemplate, juelToFeel } from './juel.ts';

const values = { n: 5, text: 'ab', blank: '', none: null, order: { total: 12, items: ['x', 'y'] }, yes: true };

test.each<[string, unknown]>([
  ['n > 3', true], ['n gt 3 && n lt 6', true], ['n >= 5 and n le 5', true], ['n == 5 || n == 6', true], ['n eq 5 or false', true], ['n != 5', false], ['n ne 4', true], ['!(n == 5)', false], ['not yes', false],
  ['n + 2 * 3', 11], ['(n + 2) * 3', 21], ['n - 2 - 1', 2], ['n / 2', 2.5], ['n % 3', 2], ['n mod 3', 2], ['-n', -5], ['n div 5', 1], ["text == 'ab'", true], ['text == "a\\"b"', false],
  ['order.total > 10', true], ["order['total']", 12], ['order.items[1]', 'y'], ["yes ? 'a' : 'b'", 'a'], ["n == 1 ? 'a' : n == 5 ? 'b' : 'c'", 'b'], ['empty blank', true], ['empty none', true], ['empty text', false], ['!empty text', true],
  ["execution.getVariable('n') == 5", true], ['true', true], ['null == none', true],
])('%s', (text, expected) => {
  expect(evaluate(juelToFeel(text), values).value).toEqual(expected);
});

test.each(['bean.find(1)', 'execution.setVariable("a", 1)', 'a ==', 'a b', '(a', 'a[b]', '"open', 'execution', 'f()', 'a ? b', ''])('%s is not understood', (text) => {
  expect(() => juelToFeel(text)).toThrow(/./);
});

test('text with values in it', () => {
  expect(evaluate(juelTemplate('Nr. ${n} of #{order.total}!'), values).value).toBe('Nr. 5 of 12!');
  expect(() => juelTemplate('a ${n')).toThrow('brace');
});
