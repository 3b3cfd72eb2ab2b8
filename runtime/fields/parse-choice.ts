import type { Field } from './field.ts';
import { wrongType, type Parsed } from './field-type.ts';

/** One code that the field offers. */
export function parseChoice(raw: unknown, field: Field): Parsed {
  if (typeof raw !== 'string') return wrongType;
  if (field.dictionary?.maintained) return raw.length <= 100 && !raw.includes('\u0000') ? { value: raw } : wrongType;
  return field.options?.some((o) => o.value === raw) ? { value: raw } : { code: 'field.choice', params: { value: raw.slice(0, 60) } };
}

/** Several codes, each once. */
export function parseChoices(raw: unknown, field: Field): Parsed {
  if (!Array.isArray(raw) || raw.length > 200) return wrongType;
  for (const item of raw) {
    const parsed = parseChoice(item, field);
    if (!('value' in parsed)) return parsed;
  }
  const values = [...new Set(raw)];
  if (field.maxCount !== undefined && values.length > field.maxCount) return { code: 'field.too-many', params: { max: field.maxCount } };
  return { value: values.length === 0 ? null : values };
}
