import type { FieldType } from '../field-type.ts';
import { parseFiles } from '../parse-files.ts';
/** Uploaded pictures. */
export const image: FieldType = { name: 'image', column: () => 'uuid[]', operators: ['$exists'], feel: 'any', sortable: false, parse: parseFiles };
