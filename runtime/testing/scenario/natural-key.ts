import { findRows, isUuid } from './records-api.ts';
import { ScenarioFailure } from './scenario-failure.ts';
import type { EntityId, EntityShape, Person, ScenarioWorld } from './world.ts';

const areas = { app: 'platform', entity: 'area' };

/** A record's identity as values hold it: areas are known by their code. */
export function idOf(target: EntityId, row: Record<string, unknown>): string {
  return String(target.app === areas.app && target.entity === areas.entity ? row.code ?? row.id : row.id);
}

/** Ids of the records that a text names by one of the entity's keys, the best key first. */
export async function idsByKey(world: ScenarioWorld, person: Person, target: EntityId, text: string, limit = 50): Promise<string[]> {
  const shape = world.shapeOf(target);
  if (!shape) throw new ScenarioFailure(`an entity "${target.app}/${target.entity}"`, 'no such entity in the model');
  for (const key of shape.keys) {
    const filter = await keyFilter(world, person, shape, key, text);
    if (!filter) continue;
    const rows = await findRows(world, person, target, filter, limit);
    if (rows.length) return rows.map((row) => idOf(target, row));
  }
  return [];
}

/** The id of the one record that a text names, as the person sees it, else as the system does. */
export async function idByKey(world: ScenarioWorld, person: Person, target: EntityId, text: string): Promise<string> {
  for (const reader of person === world.system ? [person] : [person, world.system]) {
    const ids = await idsByKey(world, reader, target, text, 3);
    if (ids.length > 1) throw new ScenarioFailure(`one record of ${target.app}/${target.entity} called "${text}"`, 'several; use { "find": { … } } with more values');
    if (ids.length === 1) return ids[0]!;
  }
  const keys = world.shapeOf(target)!.keys.map((key) => key.join('|')).join(', ');
  throw new ScenarioFailure(`a record of ${target.app}/${target.entity} called "${text}" (by ${keys})`, 'none');
}

async function keyFilter(world: ScenarioWorld, person: Person, shape: EntityShape, key: string[], text: string): Promise<Record<string, unknown> | undefined> {
  const parts = key.length === 1 ? [text] : text.split('|');
  if (parts.length !== key.length) return undefined;
  const filter: Record<string, unknown> = {};
  for (const [at, field] of key.entries()) {
    const target = shape.fields[field]?.target;
    const part = parts[at]!;
    if (!target || isUuid(part)) filter[field] = part;
    else {
      const ids = await idsByKey(world, person, target, part);
      if (!ids.length) return undefined;
      filter[field] = { $in: ids };
    }
  }
  return filter;
}
