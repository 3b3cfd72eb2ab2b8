import { describe, expect, test } from '@jest/globals';
import { checkProcess, parseProcess } from './index.ts';
import type { Process } from './index.ts';
import { and, association, end, event, eventSub, modelXml, service, start, sub, task, terminate, things, timer, user, xor } from './testing/model-xml.ts';
import type { Model, ModelNode } from './testing/model-xml.ts';
import { feelEnv, play } from './testing/play.ts';

async function compiled(model: Model): Promise<Process> {
  const { process, problems } = await parseProcess(modelXml({ beside: things, ...model }));
  if (process === undefined) throw new Error('no process');
  expect([...problems, ...checkProcess(process)]).toEqual([]);
  return process;
}

type Case = [name: string, model: Model, steps: string[], trace: string[][], values?: Record<string, unknown>];
const run = async (_name: string, model: Model, steps: string[], trace: string[][], values: Record<string, unknown> = {}): Promise<void> => {
  const played = play(await compiled(model), steps, feelEnv(values));
  expect(played.trace).toEqual(trace);
  // Whatever has ended leaves nothing behind.
  if (played.state.ended) expect([played.state.tokens, played.state.timers, played.state.subscriptions ?? [], played.state.scopes, played.state.compensations ?? []]).toEqual([[], [], [], [], []]);
};

const line = (...nodes: ModelNode[]): Pick<Model, 'nodes' | 'flows'> => ({ nodes, flows: nodes.slice(1).map((node, index) => `${nodes[index]?.id} > ${node.id}`) });
const beside = (model: Pick<Model, 'nodes' | 'flows'>, nodes: ModelNode[], flows: string[] = []): Model => ({ nodes: [...model.nodes, ...nodes], flows: [...model.flows, ...flows] });
const inner = line(start('is'), user('u'), end('ie'));
const script = (id: string, text: string, variable: string): ModelNode => ({ id, element: 'scriptTask', attrs: `scriptFormat="feel" camunda:resultVariable="${variable}"`, body: `<bpmn:script>${text}</bpmn:script>` });
const mapping = (text: string): string => `<bpmn:extensionElements><camunda:inputOutput>${text}</camunda:inputOutput></bpmn:extensionElements>`;
const input = (name: string, value: string): string => `<camunda:inputParameter name="${name}">${value}</camunda:inputParameter>`;
const output = (name: string, value: string): string => `<camunda:outputParameter name="${name}">${value}</camunda:outputParameter>`;
const decide = (before: ModelNode[], condition: string): Model => ({ nodes: [...before, xor('x'), end('yes'), end('no')], flows: [...before.slice(1).map((node, index) => `${before[index]?.id} > ${node.id}`), `${before.at(-1)?.id} > x`, `x > yes if ${condition}`, 'x > no default'] });

