import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startShop, type Shop } from '../../testing/start-shop.ts';
import type { TestPerson } from '../../testing/start-test-server.ts';

type Json = Record<string, unknown>;
let shop: Shop;
const orders = '/api/records/shop/order';

beforeAll(async () => { shop = await startShop(); });
afterAll(() => shop.server.stop());

const lines = (...quantities: number[]) => quantities.map((quantity, i) => ({ goods: i === 0 ? shop.goods.apple : shop.goods.hammer, quantity }));
const order = (more: Json = {}): Json => ({ branch: shop.branch.one, lines: lines(2), ...more });

async function make(more: Json = {}, who: TestPerson = shop.people.clerk): Promise<Json> {
  const { status, json } = await shop.call(who, 'POST', orders, order(more));
  expect([status, json['detail']]).toEqual([201, undefined]);
  return json;
}

describe('a changed record', () => {
  test('has a new version, and a change made from an old one is refused', async () => {
    const made = await make();
    const at = `${orders}/${String(made['id'])}`;
    expect(made).toMatchObject({ version: 1, status: 'draft', total: 5, branch: { id: shop.branch.one, title: '一店' } });
    const changed = await shop.call(shop.people.clerk, 'PATCH', at, { day: '2026-05-01', version: 1 });
    expect([changed.status, changed.json['version'], changed.json['day']]).toEqual([200, 2, '2026-05-01']);
    const stale = await shop.call(shop.people.clerk, 'PATCH', at, { day: '2026-06-01', version: 1 });
    expect([stale.status, stale.json['code']]).toEqual([409, 'record.stale']);
    expect((await shop.call(shop.people.clerk, 'GET', at)).json).toMatchObject({ version: 2, day: '2026-05-01' });
    // A change that changes nothing makes no version.
    expect((await shop.call(shop.people.clerk, 'PATCH', at, { day: '2026-05-01', version: 2 })).json).toMatchObject({ version: 2 });
  });

  test.each<[string, string, number, string | undefined]>([
    ['the version', '1', 200, undefined], ['the version as an entity tag', '"1"', 200, undefined], ['a weak entity tag', 'W/"1"', 200, undefined], ['any', '*', 200, undefined],
    ['an old version', '0', 409, 'record.stale'], ['rubbish', 'x1', 400, 'request.bad-value'],
  ])('with If-Match: %s', async (_name, header, status, code) => {
    const made = await make();
    const answer = await shop.call(shop.people.clerk, 'PATCH', `${orders}/${String(made['id'])}`, { day: '2026-07-01' }, { 'if-match': header });
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
  });

  test('only one of two changes made at once from the same version wins', async () => {
    const made = await make();
    const answers = await Promise.all(['2026-08-01', '2026-08-02', '2026-08-03'].map((day) => shop.call(shop.people.clerk, 'PATCH', `${orders}/${String(made['id'])}`, { day, version: 1 })));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409]);
  });

  test('tells every change in its history, without fields that are hidden', async () => {
    const made = await make({ phone: '13812345678' }, shop.people.boss);
    await shop.call(shop.people.boss, 'PATCH', `${orders}/${String(made['id'])}`, { secret: '内部', day: '2026-09-09' });
    const seen = async (who: TestPerson) => ((await shop.call(who, 'GET', `${orders}/${String(made['id'])}/history`)).json['items'] as { operation: string; changes: { field: string; after: unknown }[] }[])
      .map((e) => [e.operation, Object.fromEntries(e.changes.map((c) => [c.field, c.after]))] as const);
    expect(await seen(shop.people.boss)).toMatchObject([['update', { secret: '内部', day: '2026-09-09' }], ['create', { phone: '13812345678', total: 5, lines: 1 }]]);
    const [change, birth] = await seen(shop.people.clerk);
    expect([change![1], birth![1]['phone']]).toEqual([{ day: '2026-09-09' }, '138****5678']);
  });
});

