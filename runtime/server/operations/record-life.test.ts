import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemContext } from '../context.ts';
import { purgeHandler } from '../jobs/purge-handler.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
let keeper: TestPerson;
let reader: TestPerson;
let far: TestPerson;
let city: TestPerson;
let unit: string;

const label = '名';
const all = { read: true, create: true, update: true, delete: true };
const definitions = [
  { app: 'shelf', kind: 'app', name: 'app', content: { label: '架', needs: ['platform'] } },
  { app: 'shelf', kind: 'entity', name: 'node', content: { label: '节点', owner: 'unit', softDelete: true, tree: { parent: 'up', depth: 3, order: 'position' }, sort: ['position'], fields: { code: { type: 'text', label: '编码', unique: true, required: true }, unit: { type: 'org', label: '单位', required: true }, up: { type: 'reference', label: '上级', entity: 'node' }, position: { type: 'integer', label: '次序' } } } },
  { app: 'shelf', kind: 'entity', name: 'paper', content: { label: '文件', owner: 'node', changeReason: 'required', softDelete: true, fields: { name: { type: 'text', label, required: true }, node: { type: 'reference', label: '节点', entity: 'node', required: true }, see: { type: 'references', label: '参见', entity: 'node' }, secret: { type: 'text', label: '密', sensitivity: { level: 'sensitive', purpose: '核对', basis: '法定', mask: 'mobile' } }, pages: { type: 'integer', label: '页', min: 1 }, where: { type: 'location', label: '位置' }, parts: { type: 'lines', label: '附件', entity: 'part' }, total: { type: 'integer', label: '合计', computed: 'sum(for p in parts return p.count)' } } } },
  { app: 'shelf', kind: 'entity', name: 'part', content: { label: '附件', lineOf: { entity: 'paper', as: 'paper' }, fields: { title: { type: 'text', label, required: true }, count: { type: 'integer', label: '数', required: true } } } },
  { app: 'shelf', kind: 'role', name: 'keeper', content: { label: '管理员', grants: { node: { ...all, actions: ['move', 'merge'] }, paper: { ...all, actions: ['restore'] } } } },
  { app: 'shelf', kind: 'role', name: 'reader', content: { label: '读者', grants: { node: { read: true }, paper: { read: true, mask: ['secret'], hide: ['pages'] } } } },
];

const nodes = '/api/records/shelf/node';
const papers = '/api/records/shelf/paper';
const ask = (who: TestPerson, url: string) => server.request(who, { url: encodeURI(url).replaceAll('%25', '%') });
const post = (who: TestPerson, url: string, payload: unknown = {}) => server.request(who, { method: 'POST', url, payload });
const patch = (who: TestPerson, url: string, payload: unknown) => server.request(who, { method: 'PATCH', url, payload });
const codes = (json: Record<string, unknown>) => (json['items'] as { code: string }[]).map((item) => item.code);
let serial = 0;
const node = async (up?: string, owner = unit): Promise<string> => server.add('shelf/node', { code: `n${(serial += 1)}`, unit: owner, ...(up ? { up } : {}), position: serial * 10 });

beforeAll(async () => {
  server = await startTestServer(definitions);
  unit = await server.addUnit('A');
  const other = await server.addUnit('B', { area: '150524' });
  const person = (name: string, role: string, scope: 'unit' | 'all', org: string) => server.addPerson(name, { org, grants: [{ role, scope, ...(scope === 'unit' ? { org } : {}) }] });
  keeper = await person('keeper', 'shelf.keeper', 'unit', unit);
  reader = await person('reader', 'shelf.reader', 'unit', unit);
  far = await person('far', 'shelf.keeper', 'unit', other);
  city = await person('city', 'shelf.keeper', 'all', unit);
});
afterAll(() => server.stop());

