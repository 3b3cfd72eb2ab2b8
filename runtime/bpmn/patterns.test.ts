import { describe, expect, test } from '@jest/globals';
import { checkProcess, parseProcess } from './index.ts';
import type { Process } from './index.ts';
import { and, end, event, modelXml, multi, or, start, sub, task, terminate, things, times, until, user, xor } from './testing/model-xml.ts';
import type { Model, ModelNode } from './testing/model-xml.ts';
import { feelEnv, play } from './testing/play.ts';

// The numbers are those of the workflow patterns initiative (workflowpatterns.com).
async function compiled(model: Model): Promise<Process> {
  const { process, problems } = await parseProcess(modelXml({ beside: things, ...model }));
  if (process === undefined) throw new Error('no process');
  expect([...problems, ...checkProcess(process)]).toEqual([]);
  return process;
}

const line = (...nodes: ModelNode[]): Model => ({ nodes, flows: nodes.slice(1).map((node, index) => `${nodes[index]?.id} > ${node.id}`) });
const several = (inner: string, attrs = ''): ModelNode => ({ ...user('u'), body: multi(attrs, inner) });
const choice = (split: ModelNode, join: ModelNode): Model => ({
  nodes: [start('s'), split, user('u'), user('v'), user('w'), join, user('z'), end('e')],
  flows: ['s > a', 'a > u if n > 0', 'a > v if n > 1', 'a > w default', 'u > j', 'v > j', 'w > j', 'j > z', 'z > e'],
});
const done = ['end e none'];

