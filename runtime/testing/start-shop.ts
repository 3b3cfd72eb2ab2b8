import { startTestServer, type TestPerson, type TestServer } from './start-test-server.ts';
import { shopDefinitions } from './shop-definitions.ts';

/** The shop on a real database: two branches in two counties, three people, some goods with their price, and stock of the first branch. */
export interface Shop {
  server: TestServer;
  branch: { one: string; two: string };
  goods: { apple: string; hammer: string };
  /** Clerks see their own branch; the boss sees all. */
  people: { clerk: TestPerson; other: TestPerson; boss: TestPerson };
  call(who: TestPerson | null, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<{ status: number; json: Record<string, unknown>; headers: Headers }>;
  /** Books a slip as the boss; tells the status. */
  book(kind: string, quantity: number, options?: { branch?: string; goods?: string; who?: TestPerson }): Promise<number>;
  list(who: TestPerson, entity: string, query?: Record<string, string>): Promise<{ status: number; items: Record<string, unknown>[]; json: Record<string, unknown> }>;
}

/** Starts it. */
export async function startShop(): Promise<Shop> {
  const server = await startTestServer(shopDefinitions());
  const head = await server.addUnit('HQ', { area: '150500' });
  const [unitOne, unitTwo] = [await server.addUnit('B1', { parent: head, area: '150523' }), await server.addUnit('B2', { parent: head, area: '150524' })];
  const branch = { one: await server.add('shop/branch', { code: 'B1', name: '一店', unit: unitOne }), two: await server.add('shop/branch', { code: 'B2', name: '二店', unit: unitTwo }) };
  const goods = { apple: await server.add('shop/goods', { code: 'A1', name: '苹果', kind: 'food', price: 2.5 }), hammer: await server.add('shop/goods', { code: 'A2', name: '锤子', kind: 'tool', price: 30 }) };
  const people = {
    clerk: await server.addPerson('clerk', { org: unitOne, grants: [{ role: 'shop.clerk', scope: 'unit-below', org: unitOne }] }),
    other: await server.addPerson('other', { org: unitTwo, grants: [{ role: 'shop.clerk', scope: 'area-below', area: '150524' }] }),
    boss: await server.addPerson('boss', { org: head, grants: [{ role: 'shop.manager', scope: 'all' }] }),
  };
  const call: Shop['call'] = async (who, method, path, body, headers = {}) => {
    const { status, json, headers: given } = await server.request(who, { method, url: path, ...(body === undefined ? {} : { payload: body }), headers });
    return { status, json, headers: given };
  };
  const book: Shop['book'] = async (kind, quantity, { branch: at = branch.one, goods: what = goods.apple, who = people.boss } = {}) => {
    const made = await call(who, 'POST', '/api/records/shop/slip', { branch: at, goods: what, quantity, kind });
    return (await call(who, 'POST', `/api/records/shop/slip/${String(made.json['id'])}/actions/book`)).status;
  };
  return {
    server, branch, goods, people, call, book,
    list: async (who, entity, query = {}) => {
      const { status, json } = await call(who, 'GET', `/api/records/shop/${entity}?${new URLSearchParams(query).toString()}`);
      return { status, json, items: (json['items'] ?? []) as Record<string, unknown>[] };
    },
  };
}
