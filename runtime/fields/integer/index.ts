import type { FieldType } from '../field-type.ts';
import { ordered } from '../field-type.ts';
import { parseNumber } from '../parse-number.ts';
/** A whole number. */
export const integer: FieldType = {
  name: 'integer', column: () => 'bigint', operators: ordered, feel: 'number', sortable: true,
  parse: (raw, field) => parseNumber(raw, field, 0),
};