test('a node moves beneath another, with its place among the children there; circles, too many levels and places elsewhere are refused', async () => {
  const [top, second] = [await node(), await node()];
  const [a, b, c] = [await node(top), await node(top), await node(top)];
  expect((await post(keeper, `${nodes}/${c}/move`, { parent: top, before: b })).status).toBe(200);
  const children = async (of: string) => (await ask(keeper, `${nodes}?filter={"up":"${of}"}`)).json['items'] as { id: string }[];
  expect((await children(top)).map((item) => item.id)).toEqual([a, c, b]);
  expect((await post(keeper, `${nodes}/${a}/move`, { after: b })).status).toBe(200);
  expect((await children(top)).map((item) => item.id)).toEqual([c, b, a]);
  const circle = await post(keeper, `${nodes}/${top}/move`, { parent: a });
  expect([circle.status, circle.json['code']]).toEqual([422, 'tree.cycle']);
  expect((await post(keeper, `${nodes}/${top}/move`, { parent: top })).json['code']).toBe('tree.cycle');
  const leaf = await node(second);
  expect((await post(keeper, `${nodes}/${top}/move`, { parent: leaf })).json['code']).toBe('tree.too-deep');
  expect((await post(keeper, `${nodes}/${a}/move`, { parent: second, before: b })).json['code']).toBe('tree.sibling');
  expect((await post(keeper, `${nodes}/${a}/move`, { parent: second, version: 99 })).json['code']).toBe('record.stale');
  expect((await post(keeper, `${nodes}/${a}/move`, { parent: null })).status).toBe(200);
  const { json } = await ask(keeper, `${nodes}/${a}/history`);
  expect((json['items'] as { operation: string }[])[0]!.operation).toBe('move');
});

test('who may not move does not; nobody moves into or out of what is not theirs', async () => {
  const [mine, theirs] = [await node(), await node(undefined, (await ask(far, nodes)).json['items'] ? await server.addUnit('C', { area: '150524' }) : unit)];
  expect((await post(reader, `${nodes}/${mine}/move`, { parent: null })).status).toBe(403);
  expect((await post(far, `${nodes}/${mine}/move`, { parent: null })).status).toBe(404);
  const into = await post(keeper, `${nodes}/${mine}/move`, { parent: theirs });
  expect([into.status, into.json['code']]).toEqual([422, 'field.reference']);
});

test('merging makes every use name the other record, in one step', async () => {
  const [from, into] = [await node(), await node()];
  const child = await node(from);
  const paper = await server.add('shelf/paper', { name: 'p', node: from, see: [from, child] });
  const self = await post(keeper, `${nodes}/${from}/merge`, { into: from });
  expect([self.status, self.json['code']]).toEqual([422, 'merge.self']);
  expect((await post(keeper, `${nodes}/${from}/merge`, { into: child })).json['code']).toBe('tree.cycle');
  expect((await post(reader, `${nodes}/${from}/merge`, { into })).status).toBe(403);
  const done = await post(keeper, `${nodes}/${from}/merge`, { into });
  expect([done.status, done.json['moved']]).toEqual([200, 3]);
  expect((await ask(keeper, `${nodes}/${from}`)).status).toBe(404);
  const { json } = await ask(keeper, `${papers}/${paper}`);
  expect((json['node'] as { id: string }).id).toBe(into);
  expect((json['see'] as { id: string }[]).map((item) => item.id).sort()).toEqual([child, into].sort());
  expect(((await ask(keeper, `${nodes}/${child}`)).json['up'] as { id: string }).id).toBe(into);
  const history = (await ask(keeper, `${papers}/${paper}/history`)).json['items'] as { operation: string; changes: { field: string }[] }[];
  expect(history.filter((entry) => entry.operation === 'merge').flatMap((entry) => entry.changes.map((change) => change.field)).sort()).toEqual(['node', 'see']);
});

test('a merge is refused while somebody else uses the record out of sight', async () => {
  const foreign = await server.addUnit('D', { area: '150524' });
  const [from, into, theirs] = [await node(), await node(), await node(undefined, foreign)];
  await server.add('shelf/paper', { name: 'far', node: theirs, see: [from] });
  const refused = await post(keeper, `${nodes}/${from}/merge`, { into });
  expect([refused.status, refused.json['code']]).toEqual([403, 'merge.unseen']);
  expect((await post(city, `${nodes}/${from}/merge`, { into })).status).toBe(200);
});

test('several named records: what cannot be seen is neither shown nor lost, and deleting a named one is refused', async () => {
  const foreign = await server.addUnit('E', { area: '150524' });
  const [mine, second, theirs] = [await node(), await node(), await node(undefined, foreign)];
  const paper = await server.add('shelf/paper', { name: 'p', node: mine, see: [mine, theirs] });
  const seen = async (who: TestPerson) => ((await ask(who, `${papers}/${paper}`)).json['see'] as { id: string }[]).map((item) => item.id);
  expect(await seen(keeper)).toEqual([mine]);
  expect((await patch(keeper, `${papers}/${paper}`, { see: [second], changeReason: '改' })).status).toBe(200);
  expect((await seen(city)).sort()).toEqual([second, theirs].sort());
  const chosen = await patch(keeper, `${papers}/${paper}`, { see: [second, theirs, (await node(undefined, foreign))], changeReason: '改' });
  expect([chosen.status, (chosen.json['errors'] as { field: string }[])[0]!.field]).toEqual([422, 'see']);
  const used = await server.request(city, { method: 'DELETE', url: `${nodes}/${second}` });
  expect([used.status, used.json['code']]).toEqual([409, 'record.referenced']);
  expect((await ask(keeper, `${papers}?filter={"see":{"$contains":"${second}"}}`)).json['total']).toBe(1);
  expect((await ask(keeper, `${papers}?filter={"see":{"$in":["${mine}"]}}`)).json['total']).toBe(0);
});

