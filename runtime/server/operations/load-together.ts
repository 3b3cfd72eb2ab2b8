import type { Entity } from '../../model/model.ts';
import type { Context, Queryable } from '../context.ts';
import { loadRows, type Row } from './rows.ts';

interface Batch { values: Set<unknown>; rows: Promise<Map<string, Row>> }

const batches = new WeakMap<Queryable, Map<string, Batch>>();

/**
 * The record with this value in a column. Records asked for in the same turn of the event loop are loaded by one statement;
 * nothing is kept longer than that, so that a transaction always sees its own changes.
 */
export async function loadTogether(ctx: Context, entity: Entity, column: string, value: unknown): Promise<Row | undefined> {
  let open = batches.get(ctx.db);
  if (!open) batches.set(ctx.db, (open = new Map()));
  const key = `${entity.key} ${column}`;
  let batch = open.get(key);
  if (!batch) open.set(key, (batch = startBatch(ctx, entity, column, () => open.delete(key))));
  batch.values.add(value);
  return (await batch.rows).get(String(value));
}

function startBatch(ctx: Context, entity: Entity, column: string, close: () => void): Batch {
  const values = new Set<unknown>();
  const name = entity.fields.find((f) => f.column === column)?.name ?? column;
  // After everything that is ready to ask has asked.
  const rows = new Promise<void>((resolve) => process.nextTick(resolve)).then(async () => {
    close();
    return new Map((await loadRows(ctx, entity, column, [...values])).map((row) => [String(row[name]), row]));
  });
  return { values, rows };
}
