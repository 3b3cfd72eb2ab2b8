import type { FieldType } from '../field-type.ts';
import { ordered } from '../field-type.ts';
import { parseDate } from '../parse-date.ts';
/** A calendar day. */
export const date: FieldType = {
  name: 'date', column: () => 'date', operators: [...ordered, '$during'], feel: 'date', sortable: true, parse: parseDate,
};
