import type { FieldType } from '../field-type.ts';
import { equality } from '../field-type.ts';
import { parseReference } from '../parse-reference.ts';
/** A person who can sign in. */
export const user: FieldType = { name: 'user', column: () => 'uuid', operators: [...equality], feel: 'record', sortable: true, parse: parseReference };
