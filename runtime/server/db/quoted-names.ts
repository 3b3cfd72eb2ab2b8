import { escapeIdentifier } from 'pg';
import type { Entity } from '../../model/model.ts';

/** Quoted table of an entity, such as `"app_platform"."user"`. */
export function tableOf(entity: Entity): string {
  return `${escapeIdentifier(entity.schema)}.${escapeIdentifier(entity.table)}`;
}

/** Quoted column of a field; a field without a column of its own is a mistake of the caller. */
export function columnOf(entity: Entity, name: string): string {
  const column = entity.byName.get(name)?.column;
  if (!column) throw new Error(`${entity.key} has no column for "${name}".`);
  return escapeIdentifier(column);
}
