import type { QueryConfig } from 'pg';
import { v7 } from 'uuid';
import type { Entity } from '../../model/model.ts';
import { ownSearchFields } from '../../model/own-search-fields.ts';
import { invalid, problem, type ProblemCode } from '../../problems.ts';
import { raw, sql, toNative, type Fragment } from '../db/builder.ts';
import { recordEvent } from '../audit/index.ts';
import { constraintName } from '../db/names.ts';
import { prepare, withValues } from '../db/prepared.ts';
import { together } from '../db/together.ts';
import { describeChanges, recordName } from './describe-changes.ts';
import type { TransactionContext } from './in-transaction.ts';
import { detachFiles } from './record-files.ts';
import { searchTokens } from '../search/search-tokens.ts';
import { predicateSql } from '../query/predicate-sql.ts';
import { shapedStatement } from '../query/shaped-statement.ts';
import type { Predicate } from '../query/condition.ts';

type Values = Record<string, unknown>;

/** Columns of a record besides the system's. */
export function columnsOf(entity: Entity, values: Values): Values {
  const columns: Values = {};
  for (const field of entity.fields) {
    if (!field.column || !(field.name in values)) continue;
    const value = values[field.name];
    columns[field.column] = field.type === 'json' && value !== null ? JSON.stringify(value) : value;
  }
  return columns;
}

/** By what a record is found. */
export function searchColumn(entity: Entity, values: Values): Values {
  const own = ownSearchFields(entity);
  return own.length > 0 ? { search_tokens: searchTokens(own.map((name) => values[name])) } : {};
}

/** Inserts a record; `allowed` tells whether the person's rule covers it. */
export async function insertRow(ctx: TransactionContext, entity: Entity, id: string, values: Values, owner: { org: string | null; area: string | null }, rule: Predicate, position?: number): Promise<{ allowed: boolean }> {
  const now = ctx.services.clock.now();
  const by = ctx.principal.user?.id ?? null;
  const columns: Values = {
    id, version: 1, created_at: now, created_by: by, updated_at: now, updated_by: by, owner_org: owner.org, area_code: owner.area,
    ...(entity.lineOf && position !== undefined ? { position } : {}), ...columnsOf(entity, values), ...searchColumn(entity, values),
  };
  const names = Object.keys(columns);
  const rows = await run<{ allowed: boolean }>(ctx, entity, shapedStatement(entity, {
    key: `insert ${names.join(',')}`, predicates: [rule], values: Object.values(columns),
    build: (slots, [allowed]) => sql.insert(placed(names, slots)).into(sql.ref(`${entity.schema}.${entity.table}`).as('t') as never)
      .returning(raw('? as allowed', [predicateSql(ctx.model, allowed!, 't')]) as never),
  }), values);
  touch(ctx, entity, id);
  return { allowed: rows[0]?.allowed === true };
}

/** Updates a record whose version was checked under lock; returns the new version. */
export async function updateRow(ctx: TransactionContext, entity: Entity, id: string, version: number, values: Values, owner: { org: string | null; area: string | null }, rule: Predicate): Promise<{ allowed: boolean }> {
  const columns: Values = { version: version + 1, updated_at: ctx.services.clock.now(), updated_by: ctx.principal.user?.id ?? null, owner_org: owner.org, area_code: owner.area, ...columnsOf(entity, values), ...searchColumn(entity, values) };
  const names = Object.keys(columns);
  const rows = await run<{ allowed: boolean }>(ctx, entity, shapedStatement(entity, {
    key: `update ${names.join(',')}`, predicates: [rule], values: [id, ...Object.values(columns)],
    build: ([key, ...slots], [allowed]) => sql(sql.ref(`${entity.schema}.${entity.table}`).as('t') as never).whereRaw('?? = ?', ['t.id', key] as never).update(placed(names, slots) as never)
      .returning(raw('? as allowed', [predicateSql(ctx.model, allowed!, 't')]) as never),
  }), values);
  touch(ctx, entity, id);
  return { allowed: rows[0]?.allowed === true };
}

