import type { Entity, Field } from '../../model/model.ts';
import { entityOf } from '../../model/model.ts';
import type { Context, Queryable } from '../context.ts';
import { raw } from '../db/builder.ts';
import type { Predicate } from '../query/condition.ts';
import { predicateSql } from '../query/predicate-sql.ts';
import { shapedStatement } from '../query/shaped-statement.ts';

interface Batch { values: Set<unknown>; usable: Promise<Set<string>> }

const batches = new WeakMap<Queryable, Map<string, Batch>>();

/**
 * Which of the values a reference field may name, under a rule. Questions about the same field and rule that are asked in the same turn of
 * the event loop are answered by one statement, so that a sheet of a thousand rows asks as often as a single record does.
 */
export async function usableTogether(ctx: Context, entity: Entity, field: Field, { values, rule, hold }: { values: readonly unknown[]; rule: Predicate; hold: string }): Promise<Set<string>> {
  let open = batches.get(ctx.db);
  if (!open) batches.set(ctx.db, (open = new Map()));
  const key = `${entity.key} ${field.name}${hold} ${keyOf(rule)}`;
  let batch = open.get(key);
  if (!batch) open.set(key, (batch = startBatch(ctx, entity, field, rule, hold, () => open.delete(key))));
  for (const value of values) batch.values.add(value);
  return batch.usable;
}

function startBatch(ctx: Context, entity: Entity, field: Field, rule: Predicate, hold: string, close: () => void): Batch {
  const values = new Set<unknown>();
  // After everything that is ready to ask has asked.
  const usable = new Promise<void>((resolve) => process.nextTick(resolve)).then(async () => {
    close();
    return askFor(ctx, entity, field, rule, hold, [...values]);
  });
  return { values, usable };
}

async function askFor(ctx: Context, entity: Entity, field: Field, rule: Predicate, hold: string, values: unknown[]): Promise<Set<string>> {
  const target = entityOf(ctx.model, field.reference?.entity ?? field.references!.entity);
  const key = `t.${field.reference?.key ?? 'id'}`;
  const { rows } = await ctx.db.query<{ key: string }>(shapedStatement(entity, {
    key: `usable of ${field.name}${hold}`, predicates: [rule], values: [values],
    build: ([list], [open]) => raw(`select ??::text as key from ??.?? as t where ?? = any(?) and ?${hold}`, [key, target.schema, target.table, key, list, predicateSql(ctx.model, open!, 't')]),
  }));
  return new Set(rows.map((row) => row.key));
}

const keys = new WeakMap<Predicate, string>();

/** Two rules are the same when they compare the same paths with the same values. */
function keyOf(rule: Predicate): string {
  if (rule.kind === 'all' || rule.kind === 'none') return rule.kind;
  let key = keys.get(rule);
  if (key === undefined) keys.set(rule, (key = JSON.stringify(rule, (name, value: unknown) => name === 'path' ? (value as { text: string }).text : value)));
  return key;
}