describe('sub-processes', () => {
  test.each<Case>([
    ['go on when the inside has ended', line(start('s'), sub('p1', inner), user('v'), end('e')), ['start', 'u', 'v'], [['task u'], ['task v'], ['end e none']]],
    ['wait for all that goes on inside', line(start('s'), sub('p1', { nodes: [start('is'), and('a'), user('u'), user('w'), end('ie')], flows: ['is > a', 'a > u', 'a > w', 'u > ie', 'w > ie'] }), end('e')), ['start', 'w', 'u'], [['task u', 'task w'], [], ['end e none']]],
    ['nested', line(start('s'), sub('p1', line(start('a'), sub('p2', inner), end('b'))), end('e')), ['start', 'u'], [['task u'], ['end e none']]],
    ['terminate ends the inside only', line(start('s'), sub('p1', { nodes: [start('is'), and('a'), user('u'), user('w'), terminate('k'), end('ie')], flows: ['is > a', 'a > u', 'a > w', 'u > k', 'w > ie'] }), user('v'), end('e')), ['start', 'u', 'v'], [['task u', 'task w'], ['cancel-task w', 'task v'], ['end e none']]],
    ['a timer ends the whole inside', beside(line(start('s'), sub('p1', inner), end('e')), [timer('b', 'p1', 'timeDuration P1D'), end('f')], ['b > f']), ['start', 'timer b'], [['create-timer b', 'task u'], ['cancel-task u', 'end f none']]],
    ['cancelled from outside with everything in it', line(start('s'), sub('p1', line(start('a'), sub('p2', inner), end('b'))), end('e')), ['start', 'cancel'], [['task u'], ['cancel-task u', 'end  cancelled']]],
    ['several times at once', line(start('s'), sub('p1', inner, '', '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>'), end('e')), ['start', 'u', 'u'], [['task u', 'task u'], [], ['end e none']]],
    ['a return into it opens it', line(start('s'), sub('p1', inner), user('v'), end('e')), ['start', 'u', 'back v to u', 'u', 'v'], [['task u'], ['task v'], ['cancel-task v', 'task u'], ['task v'], ['end e none']]],
    ['a return out of it closes it', line(start('s'), user('v'), sub('p1', inner), end('e')), ['start', 'v', 'back u to v', 'v', 'u'], [['task v'], ['task u'], ['cancel-task u', 'task v'], ['task u'], ['end e none']]],
    ['own variables stay inside', line(start('s'), sub('p1', line(start('is'), script('t', 'n + 1', 'n'), user('u', [], 'camunda:assignee="=string(n)"'), end('ie')), '', mapping(input('n', '=5'))), user('v', [], 'camunda:assignee="=string(n)"'), end('e')), ['start n=1', 'u'], [['task u for 6'], ['task v for 1']]],
  ])('%s', run);
});

describe('errors and escalations', () => {
  const risky = (kind: string): Pick<Model, 'nodes' | 'flows'> => ({ nodes: [start('is'), and('a'), user('u'), user('w'), event('x', 'endEvent', kind), end('ie')], flows: ['is > a', 'a > u', 'a > w', 'u > x', 'w > ie'] });
  const caught = (thrown: string, ...catching: string[]): Model => beside(line(start('s'), sub('p1', risky(thrown)), end('e')), catching.flatMap((text, index) => [event(`b${index}`, 'boundaryEvent', text.replace(' +', ''), `attachedToRef="p1" ${text.includes('+') ? 'cancelActivity="false"' : ''}`), end(`g${index}`)]), catching.map((_text, index) => `b${index} > g${index}`));
  test.each<Case>([
    ['an error goes to the boundary event with its code', caught('error A', 'error B', 'error A', 'error'), ['start', 'u'], [['task u', 'task w'], ['cancel-task w', 'end g1 none']]],
    ['or to the one for any code', caught('error C', 'error B', 'error'), ['start', 'u'], [['task u', 'task w'], ['cancel-task w', 'end g1 none']]],
    ['an error that nobody catches is an incident', caught('error C', 'error B'), ['start', 'u', 'retry x'], [['task u', 'task w'], ['incident x uncaught-error'], ['resolve', 'incident x uncaught-error']]],
    ['an error passes through what does not catch it', beside(line(start('s'), sub('p1', line(start('o'), sub('p2', risky('error A')), end('oe'))), end('e')), [event('b1', 'boundaryEvent', 'error A', 'attachedToRef="p1"'), end('f')], ['b1 > f']), ['start', 'u'], [['task u', 'task w'], ['cancel-task w', 'end f none']]],
    ['an error of a service', beside(line(start('s'), service('v'), end('e')), [event('b1', 'boundaryEvent', 'error A', 'attachedToRef="v"'), end('f')], ['b1 > f']), ['start', 'error v A'], [['call-service v'], ['cancel-service v', 'end f none']]],
    ['of a service without a catcher', line(start('s'), service('v'), end('e')), ['start', 'error v A', 'retry v', 'done v'], [['call-service v'], ['incident v uncaught-error'], ['resolve', 'call-service v'], ['end e none']]],
    ['an escalation beside what goes on', caught('escalation A', 'escalation A +'), ['start', 'u', 'w'], [['task u', 'task w'], [], ['end e none']]],
    ['an escalation that interrupts', caught('escalation A', 'escalation A'), ['start', 'u'], [['task u', 'task w'], ['cancel-task w', 'end g0 none']]],
    ['an escalation that nobody catches is passed over', caught('escalation A', 'escalation B'), ['start', 'u', 'w'], [['task u', 'task w'], [], ['end e none']]],
    ['an escalation in the middle', beside(line(start('s'), sub('p1', line(start('is'), event('t', 'intermediateThrowEvent', 'escalation A'), user('u'), end('ie'))), end('e')), [event('b1', 'boundaryEvent', 'escalation A', 'attachedToRef="p1" cancelActivity="false"'), user('v'), end('f')], ['b1 > v', 'v > f']), ['start', 'v', 'u'], [['task u', 'task v'], [], ['end e none']].map((step) => step)],
    ['an event sub-process catches before the boundary', beside(line(start('s'), sub('p1', { nodes: [...risky('error A').nodes, eventSub('es', line(event('es1', 'startEvent', 'error A'), user('h'), end('eh')))], flows: risky('error A').flows }), end('e')), [event('b1', 'boundaryEvent', 'error A', 'attachedToRef="p1"'), end('f')], ['b1 > f']), ['start', 'u', 'h'], [['task u', 'task w'], ['cancel-task w', 'task h'], ['end e none']]],
  ])('%s', run);

  test('code and message of an error become variables', async () => {
    const { state } = play(await compiled(beside(line(start('s'), service('v'), end('e')), [
      { ...event('b1', 'boundaryEvent', 'error', 'attachedToRef="v"'), body: '<bpmn:errorEventDefinition camunda:errorCodeVariable="code" camunda:errorMessageVariable="why"/>' }, user('h'), end('f')], ['b1 > h', 'h > f'])), ['start', 'error v A']);
    expect(state.scopes[0]?.variables).toMatchObject({ code: { value: 'A' }, why: { value: 'refused' } });
  });
});