describe('Idempotency-Key', () => {
  const keyed = (key: string, body: Json) => shop.call(shop.people.clerk, 'POST', orders, body, { 'idempotency-key': key });

  test('the same request twice makes one record and answers alike', async () => {
    const [first, second] = [await keyed('a', order({ mark: 'once' })), await keyed('a', order({ mark: 'once' }))];
    expect([first.status, second.status, second.json]).toEqual([201, 201, first.json]);
    expect((await shop.list(shop.people.clerk, 'order', { filter: '{"mark":"once"}' })).items).toHaveLength(1);
  });

  test('another request under the same key is refused', async () => {
    await keyed('b', order());
    expect((await keyed('b', order({ day: '2026-10-10' }))).json).toMatchObject({ status: 422, code: 'request.key-reused' });
  });

  test('four at once make one record', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => keyed('c', order({ mark: 'race' }))));
    expect(new Set(answers.map((a) => `${a.status} ${String(a.json['id'])}`)).size).toBe(1);
    expect((await shop.list(shop.people.clerk, 'order', { filter: '{"mark":"race"}' })).items).toHaveLength(1);
  });

  test('a refused request may come again, mended, under the same key', async () => {
    expect((await keyed('d', order({ lines: [] }))).status).toBe(422);
    expect((await keyed('d', order({ mark: 'mended' }))).status).toBe(201);
  });
});

describe('questions that nobody can answer', () => {
  test.each<[string, string, Json]>([
    ['an unknown field in the filter', 'filter={"stats":"draft"}', { status: 400, code: 'request.unknown-field', detail: '没有名为“stats”的字段（是否指 "status"？）' }],
    ['an unknown field behind a reference', 'filter={"branch.nme":"x"}', { status: 400, code: 'request.unknown-field', detail: expect.stringContaining('是否指 "name"') }],
    ['an unknown operator', 'filter={"day":{"$greater":"2026-01-01"}}', { status: 400, code: 'request.unknown-operator' }],
    ['a misspelt operator', 'filter={"day":{"$get":"2026-01-01"}}', { status: 400, code: 'request.unknown-operator', detail: expect.stringContaining('是否指 "$gt"') }],
    ['an operator that does not fit', 'filter={"status":{"$gt":"draft"}}', { status: 400, code: 'request.unknown-operator' }],
    ['an unknown connective', 'filter={"$nor":[]}', { status: 400, code: 'request.unknown-operator' }],
    ['a value of another type', 'filter={"day":"yesterday"}', { status: 400, code: 'request.bad-value', detail: expect.stringContaining('day') }],
    ['a number for a reference', 'filter={"branch":5}', { status: 400, code: 'request.bad-value' }],
    ['null to be contained', 'filter={"mark":{"$contains":null}}', { status: 400, code: 'request.bad-value' }],
    ['null to be greater than', 'filter={"day":{"$gt":null}}', { status: 400, code: 'request.bad-value' }],
    ['an area that is none', 'filter={"branch.areaCode":{"$below":"15%"}}', { status: 400, code: 'request.bad-value' }],
    ['a filter that is no JSON', 'filter={', { status: 400, code: 'request.bad-value' }],
    ['a filter that is a list', 'filter=[]', { status: 400, code: 'request.bad-value' }],
    ['an empty $or', 'filter={"$or":[]}', { status: 400, code: 'request.bad-value' }],
    ['a filter that is too deep', `filter=${'{"$not":'.repeat(20)}{}${'}'.repeat(20)}`, { status: 400, code: 'request.bad-value' }],
    ['a period the wrong way round', 'filter={"day":{"$gte":"2026-02-01","$lte":"2026-01-01"}}', { status: 422, code: 'request.period-reversed', errors: [expect.objectContaining({ field: 'day' })] }],
    ['an unknown sort field', 'sort=-dya', { status: 400, code: 'request.unknown-field', detail: expect.stringContaining('day') }],
    ['sorting by lines', 'sort=lines', { status: 400, code: 'request.unknown-field' }],
    ['an unknown column', 'fields=no,stauts', { status: 400, code: 'request.unknown-field', detail: expect.stringContaining('status') }],
    ['an unknown parameter', 'pagesize=5', { status: 400, code: 'request.unknown-parameter', detail: expect.stringContaining('pageSize') }],
    ['a page that is no number', 'page=two', { status: 400, code: 'request.bad-value' }],
    ['page zero', 'page=0', { status: 400, code: 'request.bad-value' }],
    ['too large a page', 'pageSize=201', { status: 400, code: 'request.bad-value' }],
    ['too deep a page', 'pageSize=200&page=5000', { status: 400, code: 'page.too-deep' }],
    ['an unknown way to count', 'count=maybe', { status: 400, code: 'request.bad-value' }],
    ['the list of another entity', 'list=shop/goods', { status: 400, code: 'request.bad-value' }],
  ])('%s', async (_name, query, answer) => {
    const { status, json } = await shop.call(shop.people.boss, 'GET', `${orders}?${query.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('"', '%22')}`);
    expect(json).toMatchObject(answer);
    expect(status).toBe(answer['status']);
  });

  test.each([
    ['a record that does not exist', 'GET', '/api/records/shop/order/019a0000-0000-7000-8000-000000000000', 404],
    ['an id that is none', 'GET', '/api/records/shop/order/1', 404],
    ['an unknown entity', 'GET', '/api/records/shop/ordr', 404],
    ['an unknown app', 'GET', '/api/records/shp/order', 404],
    ['an unknown action', 'POST', '/api/records/shop/order/019a0000-0000-7000-8000-000000000000/actions/plase', 404],
  ])('%s', async (_name, method, path, status) => {
    expect((await shop.call(shop.people.boss, method, path)).status).toBe(status);
  });
});

