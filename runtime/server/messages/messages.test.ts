import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { entityOf } from '../../model/model.ts';
import { sampleDefinitions } from '../../testing/sample-definitions.ts';
import { startTestServer } from '../../testing/start-test-server.ts';
import type { TestPerson, TestServer } from '../../testing/start-test-server.ts';
import { systemContext } from '../context.ts';
import { recordValue } from '../operations/evaluate.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { loadRow } from '../operations/rows.ts';
import { sendMessage } from './index.ts';

let server: TestServer;
let reader: TestPerson;
let other: TestPerson;

beforeAll(async () => {
  server = await startTestServer(sampleDefinitions);
  const unit = await server.addUnit('A');
  reader = await server.addPerson('reader', { org: unit });
  other = await server.addPerson('other', { org: unit });
});
afterAll(() => server.stop());

const list = async (who: TestPerson, query = '') => (await server.request(who, { url: `/api/messages${query}` })).json;

async function send(to: string[], values: Record<string, unknown> = {}): Promise<void> {
  const id = await server.add('lab/sample', { name: '血样', kind: 'a', keeper: other.id, at: '2026-04-10T01:30:00Z', ...values });
  const ctx = systemContext(server.services);
  const entity = entityOf(ctx.model, 'lab/sample');
  const row = await loadRow(ctx, entity, id);
  if (row) await sendMessage(ctx, 'lab/ready', to, { record: recordValue(entity, row), extra: '！' }, { app: 'lab', entity: 'sample', id });
}

test('a message is filled in as people read it, once for each', async () => {
  await send([reader.id, reader.id, other.id]);
  const { items, total, unread } = await list(reader);
  expect({ total, unread }).toEqual({ total: 1, unread: 1 });
  expect(items).toEqual([{
    id: expect.any(String), title: '样品血样（甲类）已备好', body: 'other的姓名保管，2026-04-10 09:30，<！>', at: server.clock.now().toISOString().replace(/\d\d\.\d+Z$/, '') && expect.any(String),
    readAt: null, link: { app: 'lab', entity: 'sample', id: expect.any(String) },
  }]);
  expect((await list(other))['total']).toBe(1);
});

test('it is read by its recipient only', async () => {
  const { items } = await list(reader) as { items: { id: string }[] };
  const read = (who: TestPerson, id: string) => server.request(who, { method: 'POST', url: `/api/messages/${id}/read` });
  const id = items[0]?.id ?? '';
  expect([(await read(other, id)).status, (await read(reader, 'x')).status, (await read(reader, id)).status, (await read(reader, id)).status]).toEqual([404, 404, 204, 204]);
  expect(await list(reader, '?unread=1')).toMatchObject({ items: [], total: 0, unread: 0 });
  expect((await list(reader))['items']).toEqual([expect.objectContaining({ readAt: expect.any(String) })]);
});

test('all are read at once, the newest stand first, page by page', async () => {
  for (const name of ['一', '二', '三']) { await send([reader.id], { name }); server.pass(1); }
  const first = await list(reader, '?pageSize=2') as { items: { title: string }[] };
  expect(first).toMatchObject({ page: 1, pageSize: 2, total: 4, unread: 3 });
  expect(first.items.map(({ title }) => title.slice(2, 3))).toEqual(['三', '二']);
  expect((await server.request(reader, { method: 'POST', url: '/api/messages/read-all' })).status).toBe(204);
  expect(await list(reader)).toMatchObject({ unread: 0, total: 4 });
});

test('a transaction that fails sends nothing', async () => {
  const before = (await list(reader))['total'];
  await expect(inTransaction(systemContext(server.services), async (ctx) => {
    await sendMessage(ctx, 'lab/ready', [reader.id], {});
    throw new Error('no');
  })).rejects.toThrow('no');
  expect((await list(reader))['total']).toBe(before);
});

test.each(['?page=0', '?pageSize=1000', '?unread=maybe', '?other=1'])('%s is refused', async (query) => {
  expect((await list(reader, query))['status']).toBe(400);
});
