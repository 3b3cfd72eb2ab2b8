import { namedList } from '../registry.ts';
import type { FieldType } from './field-type.ts';
import { text } from './text/index.ts';
import { longText } from './long-text/index.ts';
import { integer } from './integer/index.ts';
import { decimal } from './decimal/index.ts';
import { money } from './money/index.ts';
import { boolean } from './boolean/index.ts';
import { date } from './date/index.ts';
import { datetime } from './datetime/index.ts';
import { time } from './time/index.ts';
import { choice } from './choice/index.ts';
import { multiChoice } from './multi-choice/index.ts';
import { reference } from './reference/index.ts';
import { lines } from './lines/index.ts';
import { file } from './file/index.ts';
import { image } from './image/index.ts';
import { area } from './area/index.ts';
import { org } from './org/index.ts';
import { user } from './user/index.ts';
import { json } from './json/index.ts';
import { location } from './location/index.ts';
import { references } from './references/index.ts';
import { sequence } from './sequence/index.ts';

export type { FieldType, Operator, Parsed } from './field-type.ts';
export { equality, ordered } from './field-type.ts';
export type { Field, Text, Condition, Option, Sensitivity } from './field.ts';
export { isId } from './parse-reference.ts';
export { isPeriod } from './period.ts';
export { parseBounds, type Location } from './parse-location.ts';
export { toScale } from './to-scale.ts';
export { roundHalfUp } from './parse-number.ts';

const types = namedList<FieldType>('field type', [text, longText, integer, decimal, money, boolean, date, datetime, time, choice, multiChoice, reference, lines, file, image, area, org, user, json, sequence, location, references]);

/** All field types: the built-in ones and those of plugins. */
export const fieldTypes = types.all;
/** Adds the field type of a plugin. */
export const addFieldType = types.add;

/** The type of a linked field. */
export function fieldTypeOf(field: { type: string }): FieldType {
  const type = types.get(field.type);
  if (!type) throw new Error(`Unknown field type ${field.type}.`);
  return type;
}
