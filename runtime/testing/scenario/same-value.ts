import { dayOf } from './moments.ts';
import { idsByKey } from './natural-key.ts';
import { isObject, isUuid } from './records-api.ts';
import { resolveValue } from './resolve-values.ts';
import type { EntityShape, FieldShape, ScenarioWorld } from './world.ts';

/** Whether a row of an answer has the values expected; only the fields named are compared. */
export async function hasValues(world: ScenarioWorld, row: unknown, expected: Record<string, unknown>, shape?: EntityShape, texts: 'equal' | 'contained' = 'equal'): Promise<boolean> {
  if (!isObject(row)) return false;
  for (const [path, value] of Object.entries(expected)) {
    if (!await isSame(world, valueAt(row, path), value, fieldShapeAt(world, shape, path), texts)) return false;
  }
  return true;
}

/** The value of a row at a path; dotted paths may come as one key. */
export function valueAt(row: Record<string, unknown>, path: string): unknown {
  if (path in row) return row[path];
  return path.split('.').reduce<unknown>((value, key) => (isObject(value) || Array.isArray(value) ? (value as Record<string, unknown>)[key] : undefined), row);
}

async function isSame(world: ScenarioWorld, actual: unknown, expected: unknown, field: FieldShape | undefined, texts: 'equal' | 'contained'): Promise<boolean> {
  if (isObject(expected)) {
    if (typeof expected.contains === 'string') return textOf(actual).includes(expected.contains);
    if (typeof expected.exists === 'boolean') return (actual !== null && actual !== undefined && !(Array.isArray(actual) && actual.length === 0)) === expected.exists;
    if (typeof expected.count === 'number') return Array.isArray(actual) && actual.length === expected.count;
    const special = 'find' in expected || 'today' in expected || 'now' in expected;
    if (!special) return hasValues(world, actual, expected, field?.lines && world.shapeOf(field.lines), texts);
    return isSame(world, actual, await resolveValue(world, world.system, expected, field), field, texts);
  }
  if (Array.isArray(expected)) return isSameList(world, actual, expected, field, texts);
  if (typeof expected === 'string' && expected.startsWith('$')) return isSame(world, actual, await resolveValue(world, world.system, expected, field), field, texts);
  if (expected === null) return actual === null || actual === undefined;
  if (typeof expected === 'string' && isObject(actual)) return isNamed(world, actual, expected, field);
  if (typeof expected === 'string' && typeof actual === 'string') return isSameText(world, actual, expected, texts);
  if (typeof expected === 'number' && typeof actual === 'string') return actual !== '' && Number(actual) === expected;
  return actual === expected;
}

async function isSameList(world: ScenarioWorld, actual: unknown, expected: unknown[], field: FieldShape | undefined, texts: 'equal' | 'contained'): Promise<boolean> {
  if (!Array.isArray(actual) || actual.length !== expected.length) return false;
  const ordered = expected.every(isObject) && field?.lines !== undefined;
  const left = [...actual];
  for (const [at, item] of expected.entries()) {
    const candidates = ordered ? [at] : left.keys();
    let found = -1;
    for (const candidate of candidates) if (left[candidate] !== undefined && await isSame(world, left[candidate], item, field, texts)) { found = candidate; break; }
    if (found < 0) return false;
    left[found] = undefined;
  }
  return true;
}

/** A reference is named by its id, its title or a natural key of the record behind it. */
async function isNamed(world: ScenarioWorld, actual: Record<string, unknown>, expected: string, field: FieldShape | undefined): Promise<boolean> {
  if ([actual.id, actual.title, actual.name, actual.value, actual.label].includes(expected)) return true;
  if (!field?.target || isUuid(expected)) return false;
  return (await idsByKey(world, world.system, field.target, expected)).includes(String(actual.id));
}

function isSameText(world: ScenarioWorld, actual: string, expected: string, texts: 'equal' | 'contained'): boolean {
  if (actual === expected || (texts === 'contained' && actual.includes(expected))) return true;
  if (!/^\d{4}-\d{2}-\d{2}T/.test(actual)) return false;
  const moment = new Date(actual);
  if (/^\d{4}-\d{2}-\d{2}$/.test(expected)) return dayOf(moment, world.zone) === expected;
  return /^\d{4}-\d{2}-\d{2}T/.test(expected) && new Date(expected).getTime() === moment.getTime();
}

function textOf(value: unknown): string {
  if (isObject(value)) return String(value.title ?? value.name ?? JSON.stringify(value));
  return Array.isArray(value) ? value.map(textOf).join(', ') : String(value ?? '');
}

function fieldShapeAt(world: ScenarioWorld, shape: EntityShape | undefined, path: string): FieldShape | undefined {
  let at = shape;
  let field: FieldShape | undefined;
  for (const name of path.split('.')) {
    field = at?.fields[name];
    const next: FieldShape['target'] = field?.target ?? field?.lines;
    at = next && world.shapeOf(next);
  }
  return field;
}
