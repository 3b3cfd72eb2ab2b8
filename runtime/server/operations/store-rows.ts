import { v7 } from 'uuid';
import { entityOf, type Entity } from '../../model/model.ts';
import { recordEvents } from '../audit/index.ts';
import { raw } from '../db/builder.ts';
import { predicateSql } from '../query/predicate-sql.ts';
import { shapedStatement } from '../query/shaped-statement.ts';
import type { Predicate } from '../query/condition.ts';
import { describeChanges, recordName } from './describe-changes.ts';
import { firstChanges } from './fill-new.ts';
import type { TransactionContext } from './in-transaction.ts';
import { columnsOf, searchColumn, touch } from './store-row.ts';

/** A record ready to be stored. */
export interface NewRow { id: string; values: Record<string, unknown>; owner: { org: string | null; area: string | null } }

type Columns = Record<string, unknown>;

/** New records as one JSON text that PostgreSQL reads as rows of the entity's table, to be asked about. */
export function rowsText(ctx: TransactionContext, entity: Entity, rows: readonly NewRow[]): string {
  return JSON.stringify(rows.map((row) => rowColumns(ctx, entity, row)));
}

function rowColumns(ctx: TransactionContext, entity: Entity, { id, values, owner }: NewRow, position?: number): Columns {
  const now = ctx.services.clock.now().toISOString();
  const by = ctx.principal.user?.id ?? null;
  return {
    id, version: 1, created_at: now, created_by: by, updated_at: now, updated_by: by, owner_org: owner.org, area_code: owner.area,
    ...(position === undefined ? {} : { position }), ...jsonColumns(entity, values),
  };
}

/** JSON values stand in the text as they are. */
function jsonColumns(entity: Entity, values: Record<string, unknown>): Columns {
  const columns = columnsOf(entity, values);
  for (const { type, column, name } of entity.fields) if (type === 'json' && column && name in values) columns[column] = values[name];
  return columns;
}

/** Which of the rows the rule covers, before they are stored. */
export async function coveredRows(ctx: TransactionContext, entity: Entity, text: string, rule: Predicate): Promise<Set<string>> {
  const { rows } = await ctx.db.query<{ id: string }>(shapedStatement(entity, {
    key: 'covered', predicates: [rule], values: [text],
    build: ([json], [open]) => raw('select t.id from jsonb_populate_recordset(null::??.??, ?::jsonb) as t where ?', [entity.schema, entity.table, json, predicateSql(ctx.model, open!, 't')]),
  }));
  return new Set(rows.map((row) => row.id));
}

/** A stored record with the same values; `isSeen`: covered by the rule asked about. */
export interface StoredTwin { id: string; version: number; isSeen: boolean }

/** Which of the rows repeat values of stored records in a group of fields that may not repeat. */
export async function storedTwins(ctx: TransactionContext, entity: Entity, text: string, group: readonly string[], rule: Predicate = { kind: 'all' }): Promise<Map<string, StoredTwin>> {
  const columns = group.map((name) => entity.byName.get(name)!.column!);
  const { rows } = await ctx.db.query<{ given: string; found: string; version: number; is_seen: boolean }>(shapedStatement(entity, {
    key: `twins ${group.join(',')}`, predicates: [rule], values: [text],
    build: ([json], [open]) => raw(`select g.id as given, t.id as found, t.version, ? as is_seen from jsonb_populate_recordset(null::??.??, ?::jsonb) as g join ??.?? as t on ${columns.map(() => '?? = ??').join(' and ')}`,
      [predicateSql(ctx.model, open!, 't'), entity.schema, entity.table, json, entity.schema, entity.table, ...columns.flatMap((column) => [`t.${column}`, `g.${column}`])]),
  }));
  return new Map(rows.map((row) => [row.given, { id: row.found, version: row.version, isSeen: row.is_seen }]));
}

/** Stores new records with their lines, history and audit entries: one statement for each kind of row. */
export async function insertRows(ctx: TransactionContext, entity: Entity, rows: readonly NewRow[]): Promise<void> {
  await insert(ctx, entity, rows.map((row) => ({ ...rowColumns(ctx, entity, row), ...searchColumn(entity, row.values) })));
  for (const field of entity.fields) {
    if (!field.lines) continue;
    const line = entityOf(ctx.model, field.lines.entity);
    const parent = line.lineOf!.as;
    const lines = rows.flatMap(({ id, values, owner }) => ((values[field.name] as Columns[] | null | undefined) ?? []).map((given, i) => ({ row: { id: String(given['id'] ??= v7()), values: { ...given, [parent]: id }, owner }, i })));
    await insert(ctx, line, lines.map(({ row, i }) => ({ ...rowColumns(ctx, line, row, i), ...searchColumn(line, row.values) })));
    for (const { row } of lines) touch(ctx, line, row.id);
  }
  await insertHistory(ctx, entity, rows);
  for (const { id } of rows) touch(ctx, entity, id);
}

async function insert(ctx: TransactionContext, entity: Entity, columns: readonly Columns[]): Promise<void> {
  if (columns.length === 0) return;
  const names = [...new Set(columns.flatMap((row) => Object.keys(row)))].sort();
  await ctx.db.query(shapedStatement(entity, {
    key: `insert rows ${names.join(',')}`, values: [JSON.stringify(columns)],
    build: ([json]) => {
      const list = names.map(() => '??').join(', ');
      return raw(`insert into ??.?? (${list}) select ${list} from jsonb_populate_recordset(null::??.??, ?::jsonb)`, [entity.schema, entity.table, ...names, ...names, entity.schema, entity.table, json]);
    },
  }));
}

async function insertHistory(ctx: TransactionContext, entity: Entity, rows: readonly NewRow[]): Promise<void> {
  const now = ctx.services.clock.now();
  const entries = rows.map(({ id, values }) => ({ id, values, changes: firstChanges(entity, values) }));
  if (entity.history) {
    await ctx.db.query(
      `insert into tamga.history (id, entity, record_id, version, at, by, operation, via, changes)
       select r.id, $2, r.record, 1, $3, $4, 'create', $5, r.changes from jsonb_to_recordset($1::jsonb) as r (id uuid, record uuid, changes jsonb)`,
      [JSON.stringify(entries.map(({ id, changes }) => ({ id: v7(), record: id, changes }))), entity.key, now, ctx.principal.user?.id ?? null, ctx.tx.via]);
  }
  await recordEvents(ctx, entries.map(({ id, values, changes }) => ({ event: 'record.create', result: 'done', entity, record: id, title: recordName(entity, values), summary: describeChanges(entity, changes), via: ctx.tx.via })));
}