/** Columns with placeholders for their values. */
function placed(names: readonly string[], slots: readonly unknown[]): Record<string, Fragment> {
  return Object.fromEntries(names.map((name, i) => [name, raw('?', [slots[i]])]));
}

/** Deletes a record; its files are let go unless it can come back. */
export async function deleteRow(ctx: TransactionContext, entity: Entity, id: string): Promise<void> {
  const statement = toNative(sql(sql.ref(`${entity.schema}.${entity.table}`) as never).where('id', id).delete());
  await ctx.db.query(statement.text, statement.values);
  if (!entity.softDelete) await detachFiles(ctx, entity, [id]);
  touch(ctx, entity, id);
}

/** Deletes all lines of a record. */
export async function deleteLines(ctx: TransactionContext, line: Entity, parentId: string, comesBack = false): Promise<void> {
  const statement = toNative(sql(sql.ref(`${line.schema}.${line.table}`) as never).where(line.byName.get(line.lineOf!.as)!.column!, parentId).delete().returning('id'));
  const { rows } = await ctx.db.query<{ id: string }>(statement.text, statement.values);
  if (!comesBack) await detachFiles(ctx, line, rows.map((row) => row.id));
}

/** Remembers a change for the alerts that look at the entity before the commit. */
export function touch(ctx: TransactionContext, entity: Entity, id: string): void {
  const ids = ctx.tx.touched.get(entity.key);
  if (ids) ids.add(id); else ctx.tx.touched.set(entity.key, new Set([id]));
}

/** Runs a statement that stores records; values that may not repeat, or are too large for their column, are told as complaints. */
export async function run<T extends Record<string, unknown>>(ctx: TransactionContext, entity: Entity, statement: QueryConfig<unknown[]>, values: Values): Promise<T[]> {
  // A savepoint is not needed: every failure here ends the transaction.
  try {
    return (await ctx.db.query<T>(statement)).rows;
  } catch (error) {
    throw translate(entity, error, values);
  }
}

/** Unique violations become complaints about the field. */
export function translate(entity: Entity, error: unknown, values: Values): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '22003') return invalid([{ code: 'field.too-large', params: { label: entity.label, max: '10¹⁶' } }]);
  if (code !== '23505') return error;
  const group = entity.unique.find((names) => constraintName(entity, names) === constraint);
  const field = group && entity.byName.get(group.at(-1)!);
  if (!field) return problem('record.busy');
  const value = values[field.name];
  const unique: ProblemCode = 'record.not-unique';
  return invalid([{ field: field.name, code: unique, params: { label: field.label, value: typeof value === 'string' || typeof value === 'number' ? value : '' } }]);
}

/** One entry of a record's history and one of the audit log; lines are part of the record they belong to. `record` gives the names by which people find it. */
export async function writeHistory(ctx: TransactionContext, entity: Entity, id: string, version: number, operation: string, changes: Record<string, [unknown, unknown]>, record: Values, more: { reason?: string | null; lines?: Record<string, unknown> | null } = {}): Promise<void> {
  if (entity.lineOf) return;
  const history = entity.history ? ctx.db.query(withValues(insertHistory, [v7(), entity.key, id, version, ctx.services.clock.now(), ctx.principal.user?.id ?? null, operation, ctx.tx.via, JSON.stringify(changes), more.reason ?? null, more.lines ? JSON.stringify(more.lines) : null])) : undefined;
  const event = ['create', 'delete'].includes(operation) ? `record.${operation}` : 'record.update';
  await together(history, recordEvent(ctx, { event, result: 'done', entity, record: id, title: recordName(entity, record), summary: describeChanges(entity, changes), via: ctx.tx.via, ...more.reason ? { reason: more.reason } : {} }));
}

const insertHistory = prepare('insert into tamga.history (id, entity, record_id, version, at, by, operation, via, changes, reason, lines) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)');
