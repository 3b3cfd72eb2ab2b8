import type { FieldType } from '../field-type.ts';
import { equality } from '../field-type.ts';
import { parseChoice } from '../parse-choice.ts';
/** One code of a dictionary. */
export const choice: FieldType = { name: 'choice', column: () => 'text', operators: equality, feel: 'string', sortable: true, parse: parseChoice };