describe('workflow patterns', () => {
  test.each<[string, Model, string[], string[][], Record<string, unknown>?]>([
    ['1 sequence', line(start('s'), user('u'), user('v'), end('e')), ['start', 'u', 'v'], [['task u'], ['task v'], done]],
    ['2 parallel split, 3 synchronization', { nodes: [start('s'), and('a'), user('u'), user('v'), and('j'), user('z'), end('e')], flows: ['s > a', 'a > u', 'a > v', 'u > j', 'v > j', 'j > z', 'z > e'] }, ['start', 'v', 'u', 'z'], [['task u', 'task v'], [], ['task z'], done]],
    ['4 exclusive choice, 5 simple merge', choice(xor('a'), xor('j')), ['start', 'u', 'z'], [['task u'], ['task z'], done], { n: 2 }],
    ['6 multi-choice, 7 synchronizing merge: two ways', choice(or('a'), or('j')), ['start', 'u', 'v', 'z'], [['task u', 'task v'], [], ['task z'], done], { n: 2 }],
    ['6, 7: one way', choice(or('a'), or('j')), ['start', 'u', 'z'], [['task u'], ['task z'], done], { n: 1 }],
    ['6, 7: the default', choice(or('a'), or('j')), ['start', 'w', 'z'], [['task w'], ['task z'], done], { n: 0 }],
    ['7: waits for a token that may still come, goes on when it went elsewhere', {
      nodes: [start('s'), and('a'), user('u'), user('v'), xor('x'), or('j'), user('z'), end('e'), end('f')],
      flows: ['s > a', 'a > u', 'a > v', 'u > j', 'v > x', 'x > j if n = 1', 'x > f default', 'j > z', 'z > e'],
    }, ['start', 'u', 'v', 'z'], [['task u', 'task v'], [], ['task z'], done], { n: 2 }],
    ['7: a loop before the join', {
      nodes: [start('s'), or('a'), user('u'), user('v', ['again', 'on']), xor('x'), or('j'), user('z'), end('e')],
      flows: ['s > a', 'a > u if true', 'a > v if true', 'u > j', 'v > x', 'x > j if outcome = "on"', 'x > v default', 'j > z', 'z > e'],
    }, ['start', 'u', 'v again', 'v on', 'z'], [['task u', 'task v'], [], ['task v'], ['task z'], done]],
    ['8 multi-merge', { nodes: [start('s'), and('a'), user('u'), user('v'), xor('j'), user('z'), end('e')], flows: ['s > a', 'a > u', 'a > v', 'u > j', 'v > j', 'j > z', 'z > e'] }, ['start', 'u', 'v', 'z', 'z'], [['task u', 'task v'], ['task z'], ['task z'], [], done]],
    ['9 discriminator: the first of several decides', line(start('s'), several(`${times('3')}${until('=nrOfCompletedInstances = 1')}`), user('z'), end('e')), ['start', 'u@1', 'z'], [['task u', 'task u', 'task u'], ['cancel-task u', 'cancel-task u', 'task z'], done]],
    ['10 arbitrary cycles', { nodes: [start('s'), xor('a'), user('u', ['back', 'on']), xor('x'), user('v', ['back', 'on']), xor('y'), end('e')], flows: ['s > a', 'a > u', 'u > x', 'x > v if outcome = "on"', 'x > a default', 'v > y', 'y > e if outcome = "on"', 'y > a default'] }, ['start', 'u back', 'u on', 'v back', 'u on', 'v on'], [['task u'], ['task u'], ['task v'], ['task u'], ['task v'], done]],
    ['11 implicit termination', { nodes: [start('s'), and('a'), user('u'), user('v'), end('e'), end('f')], flows: ['s > a', 'a > u', 'a > v', 'u > e', 'v > f'] }, ['start', 'v', 'u'], [['task u', 'task v'], [], done]],
    ['12 several instances without synchronization', { nodes: [start('s'), xor('m'), and('a'), user('u'), xor('x'), end('e'), end('f')], flows: ['s > m', 'm > a', 'a > u', 'a > x', 'u > f', 'x > m if odd', 'x > e default'] }, ['start', 'u'], [['task u'], ['end f none']], { odd: false }],
    ['13 a number known when drawn', line(start('s'), several(times('2')), user('z'), end('e')), ['start', 'u', 'u', 'z'], [['task u', 'task u'], [], ['task z'], done]],
    ['14 a number known when it begins', line(start('s'), several(times('=n')), user('z'), end('e')), ['start n=3', 'u', 'u', 'u', 'z'], [['task u', 'task u', 'task u'], [], [], ['task z'], done]],
    ['15 a number that grows while it runs', line(start('s'), several(times('1')), user('z'), end('e')), ['start', 'add u', 'u', 'u', 'z'], [['task u'], ['task u'], [], ['task z'], done]],
    ['16 deferred choice', { nodes: [start('s'), { id: 'g', element: 'eventBasedGateway' }, event('c', 'intermediateCatchEvent', 'message A'), event('d', 'intermediateCatchEvent', 'message B'), user('u'), user('v'), end('e')], flows: ['s > g', 'g > c', 'g > d', 'c > u', 'd > v', 'u > e', 'v > e'] }, ['start', 'trigger d', 'v'], [['wait c', 'wait d'], ['no c', 'task v'], done]],
    ['19 cancel activity', { nodes: [start('s'), user('u'), event('b', 'boundaryEvent', 'message A', 'attachedToRef="u"'), end('e'), end('f')], flows: ['s > u', 'u > e', 'b > f'] }, ['start', 'trigger b'], [['task u', 'wait b'], ['cancel-task u', 'end f none']]],
    ['20 cancel case', { nodes: [start('s'), and('a'), user('u'), sub('p1', line(start('is'), user('v'), end('ie'))), user('w'), terminate('k'), end('e')], flows: ['s > a', 'a > u', 'a > p1', 'a > w', 'u > k', 'p1 > e', 'w > e'] }, ['start', 'u'], [['task u', 'task w', 'task v'], ['cancel-task v', 'cancel-task w', 'end k terminate']]],
    ['a task that is nothing', line(start('s'), task('t'), end('e')), ['start'], [done]],
  ])('%s', async (_name, model, steps, trace, values = {}) => {
    expect(play(await compiled(model), steps, feelEnv(values)).trace).toEqual(trace);
  });
});