test('versions are listed, shown as of a moment, compared and restored under the rights and rules of now', async () => {
  const at = await node();
  const created = await post(keeper, papers, { name: '一', node: at, secret: '13912345678', pages: 3, where: { lng: 119.28, lat: 43.61, address: '开鲁镇' }, parts: [{ title: 'a', count: 1 }, { title: 'b', count: 2 }] });
  const id = String(created.json['id']);
  const lines = created.json['parts'] as { id: string; title: string; count: number }[];
  const lacking = await patch(keeper, `${papers}/${id}`, { name: '二' });
  expect([lacking.status, (lacking.json['errors'] as { field: string }[])[0]!.field]).toEqual([422, 'changeReason']);
  server.pass(10);
  await patch(keeper, `${papers}/${id}`, { name: '二', secret: '13800000000', pages: 4, parts: [{ id: lines[0]!.id, title: 'a', count: 5 }, { title: 'c', count: 7 }], changeReason: '升级' });
  const { json: { items } } = await ask(keeper, `${papers}/${id}/versions`);
  expect((items as Record<string, unknown>[]).map(({ version, operation, current, reason }) => [version, operation, current, reason])).toEqual([[2, 'update', true, '升级'], [1, 'create', false, undefined]]);
  const old = (await ask(keeper, `${papers}/${id}/versions/as-of?moment=2026-04-10T09:05:00%2B08:00`)).json;
  expect([old['version'], old['name'], (old['parts'] as { title: string }[]).map((line) => line.title), old['total']]).toEqual([1, '一', ['a', 'b'], 3]);
  expect((await ask(keeper, `${papers}/${id}/versions/as-of?moment=2020-01-01`)).status).toBe(404);
  const compared = (await ask(keeper, `${papers}/${id}/versions/compare?from=1&to=2`)).json as { fields: { field: string; before: unknown; after: unknown }[]; lines: { field: string; rows: { kind: string }[] }[] };
  expect(compared.fields.map(({ field, before, after }) => [field, before, after])).toEqual([['name', '一', '二'], ['secret', '13912345678', '13800000000'], ['pages', 3, 4], ['total', 3, 12]]);
  expect(compared.lines[0]!.rows.map((row) => row.kind)).toEqual(['changed', 'added', 'removed']);
  const asReader = (await ask(reader, `${papers}/${id}/versions/compare?from=1&to=2`)).json as { fields: { field: string; before: unknown }[] };
  expect(asReader.fields.map(({ field, before }) => [field, before])).toEqual([['name', '一'], ['secret', '139****5678'], ['total', 3]]);
  expect((await ask(far, `${papers}/${id}/versions`)).status).toBe(404);
  expect((await ask(keeper, `${papers}/${id}/versions/9`)).status).toBe(404);
  expect((await post(reader, `${papers}/${id}/versions/1/restore`, { changeReason: '恢复' })).status).toBe(403);
  expect((await post(keeper, `${papers}/${id}/versions/1/restore`, { version: 1, changeReason: '恢复' })).json['code']).toBe('record.stale');
  const restored = await post(keeper, `${papers}/${id}/versions/1/restore`, { changeReason: '恢复' });
  expect(restored.status).toBe(200);
  const record = restored.json['record'] as Record<string, unknown>;
  expect([record['version'], record['name'], record['total'], (record['parts'] as { title: string }[]).map((line) => line.title)]).toEqual([3, '一', 3, ['a', 'b']]);
  expect((await ask(keeper, `${papers}/${id}/versions/2`)).json['name']).toBe('二');
});

test('a version whose references are gone is not restored', async () => {
  const [at, later] = [await node(), await node()];
  const id = String((await post(keeper, papers, { name: 'x', node: at })).json['id']);
  await patch(keeper, `${papers}/${id}`, { node: later, changeReason: '迁移' });
  expect((await server.request(keeper, { method: 'DELETE', url: `${nodes}/${at}` })).status).toBe(204);
  const refused = await post(keeper, `${papers}/${id}/versions/1/restore`, { changeReason: '恢复' });
  expect([refused.status, (refused.json['errors'] as { field: string }[])[0]!.field]).toEqual([422, 'node']);
});

