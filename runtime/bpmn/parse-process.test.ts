import { describe, expect, test } from '@jest/globals';
import { checkProcess, expressionsOf, parseProcess } from './index.ts';
import { end, modelXml, service, start, timer, user, xor } from './testing/model-xml.ts';
import type { ModelNode } from './testing/model-xml.ts';

/** A process of one node between start and end. */
const around = (node: ModelNode, ...more: ModelNode[]) =>
  modelXml({ nodes: [start('s'), node, end('e'), ...more], flows: [`s > ${node.id}`, `${node.id} > e`, ...more.map(({ id }) => `${id} > e`)] });

async function compiled(xml: string) {
  const { process, problems } = await parseProcess(xml);
  expect(problems).toEqual([]);
  if (process === undefined) throw new Error('no process');
  return process;
}

test('a user task keeps everything that binds it', async () => {
  const outcomes = `<bpmn:extensionElements><tamga:outcomes>
    <tamga:outcome name="approve" label="通过" labelEn="Approve" opinion="none" requires="evidence, photo" style="primary"/>
    <tamga:outcome name="return" label="退回"/></tamga:outcomes></bpmn:extensionElements>`;
  const process = await compiled(around(user('u', [], 'camunda:candidateGroups="app.role, app.other" tamga:scope="site" tamga:status="open" tamga:form="f" tamga:edits="a,b" tamga:title="T"'))
    .replace('></bpmn:userTask>', `>${outcomes}</bpmn:userTask>`));
  expect(process.nodes['u']).toMatchObject({
    type: 'userTask', behaviour: 'userTask', status: 'open', incoming: ['f0'], outgoing: ['f1'],
    userTask: {
      title: 'T', candidateRoles: ['app.role', 'app.other'], scope: 'site', form: 'f', edits: ['a', 'b'], notApplicant: true,
      outcomes: [
        { name: 'approve', label: '通过', labelEn: 'Approve', opinion: 'none', requires: ['evidence', 'photo'], style: 'primary' },
        { name: 'return', label: '退回', opinion: 'optional', requires: [], style: 'default' },
      ],
    },
  });
});

test.each([
  ['camunda:assignee="${starter}"', { assignee: 'starter', notApplicant: false }],
  ['camunda:assignee="=starter"', { assignee: 'starter', notApplicant: false }],
  ['camunda:candidateGroups="a.b"', { candidateRoles: ['a.b'], notApplicant: true }],
  ['camunda:candidateGroups="a.b" tamga:notApplicant="false"', { notApplicant: false }],
  ['camunda:candidateGroups="a.b"', { outcomes: [{ name: 'complete', label: '完成', labelEn: 'Complete', opinion: 'optional', requires: [], style: 'primary' }] }],
])('user task with %s', async (attrs, expected) => {
  expect((await compiled(around(user('u', [], attrs)))).nodes['u']?.userTask).toMatchObject(expected);
});

test('a service task keeps topic, action, message and inputs', async () => {
  const inputs = `<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="n">=quantity * 2</camunda:inputParameter><camunda:inputParameter name="t">text</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>`;
  const process = await compiled(around(service('x', 'tamga:action="freeze" tamga:message="m" tamga:status="s"', inputs)));
  expect(process.nodes['x']).toMatchObject({
    status: 's',
    serviceTask: { topic: 'topic', action: 'freeze', message: 'm', inputs: [{ name: 'n', language: 'feel', text: 'quantity * 2' }, { name: 't', language: 'text', text: 'text' }] },
  });
  expect(expressionsOf(process)).toEqual([{ elementId: 'x', text: 'quantity * 2', expects: 'any' }]);
});