describe('what a person may not see', () => {
  let made: Json;
  let at: string;
  beforeAll(async () => {
    made = await make({ phone: '13800001111', mark: 'mine' }, shop.people.boss);
    at = `${orders}/${String(made['id'])}`;
    await shop.call(shop.people.boss, 'PATCH', at, { secret: '底价', note: '备注' });
  });

  test('is not told from what does not exist', async () => {
    const unseen = await shop.call(shop.people.other, 'GET', at);
    const unknown = await shop.call(shop.people.other, 'GET', `${orders}/019a0000-0000-7000-8000-000000000000`);
    expect([unseen.status, unseen.json]).toEqual([404, unknown.json]);
    for (const [method, path, body] of [['PATCH', at, { day: '2026-01-01' }], ['DELETE', at, undefined], ['POST', `${at}/actions/place`, {}], ['POST', `${at}/actions/submit`, {}], ['GET', `${at}/history`, undefined]] as const) {
      expect([method, (await shop.call(shop.people.other, method, path, body)).status]).toEqual([method, 404]);
    }
    expect((await shop.list(shop.people.other, 'order', { filter: '{"mark":"mine"}' })).json).toMatchObject({ items: [], total: 0 });
  });

  test('a record of one’s own branch may not be made for, or moved to, a neighbour', async () => {
    expect((await shop.call(shop.people.other, 'POST', orders, order())).status).toBe(403);
    expect((await shop.call(shop.people.clerk, 'PATCH', at, { branch: shop.branch.two })).status).toBe(403);
    expect((await shop.call(shop.people.clerk, 'GET', at)).json).toMatchObject({ branch: { id: shop.branch.one } });
  });

  test('a second owner sees the record as the first one does', async () => {
    const shared = await make({ partner: shop.branch.two, mark: 'shared' });
    expect((await shop.call(shop.people.other, 'GET', `${orders}/${String(shared['id'])}`)).status).toBe(200);
    expect((await shop.list(shop.people.other, 'order', { filter: '{"mark":"shared"}' })).items).toHaveLength(1);
  });

  test('a hidden field is neither shown nor known, a masked one is masked', async () => {
    const { json } = await shop.call(shop.people.clerk, 'GET', at);
    expect([json['secret'], 'secret' in json, json['phone'], json['note']]).toEqual([undefined, false, '138****1111', '备注']);
    const listed = (await shop.list(shop.people.clerk, 'order', { filter: '{"mark":"mine"}' })).items[0]!;
    expect(['secret' in listed, listed['phone']]).toEqual([false, '138****1111']);
    expect((await shop.call(shop.people.boss, 'GET', at)).json).toMatchObject({ secret: '底价', phone: '13800001111' });
  });

  test.each(['filter={"secret":"底价"}', 'filter={"phone":"13800001111"}', 'filter={"$or":[{"mark":"mine"},{"$not":{"phone":{"$contains":"1111"}}}]}', 'sort=secret', 'sort=-phone'])('asking by it is refused as if it did not exist: %s', async (query) => {
    const name = query.includes('secret') ? 'secret' : 'phone';
    const { status, json } = await shop.call(shop.people.clerk, 'GET', `${orders}?${encodeURI(query)}`);
    expect([status, json['code'], json['detail']]).toEqual([400, 'request.unknown-field', `没有名为“${name}”的字段`]);
    expect((await shop.call(shop.people.boss, 'GET', `${orders}?${encodeURI(query)}`)).status).toBe(200);
  });

  test('a hidden field among the columns is left out like an unknown one', async () => {
    expect((await shop.list(shop.people.clerk, 'order', { fields: 'mark,secret' })).items.every((item) => !('secret' in item))).toBe(true);
  });

  test('a field that may only be read is refused by name, a hidden one as unknown', async () => {
    const patch = async (body: Json) => (await shop.call(shop.people.clerk, 'PATCH', at, body)).json;
    expect(await patch({ note: '改' })).toMatchObject({ status: 422, errors: [{ field: 'note', code: 'field.read-only' }] });
    expect(await patch({ phone: '13900000000' })).toMatchObject({ status: 422, errors: [{ field: 'phone', code: 'field.read-only' }] });
    expect(await patch({ secret: '改' })).toMatchObject({ status: 422, errors: [{ field: 'secret', code: 'field.unknown' }] });
    expect(await patch({ status: 'placed' })).toMatchObject({ status: 422, errors: [{ field: 'status', code: 'field.read-only' }] });
    expect(await patch({ dya: '2026-01-01' })).toMatchObject({ status: 422, errors: [{ field: 'dya', code: 'field.unknown', message: expect.stringContaining('day') }] });
  });

  test('the rule of a role ends with the state it names', async () => {
    await shop.book('in', 50);
    const placed = await make();
    expect((await shop.call(shop.people.clerk, 'POST', `${orders}/${String(placed['id'])}/actions/place`, {})).status).toBe(200);
    expect((await shop.call(shop.people.clerk, 'PATCH', `${orders}/${String(placed['id'])}`, { day: '2026-01-01' })).status).toBe(403);
    expect((await shop.call(shop.people.boss, 'PATCH', `${orders}/${String(placed['id'])}`, { day: '2026-01-01' })).json).toMatchObject({ status: 409, code: 'record.state' });
    expect((await shop.call(shop.people.clerk, 'GET', `${orders}/${String(placed['id'])}`)).json['can']).toMatchObject({ update: false, delete: false });
  });

  test('records that the system keeps are kept by nobody else', async () => {
    expect((await shop.call(shop.people.boss, 'POST', '/api/records/shop/holding', { branch: shop.branch.one, goods: shop.goods.apple, onHand: 99 })).status).toBe(403);
    expect((await shop.call(shop.people.boss, 'POST', '/api/records/shop/order-line', { goods: shop.goods.apple, quantity: 1 })).status).toBe(403);
  });
});

