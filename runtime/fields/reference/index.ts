import type { FieldType } from '../field-type.ts';
import { equality } from '../field-type.ts';
import { parseReference } from '../parse-reference.ts';
/** One record of another entity. */
export const reference: FieldType = { name: 'reference', column: () => 'uuid', operators: [...equality, '$below'], feel: 'record', sortable: true, parse: parseReference };
