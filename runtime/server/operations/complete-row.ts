import { toScale, type Field } from '../../fields/index.ts';
import { entityOf, type Entity } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { raw } from '../db/builder.ts';
import { shapedStatement } from '../query/shaped-statement.ts';
import { evaluate, fieldScope, recordValue, storedValue } from './evaluate.ts';
import { loadTogether } from './load-together.ts';

type Values = Record<string, unknown>;

/** Fills in what a new record has without being told: initial state and defaults, in the order of the fields. */
export async function applyDefaults(ctx: Context, entity: Entity, values: Values, given: ReadonlySet<string>, parent?: { entity: Entity; values: Values }): Promise<void> {
  if (entity.states && values[entity.states.field] === undefined) values[entity.states.field] = entity.states.initial;
  for (const field of entity.fields) {
    if (!field.default || given.has(field.name)) continue;
    const value = await evaluate(ctx, field.default, scopeOf(ctx, entity, values, parent));
    values[field.name] = toScale(field, storedValue(entity, field.name, value));
  }
  for (const field of entity.fields) {
    if (!field.lines || !Array.isArray(values[field.name])) continue;
    const line = entityOf(ctx.model, field.lines.entity);
    await Promise.all((values[field.name] as Values[]).filter((row) => row['id'] === undefined).map((row) => applyDefaults(ctx, line, row, new Set(Object.keys(row)), { entity, values })));
  }
}

/** Works out computed fields, of the lines first, since sums look at them; stored lines that are not written again keep their values. */
export async function applyComputed(ctx: Context, entity: Entity, values: Values, { parent, lines }: { parent?: { entity: Entity; values: Values }; lines?: ReadonlySet<string> } = {}): Promise<void> {
  for (const field of entity.fields) {
    if (!field.lines || !Array.isArray(values[field.name]) || lines?.has(field.name) === false) continue;
    const line = entityOf(ctx.model, field.lines.entity);
    if (line.computedOrder.length === 0) continue;
    await Promise.all((values[field.name] as Values[]).map((row) => applyComputed(ctx, line, row, { parent: { entity, values } })));
  }
  for (const name of entity.computedOrder) {
    const field = entity.byName.get(name)!;
    const value = field.lookup ? await lookUp(ctx, entity, field, scopeOf(ctx, entity, values, parent)) : await evaluate(ctx, field.computed!, scopeOf(ctx, entity, values, parent));
    values[name] = toScale(field, storedValue(entity, name, value));
  }
}

/** The one record whose fields equal the values that the field's lookup gives; nothing when a value is missing. */
async function lookUp(ctx: Context, entity: Entity, field: Field, scope: Values): Promise<string | null> {
  const target = entityOf(ctx.model, field.reference!.entity);
  const columns: string[] = [];
  const wanted: unknown[] = [];
  for (const [name, expression] of Object.entries(field.lookup!)) {
    const value = storedValue(target, name, await evaluate(ctx, expression, scope));
    if (value === null || value === undefined) return null;
    columns.push(target.byName.get(name)!.column!);
    wanted.push(value);
  }
  const { rows } = await ctx.db.query<{ id: string }>(shapedStatement(entity, {
    key: `lookup ${field.name}`, values: wanted,
    build: (slots) => raw(`select t.id from ??.?? as t where ${columns.map(() => '?? = ?').join(' and ')} limit 2`, [target.schema, target.table, ...columns.flatMap((column, i) => [`t.${column}`, slots[i]])]),
  }));
  return rows.length === 1 ? rows[0]!.id : null;
}

/** Names of a record's rules; in a line also the record it belongs to. */
export function scopeOf(ctx: Context, entity: Entity, values: Values, parent?: { entity: Entity; values: Values }): Values {
  const scope = fieldScope(ctx, entity, values);
  if (parent && entity.lineOf) scope[entity.lineOf.as] = recordValue(parent.entity, parent.values);
  return scope;
}

/** Who a record belongs to: copied from what its owner field refers to. */
export async function ownerOf(ctx: Context, entity: Entity, values: Values, id: string): Promise<{ org: string | null; area: string | null }> {
  if (entity.key === 'platform/organization') return { org: id, area: (values['area'] as string | null) ?? null };
  // The first owner that is known; a record without a unit may still lie in an area.
  const name = entity.owner.find((owner) => values[owner] != null) ?? entity.owner[0];
  const field = name === undefined ? undefined : entity.byName.get(name);
  if (!field) return { org: ctx.principal.user?.org?.id ?? null, area: ctx.principal.user?.org?.area ?? null };
  const value = values[field.name];
  if (value == null) return { org: null, area: null };
  if (field.type === 'area') return { org: null, area: String(value) };
  const target = entityOf(ctx.model, field.reference!.entity);
  const row = await loadTogether(ctx, target, field.reference!.key, value);
  return { org: row?.ownerOrg ?? null, area: row?.areaCode ?? null };
}
