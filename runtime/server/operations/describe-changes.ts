import type { Entity } from '../../model/model.ts';
import type { Field } from '../../fields/index.ts';
import { mask } from './mask.ts';

type Changes = Record<string, [unknown, unknown]>;
const longest = 200;

/**
 * A change as auditors read it: `手机号：13904750001 → 13904750002`. Auditors see no business data:
 * outside the built-in app `platform`, values of sensitive fields are masked.
 */
export function describeChanges(entity: Entity, changes: Changes): string {
  return Object.entries(changes).flatMap(([key, [old, now]]) => {
    const field = entity.byName.get(key);
    if (!field) return [];
    // A reference says nothing to a reader by its id.
    if (field.reference?.key === 'id' || field.type === 'references') return old === null || old === undefined ? [] : [`${field.label.zh}已更改`];
    const [before, after] = [shown(entity, field, old), shown(entity, field, now)];
    return [old === null || old === undefined ? `${field.label.zh}：${after}` : `${field.label.zh}：${before} → ${after}`];
  }).join('；');
}

/** What people call a record: its title and keys, as far as they are plain texts; `陈立（chenli）`. */
export function recordName(entity: Entity, record: Record<string, unknown>): string {
  const [title, ...keys] = [...new Set([entity.title, ...entity.keys])].flatMap((name) => {
    const field = entity.byName.get(name);
    const value = record[name];
    return field && !field.reference && typeof value === 'string' && value !== '' ? [shown(entity, field, value)] : [];
  });
  return title === undefined ? '' : keys.length > 0 ? `${title}（${keys.join('，')}）` : title;
}

function shown(entity: Entity, field: Field, value: unknown): string {
  if (value === null || value === undefined || value === '') return '空';
  if (field.lines) return `${Number(value)} 行`;
  if (field.sensitivity && field.sensitivity.level !== 'internal' && entity.app !== 'platform') return mask(value, field) ?? '空';
  if (['file', 'image'].includes(field.type)) return `${Array.isArray(value) ? value.length : 1} 个文件`;
  const codes = Array.isArray(value) ? value : [value];
  const text = field.options ? codes.map((code) => field.options?.find((option) => option.value === code)?.label.zh ?? String(code)).join('、') : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
