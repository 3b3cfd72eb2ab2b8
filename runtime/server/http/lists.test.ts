import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
let clerk: TestPerson;
let neighbour: TestPerson;
let masked: TestPerson;
let unit: string;
const ids: Record<string, string> = {};
const states = { field: 'status', initial: 'open', transitions: [{ from: ['open'], to: 'closed', by: ['close'] }], editable: ['open'], deletable: ['open'] };

beforeAll(async () => {
  const rights = { read: true, create: true, update: true, delete: true, actions: ['close'] };
  server = await startTestServer([
    { app: 'care', kind: 'app', name: 'app', content: { label: '护', needs: ['platform'] } },
    { app: 'care', kind: 'entity', name: 'visit', content: {
      label: '随访', owner: 'unit', search: ['name', 'phone'], states, title: 'name',
      fields: {
        name: { type: 'text', label: '姓名', required: true }, phone: { type: 'text', label: '电话', sensitivity: { level: 'sensitive', mask: 'mobile', purpose: '联系', basis: '同意' } }, score: { type: 'integer', label: '评分', max: 100 },
        cost: { type: 'money', label: '费用' }, day: { type: 'date', label: '日期' }, at: { type: 'datetime', label: '时刻' }, unit: { type: 'org', label: '单位' }, note: { type: 'long-text', label: '说明' },
        status: { type: 'choice', label: '状态', options: { open: '进行中', closed: '已结束' }, default: '"open"' },
      },
    } },
    { app: 'care', kind: 'entity', name: 'place', content: { label: '网格', owner: 'unit', tree: { parent: 'up' }, fields: { name: { type: 'text', label: '名称' }, up: { type: 'reference', label: '上级', entity: 'place' }, unit: { type: 'org', label: '单位' } } } },
    { app: 'care', kind: 'entity', name: 'call', content: { label: '回访', owner: 'unit', fields: { no: { type: 'text', label: '编号' }, visit: { type: 'reference', label: '随访', entity: 'visit' }, unit: { type: 'org', label: '单位' }, secret: { type: 'text', label: '密' } } } },
    { app: 'care', kind: 'detail', name: 'visit', content: { entity: 'visit', header: ['phone', 'cost'], timeline: [{ entity: 'call', by: 'visit' }], tabs: [{ label: '回访', related: [{ list: 'call', by: 'visit' }] }, { label: '费用', sections: [{ fields: ['cost'] }] }] } },
    { app: 'care', kind: 'list', name: 'all', content: { entity: 'visit', view: 'board', board: { by: 'status' }, calendar: { date: 'day' }, summary: { score: 'sum', cost: 'avg' }, edit: ['score', 'cost'], bulk: ['close', 'edit', 'delete'] } },
    { app: 'care', kind: 'action', name: 'close', content: { entity: 'visit', label: '结束', on: 'record', when: 'record.status = "open"', steps: [{ update: { record: 'record', set: { status: '"closed"' } } }] } },
    { app: 'care', kind: 'role', name: 'clerk', content: { label: '经办', grants: { visit: rights, place: { ...rights, actions: [] }, call: { read: true, create: true, update: true, hide: ['secret'] } } } },
    { app: 'care', kind: 'role', name: 'masked', content: { label: '查看', grants: { visit: { read: true, mask: ['phone'], hide: ['cost'] }, place: { read: true } } } },
  ]);
  unit = await server.addUnit('A');
  const other = await server.addUnit('B', { area: '150524' });
  const person = (name: string, role: string, org: string) => server.addPerson(name, { org, grants: [{ role: `care.${role}`, scope: 'unit', org }] });
  [clerk, neighbour, masked] = [await person('clerk', 'clerk', unit), await person('far', 'clerk', other), await person('masked', 'masked', unit)];
  const rows: [string, string, number, string | null, string | null, string][] = [
    ['张三丰', '13800001111', 10, '2026-04-10', '2026-04-10T00:00:00+08:00', unit], ['李四', '13800002222', 20, '2026-03-12', '2026-04-09T23:59:59+08:00', unit], ['王高血压', '13900003333', 30, '2025-04-10', null, unit], ['张远', '13800009999', 99, '2026-04-01', null, other],
  ];
  for (const [name, phone, score, day, at, org] of rows) ids[name] = await server.add('care/visit', { name, phone, score, cost: score / 10, day, at, unit: org, ...name === '李四' ? { note: '高血压随访三个月' } : {} });
  const tree: [string, string | null, string][] = [['旗', null, unit], ['镇', '旗', unit], ['村甲', '镇', unit], ['村乙', '镇', unit], ['外村', '镇', other]];
  for (const [name, up, org] of tree) ids[name] = await server.add('care/place', { name, up: up === null ? null : ids[up], unit: org });
});
afterAll(() => server.stop());