describe('events', () => {
  const caught = (text: string): Model => line(start('s'), event('c', 'intermediateCatchEvent', text), end('e'));
  const onTask = (text: string, attrs = ''): Model => beside(line(start('s'), user('u'), end('e')), [event('b', 'boundaryEvent', text, `attachedToRef="u" ${attrs}`), user('v'), end('f')], ['b > v', 'v > f']);
  const first: Model = { nodes: [start('s'), { id: 'g', element: 'eventBasedGateway' }, event('c1', 'intermediateCatchEvent', 'message A'), event('c2', 'intermediateCatchEvent', 'timer timeDuration P1D'), { id: 'r', element: 'receiveTask', attrs: 'messageRef="message-B"' }, end('e1'), end('e2'), end('e3')], flows: ['s > g', 'g > c1', 'g > c2', 'g > r', 'c1 > e1', 'c2 > e2', 'r > e3'] };
  const within = (text: string, attrs = ''): Model => beside(line(start('s'), user('u'), end('e')), [eventSub('es', line(event('es1', 'startEvent', text, attrs), user('h'), end('eh')))]);
  test.each<Case>([
    ['a message that is waited for', caught('message A'), ['start', 'trigger c'], [['wait c'], ['end e none']]],
    ['a timer in the middle', caught('timer timeDuration P1D'), ['start', 'timer c'], [['create-timer c'], ['end e none']]],
    ['a condition in the middle', caught('conditional n = 2'), ['start n=1', 'set n=2'], [['wait c'], ['end e none']]],
    ['a condition that holds already', caught('conditional n = 2'), ['start n=2'], [['wait c', 'end e none']]],
    ['a receive task', line(start('s'), { id: 'r', element: 'receiveTask', attrs: 'messageRef="message-A"' }, end('e')), ['start', 'trigger r'], [['wait r'], ['end e none']]],
    ['a message on the boundary', onTask('message A'), ['start', 'trigger b', 'v'], [['task u', 'wait b'], ['cancel-task u', 'task v'], ['end f none']]],
    ['beside what goes on, as often as it comes', onTask('message A', 'cancelActivity="false"'), ['start', 'trigger b', 'trigger b', 'u', 'v', 'v'], [['task u', 'wait b'], ['task v'], ['task v'], ['no b'], [], ['end f none']]],
    ['done before it came', onTask('signal A'), ['start', 'u'], [['task u', 'wait b'], ['no b', 'end e none']]],
    ['a condition on the boundary, once for each time it becomes true', onTask('conditional n &gt; 2', 'cancelActivity="false"'), ['start n=1', 'set n=3', 'set n=4', 'set n=0', 'set n=5', 'u'], [['task u', 'wait b'], ['task v'], [], [], ['task v'], ['no b']]],
    ['the first of several events: a message', first, ['start', 'trigger c1'], [['wait c1', 'create-timer c2', 'wait r'], ['cancel-timer c2', 'no r', 'end e1 none']]],
    ['the first of several events: the time', first, ['start', 'timer c2'], [['wait c1', 'create-timer c2', 'wait r'], ['no c1', 'no r', 'end e2 none']]],
    ['the first of several events: a receive task', first, ['start', 'trigger r'], [['wait c1', 'create-timer c2', 'wait r'], ['cancel-timer c2', 'no c1', 'end e3 none']]],
    ['an event sub-process takes over', within('message A'), ['start', 'trigger es1', 'h'], [['wait es1', 'task u'], ['cancel-task u', 'task h'], ['end eh none']]],
    ['an event sub-process beside', within('message A', 'isInterrupting="false"'), ['start', 'trigger es1', 'u', 'h'], [['wait es1', 'task u'], ['task h'], [], ['no es1', 'end eh none']]],
    ['a timer of an event sub-process', within('timer timeDuration P1D'), ['start', 'timer es1', 'h'], [['create-timer es1', 'task u'], ['cancel-task u', 'task h'], ['end eh none']]],
    ['ended before the event came', within('signal A'), ['start', 'u'], [['wait es1', 'task u'], ['no es1', 'end e none']]],
    ['a signal to oneself', { nodes: [start('s'), and('a'), event('c', 'intermediateCatchEvent', 'signal A'), user('u'), event('t', 'intermediateThrowEvent', 'signal A'), end('e')], flows: ['s > a', 'a > c', 'a > u', 'u > t', 'c > e', 't > e'] }, ['start', 'u'], [['wait c', 'task u'], ['signal A', 'end e none']]],
    ['a signal at the end', line(start('s'), event('x', 'endEvent', 'signal B')), ['start'], [['signal B', 'end x none']]],
    ['begun by another event', { nodes: [start('s'), event('m', 'startEvent', 'message A'), user('u'), end('e')], flows: ['s > u', 'm > u', 'u > e'] }, ['start m n=1', 'u'], [['task u'], ['end e none']]],
    ['a message that is sent is a service', line(start('s'), { ...event('t', 'intermediateThrowEvent', ''), body: '<bpmn:messageEventDefinition camunda:type="external" camunda:topic="mail"/>' }, end('e')), ['start', 'done t'], [['call-service t'], ['end e none']]],
  ])('%s', run);
});

