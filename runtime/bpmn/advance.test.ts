import { describe, expect, test } from '@jest/globals';
import { advance, initialState, parseProcess } from './index.ts';
import type { Event, Process } from './index.ts';
import { and, end, modelXml, service, start, task, terminate, timer, user, xor } from './testing/model-xml.ts';
import type { Model } from './testing/model-xml.ts';
import { feelEnv, play } from './testing/play.ts';

async function compiled(xml: string): Promise<Process> {
  const { process } = await parseProcess(xml);
  if (process === undefined) throw new Error('no process');
  return process;
}

type Case = [name: string, model: Model, steps: string[], trace: string[][], values?: Record<string, unknown>];

const line = (...nodes: Model['nodes']): Model => ({ nodes, flows: nodes.slice(1).map((node, index) => `${nodes[index]?.id} > ${node.id}`) });
const choice: Model = {
  nodes: [start('s'), xor('x'), end('a'), end('b'), end('c')], flows: ['s > x', 'x > a if n > 3', 'x > b if n > 1', 'x > c default'],
};
const strict: Model = { nodes: [start('s'), xor('x'), end('a'), end('b')], flows: ['s > x', 'x > a if n > 3', 'x > b if n = 0'] };
const timed = (attrs: string): Model => ({
  nodes: [start('s'), user('u'), end('e'), timer('b', 'u', 'timeDuration P3D', attrs), user('v'), end('f')], flows: ['s > u', 'u > e', 'b > v', 'v > f'],
});
const parallel: Model = { nodes: [start('s'), and('a'), user('u'), user('v'), and('j'), end('e')], flows: ['s > a', 'a > u', 'a > v', 'u > j', 'v > j', 'j > e'] };

describe('what is asked for at each step', () => {
  test.each<Case>([
    ['straight through', line(start('s'), task('t'), end('e')), ['start'], [['end e none']]],
    ['user task', line(start('s'), user('u'), end('e')), ['start', 'u complete'], [['task u'], ['end e none']]],
    ['implicit outcome', line(start('s'), user('u'), end('e')), ['start', 'u'], [['task u'], ['end e none']]],
    ['service task', line(start('s'), service('v'), end('e')), ['start', 'done v'], [['call-service v'], ['end e none']]],
    ['status on entering', line(start('s'), user('u', [], 'camunda:candidateGroups="a.b" tamga:status="open"'), end('e', 'tamga:status="closed"')), ['start', 'u'], [['status open', 'task u'], ['status closed', 'end e none']]],
    ['first condition that holds', choice, ['start'], [['end a none']], { n: 5 }],
    ['second condition', choice, ['start'], [['end b none']], { n: 2 }],
    ['default', choice, ['start'], [['end c none']], { n: 0 }],
    ['no flow is an incident, retried in vain', strict, ['start', 'retry x'], [['incident x no-flow'], ['resolve', 'incident x no-flow']], { n: 2 }],
    ['a condition that is neither true nor false', choice, ['start'], [['incident x condition-not-boolean']]],
    ['a condition that fails', { ...choice, flows: ['s > x', 'x > a if n >', 'x > b if n', 'x > c default'] }, ['start'], [['incident x condition-failed']]],
    ['both branches, then the join', parallel, ['start', 'v', 'u'], [['task u', 'task v'], [], ['end e none']]],
    ['a task with two ways out takes both', { nodes: [start('s'), task('t'), user('u'), user('v'), end('e')], flows: ['s > t', 't > u', 't > v', 'u > e', 'v > e'] }, ['start', 'u', 'v'], [['task u', 'task v'], [], ['end e none']]],
    ['a join that can never be reached is reported', { nodes: [start('s'), xor('x'), and('j'), end('e')], flows: ['s > x', 'x > j if n = 1', 'x > j default', 'j > e'] }, ['start', 'retry j'], [['incident j stuck-join'], ['resolve', 'incident j stuck-join']], { n: 1 }],
    ['terminate ends what is open', { ...parallel, nodes: [...parallel.nodes.filter(({ id }) => id !== 'e' && id !== 'j'), terminate('j')], flows: ['s > a', 'a > u', 'a > v', 'u > j', 'v > j'] }, ['start', 'u'], [['task u', 'task v'], ['cancel-task v', 'end j terminate']]],
    ['interrupting timer', timed(''), ['start', 'timer b', 'v'], [['task u', 'create-timer b'], ['cancel-task u', 'task v'], ['end f none']]],
    ['non-interrupting timer', timed('cancelActivity="false"'), ['start', 'timer b', 'u', 'v'], [['task u', 'create-timer b'], ['task v'], [], ['end f none']]],
    ['cycle', timed('cancelActivity="false"'), ['start', 'again b', 'timer b', 'u', 'v', 'v'], [['task u', 'create-timer b'], ['task v'], ['task v'], [], [], ['end f none']]],
    ['done in time', timed(''), ['start', 'u'], [['task u', 'create-timer b'], ['cancel-timer b', 'end e none']]],
    ['failed service, retried', line(start('s'), service('v'), end('e')), ['start', 'fail v', 'retry v', 'done v'], [['call-service v'], ['incident v service-failed'], ['resolve', 'call-service v'], ['end e none']]],
    ['cancelled', { ...parallel, nodes: [...parallel.nodes.filter(({ id }) => id !== 'v'), service('v'), timer('b', 'u', 'timeDuration P1D')], flows: [...parallel.flows, 'b > e'] }, ['start', 'cancel'], [['task u', 'create-timer b', 'call-service v'], ['cancel-task u', 'cancel-timer b', 'cancel-service v', 'end  cancelled']]],
    ['cancelled with an incident', line(start('s'), service('v'), end('e')), ['start', 'fail v', 'cancel'], [['call-service v'], ['incident v service-failed'], ['resolve', 'end  cancelled']]],
    ['a loop that never waits', { nodes: [start('s'), xor('x'), task('t'), end('e')], flows: ['s > x', 'x > e if n = 1', 'x > t default', 't > x'] }, ['start'], [['incident t endless-loop']], { n: 0 }],
    ['outcomes of both branches after the join', {
      nodes: [start('s'), and('a'), user('u', ['yes', 'no']), user('v', ['yes', 'no']), and('j'), xor('x'), end('e'), end('f')],
      flows: ['s > a', 'a > u', 'a > v', 'u > j', 'v > j', 'j > x', 'x > e if outcomes.u = "yes" and outcomes.v = "yes"', 'x > f default'],
    }, ['start', 'u yes', 'v no'], [['task u', 'task v'], [], ['end f none']]],
  ])('%s', async (_name, model, steps, trace, values = {}) => {
    const played = play(await compiled(modelXml(model)), steps, feelEnv(values));
    expect(played.trace).toEqual(trace);
  });
});