test.each([
  ['timeDuration P3D', { kind: 'duration', language: 'iso8601', text: 'P3D' }],
  ['timeDuration P1Y2M3DT4H5M6.5S', { kind: 'duration' }],
  ['timeDuration =duration("P1D")', { kind: 'duration', language: 'feel', text: 'duration("P1D")' }],
  ['timeDate 2026-04-10T09:00:00+08:00', { kind: 'date', language: 'iso8601' }],
  ['timeCycle R3/PT10M', { kind: 'cycle', language: 'iso8601' }],
  ['timeCycle R/2026-04-10T09:00:00Z/P1D', { kind: 'cycle' }],
])('timer %s', async (text, expected) => {
  const process = await compiled(around(user('u'), timer('b', 'u', text)));
  expect(process.nodes['b']).toMatchObject({ type: 'boundaryEvent', event: 'timer', attachedTo: 'u', interrupting: true, timer: expected });
  expect(process.nodes['u']?.boundary).toEqual(['b']);
});

test('a timer may name FEEL as its language', async () => {
  const xml = around(user('u'), timer('b', 'u', 'timeDuration wait')).replace('<bpmn:timeDuration>', '<bpmn:timeDuration xsi:type="bpmn:tFormalExpression" language="feel">');
  expect((await compiled(xml)).nodes['b']?.timer).toEqual({ kind: 'duration', language: 'feel', text: 'wait', workingDays: false });
});

test('conditions keep document order and say what they must give', async () => {
  const process = await compiled(modelXml({
    nodes: [start('s'), xor('x'), end('a'), end('b'), end('c'), timer('t', 'u', 'timeDuration =wait'), user('u')],
    flows: ['s > u', 'u > x', 'x > b if n > 3', 'x > a if = n &lt; 2'.replace('&lt;', '<'), 'x > c default', 't > c'],
  }));
  expect(process.nodes['x']).toMatchObject({ outgoing: ['f2', 'f3', 'f4'], defaultFlow: 'f4' });
  expect(process.flows['f3']?.condition).toEqual({ language: 'feel', text: 'n < 2' });
  expect(expressionsOf(process)).toEqual([
    { elementId: 'f2', text: 'n > 3', expects: 'boolean' }, { elementId: 'f3', text: 'n < 2', expects: 'boolean' }, { elementId: 't', text: 'wait', expects: 'duration' },
  ]);
});

describe('a file may hold', () => {
  test('flow lists that lie, pools, lanes, notes and data: they change nothing', async () => {
    const process = await compiled(modelXml({
      nodes: [start('s'), { ...user('u'), body: '<bpmn:incoming>gone</bpmn:incoming>' }, end('e')], flows: ['s > u', 'u > e'],
      beside: '<bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="p"/></bpmn:collaboration>',
      inside: '<bpmn:laneSet id="l"><bpmn:lane id="l1"><bpmn:flowNodeRef>u</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet><bpmn:dataObjectReference id="d" dataObjectRef="o"/><bpmn:dataObject id="o"/><bpmn:textAnnotation id="n"><bpmn:text>note</bpmn:text></bpmn:textAnnotation><bpmn:group id="g"/>',
    }));
    expect(process.nodes['u']?.incoming).toEqual(['f0']);
    expect(checkProcess(process)).toEqual([]);
  });

  test('a partner process that is not executed', async () => {
    const process = await compiled(modelXml({ nodes: [start('s'), end('e')], flows: ['s > e'], beside: '<bpmn:process id="partner"/>' }));
    expect(process.id).toBe('p');
  });

  test('ids that JavaScript knows', async () => {
    const process = await compiled(modelXml({ nodes: [start('constructor'), end('__proto__')], flows: ['constructor > __proto__'] }));
    expect(Object.keys(process.nodes)).toEqual(['constructor', '__proto__']);
    expect(checkProcess(process)).toEqual([]);
  });
});

test('a process is frozen through and through', async () => {
  const process = await compiled(around(user('u', ['a'])));
  expect([process, process.nodes, process.nodes['u'], process.nodes['u']?.userTask?.outcomes, process.flows['f0']].map(Object.isFrozen)).toEqual([true, true, true, true, true]);
});