describe('undoing', () => {
  const booked = (id: string): ModelNode[] => [service(id), event(`${id}-c`, 'boundaryEvent', 'compensate', `attachedToRef="${id}"`), service(`${id}-undo`, 'isForCompensation="true"')];
  const links = ['hotel', 'flight'].map((id) => association(`${id}-c`, `${id}-undo`)).join('');
  const trip = (last: ModelNode[], lastFlows: string[]): Model => ({ nodes: [start('s'), ...booked('hotel'), ...booked('flight'), user('u'), ...last], flows: ['s > hotel', 'hotel > flight', 'flight > u', ...lastFlows], inside: links });
  const transaction = (text: string): Model => ({
    nodes: [start('s'), { ...sub('t', { nodes: [start('is'), ...booked('hotel'), ...booked('flight'), xor('x'), event('cancel', 'endEvent', 'cancel'), end('ie')], flows: ['is > hotel', 'hotel > flight', 'flight > x', `x > cancel if ${text}`, 'x > ie default'] }, '', links), element: 'transaction' }, event('b', 'boundaryEvent', 'cancel', 'attachedToRef="t"'), user('v'), end('e'), end('f')],
    flows: ['s > t', 't > e', 'b > v', 'v > f'],
  });
  test.each<Case>([
    ['the last is undone first, one after the other', trip([event('c', 'intermediateThrowEvent', 'compensate'), end('e')], ['u > c', 'c > e']), ['start', 'done hotel', 'done flight', 'u', 'done flight-undo', 'done hotel-undo'], [['call-service hotel'], ['call-service flight'], ['task u'], ['call-service flight-undo'], ['call-service hotel-undo'], ['end e none']]],
    ['one activity', trip([event('c', 'intermediateThrowEvent', 'compensate hotel'), end('e')], ['u > c', 'c > e']), ['start', 'done hotel', 'done flight', 'u', 'done hotel-undo'], [['call-service hotel'], ['call-service flight'], ['task u'], ['call-service hotel-undo'], ['end e none']]],
    ['at the end', trip([event('c', 'endEvent', 'compensate')], ['u > c']), ['start', 'done hotel', 'done flight', 'u', 'done flight-undo', 'done hotel-undo'], [['call-service hotel'], ['call-service flight'], ['task u'], ['call-service flight-undo'], ['call-service hotel-undo'], ['end c none']]],
    ['nothing was finished', { nodes: [start('s'), event('c', 'intermediateThrowEvent', 'compensate'), ...booked('hotel'), end('e')], flows: ['s > c', 'c > hotel', 'hotel > e'], inside: association('hotel-c', 'hotel-undo') }, ['start', 'done hotel'], [['call-service hotel'], ['end e none']]],
    ['what was finished in a sub-process', { nodes: [start('s'), sub('p1', { nodes: [start('is'), ...booked('hotel'), ...booked('flight'), end('ie')], flows: ['is > hotel', 'hotel > flight', 'flight > ie'] }, '', links), event('c', 'intermediateThrowEvent', 'compensate p1'), end('e')], flows: ['s > p1', 'p1 > c', 'c > e'] }, ['start', 'done hotel', 'done flight', 'done flight-undo', 'done hotel-undo'], [['call-service hotel'], ['call-service flight'], ['call-service flight-undo'], ['call-service hotel-undo'], ['end e none']]],
    ['a transaction that is cancelled', transaction('n = 1'), ['start n=1', 'done hotel', 'done flight', 'done flight-undo', 'done hotel-undo', 'v'], [['call-service hotel'], ['call-service flight'], ['call-service flight-undo'], ['call-service hotel-undo'], ['task v'], ['end f none']]],
    ['a transaction that succeeds', transaction('n = 1'), ['start n=2', 'done hotel', 'done flight'], [['call-service hotel'], ['call-service flight'], ['end e none']]],
  ])('%s', run);
});

