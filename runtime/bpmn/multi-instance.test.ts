import { describe, expect, test } from '@jest/globals';
import { advance, checkProcess, parseProcess } from './index.ts';
import type { Process } from './index.ts';
import { and, end, modelXml, multi, service, start, timer, times, until, user, xor } from './testing/model-xml.ts';
import type { Model, ModelNode } from './testing/model-xml.ts';
import { feelEnv, play } from './testing/play.ts';

async function compiled(model: Model): Promise<Process> {
  const { process, problems } = await parseProcess(modelXml(model));
  if (process === undefined) throw new Error('no process');
  expect([...problems, ...checkProcess(process)]).toEqual([]);
  return process;
}

const line = (...nodes: ModelNode[]): Model => ({ nodes, flows: nodes.slice(1).map((node, index) => `${nodes[index]?.id} > ${node.id}`) });
const several = (inner: string, attrs = '', node = user('u', ['yes', 'no'])): ModelNode => ({ ...node, body: `${node.body ?? ''}${multi(attrs, inner)}` });
const around = (node: ModelNode): Model => line(start('s'), node, user('v'), end('e'));
const ended = ['end e none'];

type Case = [name: string, model: Model, steps: string[], trace: string[][], values?: Record<string, unknown>];

describe('a multi-instance activity', () => {
  test.each<Case>([
    ['runs all at once', around(several(times('3'))), ['start', 'u@2 yes', 'u@0 no', 'u@1 yes', 'v'], [['task u', 'task u', 'task u'], [], [], ['task v'], ended]],
    ['runs one after the other', around(several(times('2'), 'isSequential="true"')), ['start', 'u yes', 'u yes', 'v'], [['task u'], ['task u'], ['task v'], ended]],
    ['runs for each item of a list', line(start('s'), several('', 'camunda:collection="=people" camunda:elementVariable="person"', user('u', [], 'camunda:assignee="${person}"')), end('e')), ['start', 'u', 'u'], [['task u for ann', 'task u for bob'], [], ended], { people: ['ann', 'bob'] }],
    ['reads a list by its name as Camunda models have it', line(start('s'), several('', 'camunda:collection="people" camunda:elementVariable="person"', user('u', [], 'camunda:assignee="${person}"')), end('e')), ['start people=["a"]', 'u'], [['task u for a'], ended]],
    ['is passed when there is nobody', around(several(times('0'))), ['start', 'v'], [['task v'], ended]],
    ['ends early by its completion condition', around(several(`${times('3')}${until('=nrOfCompletedInstances / nrOfInstances >= 0.6')}`)), ['start', 'u@0 yes', 'u@2 yes', 'v'], [['task u', 'task u', 'task u'], [], ['cancel-task u', 'task v'], ended]],
    ['reads its completion condition in JUEL too', around(several(`${times('3')}${until('${nrOfCompletedInstances == 1 &amp;&amp; nrOfActiveInstances == 2}')}`)), ['start', 'u@1 yes'], [['task u', 'task u', 'task u'], ['cancel-task u', 'cancel-task u', 'task v']]],
    ['reads the votes', around(several(`${times('4')}${until('=votes.no >= 2')}`)), ['start', 'u@0 yes', 'u@1 no', 'u@2 no'], [['task u', 'task u', 'task u', 'task u'], [], [], ['cancel-task u', 'task v']]],
    ['sequential, ends early', around(several(`${times('3')}${until('=outcomes.u = "no"')}`, 'isSequential="true"')), ['start', 'u yes', 'u no'], [['task u'], ['task u'], ['task v']]],
    ['of services', line(start('s'), several(times('2'), '', service('x')), end('e')), ['start', 'done x', 'done x'], [['call-service x', 'call-service x'], [], ended]],
    ['has one boundary for all', { ...around(several(times('2'))), nodes: [...around(several(times('2'))).nodes, timer('b', 'u', 'timeDuration P1D')], flows: [...around(user('u')).flows, 'b > v'] }, ['start', 'u@0 yes', 'timer b'], [['task u', 'task u', 'create-timer b'], [], ['cancel-task u', 'task v']]],
    ['grows while it runs', around(several(times('2'))), ['start', 'u@0 yes', 'add u', 'u@1 yes', 'u@2 yes'], [['task u', 'task u'], [], ['task u'], [], ['task v']]],
    ['grows by an item', line(start('s'), several('', 'camunda:collection="=people" camunda:elementVariable="person"', user('u', [], 'camunda:assignee="${person}"')), end('e')), ['start', 'add u bob', 'u@1', 'u@0'], [['task u for ann'], ['task u for bob'], [], ended], { people: ['ann'] }],
    ['grows in sequence: the new one comes last', around(several(times('2'), 'isSequential="true"')), ['start', 'add u', 'u yes', 'u yes', 'u yes'], [['task u'], [], ['task u'], ['task u'], ['task v']]],
    ['shrinks, and what remains may be enough', around(several(times('3'))), ['start', 'u@0 yes', 'remove u@1', 'remove u@2'], [['task u', 'task u', 'task u'], [], ['cancel-task u'], ['cancel-task u', 'task v']]],
    ['re-reads its condition when it shrinks', around(several(`${times('4')}${until('=nrOfCompletedInstances / nrOfInstances >= 0.5')}`)), ['start', 'u@0 yes', 'remove u@1', 'remove u@2'], [['task u', 'task u', 'task u', 'task u'], [], ['cancel-task u'], ['cancel-task u', 'cancel-task u', 'task v']]],
    ['a condition that fails, retried in vain', around(several(`${times('2')}${until('=boom')}`)), ['start', 'u@0 yes', 'retry u'], [['task u', 'task u'], ['incident u condition-failed'], ['resolve', 'incident u condition-failed']]],
    ['a list that is none', around(several('', 'camunda:collection="=5"')), ['start'], [['incident u not-a-list']]],
    ['a count that is none', around(several(times('=-1'))), ['start'], [['incident u not-a-count']]],
    ['a list that can not be read, retried', around(several('', 'camunda:collection="=boom"')), ['start', 'retry u'], [['incident u expression-failed'], ['resolve', 'incident u expression-failed']]],
    ['is left by a modification with everything in it', around(several(times('2'))), ['start', 'u@0 yes', 'back u to v', 'v'], [['task u', 'task u'], [], ['cancel-task u', 'task v'], ended]],
    ['one is taken away by a modification', { nodes: [start('s'), and('a'), several(times('2')), user('w'), end('e'), end('f')], flows: ['s > a', 'a > u', 'a > w', 'u > e', 'w > f'] }, ['start', 'back w to w', 'u@0 yes', 'u@1 yes', 'w'], [['task u', 'task u', 'task w'].sort(), ['cancel-task w', 'task w'], [], [], ['end f none']]],
  ])('%s', async (_name, model, steps, trace, values = {}) => {
    const played = play(await compiled(model), steps, feelEnv(values));
    expect(played.trace.map((step, index) => (index === 0 ? [...step].sort() : step))).toEqual(trace.map((step, index) => (index === 0 ? [...step].sort() : step)));
  });

  test('what can not be changed is refused', async () => {
    const process = await compiled(around(several(times('1'))));
    const { state } = play(process, ['start']);
    const [body, only] = state.tokens;
    const env = feelEnv();
    expect(() => advance(process, state, { type: 'remove-instance', tokenId: only?.id ?? '' }, env)).toThrow(expect.objectContaining({ code: 'last-instance' }));
    expect(() => advance(process, state, { type: 'remove-instance', tokenId: body?.id ?? '' }, env)).toThrow(expect.objectContaining({ code: 'no-such-token' }));
    expect(() => advance(process, state, { type: 'add-instance', tokenId: 'none' }, env)).toThrow(expect.objectContaining({ code: 'not-multi-instance' }));
  });
});

