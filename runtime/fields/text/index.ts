import type { FieldType } from '../field-type.ts';
import { ordered } from '../field-type.ts';
import { parseText } from '../parse-text.ts';
/** One line of text. */
export const text: FieldType = {
  name: 'text', column: () => 'text', operators: [...ordered, '$contains'], feel: 'string', sortable: true,
  parse: (raw, field) => parseText(raw, field, 200),
};
