import type { Pool } from 'pg';
import { v7 } from 'uuid';
import { getInspection } from './read.ts';
import type { Reader } from './sign-in.ts';
import { historySql, inTransaction } from './write.ts';

interface Task { id: string; instance_id: string; label: string; status: string; assignee: string | null; roles: string[]; scope_area: string; not_applicant: boolean; applicant: string; record_id: string; state: Record<string, unknown> }

// The process as code: a review that ends it, approved or returned.
const outcomes: Record<string, { label: string; end: string; flow: string }> = {
  approve: { label: '通过', end: 'approved', flow: 'outcome-to-approved' },
  return: { label: '退回', end: 'returned', flow: 'outcome-to-returned' },
};

const lockSql = `select t.id, t.instance_id, t.label, t.status, t.assignee, t.roles, t.scope_area, t.not_applicant, t.applicant, i.record_id, i.state
  from tamga.user_task t join tamga.process_instance i on i.id = t.instance_id where t.id = $1 for update of i`;
const recordSql = 'select version, status, no from app_bench.inspection where id = $1 for no key update';
const taskSql = `update tamga.user_task set status = 'completed', assignee = $2, completed_at = $3, completed_by = $2, outcome = $4, seen_version = $5, seen = $6 where id = $1 and status = 'open'`;
const opinionSql = 'insert into tamga.opinion (id, instance_id, task_id, node_id, label, outcome, outcome_label, opinion, by, at, seen_version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)';
const statusSql = 'update app_bench.inspection set version = $2, updated_at = $3, updated_by = $4, status = $5 where id = $1';
const leaveSql = `update tamga.activity set left_at = $2, cancelled = false where instance_id = $1 and left_at is null`;
const enterSql = `insert into tamga.activity (instance_id, execution_id, node_id, entered_at, left_at, cancelled) select $1, * from unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::boolean[])`;
const flowSql = 'insert into tamga.flow_taken (instance_id, flow_id, at) select $1, * from unnest($2::text[], $3::timestamptz[])';
const instanceSql = `update tamga.process_instance set state = $2, title = $3, status = 'ended', ended_at = $4, end_id = $5 where id = $1`;

/** Finishes a review and its process in one transaction, and says so. */
export async function completeReview(pool: Pool, reader: Reader, id: string, { outcome: name, opinion }: { outcome: string; opinion?: string }): Promise<unknown> {
  const outcome = outcomes[name];
  if (!outcome) throw Object.assign(new Error('no such outcome'), { statusCode: 422 });
  return inTransaction(pool, async (client) => {
    const { rows: [task] } = await client.query<Task>({ name: 'lock-task', text: lockSql, values: [id] });
    if (!task) throw Object.assign(new Error('not found'), { statusCode: 404 });
    const may = task.roles.some((role) => reader.roles.includes(role)) && task.scope_area.startsWith(reader.area) && !(task.not_applicant && task.applicant === reader.id);
    if (!may) throw Object.assign(new Error('not yours'), { statusCode: 403 });
    if (task.status !== 'open' || (task.assignee !== null && task.assignee !== reader.id)) throw Object.assign(new Error('done by others'), { statusCode: 409 });
    const { rows: [record] } = await client.query<{ version: number; status: string; no: string }>({ name: 'lock-record', text: recordSql, values: [task.record_id] });
    const seen = await getInspection(client, reader, task.record_id);
    const at = new Date();
    await client.query({ name: 'task', text: taskSql, values: [id, reader.id, at, name, record!.version, JSON.stringify(seen)] });
    await client.query({ name: 'opinion', text: opinionSql, values: [v7(), task.instance_id, id, 'review', task.label, name, outcome.label, opinion ?? null, reader.id, at, record!.version] });
    await client.query({ name: 'status', text: statusSql, values: [task.record_id, record!.version + 1, at, reader.id, outcome.end] });
    await client.query({ name: 'history', text: historySql, values: [v7(), 'bench/inspection', task.record_id, record!.version + 1, at, reader.id, 'update', 'bench-review', JSON.stringify({ status: [record!.status, outcome.end] })] });
    await client.query({ name: 'leave', text: leaveSql, values: [task.instance_id, at] });
    await client.query({ name: 'enter', text: enterSql, values: [task.instance_id, ['h1', 'h2'], ['outcome', outcome.end], [at, at], [at, at], [false, false]] });
    await client.query({ name: 'flow', text: flowSql, values: [task.instance_id, ['review-to-outcome', outcome.flow], [at, at]] });
    const state = { ...task.state, ended: true, tokens: [], scopes: [], timers: [], outcomes: { review: name } };
    await client.query({ name: 'instance', text: instanceSql, values: [task.instance_id, JSON.stringify(state), record!.no, at, outcome.end] });
    return { id, instance: task.instance_id, status: 'completed', outcome: { name, label: outcome.label } };
  });
}
