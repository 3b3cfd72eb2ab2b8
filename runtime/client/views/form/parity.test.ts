import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { allFunctions } from '../../../expressions/functions.ts';
import type { ClientField, ClientForm } from '../../../model/client-types.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../../testing/start-test-server.ts';
import { checkValues } from './check-values.ts';
import { createEvaluator } from './feel.ts';
import { computedChanges, defaultsOf, ruleOf } from './rules.ts';

/** Rules are worked out by the same functions in the browser and on the server; this asks both for every one of them. */
let server: TestServer;
let person: TestPerson;
let fields: readonly ClientField[];
let form: ClientForm;

const label = '值';
const examples = [...allFunctions().values()].filter(({ name }) => !['today', 'now', 'age'].includes(name)).map(({ name, example }) => [name, example] as const);
/** Computed fields over the others: type, scale and rule. */
const computed: Record<string, [type: string, rule: string, scale?: number]> = {
  third: ['decimal', 'n / 3', 3], half: ['integer', 'n / 2'], price: ['money', 'n * 1.005'], tax: ['money', 'price * 0.13'], chain: ['decimal', 'third * 3', 1],
  word: ['text', 'if t = null then "无" else upper case(t)'], days: ['integer', 'days between(d, date("2026-05-01"))'], later: ['date', 'add months(d, 1)'], late: ['boolean', 'd > date("2026-04-01") and b'],
  kind: ['choice', 'if n > 10 then "y" else "x"'], many: ['integer', 'count(m)'], sum: ['decimal', 'sum(for row in lines return row.q * row.p)', 2], rows: ['integer', 'count(lines)'], nothing: ['integer', 'if n = null then 1 else null'],
};
const given: Record<string, unknown>[] = [
  { n: 10, t: 'ab', d: '2026-04-10', b: true, c: 'x', m: ['x', 'y'], lines: [{ q: 3, p: 0.1 }, { q: 2, p: 1.15 }] },
  { n: 7, t: null, d: '2026-01-31', b: false, c: 'y', m: ['y'], lines: [{ q: 1, p: 2.675 }] },
  { n: 0, t: '', d: '2024-02-29', b: true, c: 'x', m: null, lines: [] },
  { n: -5, t: '中文', d: '2026-12-31', b: null, c: null, m: ['x'], lines: [{ q: 0, p: 0 }] },
];
const right = { read: true, create: true, update: true };
const definitions = [
  { app: 'same', kind: 'app', name: 'app', content: { label: '同', needs: ['platform'] } },
  { app: 'same', kind: 'entity', name: 'functions', content: { label: '函数', fields: { name: { type: 'text', label }, ...Object.fromEntries(examples.map(([, example], i) => [`f${i}`, { type: 'boolean', label, computed: example }])) } } },
  { app: 'same', kind: 'entity', name: 'paper', content: { label: '单', checks: [{ rule: 'n = null or n < 100', field: 'n', message: '太大' }], fields: {
    n: { type: 'integer', label }, t: { type: 'text', label, visibleWhen: 'n != 7', requiredWhen: 'c = "x" and n > 0' }, d: { type: 'date', label, check: 'value >= date("2024-01-01")', message: '太早' }, b: { type: 'boolean', label },
    c: { type: 'choice', label, options: { x: '甲', y: '乙' }, readOnlyWhen: 'b' }, m: { type: 'multi-choice', label, options: { x: '甲', y: '乙' } }, lines: { type: 'lines', label, entity: 'row' },
    given: { type: 'decimal', label, scale: 2, default: '10 / 3' },
    ...Object.fromEntries(Object.entries(computed).map(([name, [type, rule, scale]]) => [name, { type, label, computed: rule, ...(scale === undefined ? {} : { scale }), ...(type === 'choice' ? { options: { x: '甲', y: '乙' } } : {}) }])) } } },
  { app: 'same', kind: 'entity', name: 'row', content: { label: '行', lineOf: { entity: 'paper', as: 'paper' }, fields: { q: { type: 'integer', label }, p: { type: 'decimal', label, scale: 3, check: 'value >= 0' }, line: { type: 'decimal', label, scale: 1, computed: 'q * p' } } } },
  { app: 'same', kind: 'role', name: 'clerk', content: { label: '员', grants: { functions: right, paper: right } } },
];
const post = (entity: string, payload: unknown) => server.request(person, { method: 'POST', url: `/api/records/same/${entity}`, payload });

