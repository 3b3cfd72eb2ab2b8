import type { Pool } from 'pg';
import { entityOf } from '../../runtime/model/model.ts';
import { openSession } from '../../runtime/server/auth/index.ts';
import { systemContext, type Queryable, type Services } from '../../runtime/server/context.ts';
import { create } from '../../runtime/server/operations/create.ts';
import { searchTokens } from '../../runtime/server/search/search-tokens.ts';

export interface Person { id: string; token: string }
export interface People { clerk: Person; reviewer: Person }

/** The clerk's county; a tenth of all records lies in it. */
export const ownCounty = '150523';
const counties = ['150502', '150521', '150522', ownCounty, '150524', '150525', '150526', '150571', '150572', '150581'];
const subjects = ['餐饮具消毒效果抽检', '公共场所卫生许可复核', '学校饮用水水质监测', '医疗废物处置检查', '放射诊疗场所防护检测', '托育机构卫生评价', '职业健康监护核查', '游泳场所水质检测'];

/** Ten counties with five units each, their inspectors, and the two people who ask. */
export async function fillPeople(services: Services): Promise<People> {
  const ctx = systemContext(services);
  const make = async (entity: string, values: Record<string, unknown>): Promise<string> => (await create(ctx, entityOf(ctx.model, entity), values)).id;
  await make('platform/area', { code: '150500', name: '通辽市', level: 'city' });
  const firstUnits = new Map<string, string>();
  for (const [i, code] of counties.entries()) {
    await make('platform/area', { code, name: `区县${i}`, level: 'county', parent: '150500' });
    for (let n = 0; n < 5; n += 1) {
      const org = await make('platform/organization', { code: `u${code}-${n}`, name: `区县${i}第${n}监督所`, kind: 'other', area: code });
      if (n === 0) firstUnits.set(code, org);
      await make('platform/user', { username: `inspector-${i}-${n}`, name: `检查员${i}-${n}`, org, active: true });
    }
  }
  const person = async (username: string, name: string, grant: Record<string, unknown>): Promise<Person> => {
    const id = await make('platform/user', { username, name, org: firstUnits.get(ownCounty)!, active: true });
    await make('platform/role-grant', { user: id, ...grant });
    return { id, token: await openSession(services, id) };
  };
  return {
    clerk: await person('bench-clerk', '陈晓梅', { role: 'bench.clerk', scope: 'area-below', area: ownCounty }),
    reviewer: await person('bench-reviewer', '王建国', { role: 'bench.reviewer', scope: 'area-below', area: '150500' }),
  };
}

/** Inserts venues and inspections in bulk, past every rule, and lets PostgreSQL learn about them. */
export async function fillRows(pool: Pool, rows: number, creator: string): Promise<void> {
  const client = await pool.connect();
  try {
    // A million rows take longer than any request may.
    await client.query('set statement_timeout = 0');
    await insertRows(client, rows, creator);
    await client.query('reset statement_timeout');
  } finally {
    client.release();
  }
}

async function insertRows(pool: Queryable, rows: number, creator: string): Promise<void> {
  await pool.query(`insert into app_bench.venue (id, version, created_at, created_by, updated_at, updated_by, owner_org, area_code, code, name, org, search_tokens)
    select ${idOf('o.code || n')}, 1, now(), $1, now(), $1, o.id, o.area_code, o.code || '-' || n, o.name || '辖区场所' || n, o.id, '{}'
    from app_platform.organization o, generate_series(1, 20) n`, [creator]);
  const indexes = await dropIndexes(pool);
  await pool.query(`insert into app_bench.inspection (id, version, created_at, created_by, updated_at, updated_by, owner_org, area_code, no, subject, venue, inspector, kind, status, score, penalty, opened_on, due_on, phone, remark, search_tokens)
    select ${idOf('i::text')}, 1, at, $2, at, $2, v.owner_org, v.area_code, 'JC' || lpad(i::text, 8, '0'), t.subject, v.id, u.id,
      (array['routine', 'special', 'complaint'])[1 + i % 3], (array['draft', 'in-review', 'approved', 'approved', 'returned'])[1 + i % 5], i % 100, (i % 40) * 50,
      date '2025-01-01' + (i * 7 % 600), date '2025-02-01' + (i * 7 % 600), '1380000' || lpad((i % 10000)::text, 4, '0'), '抽查第' || i || '批次，现场整改。', t.tokens::text[]
    from (select i, timestamptz '2026-01-01' + i * interval '1 second' as at from generate_series(1, $1::int) i) x
      join (select *, row_number() over (order by code) - 1 as place, count(*) over () as total from app_bench.venue) v on v.place = x.i * 7919::bigint % (select count(*) from app_bench.venue)
      join (select id, row_number() over (order by username) - 1 as place from app_platform."user") u on u.place = x.i % (select count(*) from app_platform."user")
      join unnest($3::text[], $4::text[]) with ordinality as t(subject, tokens, place) on t.place = 1 + x.i % 8`,
  [rows, creator, subjects, subjects.map((text) => `{${searchTokens([text]).map((token) => `"${token}"`).join(',')}}`)]);
  for (const index of indexes) await pool.query(index);
  await pool.query('vacuum (analyze) app_bench.inspection, app_bench.venue, app_platform."user", app_platform.organization, app_platform.area');
}

/** Indexes are made after the rows: one by one they would take minutes. Returns the statements that make them. */
async function dropIndexes(pool: Queryable): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = 'app_bench.inspection'::regclass and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`);
  for (const { name } of rows) await pool.query(`drop index ${name}`);
  return rows.map((row) => row.definition);
}

/** A uuid v7 in SQL: grows with time as the real ones do, so that indexes fill as in production. */
function idOf(seed: string): string {
  return `(lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7' || substr(md5(${seed}), 1, 3) || '8' || substr(md5(${seed}), 4, 15))::uuid`;
}
