import type { FieldType } from '../field-type.ts';
import { wrongType } from '../field-type.ts';

/** Rows of a line entity that belong to the record; stored in that entity's own table. */
export const lines: FieldType = {
  name: 'lines', column: () => null, operators: [], feel: 'records', sortable: false,
  parse: (raw, field) => {
    if (!Array.isArray(raw) || raw.some((row) => typeof row !== 'object' || row === null || Array.isArray(row))) return wrongType;
    const max = field.lines?.maxCount ?? 500;
    return raw.length > max ? { code: 'field.too-many', params: { max } } : { value: raw };
  },
};
