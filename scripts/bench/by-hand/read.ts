import type { Pool, PoolClient } from 'pg';
import type { Reader } from './sign-in.ts';

type Stored = Record<string, unknown> & { id: string; created_at: Date; updated_at: Date };

const columns = `t.id, t.version, t.created_at, t.updated_at, t.no, t.subject, t.venue, v.name as venue_title, t.inspector, u.name as inspector_title,
  t.kind, t.status, t.score, t.penalty, t.opened_on, t.due_on, t.remark`;
const joins = 'left join app_bench.venue v on v.id = t.venue left join app_platform."user" u on u.id = t.inspector';

const listSql = `select ${columns} from app_bench.inspection t ${joins}
  where t.area_code like $1 and t.status = $2 order by t.opened_on desc, t.id desc limit $3 offset $4`;
const countSql = 'select count(*) as total from (select 1 from app_bench.inspection t where t.area_code like $1 and t.status = $2 limit 10001) x';
const oneSql = `select ${columns}, t.created_by, c.name as created_by_title, t.updated_by, w.name as updated_by_title, i.id as instance,
    i.status in ('running', 'incident') as runs, exists (select 1 from tamga.user_task k where k.instance_id = i.id and k.status = 'open' and k.assignee = $3 and k.roles = '{}') as waits
  from app_bench.inspection t ${joins} left join app_platform."user" c on c.id = t.created_by left join app_platform."user" w on w.id = t.updated_by
    left join lateral (select id, status from tamga.process_instance where record_id = t.id order by started_at desc, id desc limit 1) i on true
  where t.area_code like $1 and t.id = $2`;

export async function listInspections(pool: Pool, reader: Reader, { status, page, pageSize, count }: { status: string; page: number; pageSize: number; count: boolean }): Promise<unknown> {
  const [{ rows }, total] = await Promise.all([
    pool.query<Stored>({ name: 'list', text: listSql, values: [`${reader.area}%`, status, pageSize, (page - 1) * pageSize] }),
    count ? pool.query<{ total: number }>({ name: 'count', text: countSql, values: [`${reader.area}%`, status] }).then((counted) => counted.rows[0]!.total) : null,
  ]);
  return { items: rows.map(toJson), page, pageSize, total };
}

export async function getInspection(db: Pool | PoolClient, reader: Reader, id: string): Promise<Record<string, unknown>> {
  const { rows: [row] } = await db.query<Stored>({ name: 'one', text: oneSql, values: [`${reader.area}%`, id, reader.id] });
  if (!row) throw Object.assign(new Error('not found'), { statusCode: 404 });
  const clerk = reader.roles.includes('bench.clerk');
  return {
    ...toJson(row), createdBy: { id: row['created_by'], title: row['created_by_title'] }, updatedBy: { id: row['updated_by'], title: row['updated_by_title'] },
    can: {
      update: clerk && (row['status'] === 'draft' || row['status'] === 'returned'), delete: false,
      actions: clerk && (row['runs'] === true ? row['waits'] === true : row['status'] === 'draft') ? ['submit'] : [],
    },
    instance: row['instance'] ?? null,
  };
}

function toJson(row: Stored): Record<string, unknown> {
  return {
    id: row.id, version: row['version'], createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), no: row['no'], subject: row['subject'],
    venue: { id: row['venue'], title: row['venue_title'] }, inspector: { id: row['inspector'], title: row['inspector_title'] }, kind: row['kind'], status: row['status'],
    score: row['score'], penalty: row['penalty'], openedOn: row['opened_on'], dueOn: row['due_on'], remark: row['remark'],
  };
}
