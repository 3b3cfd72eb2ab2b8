import { entityOf, type Entity } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { raw, toNative } from '../db/builder.ts';

/** Finds records by the key that people write: the entity's key fields joined by `|`, references by their own keys. */
export interface KeyIndex { idOf: (entity: Entity, key: string) => Promise<string | undefined>; keyOf: (entity: Entity, values: Record<string, unknown>) => Promise<string>; add: (entity: Entity, id: string, values: Record<string, unknown>) => Promise<void> }

interface Loaded { ids: Map<string, string>; keys: Map<string, string> }

/** An index that reads each entity once, when it is first asked. */
export function createKeyIndex(ctx: Context): KeyIndex {
  const loaded = new Map<string, Promise<Loaded>>();
  const load = (entity: Entity): Promise<Loaded> => {
    let found = loaded.get(entity.key);
    if (!found) loaded.set(entity.key, (found = read(entity)));
    return found;
  };
  const keyOf = async (entity: Entity, values: Record<string, unknown>): Promise<string> => {
    const parts: string[] = [];
    for (const name of keyFields(entity)) {
      const field = entity.byName.get(name)!;
      const value = values[name];
      if (field.reference && field.reference.key === 'id' && value != null) parts.push((await load(entityOf(ctx.model, field.reference.entity))).keys.get(String(value)) ?? String(value));
      else parts.push(value == null ? '' : String(value));
    }
    return parts.join('|');
  };
  const read = async (entity: Entity): Promise<Loaded> => {
    const names = keyFields(entity);
    const columns = names.map((n) => entity.byName.get(n)!.column!);
    const statement = toNative(raw(`select id${columns.map(() => ', ??').join('')} from ??.??`, [...columns, entity.schema, entity.table]) as never);
    const result: Loaded = { ids: new Map(), keys: new Map() };
    for (const row of (await ctx.db.query<Record<string, unknown>>(statement.text, statement.values)).rows) {
      const key = await keyOf(entity, Object.fromEntries(names.map((n, i) => [n, row[columns[i]!]])));
      result.ids.set(key, String(row['id']));
      result.keys.set(String(row['id']), key);
    }
    return result;
  };
  return {
    keyOf,
    idOf: async (entity, key) => (await load(entity)).ids.get(key),
    add: async (entity, id, values) => {
      const index = await load(entity);
      const key = await keyOf(entity, values);
      index.ids.set(key, id);
      index.keys.set(id, key);
    },
  };
}

/** Fields that identify a record to people. */
export function keyFields(entity: Entity): string[] {
  if (entity.keys.length > 0) return entity.keys;
  if (entity.lineOf) return [];
  return entity.title === 'id' ? [] : [entity.title];
}
