import { fieldTypeOf, isPeriod, parseBounds } from '../../fields/index.ts';
import type { Entity, Field } from '../model.ts';
import { suggest } from '../suggest.ts';
import { systemFields, type Linker, type Place } from './linker.ts';

/** User attributes that a condition's value may name. */
export const userAttributes = ['id', 'org', 'area'] as const;
const logical = ['$and', '$or', '$not'];
const operators = ['$eq', '$ne', '$lt', '$lte', '$gt', '$gte', '$in', '$nin', '$contains', '$below', '$within', '$during', '$exists'];

/** Checks names, operators and special values of a JSON condition against an entity. */
export function checkCondition(condition: unknown, entity: Entity | undefined, place: Place, pointer: string, linker: Linker, names: { record?: Map<string, Field> } = {}): void {
  if (!entity) return;
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) {
    linker.report(place, pointer, 'condition.form', 'a condition is an object');
    return;
  }
  for (const [key, value] of Object.entries(condition)) {
    const at = `${pointer}/${key}`;
    if (key === '$and' || key === '$or') {
      if (!Array.isArray(value) || value.length === 0) linker.report(place, at, 'condition.form', `${key} needs a list of conditions`);
      else value.forEach((part, i) => checkCondition(part, entity, place, `${at}/${i}`, linker, names));
    } else if (key === '$not') checkCondition(value, entity, place, at, linker, names);
    else if (key.startsWith('$')) linker.report(place, at, 'condition.unknown-operator', `unknown operator "${key}"`, suggest(key, [...logical, ...operators]));
    else {
      const field = resolvePath(key, entity, place, at, linker);
      checkValue(value, field, place, at, linker, names);
    }
  }
}

function checkValue(value: unknown, field: Field | undefined, place: Place, at: string, linker: Linker, names: { record?: Map<string, Field> }): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) { linker.report(place, at, 'condition.form', 'a list needs $in', 'write { "$in": [ … ] }'); return; }
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === 'user') {
    const name = String((value as { user: unknown }).user);
    if (!(userAttributes as readonly string[]).includes(name)) linker.report(place, at, 'condition.unknown-attribute', `unknown attribute of the user "${name}"`, suggest(name, userAttributes) ?? `one of ${userAttributes.join(', ')}`);
    return;
  }
  if (keys.length === 1 && keys[0] === 'today') return;
  if (keys.length === 1 && keys[0] === 'now') {
    const moved = (value as { now: unknown }).now;
    if (typeof moved !== 'string' || !/^[+-]\d{1,6}[mhd]$/.test(moved)) linker.report(place, at, 'condition.form', 'no moment', 'such as { "now": "-10m" }');
    return;
  }
  if (keys.length === 1 && keys[0] === 'record') {
    const name = String((value as { record: unknown }).record);
    if (!names.record?.has(name)) linker.report(place, at, 'condition.unknown-attribute', `unknown field of the form "${name}"`, suggest(name, names.record?.keys() ?? []));
    return;
  }
  for (const [operator, operand] of Object.entries(value)) {
    if (!operators.includes(operator)) linker.report(place, `${at}/${operator}`, 'condition.unknown-operator', `unknown operator "${operator}"`, suggest(operator, operators));
    else if (field && !(fieldTypeOf(field).operators as readonly string[]).includes(operator)) linker.report(place, `${at}/${operator}`, 'condition.operator', `${operator} cannot be used on a field of type ${field.type}`);
    else if (operator === '$within') { if (!parseBounds(operand)) linker.report(place, `${at}/$within`, 'condition.form', '$within needs { "west", "east", "south", "north" }'); }
    else if (operator === '$during') { if (!isPeriod(operand)) linker.report(place, `${at}/$during`, 'condition.form', `"${String(operand)}" is no period`, 'today, this-week, last-month, this-year, last-30-days, next-7-days …'); }
    else if (!Array.isArray(operand)) checkValue(operand, undefined, place, `${at}/${operator}`, linker, names);
  }
}

/** The field at the end of a path over references; a problem when a part is unknown. */
export function resolvePath(path: string, entity: Entity, place: Place, pointer: string, linker: Linker): Field | undefined {
  const parts = path.split('.');
  let current = entity;
  for (const [i, part] of parts.entries()) {
    const field = current.byName.get(part);
    if (linker.isVague(current, part)) return undefined;
    if (!field && current.inverse?.name === part && i < parts.length - 1) {
      current = linker.entities.get(current.inverse.entity) ?? current;
      continue;
    }
    if (!field) {
      if (i === parts.length - 1 && (systemFields as readonly string[]).includes(part)) return undefined;
      linker.report(place, pointer, 'definition.unknown-field', `unknown field "${part}"${parts.length > 1 ? ` of ${current.name}` : ''}`, suggest(part, current.byName.keys()));
      return undefined;
    }
    if (i === parts.length - 1) return field;
    const next = field.reference && linker.entities.get(field.reference.entity);
    if (!next) {
      linker.report(place, pointer, 'definition.unknown-field', `"${part}" is no reference, so "${path}" leads nowhere`);
      return undefined;
    }
    current = next;
  }
  return undefined;
}
