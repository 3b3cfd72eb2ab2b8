import type { FieldType } from '../field-type.ts';
import { equality } from '../field-type.ts';
import { parseAreaCode } from '../parse-reference.ts';
/** An administrative division, stored by its code. */
export const area: FieldType = { name: 'area', column: () => 'text', operators: [...equality, '$below'], feel: 'record', sortable: true, parse: parseAreaCode };
