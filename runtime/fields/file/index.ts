import type { FieldType } from '../field-type.ts';
import { parseFiles } from '../parse-files.ts';
/** Uploaded files. */
export const file: FieldType = { name: 'file', column: () => 'uuid[]', operators: ['$exists'], feel: 'any', sortable: false, parse: parseFiles };
