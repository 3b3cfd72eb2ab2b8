import type { FieldType } from '../field-type.ts';
import { parseLocation } from '../parse-location.ts';
/** A place: longitude and latitude (WGS 84) with an address in words. */
export const location: FieldType = { name: 'location', column: () => 'jsonb', operators: ['$within', '$exists'], feel: 'location', sortable: false, parse: parseLocation };
