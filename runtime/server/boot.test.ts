import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { shopFiles } from '../testing/shop-definitions.ts';
import { startTestDatabase } from '../testing/test-database.ts';
import { openTemplates, type TestDatabase, type TemplateDatabases } from '../testing/template-databases.ts';
import { shopPassword, writeShop } from '../testing/write-shop.ts';
import { boot } from './boot.ts';
import type { Services } from './context.ts';
import { runPending } from './jobs/index.ts';

type Json = Record<string, unknown>;
type Files = Record<string, Json>;
type Call = (method: string, path: string, body?: unknown) => Promise<{ status: number; json: Json }>;

let postgres: Awaited<ReturnType<typeof startTestDatabase>>;
let templates: TemplateDatabases;
let folder: string;

beforeAll(async () => {
  postgres = await startTestDatabase();
  templates = openTemplates(postgres.url);
  folder = await mkdtemp(join(tmpdir(), 'tamga-boot-'));
});
afterAll(async () => {
  await templates.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const entity = (name: string, module = 'goods') => `app-definitions/shop/${module}/${name}.entity.json`;
const note = { label: '便条', fields: { title: { type: 'text', label: '标题', required: true }, body: { type: 'long-text', label: '正文' }, day: { type: 'date', label: '日期' } } };

function changed(change: (files: Files) => void): Files {
  const files = shopFiles() as Files;
  change(files);
  return files;
}

/** Starts the server on a database with these definitions, lets the boss work, and stops it. */
async function running<T>(database: TestDatabase, files: Files, work: (call: Call, services: Services) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(folder, 'root-'));
  await writeShop(root, files);
  const server = await boot({ databaseUrl: database.url, root, home: root, demo: true, background: false });
  try {
    let token = '';
    const call: Call = async (method, path, body) => {
      const response = await server.app.inject({ method: method as 'GET', url: path, headers: token ? { authorization: `Bearer ${token}` } : {}, ...(body === undefined ? {} : { payload: body as object }) });
      return { status: response.statusCode, json: response.payload ? JSON.parse(response.payload) as Json : {} };
    };
    token = String((await call('POST', '/api/session', { username: 'boss', password: shopPassword })).json['token']);
    return await work(call, server.services);
  } finally {
    await server.close();
  }
}

const shopDatabase = () => templates.copy('shop', async (url) => { await running({ url, drop: async () => undefined }, shopFiles() as Files, async () => undefined); });

const goodsOf = async (call: Call): Promise<Json[]> => (await call('GET', '/api/records/shop/goods?sort=code')).json['items'] as Json[];

test('a new entity file and a right on it give, after a restart, table, records, list, form, detail page and history', async () => {
  const database = await shopDatabase();
  const files = changed((f) => {
    f[entity('note')] = note;
    (f['app-definitions/shop/roles/manager.role.json']!['grants'] as Json)['note'] = { read: true, create: true, update: true, delete: true };
  });
  await running(database, files, async (call) => {
    const made = await call('POST', '/api/records/shop/note', { title: '第一张', day: '2026-04-01' });
    expect([made.status, made.json['title']]).toEqual([201, '第一张']);
    const at = `/api/records/shop/note/${String(made.json['id'])}`;
    expect((await call('PATCH', at, { body: '正文', version: 1 })).json).toMatchObject({ version: 2, body: '正文' });
    expect((await call('GET', '/api/records/shop/note?search=第一&filter={"day":{"$gte":"2026-01-01"}}')).json).toMatchObject({ total: 1 });
    expect((await call('GET', `${at}/history`)).json['items']).toMatchObject([{ operation: 'update' }, { operation: 'create' }]);
    for (const kind of ['list', 'form', 'detail']) {
      const definition = await call('GET', `/api/model/shop/${kind}/note`);
      expect([kind, definition.status, JSON.stringify(definition.json).includes('标题')]).toEqual([kind, 200, true]);
    }
    expect((await call('DELETE', at)).status).toBe(204);
  });
  await database.drop();
});

test('records stored before other fields were searched are found by them once the background work is done, and no longer by the old ones', async () => {
  const database = await withSize();
  await running(database, changed((f) => { f[entity('goods')]!['search'] = ['code']; }), async (call, services) => {
    const count = async (text: string) => (await call('GET', `/api/records/shop/goods?search=${encodeURIComponent(text)}`)).json['total'];
    await runPending(services);
    expect([await count('A1'), await count('苹果')]).toEqual([1, 0]);
    expect((await services.pool.query("select 1 from graphile_worker.jobs where task_identifier = 'fill-search'")).rowCount).toBe(0);
  });
  await running(database, changed((f) => { f[entity('goods')]!['search'] = ['code']; }), async (_call, services) => {
    expect((await services.pool.query("select 1 from graphile_worker.jobs where task_identifier = 'fill-search'")).rowCount).toBe(0);
  });
  await database.drop();
});

test.each<[string, (files: Files) => void, (call: Call) => Promise<void>]>([
  ['a field that is added', (f) => { (f[entity('goods')]!['fields'] as Json)['weight'] = { type: 'decimal', label: '重量', scale: 3 }; }, async (call) => {
    const [apple] = await goodsOf(call);
    expect(apple).toMatchObject({ code: 'A1', weight: null });
    expect((await call('PATCH', `/api/records/shop/goods/${String(apple!['id'])}`, { weight: 0.125 })).json).toMatchObject({ weight: 0.125, name: '苹果' });
  }],
  ['a field with a new name', (f) => { const fields = f[entity('goods')]!['fields'] as Json; fields['caption'] = { ...(fields['name'] as Json), was: ['name'] }; delete fields['name']; f[entity('goods')]!['search'] = ['code', 'caption']; }, async (call) => {
    expect((await goodsOf(call)).map((g) => g['caption'])).toEqual(['苹果', '锤子']);
    const [apple] = await goodsOf(call);
    await call('PATCH', `/api/records/shop/goods/${String(apple!['id'])}`, { caption: '红苹果' });
    const { items } = (await call('GET', `/api/records/shop/goods/${String(apple!['id'])}/history`)).json as { items: { changes: Json[] }[] };
    expect(items[0]!.changes).toMatchObject([{ field: 'caption', before: '苹果', after: '红苹果' }]);
  }],
  ['an entity with a new name', (f) => {
    f[entity('rack')] = { ...f[entity('shelf')]!, was: ['shelf'], fields: { name: { type: 'text', label: '名称', required: true }, parent: { type: 'reference', label: '上级', entity: 'rack' } } };
    delete f[entity('shelf')];
    ((f[entity('goods')]!['fields'] as Json)['shelf'] as Json)['entity'] = 'rack';
    const grants = f['app-definitions/shop/roles/manager.role.json']!['grants'] as Json;
    grants['rack'] = grants['shelf'];
    delete grants['shelf'];
  }, async (call) => {
    const { items } = (await call('GET', '/api/records/shop/rack')).json as { items: Json[] };
    expect(items.map((r) => r['name'])).toEqual(['一层']);
    expect(((await call('GET', `/api/records/shop/rack/${String(items[0]!['id'])}/history`)).json['items'] as Json[]).length).toBe(1);
  }],
  ['a whole number that may have decimals from now on', (f) => { (f[entity('goods')]!['fields'] as Json)['size'] = { type: 'decimal', label: '尺寸', scale: 2 }; }, async (call) => {
    const [apple] = await goodsOf(call);
    expect(apple).toMatchObject({ size: 7 });
    expect((await call('PATCH', `/api/records/shop/goods/${String(apple!['id'])}`, { size: 7.25 })).json).toMatchObject({ size: 7.25 });
  }],
  ['a search that begins', (f) => { f[entity('branch')]!['search'] = ['name']; f[entity('shelf')]!['search'] = ['name']; }, async (call) => {
    expect((await call('GET', `/api/records/shop/shelf?search=${encodeURIComponent('一层')}`)).json).toMatchObject({ total: 1 });
  }],
  ['a value that need not be unique any longer', (f) => { ((f[entity('goods')]!['fields'] as Json)['code'] as Json)['unique'] = false; }, async (call) => {
    expect((await call('POST', '/api/records/shop/goods', { code: 'A1', name: '另一个' })).status).toBe(201);
  }],
  ['a field that is no longer declared', (f) => { delete (f[entity('goods')]!['fields'] as Json)['price']; delete (f[entity('order-line', 'order')]!['fields'] as Json)['amount']; delete (f[entity('order', 'order')]!['fields'] as Json)['total']; for (const name of ['order/by-branch.report', 'order/glance.dashboard', 'order/order.list', 'order/order.form', 'order/approved.message']) delete f[`app-definitions/shop/${name}.json`]; delete f['app-definitions/shop/app.json']!['menu']; delete f['app-definitions/shop/roles/manager.role.json']!['reports']; }, async (call) => {
    expect((await goodsOf(call))[0]).toMatchObject({ code: 'A1', name: '苹果' });
  }],
])('existing records live on with %s', async (_name, change, check) => {
  const database = await withSize();
  await running(database, changed((f) => { (f[entity('goods')]!['fields'] as Json)['size'] = { type: 'integer', label: '尺寸' }; change(f); }), check);
  await database.drop();
});

/** The shop with one more field and some values in it. */
async function withSize(): Promise<TestDatabase> {
  return templates.copy('size', async (url) => {
    await running({ url, drop: async () => undefined }, changed((f) => { (f[entity('goods')]!['fields'] as Json)['size'] = { type: 'integer', label: '尺寸' }; }), async (call) => {
      const [apple] = await goodsOf(call);
      expect((await call('PATCH', `/api/records/shop/goods/${String(apple!['id'])}`, { size: 7 })).status).toBe(200);
      expect((await call('POST', '/api/records/shop/shelf', { name: '一层' })).status).toBe(201);
    });
  });
}

test.each<[string, (files: Files) => void, RegExp]>([
  ['a text that shall be a number', (f) => { (f[entity('goods')]!['fields'] as Json)['name'] = { type: 'integer', label: '名称' }; f[entity('goods')]!['search'] = ['code']; }, /app_shop\.goods\.name.*text.*bigint.*2/s],
  ['decimals that shall be cut off', (f) => { (f[entity('goods')]!['fields'] as Json)['price'] = { type: 'integer', label: '单价' }; }, /app_shop\.goods\.price.*numeric\(18,2\).*bigint.*2/s],
  ['values that repeat and shall be unique', (f) => { ((f[entity('branch')]!['fields'] as Json)['name'] as Json)['unique'] = true; }, /app_shop\.branch.*name.*重复|repeat/s],
])('%s: the start is refused with what would be lost, and nothing is changed', async (_name, change, message) => {
  const database = await withSize();
  await running(database, changed((f) => { (f[entity('goods')]!['fields'] as Json)['size'] = { type: 'integer', label: '尺寸' }; }), async (call) => {
    const { items } = (await call('GET', '/api/records/shop/branch')).json as { items: Json[] };
    await call('POST', '/api/records/shop/branch', { code: 'B3', name: items[0]!['name'], unit: items[0]!['unit'] });
  });
  await expect(running(database, changed(change), async () => undefined)).rejects.toThrow(message);
  await running(database, shopFiles() as Files, async (call) => { expect((await goodsOf(call))[0]).toMatchObject({ code: 'A1', name: '苹果', price: 2.5 }); });
  await database.drop();
});
