import type { ClientField } from '../../../model/client-types.ts';
import { toScale } from '../../../fields/to-scale.ts';
import type { LineRule } from '../../widgets/field-view.ts';
import type { Evaluate, Values } from './feel.ts';

/** Whether a field is shown, must be filled and can be changed, given the values around it. */
export function ruleOf(field: ClientField, values: Values, fields: readonly ClientField[], evaluate: Evaluate): LineRule {
  const is = (rule: string | undefined, otherwise: boolean): boolean => {
    const result = rule === undefined ? undefined : evaluate(rule, values, fields);
    // A rule without an answer (an empty operand) is not fulfilled; one that cannot be read here leaves the field as it is.
    return result === undefined ? otherwise : result === true;
  };
  return {
    visible: is(field.visibleWhen, true),
    required: field.required === true || is(field.requiredWhen, false),
    readOnly: field.readOnly === true || is(field.readOnlyWhen, false),
  };
}

/** The computed fields whose value changes, worked out in turn until nothing moves. */
export function computedChanges(fields: readonly ClientField[], values: Values, evaluate: Evaluate): Values {
  const computed = fields.filter((field) => field.computed !== undefined);
  const changes: Values = {};
  for (let round = 0; round < computed.length; round += 1) {
    let moved = false;
    for (const field of computed) {
      const worked = evaluate(field.computed ?? '', { ...values, ...changes }, fields);
      const next = worked === undefined ? undefined : toScale(field, worked);
      const before = field.name in changes ? changes[field.name] : values[field.name];
      if (next === undefined || JSON.stringify(next ?? null) === JSON.stringify(before ?? null)) continue;
      changes[field.name] = next;
      moved = true;
    }
    if (!moved) break;
  }
  return changes;
}

/** The values a new record starts with. */
export function defaultsOf(fields: readonly ClientField[], scope: Values, evaluate: Evaluate): Values {
  const values: Values = {};
  for (const field of fields) {
    if (field.default !== undefined) {
      const value = evaluate(field.default, { ...scope, ...values }, fields);
      if (value !== undefined && value !== null) values[field.name] = isPointing(field) ? referenceOf(value) : toScale(field, value);
    } else if (field.type === 'boolean' && field.computed === undefined) values[field.name] = false;
    else if (field.type === 'lines') values[field.name] = Array.from({ length: Math.max(field.lines?.minCount ?? 0, field.required === true ? 1 : 0) }, () => defaultsOf(field.lines?.fields ?? [], scope, evaluate));
  }
  return values;
}

/**
 * Defaults that follow other fields (a batch number made of the expiry date): applied when what they give changes,
 * to fields that are empty or still hold what the default gave before. `known` remembers what each gave last.
 */
export function followingDefaults(fields: readonly ClientField[], scope: Values, known: Map<string, string>, evaluate: Evaluate, isNew: boolean): Values {
  const changes: Values = {};
  for (const field of fields) {
    if (field.default === undefined) continue;
    const given = evaluate(field.default, { ...scope, ...changes }, fields);
    const next: unknown = given === undefined || given === null ? null : isPointing(field) ? referenceOf(given) : toScale(field, given);
    const text = keyOfDefault(next);
    const before = known.get(field.name);
    if (before === text) continue;
    known.set(field.name, text);
    const value = scope[field.name] ?? null;
    const isOpen = value === null || value === '' || keyOfDefault(value) === before;
    if (isOpen && next !== null && (before !== undefined || isNew) && keyOfDefault(value) !== text) changes[field.name] = next;
  }
  return changes;
}

/** Defaults are compared to the minute: one that says `now()` would otherwise change all the time. */
function keyOfDefault(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'id' in value) return JSON.stringify(value.id);
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? 'instant' : JSON.stringify(value ?? null);
}

const isPointing = (field: ClientField): boolean => ['reference', 'org', 'user', 'area'].includes(field.type);

function referenceOf(value: unknown): unknown {
  if (typeof value === 'string') return { id: value, title: '' };
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  const name = 'title' in value ? value.title : 'name' in value ? value.name : '';
  return { id: value.id, title: typeof name === 'string' ? name : '' };
}
