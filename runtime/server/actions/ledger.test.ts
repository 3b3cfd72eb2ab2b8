import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startShop, type Shop } from '../../testing/start-shop.ts';

let shop: Shop;

beforeAll(async () => { shop = await startShop(); });
afterAll(() => shop.server.stop());
beforeEach(() => shop.server.pool.query('truncate app_shop.move, app_shop.holding'));

interface Holding { branch: string; on_hand: number; frozen: number }
const holdings = async (): Promise<Holding[]> => (await shop.server.pool.query<Holding>('select branch, on_hand, frozen from app_shop.holding order by branch')).rows;
const stock = async () => (await holdings()).map((h) => [h.branch === shop.branch.one ? 'one' : 'two', h.on_hand, h.frozen]);
const order = async (quantity: number): Promise<string> => String((await shop.call(shop.people.clerk, 'POST', '/api/records/shop/order', { branch: shop.branch.one, lines: [{ goods: shop.goods.hammer, quantity: 1 }, { goods: shop.goods.apple, quantity }] })).json['id']);
const place = (id: string) => shop.call(shop.people.clerk, 'POST', `/api/records/shop/order/${id}/actions/place`, {});

describe('a balance', () => {
  test.each<[string, [string, number][], number[], (string | number)[][]]>([
    ['what comes in can go out, no more', [['in', 10], ['out', 4], ['out', 7], ['out', 6]], [200, 200, 422, 200], [['one', 0, 0]]],
    ['nothing goes out of nothing', [['out', 1], ['freeze', 1], ['use', 1]], [422, 422, 422], []],
    ['what is frozen does not go out, is given back, is used', [['in', 10], ['freeze', 6], ['out', 5], ['freeze', 5], ['thaw', 7], ['use', 4], ['thaw', 2], ['out', 6]], [200, 200, 422, 422, 422, 200, 200, 200], [['one', 0, 0]]],
    ['only what is frozen is used', [['in', 10], ['freeze', 2], ['use', 3], ['use', 2]], [200, 200, 422, 200], [['one', 8, 0]]],
  ])('%s', async (_name, steps, statuses, left) => {
    const answers: number[] = [];
    for (const [kind, quantity] of steps) answers.push(await shop.book(kind, quantity));
    expect([answers, await stock()]).toEqual([statuses, left]);
  });

  test('takes from several in the declared order, or nothing at all', async () => {
    await shop.book('in', 5, { branch: shop.branch.two });
    await shop.book('in', 3);
    await shop.book('freeze', 1);
    expect([await shop.book('take', 8), await stock()]).toEqual([422, expect.arrayContaining([['one', 3, 1], ['two', 5, 0]])]);
    expect([await shop.book('take', 6), await stock()]).toEqual([200, expect.arrayContaining([['one', 1, 1], ['two', 1, 0]])]);
  });

  test('an order that one line is too much for is refused as a whole, by its line', async () => {
    await shop.book('in', 5, { goods: shop.goods.hammer });
    await shop.book('in', 5);
    const { json } = await place(await order(6));
    expect(json).toMatchObject({ status: 422, code: 'ledger.insufficient', errors: [{ field: 'lines[1].quantity', message: '第2行：库存不足：需要6，可用5' }] });
    expect(await stock()).toEqual([['one', 5, 0], ['one', 5, 0]]);
  });
});

describe('at once', () => {
  test('of two orders for the last ten pieces one wins', async () => {
    await shop.book('in', 10);
    await shop.book('in', 10, { goods: shop.goods.hammer });
    const ids = [await order(10), await order(10)];
    const answers = await Promise.all(ids.map(place));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 422]);
    expect((await shop.server.pool.query('select on_hand from app_shop.holding where goods = $1', [shop.goods.apple])).rows).toEqual([{ on_hand: 0 }]);
  });

  test('an order placed twice goes out once', async () => {
    await shop.book('in', 10);
    await shop.book('in', 10, { goods: shop.goods.hammer });
    const id = await order(2);
    const answers = await Promise.all(Array.from({ length: 4 }, () => place(id)));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409]);
  });

  test('many first receipts make one balance', async () => {
    expect(await Promise.all(Array.from({ length: 8 }, () => shop.book('in', 1)))).toEqual(Array(8).fill(200));
    expect(await stock()).toEqual([['one', 8, 0]]);
  });

  test('whatever is booked by whom at once: the balance is the sum of its movements, never below what is frozen', async () => {
    const step = fc.record({ kind: fc.constantFrom('in', 'in', 'out', 'take', 'freeze', 'thaw', 'use'), quantity: fc.integer({ min: 1, max: 9 }), two: fc.boolean() });
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      await shop.server.pool.query('truncate app_shop.move, app_shop.holding');
      await shop.book('in', 10);
      const statuses = await Promise.all(steps.map(({ kind, quantity, two }) => shop.book(kind, quantity, { branch: two ? shop.branch.two : shop.branch.one })));
      expect(statuses.filter((status) => status !== 200 && status !== 422)).toEqual([]);
      const { rows } = await shop.server.pool.query<{ on_hand: number; frozen: number; sum: number; least: number }>(
        `select h.on_hand, h.frozen, (select coalesce(sum(case when direction = 'in' then quantity else -quantity end), 0)::bigint from app_shop.move m where m.branch = h.branch and m.goods = h.goods) as sum,
           (select min(after) from app_shop.move m where m.branch = h.branch and m.goods = h.goods) as least from app_shop.holding h`);
      for (const row of rows) {
        expect(row.on_hand).toBe(row.sum);
        expect(Math.min(row.frozen, row.on_hand - row.frozen, row.least)).toBeGreaterThanOrEqual(0);
      }
      const accepted = steps.filter((_s, i) => statuses[i] === 200);
      const frozen = accepted.reduce((sum, { kind, quantity }) => sum + (kind === 'freeze' ? quantity : kind === 'thaw' || kind === 'use' ? -quantity : 0), 0);
      expect(rows.reduce((sum, row) => sum + row.frozen, 0)).toBe(frozen);
    }), { numRuns: 12 });
  });
});
