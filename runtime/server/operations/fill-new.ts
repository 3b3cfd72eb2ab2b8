import type { Entity } from '../../model/model.ts';
import type { FieldError } from '../../problems.ts';
import { applyComputed, applyDefaults } from './complete-row.ts';
import type { TransactionContext } from './in-transaction.ts';
import { parseInput } from './parse-input.ts';

/** A new record as far as it follows from what was given, and the mistakes found on the way. */
export interface NewRecord { values: Record<string, unknown>; changed: ReadonlySet<string>; errors: FieldError[]; failed: Set<string> }

/** Reads what was given for a new record, fills in defaults, works out computed fields. */
export async function fillNew(tx: TransactionContext, entity: Entity, input: Record<string, unknown>): Promise<NewRecord> {
  const { values, errors } = parseInput(tx, entity, input);
  const given = new Set(Object.keys(values).filter((name) => values[name] !== null));
  const failed = new Set(errors.map((e) => e.field ?? ''));
  await applyDefaults(tx, entity, values, given);
  await applyComputed(tx, entity, values);
  return { values, changed: new Set(Object.keys(values)), errors, failed };
}

/** What a new record's history begins with. */
export function firstChanges(entity: Entity, values: Record<string, unknown>): Record<string, [unknown, unknown]> {
  const changes: Record<string, [unknown, unknown]> = {};
  for (const field of entity.fields) if (field.name in values && values[field.name] != null) changes[field.name] = [null, field.lines ? (values[field.name] as unknown[]).length : values[field.name]];
  return changes;
}
