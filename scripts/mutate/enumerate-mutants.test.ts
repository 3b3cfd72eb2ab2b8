import { describe, expect, test } from '@jest/globals';
import type { Source } from '../../runtime/model/source.ts';
import { enumerateMutants } from './enumerate-mutants.ts';

const source = (kind: string, name: string, content: unknown, app = 'shop'): Source => ({ file: `${name}.${kind}.json`, app, kind, name, content });
const mutants = (sources: Source[], wide = false) => enumerateMutants(sources, 'shop', { wide }).map(({ class: kind, pointer }) => `${kind} ${pointer}`);

const order = source('entity', 'order', {
  label: '单', unique: [['no', 'day']],
  checks: [{ rule: 'a > b', message: 'x' }],
  fields: {
    no: { type: 'sequence', label: '号', format: 'A{n:4}', required: true, readOnly: true },
    name: { type: 'text', label: '名', required: true, unique: true, pattern: '[a-z]+' },
    count: { type: 'integer', label: '数', min: 1, max: 9, check: 'value != 5', requiredWhen: 'a' },
    sum: { type: 'decimal', label: '和', computed: 'count * 2', readOnly: true },
    by: { type: 'user', label: '人', readOnly: true, required: true, default: 'user' },
    status: { type: 'choice', label: '态', options: { draft: '草', done: '完' } },
  },
  states: { field: 'status', initial: 'draft', transitions: [{ from: ['draft'], to: 'done', by: ['finish'] }], editable: ['draft'] },
});
const finish = source('action', 'finish', { label: '完成', entity: 'order', when: 'a', steps: [
  { check: { rule: 'a', message: 'x' } },
  { each: { of: 'record.lines', as: 'line', steps: [{ check: { rule: 'b', message: 'x' } }, { when: 'c', update: { set: { status: '"done"' } } }] } },
] });
const clerk = source('role', 'clerk', { label: '员', grants: {
  order: { read: { where: { a: 1 } }, create: true, update: true, delete: true, scope: 'own', hide: ['sum'], readOnly: ['count'] },
  'other/thing': { read: true, scope: 'all' },
} });
const flow = '<bpmn:definitions><bpmn:userTask id="review" camunda:candidateGroups="shop.boss" tamga:scope="shop"><bpmn:extensionElements><tamga:outcome name="no" opinion="required" /></bpmn:extensionElements></bpmn:userTask>'
  + '<bpmn:userTask id="revise" camunda:assignee="${starter}" /><bpmn:sequenceFlow id="plain" sourceRef="a" targetRef="b" /><bpmn:sequenceFlow id="open"><bpmn:documentation>x</bpmn:documentation></bpmn:sequenceFlow>'
  + '<bpmn:sequenceFlow id="yes" sourceRef="g" targetRef="c">\n<bpmn:conditionExpression language="feel">outcome = "yes"</bpmn:conditionExpression></bpmn:sequenceFlow></bpmn:definitions>';

describe('enumerateMutants', () => {
  test.each<[string, Source[], string[]]>([
    ['an entity', [order], [
      'required /fields/name/required', 'unique /fields/name/unique', 'check /fields/name/pattern', 'range /fields/count/min', 'range /fields/count/max',
      'check /fields/count/check', 'required /fields/count/requiredWhen', 'read-only /fields/by/readOnly', 'check /checks/0', 'unique /unique/0',
      'transition /states/transitions/0', 'transition /states/transitions', 'editable /states/editable', 'editable /states/deletable',
    ]],
    ['an action', [finish], ['action-rule /when', 'action-rule /steps/0', 'action-rule /steps/1/each/steps/0', 'action-rule /steps/1/each/steps/1/when']],
    ['a role', [clerk], ['row-rule /grants/order/read', 'row-rule /grants/order/scope', 'field-rule /grants/order/hide/0', 'field-rule /grants/order/readOnly/0']],
    ['a process', [source('process', 'flow', flow)], ['flow-condition #yes', 'task-rule #review', 'task-rule #review', 'task-rule #review']],
    ['an alert', [source('alert', 'late', { where: { a: 1 }, tiers: [{ name: 'a' }, { name: 'b' }] })], ['alert /tiers/0', 'alert /tiers/1', 'alert /where']],
    ['a report', [source('report', 'sums', { measures: { open: { count: true, where: { a: 1 } }, all: { count: true } } })], ['view-filter /measures/open/where']],
    ['another app', [{ ...order, app: 'other' }], []],
  ])('%s', (_, sources, expected) => {
    expect(mutants(sources)).toEqual(expected);
  });

  test('with rights given too much', () => {
    expect(mutants([order, finish, clerk], true).filter((line) => line.startsWith('right'))).toEqual(['right /grants/order/actions']);
  });

  test('a mutant changes only its copy', () => {
    const [first] = enumerateMutants([order], 'shop');
    expect(first!.source.content).not.toHaveProperty('fields.name.required');
    expect(order.content).toHaveProperty('fields.name.required', true);
  });

  test('a condition becomes true in its place', () => {
    const [first] = enumerateMutants([source('process', 'flow', flow)], 'shop');
    expect(first!.source.content).toBe(flow.replace('outcome = "yes"', 'true'));
  });
});