const call = (who: TestPerson, method: string, url: string, payload?: unknown) => server.request(who, { method, url: encodeURI(url), ...payload === undefined ? {} : { payload } });
const names = (json: Record<string, unknown>, key = 'name') => (json['items'] as Record<string, unknown>[]).map((item) => item[key]);
const visits = '/api/records/care/visit';

describe('periods told from today (2026-04-10)', () => {
  test.each<[string, string, string[]]>([
    ['day', 'today', ['张三丰']], ['day', 'last-30-days', ['张三丰', '李四']], ['day', 'last-month', ['李四']], ['day', 'this-year', ['张三丰', '李四']], ['day', 'last-year', ['王高血压']], ['day', 'next-7-days', ['张三丰']], ['day', 'yesterday', []],
    ['at', 'today', ['张三丰']], ['at', 'yesterday', ['李四']], ['at', 'last-2-days', ['张三丰', '李四']],
  ])('%s %s', async (field, period, expected) => {
    const { json } = await call(clerk, 'GET', `${visits}?sort=score&filter={"${field}":{"$during":"${period}"}}`);
    expect(names(json)).toEqual(expected);
  });
  test.each([['day', '"soon"'], ['day', '30'], ['name', '"today"'], ['day', '"last-0-days"']])('%s %s is refused', async (field, period) => {
    expect((await call(clerk, 'GET', `${visits}?filter={"${field}":{"$during":${period}}}`)).status).toBe(400);
  });
});

test('a list tells with every record what may be done with it', async () => {
  const { json } = await call(clerk, 'GET', `${visits}?sort=score&can=true&fields=name`);
  expect((json['items'] as { can: unknown }[]).map((item) => item.can)).toEqual(Array.from({ length: 3 }, () => ({ update: true, delete: true, actions: ['close'] })));
  const seen = await call(masked, 'GET', `${visits}?can=true&fields=name`);
  expect((seen.json['items'] as { can: unknown }[])[0]!.can).toEqual({ update: false, delete: false, actions: [] });
});

describe('summary', () => {
  test('covers the whole list under the reader\'s rights', async () => {
    expect((await call(clerk, 'GET', `${visits}/summary?of=score:sum,cost:avg,day:min`)).json).toEqual({ total: 3, values: { 'score:sum': 60, 'cost:avg': 2, 'day:min': '2025-04-10' } });
    expect((await call(clerk, 'GET', `${visits}/summary?of=score:sum&search=张`)).json).toEqual({ total: 1, values: { 'score:sum': 10 } });
    expect((await call(neighbour, 'GET', `${visits}/summary?of=score:sum`)).json).toEqual({ total: 1, values: { 'score:sum': 99 } });
  });
  test.each([['cost:sum', 'request.unknown-field'], ['phone:max', 'request.unknown-field'], ['name:sum', 'request.bad-value'], ['score:median', 'request.unknown-operator'], ['unit.name:max', 'request.unknown-field']])('%s is refused with %s', async (of, code) => {
    const { status, json } = await call(masked, 'GET', `${visits}/summary?of=${of}`);
    expect([status, json['code']]).toEqual([400, code]);
  });
});

