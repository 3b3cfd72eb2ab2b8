import { expect, test } from '@jest/globals';
import { advance, initialState, isWithin, parallelContexts, parseProcess } from './index.ts';
import { and, end, modelXml, start, timer, user, xor, type Model } from './testing/model-xml.ts';
import { feelEnv } from './testing/play.ts';

async function compiled(model: Model) {
  const { process } = await parseProcess(modelXml(model));
  if (process === undefined) throw new Error('no process');
  return process;
}

const branches: Model = {
  nodes: [start('s'), user('first'), and('split'), user('a1'), user('a2'), user('b1'), and('join'), user('last'), end('e'), timer('late', 'b1', 'timeDuration P1D', 'cancelActivity="false"'), user('reminded'), end('told')],
  flows: ['s > first', 'first > split', 'split > a1', 'a1 > a2', 'split > b1', 'a2 > join', 'b1 > join', 'join > last', 'last > e', 'late > reminded', 'reminded > told'],
};
const crossed: Model = {
  nodes: [start('s'), xor('x'), and('j'), user('u'), user('v'), and('t'), end('e')],
  flows: ['s > t', 't > u', 't > x', 'x > v if n = 1', 'x > u default', 'u > j', 'v > j', 'j > e'],
};

test.each([
  ['a step before the split', 'a2', 'first', true], ['the join', 'join', 'first', true], ['behind the join', 'last', 'first', true],
  ['the same branch', 'a2', 'a1', true], ['the other branch', 'b1', 'a1', false], ['from behind the join into a branch', 'last', 'a1', false],
  ['a reminder beside the step', 'reminded', 'b1', true], ['the step from its reminder', 'b1', 'reminded', false],
])('%s: %s within %s is %s', async (_name, inner, outer, expected) => {
  const contexts = parallelContexts(await compiled(branches));
  expect(isWithin(contexts.get(inner)!, contexts.get(outer)!)).toBe(expected);
});

test('a loop keeps its place; splits that do not nest have none', async () => {
  const loop = parallelContexts(await compiled({ nodes: [start('s'), xor('again'), user('u'), xor('x'), end('e')], flows: ['s > again', 'again > u', 'u > x', 'x > again if n = 1', 'x > e default'] }));
  expect([loop.get('u'), loop.get('e')]).toEqual([[], []]);
  const unsound = parallelContexts(await compiled(crossed));
  expect([unsound.has('u'), unsound.has('s')]).toEqual([false, true]);
});

test('modify takes tokens off the board and starts before another node', async () => {
  const process = await compiled(branches);
  const env = feelEnv({});
  let { state } = advance(process, initialState, { type: 'start' }, env);
  state = advance(process, state, { type: 'complete-task', taskId: state.tokens[0]!.taskId! }, env).state;
  const moved = advance(process, state, { type: 'modify', cancel: state.tokens.map(({ id }) => id), startBefore: 'first' }, env);
  expect(moved.state.tokens.map(({ nodeId }) => nodeId)).toEqual(['first']);
  expect(moved.effects.map(({ type }) => type)).toEqual(['cancel-task', 'leave-activity', 'cancel-task', 'cancel-timer', 'leave-activity', 'enter-activity', 'create-task']);
  expect(() => advance(process, state, { type: 'modify', cancel: ['99'], startBefore: 'first' }, env)).toThrow('no-such-token');
  expect(() => advance(process, state, { type: 'modify', cancel: [], startBefore: 'nowhere' }, env)).toThrow('not-executable');
});
