import type { Queryable } from '../context.ts';

export interface TableColumn { type: string; notNull: boolean }
/** Tables as they are: columns by name, constraint and index names. */
export interface Catalogue { tables: Map<string, { columns: Map<string, TableColumn>; constraints: Set<string>; uniques: Set<string> }>; indexes: Set<string> }

/** Reads the tables of all apps in three statements. */
export async function introspect(db: Queryable): Promise<Catalogue> {
  const catalogue: Catalogue = { tables: new Map(), indexes: new Set() };
  const columns = await db.query<{ schema: string; table: string; column: string; type: string; not_null: boolean }>(
    `select n.nspname as schema, c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as not_null
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname like 'app\\_%' and a.attnum > 0 and not a.attisdropped`);
  for (const row of columns.rows) {
    const key = `${row.schema}.${row.table}`;
    const table = catalogue.tables.get(key) ?? { columns: new Map(), constraints: new Set(), uniques: new Set() };
    table.columns.set(row.column, { type: row.type, notNull: row.not_null });
    catalogue.tables.set(key, table);
  }
  const constraints = await db.query<{ schema: string; table: string; name: string; type: string }>(
    `select n.nspname as schema, c.relname as table, k.conname as name, k.contype as type from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname like 'app\\_%'`);
  for (const row of constraints.rows) {
    const table = catalogue.tables.get(`${row.schema}.${row.table}`);
    table?.constraints.add(row.name);
    if (row.type === 'u') table?.uniques.add(row.name);
  }
  // An index that a broken `create index concurrently` left behind does not count.
  const indexes = await db.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname like 'app\\_%' and i.indisvalid`);
  for (const row of indexes.rows) catalogue.indexes.add(`${row.schema}.${row.name}`);
  return catalogue;
}