describe('bulk', () => {
  const bulk = (who: TestPerson, names_: string[], change: Record<string, unknown>) => call(who, 'POST', `${visits}/bulk`, { records: names_.map((name) => ({ id: ids[name] })), ...change });
  const outcomes = (json: Record<string, unknown>) => (json['items'] as { done: boolean; problem?: { status: number; code: string } }[]).map((item) => item.done ? 'done' : `${item.problem?.status} ${item.problem?.code}`);

  test('each record is judged alone', async () => {
    const edited = await bulk(clerk, ['李四', '张远', '王高血压'], { set: { score: 55 } });
    expect([edited.status, outcomes(edited.json), edited.json['done'], edited.json['refused']]).toEqual([200, ['done', '404 not-found', 'done'], 2, 1]);
    expect(outcomes((await bulk(clerk, ['李四'], { set: { score: 101 } })).json)).toEqual(['422 field.too-large']);
    expect(outcomes((await bulk(masked, ['李四'], { set: { score: 1 } })).json)).toEqual(['403 access.denied']);
    const made = await server.add('care/visit', { name: '临时', unit });
    const closing = await call(clerk, 'POST', `${visits}/bulk`, { records: [{ id: made }, { id: made }, { id: ids['张远'] }], action: 'close' });
    expect(outcomes(closing.json)).toEqual(['done', '404 not-found']);
    expect(outcomes((await call(clerk, 'POST', `${visits}/bulk`, { records: [{ id: made }], action: 'close' })).json)).toEqual(['409 record.no-action']);
    expect(outcomes((await call(clerk, 'POST', `${visits}/bulk`, { records: [{ id: made }], delete: true })).json)).toEqual(['409 record.state']);
    expect(outcomes((await call(clerk, 'POST', `${visits}/bulk`, { records: [{ id: ids['李四'], version: 1 }], set: { score: 20 } })).json)).toEqual(['409 record.stale']);
    await call(clerk, 'POST', `${visits}/bulk`, { records: [{ id: ids['李四'] }], set: { score: 20 } });
    await call(clerk, 'POST', `${visits}/bulk`, { records: [{ id: ids['王高血压'] }], set: { score: 30 } });
  });

  test.each<[string, unknown, number]>([
    ['two changes at once', { records: [{ id: '0190a0a0-0000-7000-8000-000000000000' }], delete: true, set: { score: 1 } }, 422], ['no change', { records: [{ id: '0190a0a0-0000-7000-8000-000000000000' }] }, 422],
    ['two fields', { records: [{ id: '0190a0a0-0000-7000-8000-000000000000' }], set: { score: 1, name: 'x' } }, 422], ['no records', { records: [], delete: true }, 422], ['an unknown action', { records: [{ id: '0190a0a0-0000-7000-8000-000000000000' }], action: 'nope' }, 404],
    ['more than 500', { records: Array.from({ length: 501 }, (_, i) => ({ id: `0190a0a0-0000-7000-8000-${String(i).padStart(12, '0')}` })), delete: true }, 422],
  ])('%s is refused as a whole', async (_name, payload, status) => expect((await call(clerk, 'POST', `${visits}/bulk`, payload)).status).toBe(status));
});

test('a list is described as the person may use it', async () => {
  const own = (await call(clerk, 'GET', '/api/model/care/list/all')).json;
  expect(own).toMatchObject({ view: 'board', looks: ['table', 'calendar', 'board'], summary: [{ field: 'score', of: 'sum' }, { field: 'cost', of: 'avg' }], edit: ['score', 'cost'], bulk: { actions: [{ name: 'close' }], delete: true, edit: true }, board: { by: { name: 'status' }, moves: [{ from: ['open'], to: 'closed', action: { name: 'close' } }] } });
  const seen = (await call(masked, 'GET', '/api/model/care/list/all')).json;
  expect(seen).toMatchObject({ summary: [{ field: 'score', of: 'sum' }], edit: [], bulk: { actions: [], delete: false, edit: false }, board: { moves: [] } });
  const fields = (json: Record<string, unknown>) => (json['fields'] as { name: string; operators?: string[] }[]);
  expect(fields(seen).find((field) => field.name === 'phone')?.operators).toBeUndefined();
  expect([fields(own).some((field) => field.name === 'cost'), fields(seen).some((field) => field.name === 'cost')]).toEqual([true, false]);
});

test('a page all around a record shows what the reader may see of it, in one line of time', async () => {
  const visit = String((await call(clerk, 'POST', visits, { name: '周', unit })).json['id']);
  await call(clerk, 'POST', '/api/records/care/call', { no: 'C1', visit, unit, });
  await server.add('care/call', { no: 'C2', visit, unit: (await server.pool.query("select id from app_platform.organization where code = 'B'")).rows[0].id, secret: '机密' });
  await server.add('care/call', { no: 'C3', visit, unit, secret: '机密' });
  const timeline = async (who: TestPerson) => (await call(who, 'GET', `${visits}/${visit}/timeline`)).json;
  const told = (await timeline(clerk))['items'] as { operation: string; of?: { title: string; label: string } }[];
  expect(told.map((entry) => entry.of?.title ?? 'self')).toEqual(['C3', 'C1', 'self']);
  expect(JSON.stringify(told)).not.toContain('机密');
  expect(((await timeline(masked))['items'] as unknown[]).length).toBe(1);
  expect((await call(neighbour, 'GET', `${visits}/${visit}/timeline`)).status).toBe(404);
  const detail = async (who: TestPerson) => (await call(who, 'GET', '/api/model/care/detail/visit')).json as { header: { name: string }[]; tabs: { label: string }[]; around: boolean };
  expect([await detail(clerk), await detail(masked)].map((d) => [d.header.map((f) => f.name), d.tabs.map((t) => t.label), d.around])).toEqual([[['phone', 'cost'], ['回访', '费用'], true], [['phone'], [], false]]);
});

