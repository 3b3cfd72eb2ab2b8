import type { FieldType } from '../field-type.ts';
import { ordered } from '../field-type.ts';

/** A number given by the system when the record is made. */
export const sequence: FieldType = { name: 'sequence', column: () => 'text', operators: [...ordered, '$contains'], feel: 'string', sortable: true, parse: () => ({ code: 'field.read-only' }) };
