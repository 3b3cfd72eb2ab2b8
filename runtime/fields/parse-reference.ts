import type { Field } from './field.ts';
import { wrongType, type Parsed } from './field-type.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id of a record, given as text or as `{ id }`; that it exists and may be used is checked by the operation. */
export function parseReference(raw: unknown): Parsed {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : raw;
  return typeof id === 'string' && uuid.test(id) ? { value: id.toLowerCase() } : { code: 'field.reference' };
}

const most = 200;

/** The ids of several records, each once, in the order given. */
export function parseReferences(raw: unknown, field: Field): Parsed {
  if (!Array.isArray(raw)) return wrongType;
  const max = field.references?.maxCount ?? most;
  const ids = new Set<unknown>();
  for (const item of raw.slice(0, most + 1)) {
    const parsed = parseReference(item);
    if (!('value' in parsed)) return parsed;
    ids.add(parsed.value);
  }
  if (ids.size > max) return { code: 'field.too-many', params: { max } };
  return { value: ids.size === 0 ? null : [...ids] };
}

/** The code of an administrative division: two digits a level down to the county, three below. */
export function parseAreaCode(raw: unknown): Parsed {
  const code = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : raw;
  return typeof code === 'string' && /^\d{6}(\d{3}(\d{3})?)?$/.test(code) ? { value: code } : wrongType;
}

/** Is this text an id? */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && uuid.test(text);
}
