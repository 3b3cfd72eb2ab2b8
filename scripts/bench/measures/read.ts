import { compare, type Verdict } from '../compare.ts';
import { ownCounty } from '../fill.ts';
import type { World } from '../world.ts';

const records = '/api/records/bench/inspection';
const statuses = ['draft', 'in-review', 'approved', 'returned'];

/** Pages of a filtered list under a row rule, with a hidden field and titles behind references. */
export function measureList(world: World, counted: boolean): Promise<Verdict> {
  const pages = statuses.flatMap((status) => [1, 2, 3].map((page) => ({ status, page })));
  return compare(world, {
    title: counted ? 'list, total up to 10,000' : 'list', bar: 0.7, goal: 0.85, as: world.people.clerk,
    tamga: () => pages.map(({ status, page }) => ({ method: 'GET', path: `${records}?filter=${encodeURIComponent(JSON.stringify({ status }))}&page=${page}&pageSize=20${counted ? '' : '&count=none'}` })),
    hand: () => pages.map(({ status, page }) => ({ method: 'GET', path: `/inspections?status=${status}&page=${page}&pageSize=20${counted ? '&count=true' : ''}` })),
  });
}

/** One record with what may be done with it. */
export async function measureGet(world: World): Promise<Verdict> {
  const ids = await ownIds(world, statuses, 2_000);
  const paths = (prefix: string) => () => ids.map((id) => ({ method: 'GET', path: `${prefix}/${id}` }));
  return compare(world, { title: 'get', bar: 0.7, goal: 0.85, as: world.people.clerk, tamga: paths(records), hand: paths('/inspections') });
}

/** Records of the clerk's county in some states, spread over the table. */
export async function ownIds(world: World, states: readonly string[], limit: number): Promise<string[]> {
  const { rows } = await world.hand.pool.query<{ id: string }>('select id from app_bench.inspection where area_code = $1 and status = any($2) order by md5(id::text) limit $3', [ownCounty, states, limit]);
  return rows.map(({ id }) => id);
}
