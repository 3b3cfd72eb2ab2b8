import type { FieldType } from '../field-type.ts';
import { parseReferences } from '../parse-reference.ts';
/** Several records of another entity, stored as an array of ids with an inverted index. */
export const references: FieldType = { name: 'references', column: () => 'uuid[]', operators: ['$contains', '$in', '$exists'], feel: 'records', sortable: false, parse: parseReferences };
