import { idByKey } from './natural-key.ts';
import { entityId, isUuid } from './records-api.ts';
import { findId } from './resolve-values.ts';
import { ScenarioFailure } from './scenario-failure.ts';
import type { EntityId, Person, ScenarioWorld } from './world.ts';

export type Target = string | { find: Record<string, unknown>; entity?: string };

/** The record a step speaks of: a saved one, or one named by its key or values. */
export async function findTarget(world: ScenarioWorld, person: Person, target: Target, entity?: string): Promise<EntityId & { id: string }> {
  if (typeof target === 'string' && target.startsWith('$')) {
    const saved = world.saved.get(target.slice(1));
    if (!saved) throw new ScenarioFailure(`a saved record "${target}"`, `only ${[...world.saved.keys()].map((n) => `$${n}`).join(', ') || 'none'}`);
    return { app: saved.app, entity: saved.entity, id: saved.id };
  }
  const name = typeof target === 'string' ? entity : target.entity ?? entity;
  if (!name) throw new ScenarioFailure('`entity` beside a record that is not named `$…`', JSON.stringify(target));
  const of = entityId(world, name);
  if (typeof target !== 'string') return { ...of, id: await findId(world, person, of, target.find) };
  return { ...of, id: isUuid(target) ? target : await idByKey(world, person, of, target) };
}
