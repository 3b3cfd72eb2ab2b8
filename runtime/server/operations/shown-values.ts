import { entityOf, type Entity, type Field, type Option } from '../../model/model.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { raw, toNative } from '../db/builder.ts';
import { mask } from './mask.ts';
import { filesOf } from './record-files.ts';

/** Shows stored values as a reader sees them: nothing of hidden fields, masked ones masked, records by their titles. */
export interface Shown {
  isVisible: (field: Field) => boolean;
  value: (field: Field, value: unknown) => unknown;
  /** The choices that some values speak of, so that readers see their texts instead of codes. */
  options: (field: Field, values: readonly unknown[]) => { value: string; label: string }[];
}

/** Prepares showing values of an entity's fields; `named` are all values whose titles will be needed. */
export async function shownValues(ctx: Context, entity: Entity, named: readonly [Field, unknown][]): Promise<Shown> {
  const access = accessTo(ctx, entity);
  const titles = await titlesOf(ctx, named);
  const files = await filesOf(ctx, named.flatMap(([field, value]) => isFiles(field) && Array.isArray(value) ? value as string[] : []));
  const title = (value: unknown): unknown => Array.isArray(value) ? value.map(title) : { id: value, title: titles.get(String(value)) ?? '' };
  return {
    // A right that depends on the record as it is now says nothing about what it was.
    isVisible: (field) => access.visible(field.name).kind === 'all',
    value: (field, value) => {
      if (value === null || value === undefined) return null;
      if (access.clear(field.name).kind !== 'all') return mask(value, field);
      if (field.reference || field.references) return title(value);
      if (isFiles(field) && Array.isArray(value)) return value.map((id) => files.get(String(id)) ?? { id, name: '', size: 0, type: '' });
      return value;
    },
    options: (field, values) => {
      const codes = new Set(values.flat());
      return (field.options ?? []).filter((option: Option) => codes.has(option.value)).map(({ value, label }) => ({ value, label: ctx.locale === 'en' ? label.en : label.zh }));
    },
  };
}

const isFiles = (field: Field): boolean => field.type === 'file' || field.type === 'image';

/** Titles of all records that some values name, one statement per entity. */
async function titlesOf(ctx: Context, named: readonly [Field, unknown][]): Promise<Map<string, string>> {
  const wanted = new Map<string, Set<string>>();
  for (const [field, value] of named) {
    const target = (field.reference ?? field.references)?.entity;
    if (!target) continue;
    const ids = wanted.get(target) ?? new Set();
    for (const id of [value].flat()) if (typeof id === 'string') ids.add(id);
    wanted.set(target, ids);
  }
  const titles = new Map<string, string>();
  for (const [key, ids] of wanted) {
    if (ids.size === 0) continue;
    const target = entityOf(ctx.model, key);
    const keyColumn = key === 'platform/area' ? 'code' : 'id';
    const access = accessTo(ctx, target);
    const masked = access.can('read') && access.clear(target.title).kind !== 'all' ? target.byName.get(target.title) : undefined;
    const statement = toNative(raw('select ??::text as id, ??::text as title from ??.?? where ?? = any(?)', [keyColumn, target.byName.get(target.title)?.column ?? 'id', target.schema, target.table, keyColumn, raw('?', [[...ids]])]) as never);
    for (const row of (await ctx.db.query<{ id: string; title: string | null }>(statement.text, statement.values)).rows) titles.set(row.id, (masked ? mask(row.title, masked) : row.title) ?? '');
  }
  return titles;
}
