import type { FieldType } from '../field-type.ts';
import { ordered } from '../field-type.ts';
import { parseNumber } from '../parse-number.ts';
/** An amount in yuan. */
export const money: FieldType = {
  name: 'money', column: () => 'numeric(18,2)', operators: ordered, feel: 'number', sortable: true,
  parse: (raw, field) => parseNumber(raw, field, 2),
};
