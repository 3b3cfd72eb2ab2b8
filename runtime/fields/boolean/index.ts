import type { FieldType } from '../field-type.ts';
import { equality, wrongType } from '../field-type.ts';

/** Yes or no. */
export const boolean: FieldType = {
  name: 'boolean', column: () => 'boolean', operators: equality, feel: 'boolean', sortable: true,
  parse: (raw) => typeof raw === 'boolean' ? { value: raw } : raw === 'true' ? { value: true } : raw === 'false' ? { value: false } : wrongType,
};