test('a deleted record is gone everywhere, its unique values are free, and it comes back with its lines', async () => {
  const at = await node();
  const id = String((await post(keeper, papers, { name: '回收', node: at, parts: [{ title: 'a', count: 1 }] })).json['id']);
  expect((await server.request(keeper, { method: 'DELETE', url: `${papers}/${id}` })).status).toBe(204);
  expect((await ask(keeper, `${papers}/${id}`)).status).toBe(404);
  expect((await ask(keeper, `${papers}?search=回收`)).json['total']).toBe(0);
  const bin = async (who: TestPerson) => (await ask(who, `${papers}/recycled`)).json['items'] as { id: string; title: string; deletedBy: { title: string } }[] | undefined;
  expect((await bin(keeper))!.map(({ id: gone, title, deletedBy }) => [gone, title, deletedBy.title])).toEqual([[id, '回收', 'keeper的姓名']]);
  expect(await bin(far)).toEqual([]);
  expect((await ask(reader, `${papers}/recycled`)).status).toBe(403);
  expect((await post(far, `${papers}/recycled/${id}/restore`)).status).toBe(404);
  expect((await post(keeper, `${papers}/recycled/${id}/restore`)).status).toBe(200);
  const { json } = await ask(keeper, `${papers}/${id}`);
  expect([json['name'], (json['parts'] as unknown[]).length, json['version']]).toEqual(['回收', 1, 2]);
  expect((await post(keeper, `${papers}/recycled/${id}/restore`)).status).toBe(404);
});

test('what would clash or lead nowhere is not restored', async () => {
  const gone = await node();
  const code = codes((await ask(keeper, `${nodes}?filter={"id":"${gone}"}`)).json)[0]!;
  await server.request(keeper, { method: 'DELETE', url: `${nodes}/${gone}` });
  const again = await server.add('shelf/node', { code, unit });
  const clash = await post(keeper, `${nodes}/recycled/${gone}/restore`);
  expect([clash.status, clash.json['code']]).toEqual([422, 'record.not-unique']);
  const paper = String((await post(keeper, papers, { name: 'y', node: again })).json['id']);
  await server.request(keeper, { method: 'DELETE', url: `${papers}/${paper}` });
  await server.request(keeper, { method: 'DELETE', url: `${nodes}/${again}` });
  const nowhere = await post(keeper, `${papers}/recycled/${paper}/restore`);
  expect([nowhere.status, (nowhere.json['errors'] as { field: string }[])[0]!.field]).toEqual([422, 'node']);
});

test('a draft is its owner’s alone, says when record or form have moved on, and lasts a month', async () => {
  const drafts = '/api/drafts/shelf/paper';
  const put = (who: TestPerson, record: string, payload: unknown) => server.request(who, { method: 'PUT', url: `${drafts}/${record}`, payload });
  const draft = async (who: TestPerson, record: string) => (await ask(who, `${drafts}/${record}`)).json['draft'] as { values: { name: string }; stale: boolean; changed: boolean } | null;
  const id = String((await post(keeper, papers, { name: '底稿', node: await node() })).json['id']);
  expect((await put(keeper, 'new', { values: { name: '新的' } })).status).toBe(204);
  expect((await put(keeper, id, { values: { name: '一' }, version: 1 })).status).toBe(204);
  expect((await put(keeper, id, { values: { name: '改到一半' }, version: 1 })).status).toBe(204);
  expect([await draft(keeper, 'new'), await draft(keeper, id)]).toMatchObject([{ values: { name: '新的' }, stale: false, changed: false }, { values: { name: '改到一半' }, stale: false }]);
  expect([await draft(city, 'new'), await draft(city, id)]).toEqual([null, null]);
  expect((await ask(far, `${drafts}/${id}`)).status).toBe(404);
  expect((await put(reader, 'new', { values: {} })).status).toBe(403);
  expect((await put(reader, id, { values: {} })).status).toBe(403);
  expect((await put(keeper, 'new', { values: { name: 'x'.repeat(600_000) } })).status).toBe(413);
  await patch(keeper, `${papers}/${id}`, { name: '别处改了', changeReason: '改' });
  expect(await draft(keeper, id)).toMatchObject({ stale: true });
  expect((await server.request(keeper, { method: 'DELETE', url: `${drafts}/${id}`, payload: {} })).status).toBe(204);
  expect(await draft(keeper, id)).toBeNull();
  await server.pool.query("update tamga.draft set at = at - interval '31 days'");
  await purgeHandler(systemContext(server.services), {}, { number: 1, isLast: true });
  expect(await draft(keeper, 'new')).toBeNull();
});