describe('deleting', () => {
  test('takes the lines along and leaves the history', async () => {
    const made = await make({ lines: lines(1, 2) });
    expect((await shop.call(shop.people.clerk, 'DELETE', `${orders}/${String(made['id'])}?`, undefined, { 'if-match': '5' })).status).toBe(409);
    expect((await shop.call(shop.people.clerk, 'DELETE', `${orders}/${String(made['id'])}`)).status).toBe(204);
    expect((await shop.call(shop.people.clerk, 'GET', `${orders}/${String(made['id'])}`)).status).toBe(404);
    const { rows } = await shop.server.pool.query('select count(*)::int as lines from app_shop.order_line where "order" = $1', [made['id']]);
    expect(rows).toEqual([{ lines: 0 }]);
  });

  test('what others refer to is refused with who and how many', async () => {
    const goods = await shop.server.add('shop/goods', { code: 'D1', name: '可删' });
    const made = await make({ lines: [{ goods, quantity: 1 }] });
    const refused = await shop.call(shop.people.boss, 'DELETE', `/api/records/shop/goods/${goods}`);
    expect(refused.json).toMatchObject({ status: 409, code: 'record.referenced', detail: expect.stringContaining('订单明细') });
    await shop.call(shop.people.clerk, 'DELETE', `${orders}/${String(made['id'])}`);
    expect((await shop.call(shop.people.boss, 'DELETE', `/api/records/shop/goods/${goods}`)).status).toBe(204);
  });

  test('a record is not deleted while another comes to refer to it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const goods = await shop.server.add('shop/goods', { code: `R${round}`, name: '争' });
      const [made, gone] = await Promise.all([shop.call(shop.people.clerk, 'POST', orders, order({ lines: [{ goods, quantity: 1 }] })), shop.call(shop.people.boss, 'DELETE', `/api/records/shop/goods/${goods}`)]);
      expect([[201, 409], [422, 204]]).toContainEqual([made.status, gone.status]);
    }
  });
});

