import { entityOf, type Entity, type Field } from '../../../model/model.ts';
import { accessTo } from '../../access/access.ts';
import { asSystem, type Context } from '../../context.ts';
import { raw } from '../../db/builder.ts';
import { parseCondition, type Predicate } from '../../query/condition.ts';
import { predicateSql } from '../../query/predicate-sql.ts';
import { shapedStatement } from '../../query/shaped-statement.ts';

/** What a text in a reference cell led to. */
export type Found = { id: string } | 'none' | 'several';

/** Looks up references by the names people know them by: numbers and codes first, then titles. */
export interface ReferenceFinder {
  /** Looks up all texts of a field by one statement; what is known already is not asked again. */
  prepare: (field: Field, texts: readonly string[]) => Promise<void>;
  find: (field: Field, text: string) => Found;
}

/** Names of units, areas and people are no secret to whoever is signed in; everything else follows the reader's rights. */
const open = ['platform/area', 'platform/organization', 'platform/user'];
const mostKept = 20_000;

/** A finder under the rights of the context's person. */
export function referenceFinder(ctx: Context): ReferenceFinder {
  const known = new Map<string, Map<string, Found>>();
  const of = (field: Field): Map<string, Found> => {
    const { entity, filter } = (field.reference ?? field.references)!;
    const key = `${entity} ${JSON.stringify(filter ?? {})}`;
    let map = known.get(key);
    if (!map) known.set(key, (map = new Map()));
    return map;
  };
  return {
    find: (field, text) => of(field).get(text) ?? 'none',
    prepare: async (field, texts) => {
      const map = of(field);
      const asked = [...new Set(texts)].filter((text) => !map.has(text));
      if (asked.length === 0) return;
      if (map.size + asked.length > mostKept) map.clear();
      for (const [text, found] of await lookUp(ctx, field, [...new Set(texts)].filter((text) => !map.has(text)))) {
        // What is not there may be made by the very sheet that names it.
        if (found !== 'none') map.set(text, found);
      }
    },
  };
}

async function lookUp(ctx: Context, field: Field, texts: readonly string[]): Promise<Map<string, Found>> {
  const reference = (field.reference ?? field.references)!;
  const target = entityOf(ctx.model, reference.entity);
  const reader = open.includes(target.key) ? asSystem(ctx) : ctx;
  const names = telling(reader, target);
  const key = field.reference?.key ?? 'id';
  const found = new Map<string, Found>(texts.map((text) => [text, 'none']));
  if (names.length === 0) return found;
  const { rows } = await ctx.db.query<Record<string, string | null>>(shapedStatement(target, {
    key: `named ${key} ${names.join(',')}`, predicates: [ruleOf(reader, target, reference.filter)], values: [texts],
    build: ([list], [rule]) => raw(`select ??::text as key, ${names.map(() => '??::text as ??').join(', ')} from ??.?? as t where (${names.map(() => '?? = any(?)').join(' or ')}) and ? limit 20000`, [
      `t.${key}`, ...names.flatMap((name, i) => [`t.${target.byName.get(name)!.column}`, `n${i}`]), target.schema, target.table,
      ...names.flatMap((name) => [`t.${target.byName.get(name)!.column}`, list]), predicateSql(ctx.model, rule!, 't')]),
  }));
  // The first name by which a text is found decides: a code is no other record's title.
  for (let i = names.length - 1; i >= 0; i--) {
    const byName = new Map<string, Set<string>>();
    for (const row of rows) {
      const name = row[`n${i}`];
      if (name == null || !found.has(name)) continue;
      const ids = byName.get(name) ?? new Set();
      byName.set(name, ids.add(String(row['key'])));
    }
    for (const [name, ids] of byName) found.set(name, ids.size === 1 ? { id: [...ids][0]! } : 'several');
  }
  return found;
}

/** Fields by which people name a record of the entity, the surest first, as far as the reader sees them whole. */
function telling(reader: Context, target: Entity): string[] {
  const single = [...(target.keys.length === 1 ? target.keys : []), ...target.unique.filter((group) => group.length === 1).map(([name]) => name!), 'code', 'no', target.title];
  const access = accessTo(reader, target);
  return [...new Set(single)].filter((name) => {
    const field = target.byName.get(name);
    return field?.column !== undefined && ['text', 'sequence'].includes(field.type) && access.clear(name).kind === 'all';
  });
}

function ruleOf(ctx: Context, target: Entity, filter: Record<string, unknown> | undefined): Predicate {
  const parts = [accessTo(ctx, target).rows('read')];
  // A filter that names other fields of the record is held when the record is checked.
  if (filter && !JSON.stringify(filter).includes('"record"')) parts.push(parseCondition(ctx.model, target, filter, { clock: ctx.services.clock, user: { id: ctx.principal.user?.id, org: ctx.principal.user?.org?.id, area: ctx.principal.user?.org?.area } }));
  const limiting = parts.filter((part) => part.kind !== 'all');
  return limiting.length === 0 ? { kind: 'all' } : limiting.length === 1 ? limiting[0]! : { kind: 'and', parts: limiting };
}