describe('several sign one step', () => {
  const sign = (attrs: string): Model => ({
    nodes: [start('s'), user('u', ['yes', 'no', 'back'], `camunda:candidateGroups="a.b" ${attrs}`), xor('x'), end('ok'), end('not'), end('returned')],
    flows: ['s > u', 'u > x', 'x > ok if outcome = "yes"', 'x > returned if outcomes.u = "back"', 'x > not default'],
  });
  const begun = ['task u for a', 'task u for b', 'task u for c', 'task u for d'];
  const people = { signers: ['a', 'b', 'c', 'd'] };
  const cancelled = (count: number) => Array.from({ length: count }, () => 'cancel-task u');

  test.each<[string, string, string[], string[][]]>([
    ['all: everybody approves', 'tamga:sign="all"', ['u@3 yes', 'u@0 yes', 'u@1 yes', 'u@2 yes'], [[], [], [], ['end ok none']]],
    ['all: one opposing signer decides', 'tamga:sign="all"', ['u@1 yes', 'u@0 no'], [[], [...cancelled(2), 'end not none']]],
    ['all, the outcome that was chosen', 'tamga:sign="all"', ['u@0 back'], [[...cancelled(3), 'end returned none']]],
    ['all without veto hears everybody', 'tamga:sign="all" tamga:veto="false"', ['u@0 no', 'u@1 yes', 'u@2 yes', 'u@3 yes'], [[], [], [], ['end not none']]],
    ['any: the first decides', 'tamga:sign="any"', ['u@2 yes'], [[...cancelled(3), 'end ok none']]],
    ['any: the first refuses', 'tamga:sign="any"', ['u@2 no'], [[...cancelled(3), 'end not none']]],
    ['vote: more than half', 'tamga:sign="vote"', ['u@0 yes', 'u@1 no', 'u@2 yes', 'u@3 yes'], [[], [], [], ['end ok none']]],
    ['vote: half is not enough, and is known before the end', 'tamga:sign="vote"', ['u@0 yes', 'u@1 no', 'u@2 no'], [[], [], [...cancelled(1), 'end not none']]],
    ['vote by share', 'tamga:sign="vote" tamga:pass="0.5"', ['u@0 no', 'u@1 yes', 'u@2 yes'], [[], [], [...cancelled(1), 'end ok none']]],
    ['vote with veto', 'tamga:sign="vote" tamga:veto="true"', ['u@0 yes', 'u@1 no'], [[], [...cancelled(2), 'end not none']]],
    ['a signer more is heard', 'tamga:sign="all"', ['u@0 yes', 'u@1 yes', 'u@2 yes', 'add u e', 'u@3 yes', 'u@4 yes'], [[], [], [], ['task u for e'], [], ['end ok none']]],
    ['a signer less', 'tamga:sign="all"', ['u@0 yes', 'u@1 yes', 'u@2 yes', 'remove u@3'], [[], [], [], ['cancel-task u', 'end ok none']]],
  ])('%s', async (_name, attrs, steps, trace) => {
    const played = play(await compiled(sign(attrs)), ['start', ...steps], feelEnv(people));
    expect(played.trace).toEqual([begun, ...trace]);
  });

  test('nobody to sign is no consent', async () => {
    expect(play(await compiled(sign('tamga:sign="all"')), ['start'], feelEnv({ signers: [] })).trace).toEqual([['incident u no-signers']]);
  });
});