describe('trees, unique values and numbers', () => {
  const shelf = async (name: string, parent: string | null): Promise<{ status: number; json: Json }> => shop.call(shop.people.boss, 'POST', '/api/records/shop/shelf', { name, parent });

  test('a tree has no circles and no more levels than declared', async () => {
    const top = String((await shelf('a', null)).json['id']);
    const middle = String((await shelf('b', top)).json['id']);
    const bottom = String((await shelf('c', middle)).json['id']);
    expect((await shelf('d', bottom)).json).toMatchObject({ status: 422, errors: [{ field: 'parent', code: 'tree.too-deep' }] });
    const move = async (id: string, parent: string) => (await shop.call(shop.people.boss, 'PATCH', `/api/records/shop/shelf/${id}`, { parent })).json;
    expect(await move(top, bottom)).toMatchObject({ status: 422, errors: [{ field: 'parent', code: 'tree.cycle' }] });
    expect(await move(top, top)).toMatchObject({ status: 422, errors: [{ field: 'parent', code: 'tree.cycle' }] });
    const other = String((await shelf('e', null)).json['id']);
    expect(await move(top, other)).toMatchObject({ status: 422, errors: [{ field: 'parent', code: 'tree.too-deep' }] });
  });

  test('two moves at once make no circle', async () => {
    const [a, b] = [String((await shelf('x', null)).json['id']), String((await shelf('y', null)).json['id'])];
    const answers = await Promise.all([[a, b], [b, a]].map(([id, parent]) => shop.call(shop.people.boss, 'PATCH', `/api/records/shop/shelf/${id!}`, { parent })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
  });

  test('a value that may not repeat is refused by its field, also in a race', async () => {
    const goods = (code: string) => shop.call(shop.people.boss, 'POST', '/api/records/shop/goods', { code, name: '重' });
    expect((await goods('A1')).json).toMatchObject({ status: 422, errors: [{ field: 'code', code: 'record.not-unique', message: '编码“A1”已存在' }] });
    const answers = await Promise.all(Array.from({ length: 4 }, () => goods('U1')));
    expect(answers.map((a) => a.status).sort()).toEqual([201, 422, 422, 422]);
    const marked = () => shop.call(shop.people.clerk, 'POST', orders, order({ mark: 'twice' }));
    expect([(await marked()).status, (await marked()).json]).toMatchObject([201, { status: 422, errors: [{ field: 'mark', code: 'record.not-unique' }] }]);
  });

  test('numbers have no gaps, whoever comes at once and whatever is refused between', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => shop.call(shop.people.clerk, 'POST', orders, order({ day: '2026-03-03', ...(i % 4 === 3 ? { mark: 'mine' } : {}) }))));
    expect(answers.filter((a) => a.status === 201)).toHaveLength(12);
    const { items } = await shop.list(shop.people.boss, 'order', { sort: 'no', pageSize: '200', fields: 'no' });
    const numbers = items.map((item) => Number(String(item['no']).slice(-4)));
    const { rows: [row] } = await shop.server.pool.query<{ value: number }>("select value from tamga.sequence_counter where key like 'shop/order.no:%'");
    expect(Math.max(...numbers)).toBe(row!.value);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
