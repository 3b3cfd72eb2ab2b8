import { wrongType, type Parsed } from './field-type.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id of a record, given as text or as `{ id }`; that it exists and may be used is checked by the operation. */
export function parseReference(raw: unknown): Parsed {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : raw;
  return typeof id === 'string' && uuid.test(id) ? { value: id.toLowerCase() } : { code: 'field.reference' };
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