describe('tree', () => {
  const level = async (who: TestPerson, query = '') => ((await call(who, 'GET', `/api/records/care/place/tree?sort=name&${query}`)).json['items'] as { name: string; children: number; matches: boolean }[]).map((item) => `${item.name} ${item.children}${item.matches ? '' : ' kept'}`);
  test('levels are read one by one, with counts of what the reader may see', async () => {
    expect(await level(clerk)).toEqual(['旗 1']);
    expect(await level(clerk, `parent=${ids['镇']}`)).toEqual(['村甲 0', '村乙 0']);
    expect(await level(clerk, `parent=${ids['旗']}`)).toEqual(['镇 2']);
  });
  test('a node whose parent is not the reader\'s stands at the top', async () => expect(await level(neighbour)).toEqual(['外村 0']));
  test('a filter keeps the ancestors of what it finds', async () => {
    expect(await level(clerk, 'filter={"name":"村甲"}')).toEqual(['旗 1 kept']);
    expect(await level(clerk, `filter={"name":"村甲"}&parent=${ids['镇']}`)).toEqual(['村甲 0']);
    expect(await level(clerk, 'filter={"name":"外村"}')).toEqual([]);
  });
  test('the way to a node ends where the reader may not see further', async () => {
    expect((await call(clerk, 'GET', `/api/records/care/place/${ids['村甲']}/path`)).json).toMatchObject({ items: [{ title: '旗' }, { title: '镇' }, { title: '村甲' }] });
    expect((await call(neighbour, 'GET', `/api/records/care/place/${ids['外村']}/path`)).json).toMatchObject({ items: [{ title: '外村' }] });
    expect((await call(neighbour, 'GET', `/api/records/care/place/${ids['村甲']}/path`)).status).toBe(404);
    expect((await call(clerk, 'GET', `${visits}/tree`)).status).toBe(404);
  });
});

describe('search everywhere', () => {
  const groups = async (who: TestPerson, q: string) => (await call(who, 'GET', `/api/search?q=${q}`)).json['groups'] as { entity: string; total: number; items: { title: string; hits: { field: string; marks: number[][] }[] }[] }[];
  test.each<[string, Record<string, number>]>([
    ['张', { visit: 1 }], ['zhangsf', {}], ['zsf', { visit: 1 }], ['zhangsanfeng', { visit: 1 }], ['13800', { visit: 2 }], ['cun', { place: 2 }], ['高血压', { visit: 1 }], ['张 13800001111', { visit: 1 }], ['血高', {}], ['不存在', {}],
  ])('%s', async (q, expected) => expect(Object.fromEntries((await groups(clerk, q)).map((group) => [group.entity, group.total]))).toEqual(expected));
  test('hits are marked, also by pinyin', async () => {
    expect((await groups(clerk, 'sf'))[0]?.items[0]).toMatchObject({ title: '张三丰', hits: [{ field: 'name', marks: [[1, 3]] }] });
    expect((await groups(clerk, '0000'))[0]?.items[0]?.hits).toMatchObject([{ field: 'phone', marks: [[3, 7]] }]);
  });
  test('what is masked or hidden is neither matched nor shown, and neighbours find their own', async () => {
    expect(await groups(masked, '13800')).toEqual([]);
    expect(JSON.stringify(await groups(masked, '张'))).not.toContain('13800');
    expect((await groups(masked, '张'))[0]).toMatchObject({ total: 1 });
    expect((await groups(neighbour, '张'))[0]?.items.map((item) => item.title)).toEqual(['张远']);
  });
  test('nothing to search for is refused', async () => {
    for (const q of ['', ' ', '!?']) expect((await call(clerk, 'GET', `/api/search?q=${q}`)).json['code']).toBe('search.empty');
    expect((await call(clerk, 'GET', '/api/search?q=a&entity=care/nothing')).status).toBe(404);
  });
});

