import type { Pool } from 'pg';
import { ownSearchFields } from '../../model/own-search-fields.ts';
import type { Entity } from '../../model/model.ts';
import { raw, toNative } from '../db/builder.ts';
import { searchTokens } from '../search/search-tokens.ts';

const batch = 500;

/** Makes records searchable that were stored before their entity had anything to search in. */
export async function fillSearch(pool: Pool, entity: Entity): Promise<void> {
  const columns = ownSearchFields(entity).map((name) => entity.byName.get(name)!.column!);
  for (;;) {
    const select = toNative(raw(`select id, ${columns.map(() => '??').join(', ')} from ??.?? where search_tokens is null limit ?`, [...columns, entity.schema, entity.table, batch]) as never);
    const { rows } = await pool.query<Record<string, unknown>>(select.text, select.values);
    if (rows.length === 0) return;
    const update = toNative(raw('update ??.?? as t set search_tokens = array(select jsonb_array_elements_text(v.tokens)) from unnest(?::uuid[], ?::jsonb[]) as v(id, tokens) where t.id = v.id',
      [entity.schema, entity.table, raw('?', [rows.map((row) => row['id'])]), raw('?', [rows.map((row) => JSON.stringify(searchTokens(columns.map((column) => row[column]))))])]) as never);
    await pool.query(update.text, update.values);
  }
}
