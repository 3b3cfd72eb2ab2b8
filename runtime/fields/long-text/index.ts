import type { FieldType } from '../field-type.ts';
import { equality } from '../field-type.ts';
import { parseText } from '../parse-text.ts';
/** Several lines of text. */
export const longText: FieldType = {
  name: 'long-text', column: () => 'text', operators: [...equality, '$contains'], feel: 'string', sortable: false,
  parse: (raw, field) => parseText(raw, field, 4000),
};
