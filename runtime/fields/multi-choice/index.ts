import type { FieldType } from '../field-type.ts';
import { parseChoices } from '../parse-choice.ts';
/** Several codes of a dictionary. */
export const multiChoice: FieldType = { name: 'multi-choice', column: () => 'text[]', operators: ['$contains', '$exists'], feel: 'strings', sortable: false, parse: parseChoices };
