import { describe, expect, test } from '@jest/globals';
import type { ClientField } from '../../../model/client-types.ts';
import { checkValues } from './check-values.ts';
import { createEvaluator } from './feel.ts';
import { computedChanges, defaultsOf, followingDefaults, ruleOf } from './rules.ts';
import { formToFormily } from './to-formily.ts';
import { changesOf, toWritable } from './values.ts';

const evaluate = createEvaluator();
const field = (name: string, type: string, more: Partial<ClientField> = {}): ClientField => ({ name, type, label: name, ...more });
const lines = field('lines', 'lines', { lines: { as: 'order', minCount: 1, fields: [field('quantity', 'integer', { required: true, min: 1 }), field('price', 'money'), field('amount', 'money', { computed: 'quantity * price' })] } });

describe('form → Formily schema', () => {
  const schema = formToFormily([{ label: 'A', columns: 2, fields: [field('no', 'sequence'), field('name', 'text', { required: true }), lines] }]);
  const section = (schema.properties as Record<string, Record<string, unknown>>)['section0'];
  test('a section is a void node with its columns', () => expect(section).toMatchObject({ type: 'void', 'x-component': 'Section', 'x-component-props': { label: 'A', columns: 2 } }));
  test.each([
    ['no', { type: 'string', 'x-pattern': 'readOnly', required: false }],
    ['name', { type: 'string', 'x-pattern': 'editable', required: true, 'x-decorator-props': { isWide: false } }],
    ['lines', { type: 'array', 'x-decorator-props': { isWide: true, isNamed: false } }],
  ])('field %s', (name, expected) => expect((section?.['properties'] as Record<string, unknown>)[name]).toMatchObject(expected));
  test('the schema holds no expression that Formily would compile', () => expect(JSON.stringify(formToFormily([{ columns: 1, fields: [field('a', 'text', { label: 'a', visibleWhen: 'b = 1' })] }]))).not.toMatch(/\{\{/));
});

describe('rules', () => {
  const kind = field('kind', 'choice');
  const reason = field('reason', 'text', { visibleWhen: 'kind = "other"', requiredWhen: 'kind = "other"', readOnlyWhen: 'kind = "fixed"' });
  test.each([
    ['other', { visible: true, required: true, readOnly: false }],
    ['fixed', { visible: false, required: false, readOnly: true }],
    [null, { visible: false, required: false, readOnly: false }],
  ])('kind %s', (value, expected) => expect(ruleOf(reason, { kind: value, reason: null }, [kind, reason], evaluate)).toEqual(expected));

  test('a rule over an unknown name leaves the field as it is', () => expect(ruleOf(field('a', 'text', { visibleWhen: 'nowhere = 1' }), { a: null }, [field('a', 'text')], evaluate).visible).toBe(true));
  test('computed values follow each other', () => expect(computedChanges([field('a', 'integer'), field('c', 'integer', { computed: 'b + 1' }), field('b', 'integer', { computed: 'a * 2' })], { a: 3, b: null, c: null }, evaluate)).toEqual({ b: 6, c: 7 }));
  test('computed values see lines', () => expect(computedChanges([lines, field('total', 'money', { computed: 'sum(lines.amount)' })], { lines: [{ amount: 2 }, { amount: 3 }], total: null }, evaluate)).toEqual({ total: 5 }));
  test('defaults see the user and today', () => {
    const values = defaultsOf([field('by', 'user', { default: 'user' }), field('on', 'date', { default: 'today()' }), field('kind', 'choice', { default: '"a"' })], { user: { id: 'u1', name: '张三' } }, evaluate);
    expect(values).toMatchObject({ by: { id: 'u1', title: '张三' }, kind: 'a' });
    expect(values['on']).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('defaults that follow other fields', () => {
  const fields = [field('expiry', 'date'), field('no', 'text', { required: true, default: 'if expiry = null then null else replace(string(expiry), "-", "")' })];
  test('they fill, follow, and leave what was typed', () => {
    const known = new Map<string, string>();
    const step = (values: Record<string, unknown>) => followingDefaults(fields, values, known, evaluate, true);
    expect(step({ expiry: null, no: null })).toEqual({});
    expect(step({ expiry: '2027-06-30', no: null })).toEqual({ no: '20270630' });
    expect(step({ expiry: '2027-06-30', no: '20270630' })).toEqual({});
    expect(step({ expiry: '2027-07-01', no: '20270630' })).toEqual({ no: '20270701' });
    expect(step({ expiry: '2027-07-01', no: null })).toEqual({});
    expect(step({ expiry: '2028-01-01', no: 'A1' })).toEqual({});
  });
  test('an empty required field is no gap when its default fills it', () => {
    expect(checkValues({ fields, values: { expiry: '2027-06-30', no: null }, evaluate })).toEqual({});
    expect(checkValues({ fields, values: { expiry: null, no: null }, evaluate })).toEqual({ no: '请填写no' });
  });
});

describe('check values', () => {
  const number = field('q', 'decimal', { min: 1, max: 10, scale: 2 });
  test.each<[string, ClientField, unknown, string | undefined]>([
    ['required', field('q', 'text', { required: true }), null, '请填写q'],
    ['spaces only', field('q', 'text', { required: true }), '  ', '请填写q'],
    ['required choice', field('q', 'choice', { required: true }), null, '请选择q'],
    ['not a number', number, 'abc', '请输入数字'],
    ['below', number, 0.5, '不能小于 1'],
    ['above', number, 11, '不能大于 10'],
    ['too exact', number, 1.234, '最多 2 位小数'],
    ['good', number, 1.23, undefined],
    ['no integer', field('q', 'integer'), 1.5, '请输入整数'],
    ['no date', field('q', 'date'), '2026-02-30', '日期不正确，请按 2026-01-31 的形式填写'],
    ['too long', field('q', 'text', { maxLength: 2 }), '三个字', '最多 2 个字'],
    ['pattern', field('q', 'text', { pattern: '\\d{3}', message: '三位数字' }), '12', '三位数字'],
    ['check', field('q', 'integer', { check: 'value > 5', message: '要大于五' }), 3, '要大于五'],
    ['hidden fields are not checked', field('q', 'text', { required: true, visibleWhen: 'false' }), null, undefined],
  ])('%s', (_title, checked, value, expected) => expect(checkValues({ fields: [checked], values: { q: value }, evaluate })['q']).toBe(expected));

  test('lines are checked cell by cell', () => expect(checkValues({ fields: [lines], values: { lines: [{ quantity: 1 }, { quantity: 0 }, {}] }, evaluate })).toEqual({ 'lines[1].quantity': '不能小于 1', 'lines[2].quantity': '请填写quantity' }));
  test('checks of the record name their field', () => expect(checkValues({ fields: [field('a', 'date'), field('b', 'date')], checks: [{ rule: 'a <= b', field: 'b', message: '早于开始' }], values: { a: '2026-02-01', b: '2026-01-01' }, evaluate })).toEqual({ b: '早于开始' }));
});

describe('values for the server', () => {
  const fields = [field('no', 'sequence'), field('m', 'reference'), field('photos', 'image'), field('n', 'integer'), lines];
  const values = { no: 'X', m: { id: '1', title: 'M' }, photos: [{ id: 'f', name: 'a.png', size: 1, type: 'image/png' }], n: undefined, lines: [{ id: 'l1', quantity: 2, price: 1, amount: 2, order: 'x' }, { quantity: 1 }] };
  test('references and files go by id, given fields stay out', () => expect(toWritable(fields, values)).toEqual({ m: '1', photos: ['f'], n: null, lines: [{ id: 'l1', quantity: 2, price: 1 }, { quantity: 1, price: null }] }));
  test('only changes are sent', () => expect(changesOf({ a: 1, b: null, c: [1] }, { a: 1, b: undefined, c: [2] })).toEqual({ c: [2] }));
});
