import type { FieldType } from '../field-type.ts';
import { ordered } from '../field-type.ts';
import { parseNumber } from '../parse-number.ts';
/** A number with a fixed count of decimals. */
export const decimal: FieldType = {
  name: 'decimal', column: (field) => `numeric(18,${field.scale ?? 2})`, operators: ordered, feel: 'number', sortable: true,
  parse: (raw, field) => parseNumber(raw, field, field.scale ?? 2),
};
