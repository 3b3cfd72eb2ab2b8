import * as area from '../../fields/area/view.tsx';
import * as boolean from '../../fields/boolean/view.tsx';
import * as choice from '../../fields/choice/view.tsx';
import * as date from '../../fields/date/view.tsx';
import * as datetime from '../../fields/datetime/view.tsx';
import * as decimal from '../../fields/decimal/view.tsx';
import * as file from '../../fields/file/view.tsx';
import * as image from '../../fields/image/view.tsx';
import * as integer from '../../fields/integer/view.tsx';
import * as json from '../../fields/json/view.tsx';
import * as lines from '../../fields/lines/view.tsx';
import * as location from '../../fields/location/view.tsx';
import * as longText from '../../fields/long-text/view.tsx';
import * as money from '../../fields/money/view.tsx';
import * as multiChoice from '../../fields/multi-choice/view.tsx';
import * as org from '../../fields/org/view.tsx';
import * as reference from '../../fields/reference/view.tsx';
import * as references from '../../fields/references/view.tsx';
import * as sequence from '../../fields/sequence/view.tsx';
import * as text from '../../fields/text/view.tsx';
import * as time from '../../fields/time/view.tsx';
import * as user from '../../fields/user/view.tsx';
import type { FieldView } from './field-view.ts';

/** How each field type is shown and entered; a new type adds one line. */
const fieldViews: Record<string, FieldView> = {
  text, 'long-text': longText, integer, decimal, money, boolean, date, datetime, time, choice, 'multi-choice': multiChoice,
  reference, org, user, area, file, image, lines, json, sequence, location, references,
};

/** Adds the view of a plugin's field type. */
export function addFieldView(type: string, view: FieldView): void {
  if (fieldViews[type] !== undefined) throw new Error(`the view of the field type "${type}" is there already`);
  fieldViews[type] = view;
}

/** The view of a type; one this client does not know is shown as text. */
export function fieldView(type: string): FieldView {
  return fieldViews[type] ?? text;
}