beforeAll(async () => {
  server = await startTestServer(definitions);
  const unit = await server.addUnit('A');
  person = await server.addPerson('clerk', { org: unit, grants: [{ role: 'same.clerk', scope: 'all' }] });
  form = (await server.request(person, { url: '/api/model/same/form/paper' })).json as unknown as ClientForm;
  fields = form.sections.flatMap((section) => section.fields);
});
afterAll(() => server.stop());

test('every function gives the same in the browser and on the server', async () => {
  const { json } = await post('functions', { name: 'x' });
  const evaluate = createEvaluator();
  expect(examples.map(([name], i) => [name, json[`f${i}`]])).toEqual(examples.map(([name, example]) => [name, evaluate(example, {}, [])]));
  expect(examples.filter(([, example]) => evaluate(example, {}, []) !== true)).toEqual([]);
});

test.each(given.map((values, i) => [i, values] as const))('computed and default values, rounded to their decimals: record %i', async (_i, values) => {
  const { status, json } = await post('paper', { ...values, t: values['t'] || 'z' });
  expect(status).toBe(201);
  const evaluate = createEvaluator();
  const own = { ...values, t: values['t'] || 'z' };
  const lineFields = fields.find((field) => field.name === 'lines')!.lines!.fields;
  const rows = (values['lines'] as Record<string, unknown>[]).map((row) => ({ ...row, ...computedChanges(lineFields, row, evaluate) }));
  const names = Object.keys(computed);
  const browser: Record<string, unknown> = { ...defaultsOf(fields, {}, evaluate), ...computedChanges(fields, { ...own, lines: rows }, evaluate) };
  expect(names.map((name) => [name, browser[name] ?? null])).toEqual(names.map((name) => [name, json[name] ?? null]));
  expect((json['lines'] as { line: number }[]).map((row) => row.line)).toEqual(rows.map((row) => (row as { line?: unknown }).line ?? null));
  expect(browser['given']).toBe(json['given']);
});

test.each<[Record<string, unknown>, string[]]>([
  [{ n: 5, c: 'x', t: null }, ['t']], [{ n: 5, c: 'y', t: null }, []], [{ n: 7, c: 'x', t: null }, []], [{ n: null, c: 'x', t: null }, []], [{ n: 100 }, ['n']], [{ n: 99 }, []],
  [{ d: '2023-12-31' }, ['d']], [{ d: '2024-01-01' }, []], [{ lines: [{ q: 1, p: 1 }, { q: 1, p: -1 }] }, ['lines[1].p']], [{ n: 5, c: 'x', t: ' ', d: '2020-01-01' }, ['t', 'd']],
])('what is refused is refused by both: %j', async (values, expected) => {
  const whole = { n: null, t: null, d: null, b: null, c: null, m: null, lines: [], ...values };
  const problems = Object.keys(checkValues({ fields, checks: form.checks, values: whole, evaluate: createEvaluator() }));
  const { status, json } = await post('paper', whole);
  const refused = status === 201 ? [] : (json['errors'] as { field: string }[]).map((error) => error.field);
  expect([problems.sort(), refused.sort()]).toEqual([[...expected].sort(), [...expected].sort()]);
});

test.each([[true, true], [false, false], [null, false]])('a field that is locked when b is %j is locked for both', async (b, locked) => {
  const { json: { id } } = await post('paper', { b, c: 'x', t: 'z' });
  const { status } = await server.request(person, { method: 'PATCH', url: `/api/records/same/paper/${String(id)}`, payload: { c: 'y' } });
  expect([status === 422, ruleOf(fields.find((field) => field.name === 'c')!, { b, c: 'x' }, fields, createEvaluator()).readOnly]).toEqual([locked, locked]);
});