describe('variables, scripts, decisions and calls', () => {
  const call = (mappings: string): ModelNode => ({ id: 'c', element: 'callActivity', attrs: 'calledElement="q"', body: `<bpmn:extensionElements>${mappings}</bpmn:extensionElements>` });
  const decision = (attrs: string): ModelNode => ({ id: 'd', element: 'businessRuleTask', attrs: `camunda:decisionRef="fee" camunda:resultVariable="r" ${attrs}` });
  test.each<Case>([
    ['a script sets a variable', decide([start('s'), script('t', '={ sum: n + 1 }', 'r')], 'r.sum = 3'), ['start n=2'], [['end yes none']]],
    ['a script that fails', line(start('s'), script('t', 'boom', 'r'), end('e')), ['start'], [['incident t expression-failed']]],
    ['input and output of a service', decide([start('s'), { ...service('v', '', mapping(input('a', '=n * 2') + output('b', '=result + a'))) }], 'b = 14 and a = null'), ['start n=2', 'done v result=10'], [['call-service v'], ['end yes none']]],
    ['text with JUEL in it', decide([start('s'), { ...service('v', '', mapping(input('a', 'Nr. ${n}!') + output('b', '${a}'))) }], 'b = "Nr. 2!"'), ['start n=2', 'done v'], [['call-service v'], ['end yes none']]],
    ['what people answer as variables', decide([start('s'), user('u')], 'said = "x"'), ['start', 'u complete said=x'], [['task u'], ['end yes none']]],
    ['a decision: one value', decide([start('s'), decision('camunda:mapDecisionResult="singleEntry"')], 'r = 5'), ['start'], [['end yes none']], { decision: [{ fee: 5 }] }],
    ['a decision: one rule', decide([start('s'), decision('camunda:mapDecisionResult="singleResult"')], 'r.fee = 5 and r.who = "a"'), ['start'], [['end yes none']], { decision: [{ fee: 5, who: 'a' }] }],
    ['a decision: a list of values', decide([start('s'), decision('camunda:mapDecisionResult="collectEntries"')], 'r[2] = 6'), ['start'], [['end yes none']], { decision: [{ fee: 5 }, { fee: 6 }] }],
    ['a decision: all rules', decide([start('s'), decision('')], 'r[2].fee = 6'), ['start'], [['end yes none']], { decision: [{ fee: 5 }, { fee: 6 }] }],
    ['a decision that gives more than may be', line(start('s'), decision('camunda:mapDecisionResult="singleResult"'), end('e')), ['start'], [['incident d decision-failed']], { decision: [{ a: 1 }, { a: 2 }] }],
    ['a call gives and takes variables', decide([start('s'), call('<camunda:in source="n" target="m"/><camunda:in sourceExpression="=n + 1" target="o"/><camunda:out source="r" target="result"/>')], 'result = 8'), ['start n=2', 'called c r=8'], [['call q m=2 o=3'], ['end yes none']]],
    ['a call gives and takes all', decide([start('s'), call('<camunda:in variables="all"/><camunda:out variables="all"/>')], 'r = 8'), ['start n=2', 'called c r=8'], [['call q n=2'], ['end yes none']]],
    ['a call that ends in an error', beside(line(start('s'), call(''), end('e')), [event('b', 'boundaryEvent', 'error A', 'attachedToRef="c"'), end('f')], ['b > f']), ['start', 'call-error c A'], [['call q'], ['cancel-call c', 'end f none']]],
    ['a call that is called off', beside(line(start('s'), call(''), end('e')), [timer('b', 'c', 'timeDuration P1D'), end('f')], ['b > f']), ['start', 'timer b'], [['call q', 'create-timer b'], ['cancel-call c', 'end f none']]],
  ])('%s', run);

  test('an error at the end of a called process is its caller\'s', async () => {
    const { advance, initialState } = await import('./index.ts');
    const process = await compiled(line(start('s'), event('x', 'endEvent', 'error A')));
    expect(advance(process, initialState, { type: 'start' }, feelEnv(), { called: true }).effects.at(-1)).toEqual({ type: 'end-instance', endId: 'x', kind: 'error', errorCode: 'A' });
  });

  test('what the whole instance knew comes with its end', async () => {
    expect(play(await compiled(line(start('s'), task('t'), end('e'))), ['start n=3']).effects.at(-1)).toMatchObject({ variables: { n: { type: 'integer', value: 3 } } });
  });
});
