import type { FieldType } from '../field-type.ts';
import { equality } from '../field-type.ts';
import { parseReference } from '../parse-reference.ts';
/** An organisation unit. */
export const org: FieldType = { name: 'org', column: () => 'uuid', operators: [...equality, '$below'], feel: 'record', sortable: true, parse: parseReference };
