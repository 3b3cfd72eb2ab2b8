import type { Pool, PoolClient } from 'pg';
import { v7 } from 'uuid';
import { searchTokens } from '../../../runtime/server/search/search-tokens.ts';
import { getInspection } from './read.ts';
import type { Reader } from './sign-in.ts';

export interface Inspection { no: string; subject: string; venue: string; inspector: string; kind: string; score: number; penalty: number; openedOn: string; dueOn: string; remark: string }
type Changes = Record<string, [unknown, unknown]>;

const columns: Record<keyof Inspection, string> = { no: 'no', subject: 'subject', venue: 'venue', inspector: 'inspector', kind: 'kind', score: 'score', penalty: 'penalty', openedOn: 'opened_on', dueOn: 'due_on', remark: 'remark' };
const names = Object.keys(columns) as (keyof Inspection)[];

const referencesSql = 'select v.owner_org, v.area_code from app_bench.venue v, app_platform."user" u where v.id = $1 and v.area_code like $3 and u.id = $2 for key share of v, u';
const insertSql = `insert into app_bench.inspection (id, version, created_at, created_by, updated_at, updated_by, owner_org, area_code, no, subject, venue, inspector, kind, status, score, penalty, opened_on, due_on, remark, search_tokens)
  values ($1, 1, $2, $3, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'draft', $11, $12, $13, $14, $15, $16)`;
const lockSql = 'select * from app_bench.inspection where id = $1 and area_code like $2 for no key update';
const updateSql = `update app_bench.inspection set version = $2, updated_at = $3, updated_by = $4, no = $5, subject = $6, venue = $7, inspector = $8, kind = $9, score = $10, penalty = $11,
  opened_on = $12, due_on = $13, remark = $14, owner_org = $15, area_code = $16, search_tokens = $17 where id = $1`;
export const historySql = 'insert into tamga.history (id, entity, record_id, version, at, by, operation, via, changes) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)';

export async function createInspection(pool: Pool, reader: Reader, input: Inspection): Promise<unknown> {
  check(input);
  const id = v7();
  await inTransaction(pool, async (client) => {
    const owner = await ownerOf(client, reader, input);
    const at = new Date();
    await client.query({ name: 'insert', text: insertSql, values: [id, at, reader.id, owner.owner_org, owner.area_code, ...names.map((name) => input[name]), searchTokens([input.no, input.subject])] });
    const changes: Changes = { status: [null, 'draft'], ...Object.fromEntries(names.map((name) => [name, [null, input[name]]])) };
    await client.query({ name: 'history', text: historySql, values: [v7(), 'bench/inspection', id, 1, at, reader.id, 'create', null, JSON.stringify(changes)] });
  });
  return getInspection(pool, reader, id);
}

export async function updateInspection(pool: Pool, reader: Reader, id: string, input: Partial<Inspection>): Promise<unknown> {
  await inTransaction(pool, async (client) => {
    const { rows: [row] } = await client.query<Record<string, unknown>>({ name: 'lock', text: lockSql, values: [id, `${reader.area}%`] });
    if (!row) throw Object.assign(new Error('not found'), { statusCode: 404 });
    if (row['status'] !== 'draft' && row['status'] !== 'returned') throw Object.assign(new Error('not in this state'), { statusCode: 409 });
    const before = Object.fromEntries(names.map((name) => [name, row[columns[name]]])) as unknown as Inspection;
    const after = { ...before, ...input };
    check(after);
    const owner = after.venue === before.venue && after.inspector === before.inspector ? row : await ownerOf(client, reader, after);
    const changes: Changes = {};
    for (const name of names) if (after[name] !== before[name]) changes[name] = [before[name], after[name]];
    const version = Number(row['version']) + 1;
    const at = new Date();
    await client.query({ name: 'update', text: updateSql, values: [id, version, at, reader.id, ...names.map((name) => after[name]), owner['owner_org'], owner['area_code'], searchTokens([after.no, after.subject])] });
    await client.query({ name: 'history', text: historySql, values: [v7(), 'bench/inspection', id, version, at, reader.id, 'update', null, JSON.stringify(changes)] });
  });
  return getInspection(pool, reader, id);
}

/** Both references exist, the venue in the reader's area; a record belongs to whom its venue belongs. */
async function ownerOf(client: PoolClient, reader: Reader, { venue, inspector }: Inspection): Promise<Record<string, unknown>> {
  const { rows: [owner] } = await client.query<Record<string, unknown>>({ name: 'references', text: referencesSql, values: [venue, inspector, `${reader.area}%`] });
  if (!owner) throw Object.assign(new Error('no such venue or inspector'), { statusCode: 422 });
  return owner;
}

function check(values: Inspection): void {
  const wrong = !values.no || !values.subject || !['routine', 'special', 'complaint'].includes(values.kind) || values.score < 0 || values.score > 1_000_000 || values.dueOn < values.openedOn;
  if (wrong) throw Object.assign(new Error('not valid'), { statusCode: 422 });
}

export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
