import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { startShop, type Shop } from '../../testing/start-shop.ts';

type Json = Record<string, unknown>;
type Line = { id: string; goods: { id: string; title: string }; quantity: number; amount: number };
let shop: Shop;
let goods: string[];
const orders = '/api/records/shop/order';

beforeAll(async () => {
  shop = await startShop();
  goods = [];
  for (let i = 0; i < 500; i += 1) goods.push(await shop.server.add('shop/goods', { code: `G${i}`, name: `商品${i}`, price: i / 4 }));
});
afterAll(() => shop.server.stop());

const post = (lines: Json[]) => shop.call(shop.people.clerk, 'POST', orders, { branch: shop.branch.one, lines });
const patch = (id: string, lines: Json[]) => shop.call(shop.people.clerk, 'PATCH', `${orders}/${id}`, { lines });
const linesOf = (json: Json) => json['lines'] as Line[];

describe('lines of a record', () => {
  test('are added, changed, moved and removed as a whole; totals follow', async () => {
    const { json: made } = await post([{ goods: goods[4], quantity: 1 }, { goods: goods[8], quantity: 2 }, { goods: goods[12], quantity: 3 }]);
    const [a, b, c] = linesOf(made) as [Line, Line, Line];
    expect([made['total'], a.amount, b.amount, c.amount]).toEqual([14, 1, 4, 9]);
    const { json } = await patch(String(made['id']), [{ ...c, goods: goods[12], quantity: 5 }, { id: a.id, goods: goods[4], quantity: 1 }, { goods: goods[16], quantity: 1 }]);
    expect(linesOf(json).map((l) => [l.id === c.id || l.id === a.id, l.goods.title, l.quantity, l.amount])).toEqual([[true, '商品12', 5, 15], [true, '商品4', 1, 1], [false, '商品16', 1, 4]]);
    expect([json['total'], json['version']]).toEqual([20, 2]);
    const history = (await shop.call(shop.people.clerk, 'GET', `${orders}/${String(made['id'])}/history`)).json['items'] as { changes: { field: string }[] }[];
    expect(history[0]!.changes.map((change) => change.field).sort()).toEqual(['lines', 'total']);
  });

  test('may be given as they were read', async () => {
    const { json: made } = await post([{ goods: goods[4], quantity: 1 }]);
    const again = await patch(String(made['id']), linesOf(made) as unknown as Json[]);
    expect([again.status, again.json['version']]).toEqual([200, 1]);
  });

  test.each<[string, (own: Line, foreign: Line) => Json[], number, Json[]]>([
    ['of another record', (_own, foreign) => [{ id: foreign.id, goods: goods[4], quantity: 1 }], 422, [{ field: 'lines[0].id', code: 'field.reference' }]],
    ['of no record', () => [{ id: '019a0000-0000-7000-8000-000000000000', goods: goods[4], quantity: 1 }], 422, [{ field: 'lines[0].id', code: 'field.reference' }]],
    ['twice the same line', (own) => [{ id: own.id, goods: goods[4], quantity: 1 }, { id: own.id, goods: goods[5], quantity: 2 }], 422, [{ field: 'lines[1].id', code: 'field.reference' }]],
    ['an id that is no text', () => [{ id: 5, goods: goods[4], quantity: 1 }], 422, [{ field: 'lines[0].id', code: 'field.reference' }]],
    ['twice the same goods', () => [{ goods: goods[4], quantity: 1 }, { goods: goods[4], quantity: 2 }], 422, [{ field: 'lines[1].goods', code: 'record.not-unique' }]],
    ['a missing value, a wrong one and an unknown field', () => [{ quantity: 1 }, { goods: goods[4], quantity: 0 }, { goods: goods[5], quantity: 1, colour: 'red' }], 422, [{ field: 'lines[1].quantity', code: 'field.too-small' }, { field: 'lines[2].colour', code: 'field.unknown' }, { field: 'lines[0].goods', code: 'field.required' }]],
    ['a value that a rule refuses', () => [{ goods: goods[4], quantity: 1 }, { goods: goods[5], quantity: 1001 }], 422, [{ field: 'lines[1].quantity', code: 'field.check', message: '第2行：一次最多一千件' }]],
    ['goods that do not exist', () => [{ goods: '019a0000-0000-7000-8000-000000000000', quantity: 1 }], 422, [{ field: 'lines[0].goods', code: 'field.reference' }]],
    ['no line at all', () => [], 422, [{ field: 'lines', code: 'field.too-few' }]],
    ['a line that is a text', () => ['x' as unknown as Json], 422, [{ field: 'lines', code: 'field.type' }]],
    ['more than five hundred', () => Array.from({ length: 501 }, () => ({ goods: goods[4], quantity: 1 })), 422, [{ field: 'lines', code: 'field.too-many' }]],
    ['an amount made up', () => [{ goods: goods[4], quantity: 2, amount: 0.01 }], 200, []],
  ])('%s', async (_name, given, status, errors) => {
    const [own, foreign] = [await post([{ goods: goods[4], quantity: 1 }]), await post([{ goods: goods[4], quantity: 1 }])];
    const answer = await patch(String(own.json['id']), given(linesOf(own.json)[0]!, linesOf(foreign.json)[0]!));
    expect([answer.status, answer.json['errors'] ?? []]).toEqual([status, errors.map((error) => expect.objectContaining(error))]);
    if (status === 200) expect(linesOf(answer.json)[0]).toMatchObject({ amount: 2 });
    else expect(linesOf((await shop.call(shop.people.clerk, 'GET', `${orders}/${String(own.json['id'])}`)).json)).toEqual(linesOf(own.json));
  });

  test('keep their amounts when a price changes later and they are not written again', async () => {
    const { json: made } = await post([{ goods: goods[20], quantity: 2 }]);
    const price = async (value: number) => shop.call(shop.people.boss, 'PATCH', `/api/records/shop/goods/${goods[20]!}`, { price: value });
    await price(100);
    const { json } = await shop.call(shop.people.clerk, 'PATCH', `${orders}/${String(made['id'])}`, { day: '2026-12-12' });
    expect([json['total'], linesOf(json)[0]!.amount]).toEqual([10, 10]);
    await price(5);
  });

  test('goods may change places between lines', async () => {
    const { json: made } = await post([{ goods: goods[4], quantity: 1 }, { goods: goods[8], quantity: 2 }]);
    const [a, b] = linesOf(made) as [Line, Line];
    const swapped = await patch(String(made['id']), [{ id: a.id, goods: goods[8], quantity: 1 }, { id: b.id, goods: goods[4], quantity: 2 }]);
    expect([swapped.status, swapped.json['total']]).toEqual([200, 4]);
  });

  test('five hundred cost a few statements, not some for each', async () => {
    const lines = goods.map((id) => ({ goods: id, quantity: 1 }));
    const counted = await countStatements(async () => post(lines));
    expect(counted.result.status).toBe(201);
    expect(linesOf(counted.result.json)).toHaveLength(500);
    expect(counted.result.json['total']).toBe(goods.reduce((sum, _id, i) => sum + i / 4, 0));
    expect(counted.statements).toBeLessThan(40);
    const id = String(counted.result.json['id']);
    const changed = await countStatements(async () => patch(id, linesOf(counted.result.json).map((l) => ({ id: l.id, goods: l.goods.id, quantity: 2 }))));
    expect([changed.result.status, changed.result.json['total']]).toEqual([200, Number(counted.result.json['total']) * 2]);
    expect(changed.statements).toBeLessThan(40);
  });
});

/** How many statements the server sent meanwhile. */
async function countStatements<T>(work: () => Promise<T>): Promise<{ result: T; statements: number }> {
  const sent = jest.spyOn(Client.prototype, 'query');
  const result = await work();
  const statements = sent.mock.calls.length;
  sent.mockRestore();
  return { result, statements };
}
