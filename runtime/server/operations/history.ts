import { entityOf, type Entity, type Field, type Option } from '../../model/model.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { raw, toNative } from '../db/builder.ts';
import { get } from './get.ts';
import { mask } from './mask.ts';

interface Stored { id: string; at: Date; by: string | null; by_name: string | null; operation: string; via: string | null; version: number; changes: Record<string, [unknown, unknown]> }

/** Every change of a record that the person may see, newest first; hidden fields are left out, masked ones masked. */
export async function historyOf(ctx: Context, entity: Entity, id: string): Promise<Record<string, unknown>[]> {
  await get(ctx, entity, id);
  const user = entityOf(ctx.model, 'platform/user');
  const statement = toNative(raw('select h.*, u.name as by_name from tamga.history h left join ??.?? u on u.id = h.by where h.record_id = ? and h.entity = ? order by h.version desc, h.id desc limit 500', [user.schema, user.table, id, entity.key]) as never);
  const { rows } = await ctx.db.query<Stored>(statement.text, statement.values);
  const access = accessTo(ctx, entity);
  const titles = await titlesIn(ctx, entity, rows);
  const text = (label: { zh: string; en: string }) => ctx.locale === 'en' ? label.en : label.zh;
  return rows.map((row) => ({
    id: row.id, at: row.at.toISOString(), by: row.by ? { id: row.by, title: row.by_name ?? '' } : null, operation: row.operation, version: row.version,
    via: row.via === null ? null : viaLabel(ctx, entity, row.via),
    changes: Object.entries(row.changes).flatMap(([noted, [before, after]]) => {
      const field = fieldNoted(entity, noted);
      const name = field?.name ?? noted;
      if (!field || access.visible(name).kind === 'none') return [];
      const show = (value: unknown) => access.clear(name).kind !== 'all' ? mask(value, field) : field.reference && value != null ? { id: value, title: titles.get(String(value)) ?? '' } : value;
      const options = namedOptions(field, [before, after]).map(({ value, label }) => ({ value, label: text(label) }));
      return [{ field: name, label: text(field.label), before: show(before), after: show(after), ...(options.length > 0 ? { options } : {}) }];
    }),
  }));
}

/** The field that a change was noted under, which may have another name since. */
function fieldNoted(entity: Entity, name: string): Field | undefined {
  return entity.byName.get(name) ?? entity.fields.find((field) => field.was.includes(name));
}

/** The choices that a change speaks of, so that readers see their texts instead of codes. */
function namedOptions(field: Field, values: unknown[]): Option[] {
  const codes = new Set(values.flat());
  return (field.options ?? []).filter(({ value }) => codes.has(value));
}

function viaLabel(ctx: Context, entity: Entity, via: string): string {
  const action = ctx.model.actions.get(entity.key)?.get(via);
  if (action) return ctx.locale === 'en' ? action.label.en : action.label.zh;
  return ctx.model.processes.get(via)?.process.name ?? via;
}

/** Titles of all records named in the changes, one statement per entity. */
async function titlesIn(ctx: Context, entity: Entity, rows: Stored[]): Promise<Map<string, string>> {
  const wanted = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const [name, pair] of Object.entries(row.changes)) {
      const reference = fieldNoted(entity, name)?.reference;
      if (!reference) continue;
      const ids = wanted.get(reference.entity) ?? new Set();
      for (const value of pair) if (typeof value === 'string') ids.add(value);
      wanted.set(reference.entity, ids);
    }
  }
  const titles = new Map<string, string>();
  for (const [key, ids] of wanted) {
    const target = entityOf(ctx.model, key);
    const title = target.byName.get(target.title);
    const keyColumn = key === 'platform/area' ? 'code' : 'id';
    const statement = toNative(raw('select ??::text as id, ??::text as title from ??.?? where ?? = any(?)', [keyColumn, title?.column ?? 'id', target.schema, target.table, keyColumn, raw('?', [[...ids]])]) as never);
    for (const row of (await ctx.db.query<{ id: string; title: string }>(statement.text, statement.values)).rows) titles.set(row.id, row.title);
  }
  return titles;
}
