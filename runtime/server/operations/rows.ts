import type { Entity } from '../../model/model.ts';
import { raw, type Fragment } from '../db/builder.ts';
import type { Context } from '../context.ts';
import { shapedStatement } from '../query/shaped-statement.ts';
import type { Row } from '../row.ts';

export type { Row } from '../row.ts';

const systemColumns: readonly [string, string][] = [
  ['id', 'id'], ['version', 'version'], ['created_at', 'createdAt'], ['created_by', 'createdBy'], ['updated_at', 'updatedAt'], ['updated_by', 'updatedBy'], ['owner_org', 'ownerOrg'], ['area_code', 'areaCode'],
];

/** A record that is to be changed may still be referred to by others at the same time; one that is to be deleted may not. */
export type Lock = boolean | 'delete';

/** A lock as the end of a statement. */
export function locking(lock: Lock | undefined): string {
  return lock === 'delete' ? ' for update' : lock ? ' for no key update' : '';
}

/** All columns that a row is made of, of the table called `t`; named, so that a prepared statement outlives new columns. */
export function rowColumns(entity: Entity): Fragment {
  const columns = [...systemColumns.map(([column]) => column), ...entity.fields.flatMap(({ column }) => column ?? [])];
  return raw(columns.map(() => '??').join(', '), columns.map((column) => `t.${column}`));
}

/** Database columns → field names. */
export function toRow(entity: Entity, stored: Record<string, unknown>): Row {
  const row: Record<string, unknown> = {};
  for (const [column, name] of systemColumns) row[name] = stored[column] ?? null;
  for (const field of entity.fields) if (field.column) row[field.name] = toValue(field.type, stored[field.column] ?? null);
  return row as Row;
}

function toValue(type: string, value: unknown): unknown {
  return type === 'datetime' && value instanceof Date ? value.toISOString() : value;
}

/** The raw record, whatever the reader's rights; locked until the transaction ends when asked. */
export async function loadRow(ctx: Context, entity: Entity, id: string, options: { lock?: Lock } = {}): Promise<Row | undefined> {
  return (await loadRows(ctx, entity, 'id', [id], options))[0];
}

/** Raw records by the values of one column. */
export async function loadRows(ctx: Context, entity: Entity, column: string, values: readonly unknown[], options: { lock?: Lock } = {}): Promise<Row[]> {
  if (values.length === 0) return [];
  const lock = locking(options.lock);
  const { rows } = await ctx.db.query<Record<string, unknown>>(shapedStatement(entity, {
    key: `rows by ${column}${lock}`, values: [values],
    build: ([list]) => raw(`select ? from ??.?? as t where ?? = any(?) order by ${entity.lineOf ? 't.position, t.id' : 't.id'}${lock}`, [rowColumns(entity), entity.schema, entity.table, `t.${column}`, list]),
  }));
  return rows.map((stored) => toRow(entity, stored));
}

/** Lines of some records by the record's id, in their order. */
export async function loadLines(ctx: Context, line: Entity, parentIds: readonly string[]): Promise<Map<string, Row[]>> {
  const as = line.lineOf!.as;
  const byParent = new Map<string, Row[]>();
  for (const row of await loadRows(ctx, line, line.byName.get(as)!.column!, parentIds)) {
    const parent = String(row[as]);
    const group = byParent.get(parent);
    if (group) group.push(row); else byParent.set(parent, [row]);
  }
  return byParent;
}
