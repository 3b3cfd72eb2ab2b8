import { describe, expect, test } from '@jest/globals';
import { checkProcess, parseProcess } from './index.ts';
import { and, end, manual, modelXml, service, start, task, terminate, timer, user, xor } from './testing/model-xml.ts';
import type { Model, ModelNode } from './testing/model-xml.ts';

async function problemsOf(xml: string): Promise<string[]> {
  const { process, problems } = await parseProcess(xml);
  return [...problems, ...(process === undefined ? [] : checkProcess(process))].map(({ code, elementId, message }) => `${elementId} ${code}: ${message}`);
}

/** start → node → end, with more nodes beside. */
const around = (node: ModelNode, more: readonly ModelNode[] = [], flows: readonly string[] = []): Model =>
  ({ nodes: [start('s'), node, end('e'), ...more], flows: [`s > ${node.id}`, `${node.id} > e`, ...flows] });
const raw = (id: string, element: string, attrs = '', body = ''): ModelNode => ({ id, element, attrs, body });
const extended = (body: string) => `<bpmn:extensionElements>${body}</bpmn:extensionElements>`;
const outcome = (attrs: string) => around(raw('u', 'userTask', 'camunda:assignee="${starter}"', extended(`<tamga:outcomes><tamga:outcome ${attrs}/></tamga:outcomes>`)));

test('everything supported at once has no problem', async () => {
  const nodes = [start('s'), and('a'), user('u', ['x', 'y']), service('v'), task('t'), manual('m'), and('j'), xor('g'), end('e'), terminate('k'), timer('b', 'u', 'timeDuration P1D', 'cancelActivity="false"')];
  const flows = ['s > a', 'a > u', 'a > v', 'v > t', 't > m', 'u > j', 'm > j', 'j > g', 'g > e if outcome = "x"', 'g > k default', 'b > e'];
  expect(await problemsOf(modelXml({ nodes, flows }))).toEqual([]);
});

describe('elements and parts without a behaviour are refused by name', () => {
  test.each<[string, Model, string[]]>([
    ['complex gateway', around(raw('x', 'complexGateway')), ['x bpmn.unsupported-element: complexGateway is not supported']],
    ['ad-hoc sub-process', around(raw('x', 'adHocSubProcess')), ['x bpmn.unsupported-element: adHocSubProcess is not supported']],
    ['link event', around(raw('x', 'intermediateThrowEvent', '', '<bpmn:linkEventDefinition name="l"/>')), ['x bpmn.unsupported-element: link intermediateThrowEvent is not supported']],
    ['two events at once', around(raw('x', 'intermediateThrowEvent', '', '<bpmn:signalEventDefinition/><bpmn:escalationEventDefinition/>')), ['x bpmn.unsupported-element: multiple intermediateThrowEvent is not supported']],
    ['sub-process with what is in it', around(raw('x', 'subProcess', '', '<bpmn:complexGateway id="y"/>')), ['y bpmn.unsupported-element: complexGateway is not supported', 'x bpmn.no-start: the process or sub-process has no start event', 'y bpmn.not-drawn: the element is missing in the diagram']],
    ['loop', around(raw('t', 'task', '', '<bpmn:standardLoopCharacteristics/>')), ['t bpmn.unsupported-part: task with standardLoopCharacteristics is not supported']],
    ['asynchronous continuation', around(task('t', 'camunda:asyncBefore="true"')), ['t bpmn.unsupported-part: task with camunda:asyncBefore is not supported']],
    ['Java class', around(service('x', 'camunda:class="org.X"')), ['x bpmn.unsupported-part: serviceTask with camunda:class is not supported']],
    ['candidate users', around(user('u', [], 'camunda:candidateGroups="a.b" camunda:candidateUsers="x"')), ['u bpmn.unsupported-part: userTask with camunda:candidateUsers is not supported']],
    ['listener', around(raw('t', 'task', '', extended('<camunda:executionListener event="start"/>'))), ['t bpmn.unsupported-part: task with camunda:ExecutionListener is not supported']],
    ['mapping by a script', around(service('x', '', extended('<camunda:inputOutput><camunda:outputParameter name="a"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:outputParameter></camunda:inputOutput>'))), ['x bpmn.unsupported-part: serviceTask with camunda:Script is not supported']],
    ['mapping on a gateway', around({ ...raw('x', 'exclusiveGateway'), body: extended('<camunda:inputOutput/>') }), ['x bpmn.unsupported-part: exclusiveGateway with camunda:InputOutput is not supported']],
    ['script from a file', around(raw('x', 'scriptTask', 'camunda:resource="a.js" camunda:resultVariable="r"', '<bpmn:script>1</bpmn:script>')), ['x bpmn.unsupported-part: scriptTask with camunda:resource is not supported']],
    ['attribute of another engine', around(task('t', 'other:x="1"')), ['t bpmn.unsupported-part: task with other:x is not supported']],
    ['condition from a script file', { nodes: [start('s'), xor('x'), end('e')], flows: ['s > x', 'x > e'], inside: `<bpmn:sequenceFlow id="g" sourceRef="x" targetRef="e"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="feel" camunda:resource="a.js">true</bpmn:conditionExpression></bpmn:sequenceFlow>` },
      ['g bpmn.unsupported-part: formalExpression with camunda:resource is not supported', 'x bpmn.flow-without-condition: flow f1 out of the gateway has no condition and is not the default', 'g bpmn.not-drawn: the element is missing in the diagram']],
    ['listener inside a timer', around(user('u'), [raw('b', 'boundaryEvent', 'attachedToRef="u"', `<bpmn:timerEventDefinition>${extended('<camunda:executionListener/>')}<bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>`)], ['b > e']),
      ['b bpmn.unsupported-part: timerEventDefinition with camunda:ExecutionListener is not supported']],
    ['message flow', { ...around(task('t')), beside: '<bpmn:collaboration id="c"><bpmn:participant id="q" processRef="p"/><bpmn:participant id="r"/><bpmn:messageFlow id="mf" sourceRef="q" targetRef="r"/></bpmn:collaboration>' }, ['mf bpmn.unsupported-element: messageFlow is not supported']],
  ])('%s', async (_name, model, expected) => {
    expect(await problemsOf(modelXml(model))).toEqual(expected);
  });
});

