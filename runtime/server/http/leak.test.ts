import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/start-test-server.ts';
import { openSession } from '../auth/index.ts';
import { runPending } from '../jobs/index.ts';

// Walks every route of the OpenAPI as somebody with few rights: no answer may hold a value that is not theirs, and no filter,
// sort or search may tell it. A new route is walked without a change here.
const hidden = 'ZQHIDDEN7Q';
const masked = '13987654321';
const neighbour = 'ZQNEIGHBOUR7Q';
const definitions = [
  { app: 'lab', kind: 'app', name: 'app', content: { label: '检验', needs: ['platform'], menu: [{ label: '检验', items: [{ list: 'case' }, { report: 'by-secret' }, { report: 'by-kind' }] }] } },
  { app: 'lab', kind: 'entity', name: 'case', content: { label: '病例', title: 'name', owner: 'unit', search: ['name', 'secret', 'phone'], softDelete: true, tree: { parent: 'parent' }, fields: {
    name: { type: 'text', label: '名称', required: true }, secret: { type: 'text', label: '诊断' }, kind: { type: 'choice', label: '类', options: { a: '甲', b: '乙' } },
    phone: { type: 'text', label: '电话', sensitivity: { level: 'sensitive', purpose: '联系', basis: '法定职责', mask: 'mobile' } }, day: { type: 'date', label: '日期' },
    parent: { type: 'reference', label: '上级', entity: 'case' }, unit: { type: 'org', label: '单位', required: true },
  } } },
  { app: 'lab', kind: 'list', name: 'case', content: { entity: 'case', columns: ['name', 'secret', 'phone', 'kind'] } },
  { app: 'lab', kind: 'report', name: 'by-secret', content: { label: '按诊断', entity: 'case', dimensions: [{ name: 'secret', field: 'secret' }], measures: [{ name: 'count', label: '数', count: true }], filters: ['kind'] } },
  { app: 'lab', kind: 'report', name: 'by-kind', content: { label: '按类', entity: 'case', dimensions: [{ name: 'kind', field: 'kind' }], measures: [{ name: 'count', label: '数', count: true }], filters: ['kind', 'day'] } },
  { app: 'lab', kind: 'role', name: 'desk', content: { label: '前台', reports: ['by-secret', 'by-kind'], grants: { case: { read: true, export: true, hide: ['secret'], mask: ['phone'] } } } },
];

type Parameter = { name: string; in: 'path' | 'query'; required?: boolean; schema?: { enum?: string[] } };
type Routes = Record<string, Record<string, { parameters?: Parameter[]; requestBody?: unknown }>>;

let server: TestServer;
let desk: TestPerson;
let ids: { own: string; other: string };
let routes: Routes;

beforeAll(async () => {
  server = await startTestServer(definitions);
  const unit = await server.addUnit('A');
  const other = await server.addUnit('B', { area: '150524' });
  desk = await server.addPerson('desk', { org: unit, grants: [{ role: 'lab.desk', scope: 'unit', org: unit }] });
  ids = {
    own: await server.add('lab/case', { name: '张三', secret: hidden, phone: masked, kind: 'a', day: '2026-04-10', unit }),
    other: await server.add('lab/case', { name: neighbour, secret: hidden, phone: masked, kind: 'b', day: '2026-04-10', unit: other }),
  };
  routes = (await server.request(null, { url: '/openapi.json' })).json['paths'] as Routes;
});
afterAll(() => server.stop());
beforeEach(async () => { desk = { ...desk, token: await openSession(server.services, desk.id) }; });

const texts = ['ZQHIDD', '1398765', 'ZQNEIGH', 'zqn'];
const filters = [{ secret: hidden }, { secret: { $contains: 'ZQ' } }, { phone: masked }, { phone: { $gt: '1' } }, { 'parent.secret': { $exists: false } }, { $or: [{ secret: hidden }, { id: { $exists: true } }] }, { kind: 'a' }];
/** What is tried for a query parameter, by its name. */
const tries: Record<string, readonly string[]> = {
  filter: filters.map((filter) => JSON.stringify(filter)), search: texts, q: texts, sort: ['secret', '-phone', 'parent.secret'], fields: ['name,secret,phone', 'secret'], channel: ['detail'], field: ['secret'], record: ['other'], date: ['2026-04-10'],
};
const bodies = (): readonly object[] => [{}, ...filters.map((filter) => ({ filter, where: filter, fields: ['secret', 'phone', 'name'], sort: ['secret'], format: 'csv' })), { ids: [ids.own, ids.other], fields: ['secret'], action: 'delete', set: { secret: 'x' }, values: { secret: 'x' } }, { name: 'x', secret: hidden.slice(0, 4), title: 'x', version: 1, into: ids.other, parent: ids.other, filter: { secret: hidden }, columns: ['secret'] }];

