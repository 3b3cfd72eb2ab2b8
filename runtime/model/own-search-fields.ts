import type { Entity } from './model.ts';

/** Search fields that stand in the record itself. */
export function ownSearchFields(entity: Entity): string[] {
  return entity.search.filter((path) => !path.includes('.'));
}
