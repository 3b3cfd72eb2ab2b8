import type { FieldType } from '../field-type.ts';

/** Structured data for machines, at most 64 KB. */
export const json: FieldType = {
  name: 'json', column: () => 'jsonb', operators: ['$exists'], feel: 'any', sortable: false,
  parse: (raw) => JSON.stringify(raw).length > 65_536 ? { code: 'field.too-long', params: { max: 65_536 } } : { value: raw },
};