describe('views', () => {
  const views = '/api/views/care/visit';
  const listed = async (who: TestPerson) => (await call(who, 'GET', views)).json as { items: { id: string; name: string; isMine: boolean; state: { columns?: { name: string }[] }; version: number }[]; columns: unknown; defaultView: unknown };
  const state = { filter: { score: { $gte: 20 } }, columns: [{ name: 'name', width: 120 }, { name: 'cost' }], sort: '-score' };

  test('are kept for their maker, shared with a role or unit, and show others only what they may see', async () => {
    const made = await call(clerk, 'POST', views, { name: '高分', state });
    expect(made.status).toBe(201);
    const id = String(made.json['id']);
    expect([(await listed(clerk)).items.map((v) => v.name), (await listed(masked)).items]).toEqual([['高分'], []]);
    expect((await call(masked, 'PATCH', `${views}/${id}`, { name: '抢' })).status).toBe(404);
    expect((await call(clerk, 'PATCH', `${views}/${id}`, { share: { org: unit }, version: 1 })).status).toBe(204);
    const [shared] = (await listed(masked)).items;
    expect([shared?.name, shared?.isMine, shared?.state.columns]).toEqual(['高分', false, [{ name: 'name', width: 120 }]]);
    expect((await listed(neighbour)).items).toEqual([]);
    expect((await call(masked, 'DELETE', `${views}/${id}`)).status).toBe(403);
    expect((await call(clerk, 'PATCH', `${views}/${id}`, { name: '再改', version: 1 })).status).toBe(409);
    expect((await call(masked, 'PUT', `${views}/settings`, { defaultView: id })).status).toBe(204);
    expect((await listed(masked)).defaultView).toBe(id);
    await call(clerk, 'PATCH', `${views}/${id}`, { state: { ...state, filter: { phone: { $contains: '138' } } } });
    // Without its condition the view would show other rows: whoever may not ask it does not get the view.
    expect([(await listed(masked)).items, (await listed(masked)).defaultView]).toEqual([[], null]);
    expect((await call(clerk, 'DELETE', `${views}/${id}`)).status).toBe(204);
    expect((await listed(clerk)).items).toEqual([]);
  });

  test.each<[string, () => unknown, number, string]>([
    ['a hidden column', () => ({ name: 'a', state: { columns: [{ name: 'cost' }] } }), 422, 'field.unknown'], ['a masked field in the condition', () => ({ name: 'a', state: { filter: { phone: '1' } } }), 400, 'request.unknown-field'],
    ['no name', () => ({ name: ' ', state: {} }), 422, 'field.required'], ['a foreign role', () => ({ name: 'a', state: {}, share: { role: 'care.clerk' } }), 403, 'view.share'], ['nobody to share with', () => ({ name: 'a', state: {}, share: {} }), 403, 'view.share'],
    ['an unknown part', () => ({ name: 'a', state: { script: 'x' } }), 422, 'field.unknown'],
  ])('%s is refused', async (_name, body, status, code) => {
    const { status: got, json } = await call(masked, 'POST', views, body());
    expect([got, json['code']]).toEqual([status, code]);
  });

  test('have names of their own and an end', async () => {
    expect((await call(clerk, 'POST', views, { name: '一', state: {} })).status).toBe(201);
    expect((await call(clerk, 'POST', views, { name: ' 一 ', state: {} })).json['code']).toBe('view.name-taken');
    for (let i = 0; i < 49; i += 1) await call(clerk, 'POST', views, { name: `v${i}`, state: {} });
    expect((await call(clerk, 'POST', views, { name: 'more', state: {} })).json['code']).toBe('view.too-many');
  });

  test('columns are remembered per person', async () => {
    expect((await call(clerk, 'PUT', `${views}/settings`, { columns: [{ name: 'score', width: 90 }] })).status).toBe(204);
    expect([(await listed(clerk)).columns, (await listed(masked)).columns]).toEqual([[{ name: 'score', width: 90 }], null]);
    expect((await call(clerk, 'PUT', `${views}/settings`, { columns: null })).status).toBe(204);
    expect((await listed(clerk)).columns).toBeNull();
    expect((await call(masked, 'PUT', `${views}/settings`, { columns: [{ name: 'cost' }] })).status).toBe(422);
    expect((await call(clerk, 'GET', '/api/views/care/nothing')).status).toBe(404);
  });
});
