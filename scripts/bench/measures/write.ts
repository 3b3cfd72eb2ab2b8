import { compare, type Verdict } from '../compare.ts';
import { ownCounty } from '../fill.ts';
import type { World } from '../world.ts';
import { ownIds } from './read.ts';

const records = '/api/records/bench/inspection';
// What is known only after writing.
const differing = ['id', 'no', 'createdAt', 'updatedAt', 'score', 'version'];
// More than one run can send.
const enough = 8_000;

/** New records: references looked up, rules checked, history written. */
export async function measureCreate(world: World): Promise<Verdict> {
  const pool = world.hand.pool;
  const venues = (await pool.query<{ id: string }>('select id from app_bench.venue where area_code = $1 order by code', [ownCounty])).rows;
  const inspectors = (await pool.query<{ id: string }>(`select id from app_platform."user" where username like 'inspector-%' order by username`)).rows;
  let next = 0;
  const requests = (path: string) => () => Array.from({ length: enough }, (_, i) => {
    next += 1;
    const body = {
      no: `NEW${next}`, subject: '餐饮具消毒效果抽检', venue: venues[i % venues.length]!.id, inspector: inspectors[i % inspectors.length]!.id, kind: 'routine',
      score: i % 100, penalty: 50, openedOn: '2026-03-01', dueOn: '2026-03-20', remark: '现场整改。',
    };
    return { method: 'POST', path, body: JSON.stringify(body) };
  });
  return compare(world, { title: 'create', bar: 0.5, goal: 0.7, as: world.people.clerk, once: true, differing, tamga: requests(records), hand: requests('/inspections') });
}

/** Changes of two fields of different records. */
export async function measureUpdate(world: World): Promise<Verdict> {
  const ids = await ownIds(world, ['draft', 'returned'], enough);
  let change = 1_000;
  const requests = (prefix: string) => () => {
    change += 1;
    return ids.map((id) => ({ method: 'PATCH', path: `${prefix}/${id}`, body: JSON.stringify({ score: change, remark: '已整改' }) }));
  };
  return compare(world, { title: 'update', bar: 0.5, goal: 0.7, as: world.people.clerk, differing, tamga: requests(records), hand: requests('/inspections') });
}
