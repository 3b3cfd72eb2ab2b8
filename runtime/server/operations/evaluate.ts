import type { Expression } from '../../expressions/index.ts';
import { entityOf, type Entity } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { loadTogether } from './load-together.ts';
import { loadLines, type Row } from './rows.ts';

/** A record among the values of an expression: references behind it are loaded only where the expression looks. */
export class RecordValue {
  readonly entity: Entity;
  readonly row: Partial<Row> & Record<string, unknown>;
  constructor(entity: Entity, row: Partial<Row> & Record<string, unknown>) { this.entity = entity; this.row = row; }
}

/** Marks a row as a record for `evaluate`. */
export function recordValue(entity: Entity, row: Partial<Row> & Record<string, unknown>): RecordValue {
  return new RecordValue(entity, row);
}

/** Evaluates FEEL over records, lists of records and plain values. */
export async function evaluate(ctx: Context, expression: Expression, scope: Record<string, unknown>): Promise<unknown> {
  const values: Record<string, unknown> = {};
  for (const name of expression.names) {
    const paths = expression.paths.filter((p) => p[0] === name).map((p) => p.slice(1));
    values[name] = await expand(ctx, name in scope ? scope[name] : null, paths);
  }
  return expression.evaluate(values, ctx.services.clock);
}

/** The value of `user` in expressions. */
export function userValue(ctx: Context): unknown {
  return ctx.principal.user;
}

/** A record's own fields as the names of its rules. */
export function fieldScope(ctx: Context, entity: Entity, row: Record<string, unknown>): Record<string, unknown> {
  const scope: Record<string, unknown> = { user: userValue(ctx) };
  for (const name of ['id', 'createdAt', 'updatedAt', 'ownerOrg', 'areaCode']) scope[name] = row[name] ?? null;
  for (const field of entity.fields) scope[field.name] = fieldValue(ctx, entity, row, field.name);
  if (entity.inverse) scope[entity.inverse.name] = new Lazy(entity, row, entity.inverse.name);
  return scope;
}

/** A reference not loaded yet. */
class Lazy {
  readonly entity: Entity;
  readonly row: Record<string, unknown>;
  readonly name: string;
  constructor(entity: Entity, row: Record<string, unknown>, name: string) { this.entity = entity; this.row = row; this.name = name; }
}

function fieldValue(ctx: Context, entity: Entity, row: Record<string, unknown>, name: string): unknown {
  const field = entity.byName.get(name);
  const value = row[name] ?? null;
  if (field?.lines) return Array.isArray(value) ? value.map((line) => line instanceof RecordValue ? line : new RecordValue(entityOf(ctx.model, field.lines!.entity), line as Record<string, unknown>)) : new Lazy(entity, row, name);
  if (field?.references && Array.isArray(value)) return value.map((id) => new Lazy(entity, { [name]: id }, name));
  return field?.reference && value !== null ? new Lazy(entity, row, name) : value;
}

async function expand(ctx: Context, value: unknown, paths: readonly string[][]): Promise<unknown> {
  if (value instanceof Lazy) return expandLazy(ctx, value, paths);
  if (value instanceof RecordValue) return expandRecord(ctx, value.entity, value.row, paths);
  if (Array.isArray(value)) {
    return Promise.all(value.map((item) => expand(ctx, item, paths)));
  }
  return value instanceof Date ? value.toISOString() : value;
}

async function expandLazy(ctx: Context, { entity, row, name }: Lazy, paths: readonly string[][]): Promise<unknown> {
  if (entity.inverse?.name === name) {
    const target = entityOf(ctx.model, entity.inverse.entity);
    const [found] = row['id'] ? [await loadTogether(ctx, target, target.byName.get(entity.inverse.field)!.column!, row['id'])] : [];
    return found ? expandRecord(ctx, target, found, paths) : null;
  }
  const field = entity.byName.get(name)!;
  if (field.lines) {
    const line = entityOf(ctx.model, field.lines.entity);
    const lines = row['id'] ? (await loadLines(ctx, line, [String(row['id'])])).get(String(row['id'])) ?? [] : [];
    return Promise.all(lines.map((l) => expandRecord(ctx, line, l, paths)));
  }
  const by = field.reference?.key ?? 'id';
  const target = entityOf(ctx.model, field.reference?.entity ?? field.references!.entity);
  const key = row[name];
  // Only the id is looked at: no need to load the record.
  if (paths.every((p) => p.length === 0 || (p.length === 1 && p[0] === 'id' && by === 'id'))) return { id: key };
  const found = await loadTogether(ctx, target, by, key);
  return found ? expandRecord(ctx, target, found, paths) : null;
}

/** A record as plain values, with what lies behind the given paths loaded. */
export async function expandRecord(ctx: Context, entity: Entity, row: Record<string, unknown>, paths: readonly string[][]): Promise<Record<string, unknown>> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) out[name] = value instanceof Date ? value.toISOString() : value;
  const wanted = new Map<string, string[][]>();
  for (const path of paths) if (path.length > 0) wanted.set(path[0]!, [...(wanted.get(path[0]!) ?? []), path.slice(1)]);
  for (const field of entity.fields) {
    if (field.reference && !wanted.has(field.name)) out[field.name] = row[field.name] == null ? null : { id: row[field.name] };
  }
  for (const [name, rest] of wanted) {
    if (entity.inverse?.name === name) out[name] = await expandLazy(ctx, new Lazy(entity, row, name), rest);
    else if (entity.byName.has(name)) out[name] = await expand(ctx, fieldValue(ctx, entity, row, name), rest);
  }
  return out;
}

/** A FEEL result as a stored value: a record becomes its id (or code). */
export function storedValue(entity: Entity, name: string, value: unknown): unknown {
  const field = entity.byName.get(name);
  if (field?.references && Array.isArray(value)) return value.map((item) => typeof item === 'object' && item !== null && 'id' in item ? item.id : item);
  if (field?.reference && typeof value === 'object' && value !== null) {
    const record = value as Record<string, unknown>;
    return record[field.reference.key] ?? record['id'] ?? null;
  }
  return value;
}
