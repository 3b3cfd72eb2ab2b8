import type { Field } from './field.ts';
import { wrongType, type Parsed } from './field-type.ts';
import { parseReference } from './parse-reference.ts';

/** Ids of uploaded files, given as texts or as `{ id }`. */
export function parseFiles(raw: unknown, field: Field): Parsed {
  const items: unknown[] = Array.isArray(raw) ? raw : [raw];
  const max = field.maxCount ?? 5;
  if (items.length > max) return { code: 'field.too-many', params: { max } };
  const ids: unknown[] = [];
  for (const item of items) {
    const parsed = parseReference(item);
    if (!('value' in parsed)) return wrongType;
    ids.push(parsed.value);
  }
  return { value: ids.length === 0 ? null : [...new Set(ids)] };
}
