import type { Pool } from 'pg';
import { ownSearchFields } from '../../model/own-search-fields.ts';
import type { Entity, Model } from '../../model/model.ts';
import { auditTable } from '../audit/audit-table.ts';
import { raw, toNative } from '../db/builder.ts';
import { tableOf } from '../db/quoted-names.ts';
import { searchTokens } from './search-tokens.ts';

const batch = 500;
const settingKey = 'searched-fields';

/** Entities whose records were stored when other fields were searched; those that nobody may change are left as they are. */
export async function outdatedSearch(pool: Pool, model: Model): Promise<string[]> {
  const known = await knownFields(pool);
  const closed = auditTable(model);
  return [...model.entities.values()].filter((entity) => tableOf(entity) !== closed && fieldsOf(entity) !== '' && known[entity.key] !== fieldsOf(entity)).map(({ key }) => key);
}

/** Remembers what the records of some entities can be found by now. */
export async function noteSearch(pool: Pool, entities: readonly Entity[]): Promise<void> {
  if (entities.length === 0) return;
  await pool.query("insert into tamga.setting as s (key, value) values ($1, $2) on conflict (key) do update set value = s.value || excluded.value",
    [settingKey, JSON.stringify(Object.fromEntries(entities.map((entity) => [entity.key, fieldsOf(entity)])))]);
}

/** Works out what every record of an entity can be found by, a portion at a time; a record that changes meanwhile is left to who changes it. */
export async function fillSearch(pool: Pool, entity: Entity): Promise<void> {
  const columns = ownSearchFields(entity).map((name) => entity.byName.get(name)!.column!);
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const select = toNative(raw(`select id, version, ${columns.map(() => '??').join(', ')} from ??.?? where id > ? order by id limit ?`, [...columns, entity.schema, entity.table, last, batch]) as never);
    const { rows } = await pool.query<Record<string, unknown>>(select.text, select.values);
    if (rows.length === 0) break;
    last = String(rows.at(-1)!['id']);
    const update = toNative(raw(`update ??.?? as t set search_tokens = v.tokens from (select id, version, array(select jsonb_array_elements_text(tokens)) as tokens from unnest(?::uuid[], ?::int[], ?::jsonb[]) as u(id, version, tokens)) v
      where t.id = v.id and t.version = v.version and t.search_tokens is distinct from v.tokens`,
    [entity.schema, entity.table, raw('?', [rows.map((row) => row['id'])]), raw('?', [rows.map((row) => row['version'])]), raw('?', [rows.map((row) => JSON.stringify(searchTokens(columns.map((column) => row[column]))))])]) as never);
    await pool.query(update.text, update.values);
  }
  await noteSearch(pool, [entity]);
}

function fieldsOf(entity: Entity): string {
  return ownSearchFields(entity).map((name) => entity.byName.get(name)!.column ?? '').sort().join(' ');
}

async function knownFields(pool: Pool): Promise<Record<string, string>> {
  const { rows: [row] } = await pool.query<{ value: Record<string, string> }>('select value from tamga.setting where key = $1', [settingKey]);
  return row?.value ?? {};
}
