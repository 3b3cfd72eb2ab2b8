import type { FieldType } from '../field-type.ts';
import { ordered } from '../field-type.ts';
import { parseDatetime } from '../parse-date.ts';
/** A moment. */
export const datetime: FieldType = {
  name: 'datetime', column: () => 'timestamptz', operators: [...ordered, '$during'], feel: 'date-time', sortable: true, parse: parseDatetime,
};
