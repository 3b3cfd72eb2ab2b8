import type { FieldType } from '../field-type.ts';
import { ordered } from '../field-type.ts';
import { parseTime } from '../parse-date.ts';
/** A time of day. */
export const time: FieldType = {
  name: 'time', column: () => 'time', operators: ordered, feel: 'time', sortable: true, parse: parseTime,
};