describe('each problem is found where it is', () => {
  test.each<[string, Model]>([
    ['p bpmn.no-start', { nodes: [task('t'), end('e')], flows: ['t > e'] }],
    ['r bpmn.several-starts', { nodes: [start('s'), start('r'), end('e')], flows: ['s > e', 'r > e'] }],
    ['s bpmn.start-incoming', { nodes: [start('s'), xor('x'), end('e')], flows: ['s > x', 'x > s if a', 'x > e default'] }],
    ['e bpmn.end-outgoing', { nodes: [start('s'), end('e'), end('f')], flows: ['s > e', 'e > f'] }],
    ['k bpmn.end-outgoing', { nodes: [start('s'), terminate('k'), end('f')], flows: ['s > k', 'k > f'] }],
    ['b bpmn.boundary-incoming', around(user('u'), [timer('b', 'u', 'timeDuration P1D'), task('t')], ['u > t', 't > b', 'b > e'])],
    ['b bpmn.boundary-host', around(task('t'), [timer('b', 't', 'timeDuration P1D')], ['b > e'])],
    ['x bpmn.unreachable', around(task('t'), [task('x')], ['x > e'])],
    ['x bpmn.dead-end', around(task('t'), [task('x')], ['t > x'])],
    ['b bpmn.dead-end', around(user('u'), [timer('b', 'u', 'timeDuration P1D')])],
    ['x bpmn.no-way-out', around(task('t'), [task('x')], ['t > x', 'x > x'])],
    ['x bpmn.flow-without-condition', around(xor('x'), [end('f')], ['x > f if a'])],
    ['x bpmn.default-with-condition', { nodes: [start('s'), raw('x', 'exclusiveGateway', 'default="f1"'), end('e')], flows: ['s > x', 'x > e if a'] }],
    ['f1 bpmn.condition-not-exclusive', { nodes: [start('s'), task('t'), end('e')], flows: ['s > t', 't > e if a'] }],
    ['t bpmn.default-not-exclusive', { nodes: [start('s'), task('t'), end('e')], flows: ['s > t', 't > e default'] }],
    ['u bpmn.task-without-people', around(user('u', [], ''))],
    ['u bpmn.juel', around(user('u', [], 'camunda:assignee="${bean.find()}"'))],
    ['u bpmn.role-name', around(user('u', [], 'camunda:candidateGroups="reviewer"'))],
    ['u bpmn.scope-without-candidates', around(user('u', [], 'camunda:assignee="${starter}" tamga:scope="x"'))],
    ['u bpmn.starter-excluded', around(user('u', [], 'camunda:assignee="${starter}" tamga:notApplicant="true"'))],
    ['u bpmn.value', around(user('u', [], 'camunda:candidateGroups="a.b" tamga:notApplicant="yes"'))],
    ['u bpmn.outcome-duplicate', around(user('u', ['a', 'a']))],
    ['u bpmn.outcome-incomplete', outcome('name="a"')],
    ['u bpmn.outcome-incomplete', outcome('name="a b" label="x"')],
    ['u bpmn.value', outcome('name="a" label="x" opinion="must"')],
    ['u bpmn.value', outcome('name="a" label="x" style="red"')],
    ['u bpmn.unknown-attribute', outcome('name="a" label="x" color="red"')],
    ['u bpmn.unknown-attribute', around(user('u', [], 'camunda:candidateGroups="a.b" tamga:workingDays="true"'))],
    ['t bpmn.unknown-attribute', around(task('t', 'tamga:status="x"'))],
    ['x bpmn.service-without-topic', around(raw('x', 'serviceTask', 'camunda:topic="t"'))],
    ['b bpmn.timer-missing', around(user('u'), [raw('b', 'boundaryEvent', 'attachedToRef="u"', '<bpmn:timerEventDefinition/>')], ['b > e'])],
    ['b bpmn.timer-format', around(user('u'), [timer('b', 'u', 'timeDuration 3 days')], ['b > e'])],
    ['b bpmn.timer-format', around(user('u'), [timer('b', 'u', 'timeDuration P')], ['b > e'])],
    ['b bpmn.timer-format', around(user('u'), [timer('b', 'u', 'timeCycle 0 0 * * *')], ['b > e'])],
    ['x bpmn.juel', around(service('x', '', extended('<camunda:inputOutput><camunda:inputParameter name="a">${b.c()}</camunda:inputParameter></camunda:inputOutput>')))],
    ['t bpmn.handler-flow', around(task('t', 'isForCompensation="true"'))],
    ['b bpmn.boundary-host', around(task('t'), [raw('b', 'boundaryEvent', 'attachedToRef="t"', '<bpmn:cancelEventDefinition/>')], ['b > e'])],
    ['b bpmn.error-not-interrupting', around(user('u'), [raw('b', 'boundaryEvent', 'attachedToRef="u" cancelActivity="false"', '<bpmn:errorEventDefinition/>')], ['b > e'])],
    ['b bpmn.compensation-handler', around(user('u'), [raw('b', 'boundaryEvent', 'attachedToRef="u"', '<bpmn:compensateEventDefinition/>')])],
    ['b bpmn.compensation-flow', around(user('u'), [raw('b', 'boundaryEvent', 'attachedToRef="u"', '<bpmn:compensateEventDefinition/>')], ['b > e'])],
    ['b bpmn.working-days', around(user('u'), [raw('b', 'boundaryEvent', 'attachedToRef="u"', '<bpmn:timerEventDefinition tamga:workingDays="true"><bpmn:timeDate>2026-04-10</bpmn:timeDate></bpmn:timerEventDefinition>')], ['b > e'])],
    ['m bpmn.event-name', { nodes: [start('s'), end('e'), raw('m', 'startEvent', '', '<bpmn:messageEventDefinition/>')], flows: ['s > e', 'm > e'] }],
    ['m bpmn.start-place', { nodes: [start('s'), end('e'), raw('m', 'startEvent', '', '<bpmn:errorEventDefinition/>')], flows: ['s > e', 'm > e'] }],
    ['x bpmn.event-code', { nodes: [start('s'), raw('x', 'endEvent', '', '<bpmn:errorEventDefinition/>')], flows: ['s > x'] }],
    ['x bpmn.cancel-place', { nodes: [start('s'), raw('x', 'endEvent', '', '<bpmn:cancelEventDefinition/>')], flows: ['s > x'] }],
    ['x bpmn.event-gateway', around(raw('x', 'eventBasedGateway'))],
    ['x bpmn.event-gateway-target', around(raw('x', 'eventBasedGateway'), [task('t')], ['x > t', 't > e'])],
    ['x bpmn.event-sub-process-start', { ...around(task('t')), nodes: [...around(task('t')).nodes, raw('x', 'subProcess', 'triggeredByEvent="true"', '<bpmn:startEvent id="y"/>')] }],
    ['x bpmn.event-sub-process-flow', around(raw('x', 'subProcess', 'triggeredByEvent="true"'))],
    ['x bpmn.script', around(raw('x', 'scriptTask', '', '<bpmn:script>1</bpmn:script>'))],
    ['x bpmn.expression-language', around(raw('x', 'scriptTask', 'scriptFormat="groovy" camunda:resultVariable="r"', '<bpmn:script>1</bpmn:script>'))],
    ['x bpmn.decision', around(raw('x', 'businessRuleTask'))],
    ['x bpmn.called-element', around(raw('x', 'callActivity'))],
    ['x bpmn.called-element', around(raw('x', 'callActivity', 'calledElement="${a}"'))],
    ['x bpmn.variable-mapping', around(raw('x', 'callActivity', 'calledElement="q"', extended('<camunda:in source="a"/>')))],
    ['x bpmn.service-without-topic', around(raw('x', 'sendTask'))],
    ['u bpmn.multi-instance', around({ ...user('u'), body: '<bpmn:multiInstanceLoopCharacteristics/>' })],
    ['p bpmn.entity', { ...around(task('t')), process: 'tamga:entity="loss"' }],
    ['p bpmn.missing-id', { ...around(task('t')), inside: '<bpmn:task/>' }],
    ['g bpmn.loose-flow', { ...around(task('t')), inside: '<bpmn:sequenceFlow id="g" sourceRef="t" targetRef="nowhere"/>' }],
    ['p bpmn.no-diagram', { ...around(task('t')), drawn: false }],
    ['y bpmn.not-drawn', { ...around(task('t')), inside: '<bpmn:task id="y"/>' }],
    [' bpmn.content', { ...around(task('t')), inside: '<bpmn:bogusTask id="y"/>' }],
    [' bpmn.content', { ...around(task('t')), inside: '<bpmn:task id="t"/>' }],
  ])('%s', async (expected, model) => {
    expect((await problemsOf(modelXml(model))).map((text) => text.slice(0, text.indexOf(':')))).toContain(expected);
  });

  test.each<[string, string]>([
    [' bpmn.unreadable', '<a'],
    [' bpmn.unreadable', '{"not": "xml"}'],
    [' bpmn.unreadable', ''],
    [' bpmn.too-large', ' '.repeat(4_000_001)],
    [' bpmn.no-process', modelXml({ nodes: [], flows: [] }).replace(/<bpmn:process.*<\/bpmn:process>/, '')],
    ['p bpmn.several-processes', modelXml({ nodes: [], flows: [], beside: '<bpmn:process id="q" isExecutable="true"/>' }).replace('id="p"', 'id="r"').replace('id="q"', 'id="p"')],
    ['f1 bpmn.condition-language', modelXml({ nodes: [start('s'), xor('x'), end('e')], flows: ['s > x', 'x > e if a'] }).replace('language="feel"', '')],
    ['f1 bpmn.expression-language', modelXml({ nodes: [start('s'), xor('x'), end('e')], flows: ['s > x', 'x > e if a'] }).replace('"feel"', '"groovy"')],
    ['f1 bpmn.juel', modelXml({ nodes: [start('s'), xor('x'), end('e')], flows: ['s > x', 'x > e if ${a.b(c)}'] }).replace('language="feel"', '')],
    ['f1 bpmn.empty-expression', modelXml({ nodes: [start('s'), xor('x'), end('e')], flows: ['s > x', 'x > e if '] })],
    ['g bpmn.flow-across-scopes', modelXml({ nodes: [start('s'), raw('x', 'subProcess', '', '<bpmn:task id="y"/>'), end('e')], flows: ['s > x', 'x > e'], inside: '<bpmn:sequenceFlow id="g" sourceRef="y" targetRef="e"/>' })],
  ])('%s', async (expected, xml) => {
    expect((await problemsOf(xml)).map((text) => text.slice(0, text.indexOf(':')))).toContain(expected);
  });
});
