import type { Entity } from '../../model/model.ts';

/** What people call a record. */
export function titleOf(entity: Entity, row: Record<string, unknown>): string {
  const value = row[entity.title];
  return value === null || value === undefined ? '' : String(value);
}