/** Values that fill the path of a route. */
function paths(path: string): string[] {
  const values: Record<string, string[]> = { app: ['lab'], entity: ['case'], id: [ids.own, ids.other], list: ['case'], report: ['by-secret', 'by-kind'], kind: ['list', 'form', 'detail', 'report'], name: ['case', 'by-secret'], version: ['1'], action: ['submit'], template: ['case'], page: ['home'], field: ['secret'], code: ['x'], partner: ['x'] };
  let found = [path];
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) found = found.flatMap((one) => (values[name] ?? [ids.own]).map((value) => one.replace(`{${name}}`, value)));
  return found;
}

/** Every request that a route is tried with. */
function* requests(): Generator<{ method: string; url: string; payload?: object }> {
  for (const [path, methods] of Object.entries(routes)) for (const [method, { parameters = [] }] of Object.entries(methods)) {
    const query = parameters.filter(({ in: where }) => where === 'query');
    const required = query.filter((one) => one.required).map(({ name, schema }) => `${name}=${encodeURIComponent(schema?.enum?.[0] ?? tries[name]?.[0] ?? ids.own)}`);
    const variants = [required, ...query.flatMap(({ name }) => (tries[name] ?? []).map((value) => [...required, `${name}=${encodeURIComponent(value)}`]))];
    for (const url of paths(path)) for (const variant of variants) {
      const full = variant.length > 0 ? `${url}?${variant.join('&')}` : url;
      if (['get', 'delete'].includes(method)) yield { method, url: full };
      else for (const payload of bodies()) yield { method, url: full, payload };
    }
  }
}

test('no route tells a hidden, masked or neighbouring value', async () => {
  const leaks: string[] = [];
  const broken: string[] = [];
  let asked = 0;
  const answered = new Set<string>();
  for (const { method, url, payload } of requests()) {
    asked += 1;
    // A session of its own: some routes end the one they are asked with.
    const who = { ...desk, token: await openSession(server.services, desk.id) };
    const answer = await Promise.race([server.request(who, { method: method.toUpperCase(), url, ...(payload ? { payload } : {}) }), new Promise<undefined>((resolve) => { setTimeout(() => resolve(undefined), 5_000).unref(); })]);
    const text = answer?.body.toString('latin1') ?? '';
    if (answer?.status === 200) answered.add(url.split('?')[0]!);
    const asText = answer?.body.toString('utf8') ?? '';
    if ([hidden, masked, neighbour].some((value) => text.includes(value) || asText.includes(value))) leaks.push(`${method} ${url} ${JSON.stringify(payload ?? null)}: ${asText.slice(0, 300)}`);
    if (answer && answer.status >= 500) broken.push(`${method} ${url} ${JSON.stringify(payload ?? null)}: ${answer.status} ${asText.slice(0, 200)}`);
  }
  expect({ leaks, broken }).toEqual({ leaks: [], broken: [] });
  expect(asked).toBeGreaterThan(200);
  // The walk is worth something only where it is answered.
  expect([...answered]).toEqual(expect.arrayContaining(['/api/model', '/api/records/lab/case', `/api/records/lab/case/${ids.own}`, `/api/records/lab/case/${ids.own}/history`, '/api/records/lab/case/options', '/api/reports/lab/by-kind', '/api/search', '/api/model/lab/list/case']));
}, 300_000);

test.each([...filters.slice(0, 6), { secret: { $exists: true } }])('the filter %j tells nothing about values that are not theirs', async (filter) => {
  for (const url of ['/api/records/lab/case?filter=', '/api/records/lab/case/options?filter=', '/api/records/lab/case/summary?filter=', '/api/reports/lab/by-kind?filter=']) {
    const { status, json } = await server.request(desk, { url: `${url}${encodeURIComponent(JSON.stringify(filter))}` });
    const rows = (json['items'] ?? json['rows'] ?? []) as unknown[];
    expect([url, status >= 400 || rows.length === 0]).toEqual([url, true]);
  }
  const { status, json } = await server.request(desk, { method: 'POST', url: '/api/records/lab/case/export', payload: { filter } });
  await runPending(server.services);
  if (status === 202) expect((await server.request(desk, { url: `/api/jobs/${String(json['job'])}` })).json['status']).toBe('failed');
});

test.each(['secret', '-secret', 'phone', 'parent.secret'])('sorting by %s is refused', async (sort) => {
  expect((await server.request(desk, { url: `/api/records/lab/case?sort=${sort}` })).status).toBe(400);
});
