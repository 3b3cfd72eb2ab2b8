import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
let reader: TestPerson;

const label = '名';
beforeAll(async () => {
  server = await startTestServer([
    { app: 'depot', kind: 'app', name: 'app', content: { label: '库', needs: ['platform'] } },
    { app: 'depot', kind: 'entity', name: 'box', content: { label: '箱', owner: 'unit', fields: { name: { type: 'text', label }, unit: { type: 'org', label: '单位' }, inside: { type: 'text', label: '内容' }, code: { type: 'text', label: '密码' } } } },
    { app: 'depot', kind: 'entity', name: 'item', content: { label: '物', search: ['name'], fields: { name: { type: 'text', label }, box: { type: 'reference', label: '箱', entity: 'box' } } } },
    { app: 'depot', kind: 'role', name: 'reader', content: { label: '读者', grants: { item: { read: true, scope: 'all' }, box: { read: true, hide: ['code'] } } } },
  ]);
  const [own, other] = [await server.addUnit('A'), await server.addUnit('B')];
  for (const [name, unit] of [['near', own], ['far', other]] as const) {
    const box = await server.add('depot/box', { name: `box ${name}`, unit, inside: `inside ${name}`, code: '1234' });
    await server.add('depot/item', { name, box });
  }
  reader = await server.addPerson('reader', { org: own, grants: [{ role: 'depot.reader', scope: 'unit', org: own }] });
});
afterAll(() => server.stop());

const items = async (query: string): Promise<Record<string, unknown>[]> => (await server.request(reader, { url: `/api/records/depot/item?sort=name&${query}` })).json['items'] as Record<string, unknown>[];

test.each(['fields=name,box,box.inside', 'fields=name,box.inside,box', 'fields=name,box.inside'])('%s: what stands behind a reference is shown only where that record may be read; its title always', async (query) => {
  const [far, near] = await items(query);
  expect([far!['box.inside'], near!['box.inside']]).toEqual([null, 'inside near']);
  if (query.includes('box,') || query.endsWith(',box')) expect([far, near].map((item) => (item!['box'] as { title: string }).title)).toEqual(['box far', 'box near']);
});

test('a filter over a reference does not tell what may not be read', async () => {
  expect((await items('filter={"box.inside":{"$contains":"inside"}}')).map((item) => item['name'])).toEqual(['near']);
  const { status } = await server.request(reader, { url: '/api/records/depot/item?filter={"box.code":"1234"}' });
  expect(status).toBe(400);
});

test('a hidden field behind a reference is not shown', async () => {
  expect((await items('fields=name,box.code')).map((item) => item['box.code'] ?? null)).toEqual([null, null]);
});

test('sorting over a reference tells nothing of records that may not be read', async () => {
  const sorted = (await server.request(reader, { url: '/api/records/depot/item?sort=box.inside&fields=name' })).json['items'] as { name: string }[];
  // The far one counts as one without a value, which comes last.
  expect(sorted.map((item) => item.name)).toEqual(['near', 'far']);
});

test.each([['box', ['far', 'near']], ['-box', ['near', 'far']]])('sorting by %s follows the titles that people see, not the ids', async (sort, expected) => {
  const sorted = (await server.request(reader, { url: `/api/records/depot/item?sort=${sort}&fields=name` })).json['items'] as { name: string }[];
  expect(sorted.map((item) => item.name)).toEqual(expected);
});

test.each<[string, number]>([
  ['platform/user/options?filter={"active":true}', 200], ['platform/user/options?filter={"name":{"$contains":"r"}}', 200], ['platform/user/options?filter={"org.kind":null}', 200],
  ['platform/user/options?filter={"mobile":{"$contains":"13"}}', 400], ['platform/user/options?filter={"$not":{"username":"reader"}}', 400], ['platform/user/options?filter={"createdBy.mobile":"1"}', 400],
  [`depot/item?filter={"$or":[${Array.from({ length: 100 }, () => '{"name":"x","id":null,"box":null}').join(',')}]}`, 400],
])('choices that everybody may have tell nothing else, and filters have an end: %s', async (url, expected) => {
  expect((await server.request(reader, { url: encodeURI(`/api/records/${url}`) })).status).toBe(expected);
});