test('the history names every visit and every flow once', async () => {
  const { effects } = play(await compiled(modelXml(timed(''))), ['start', 'timer b']);
  const history = effects.flatMap((effect) => {
    if (effect.type === 'enter-activity') return [`enter ${effect.activityId}`];
    if (effect.type === 'leave-activity') return [`leave ${effect.activityId}${effect.cancelled ? ' cancelled' : ''}`];
    return effect.type === 'take-flow' ? [`flow ${effect.flowId}`] : [];
  });
  expect(history).toEqual(['enter s', 'leave s', 'flow f0', 'enter u', 'leave u cancelled', 'enter b', 'leave b', 'flow f2', 'enter v']);
  const executions = effects.flatMap((effect) => (effect.type === 'enter-activity' ? [effect.executionId] : []));
  expect(new Set(executions).size).toBe(executions.length);
});

describe('an event that does not fit is refused and changes nothing', () => {
  test.each<[string, string[], Event]>([
    ['not-started', [], { type: 'cancel' }],
    ['already-started', ['start'], { type: 'start' }],
    ['no-such-task', ['start'], { type: 'complete-task', taskId: '999' }],
    ['unknown-outcome', ['start'], { type: 'complete-task', taskId: '5', outcome: 'nonsense' }],
    ['unknown-outcome', ['start'], { type: 'complete-task', taskId: '5' }],
    ['no-such-timer', ['start'], { type: 'timer', timerId: '999' }],
    ['no-such-service', ['start'], { type: 'service-done', tokenId: '2' }],
    ['no-such-service', ['start', 'u yes'], { type: 'service-done', tokenId: '2', executionId: '4' }],
    ['no-such-service', ['start', 'u yes'], { type: 'service-failed', tokenId: '2', executionId: '4' }],
    ['no-such-incident', ['start'], { type: 'retry', incidentId: '999' }],
    ['no-such-task', ['start', 'u yes'], { type: 'complete-task', taskId: '5', outcome: 'yes' }],
    ['instance-ended', ['start', 'u yes', 'done v'], { type: 'service-done', tokenId: '2' }],
  ])('%s after %j', async (code, steps, event) => {
    const process = await compiled(modelXml(line(start('s'), user('u', ['yes', 'no']), service('v'), end('e'))));
    const state = steps.length === 0 ? initialState : play(process, steps).state;
    const before = JSON.stringify(state);
    expect(() => advance(process, state, event, feelEnv())).toThrow(expect.objectContaining({ code }));
    expect(JSON.stringify(state)).toBe(before);
  });

  test('a process that was not checked is refused as a whole', async () => {
    const process = await compiled(modelXml(line(start('s'), { id: 'x', element: 'complexGateway' }, end('e'))));
    expect(() => advance(process, initialState, { type: 'start' }, feelEnv())).toThrow(expect.objectContaining({ code: 'not-executable' }));
  });
});
