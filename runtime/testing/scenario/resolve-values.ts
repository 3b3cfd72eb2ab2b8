import { dayOf, momentAt } from './moments.ts';
import { idByKey, idOf, idsByKey } from './natural-key.ts';
import { entityId, findRows, goodBody, isObject, isUuid } from './records-api.ts';
import { sampleUpload } from './sample-file.ts';
import type { SampleFile } from './sample-file.ts';
import { RefusedWhilePreparing, ScenarioFailure } from './scenario-failure.ts';
import type { EntityId, EntityShape, FieldShape, Person, ScenarioWorld } from './world.ts';

const areaCode = /^\d{2,12}$/;

/** The values of a record as the server takes them: names, dates, keys and files of the scenario put in. */
export async function resolveValues(world: ScenarioWorld, person: Person, values: Record<string, unknown>, shape?: EntityShape): Promise<Record<string, unknown>> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) result[name] = await resolveValue(world, person, value, shape?.fields[name]);
  return result;
}

/** One value; `field` tells how a plain text is meant. */
export async function resolveValue(world: ScenarioWorld, person: Person, value: unknown, field?: FieldShape): Promise<unknown> {
  if (typeof value === 'string') return resolveText(world, person, value, field);
  if (Array.isArray(value)) {
    const items = [];
    for (const item of value) items.push(await resolveValue(world, person, item, field));
    return field?.type === 'file' || field?.type === 'image' ? items.flat() : items;
  }
  if (!isObject(value)) return value;
  const special = await resolveSpecial(world, person, value, field);
  if (special) return special.value;
  return resolveValues(world, person, value, field?.lines && world.shapeOf(field.lines));
}

/** A saved record's id (`$name`), a value of it (`$name.field`) or a person's id; undefined when the text is no such name. */
export function resolveName(world: ScenarioWorld, text: string): unknown {
  const match = /^\$([a-zA-Z][\w-]*)((?:\.[\w-]+)*)$/.exec(text);
  if (!match) return undefined;
  const [, name, path] = match;
  const saved = world.saved.get(name!);
  if (saved) return path ? path.slice(1).split('.').reduce<unknown>((value, key) => (isObject(value) || Array.isArray(value) ? (value as Record<string, unknown>)[key] : undefined), saved.record) : saved.id;
  const person = world.people.get(name!);
  if (person && !path) return person.id;
  throw new ScenarioFailure(`a saved record or person "$${name}"`, `only ${[...world.saved.keys(), ...world.people.keys()].map((n) => `$${n}`).join(', ') || 'none'}`);
}

/** The id of the one record with these values, as the person sees it, else as the system does. */
export async function findId(world: ScenarioWorld, person: Person, target: EntityId, values: Record<string, unknown>): Promise<string> {
  for (const reader of person === world.system ? [person] : [person, world.system]) {
    const rows = await findRows(world, reader, target, await resolveWhere(world, reader, values, target));
    if (rows.length === 1) return idOf(target, rows[0]!);
    if (rows.length > 1) throw new ScenarioFailure(`one record of ${target.app}/${target.entity} with ${JSON.stringify(values)}`, 'several');
  }
  throw new ScenarioFailure(`a record of ${target.app}/${target.entity} with ${JSON.stringify(values)}`, 'none');
}

/** A condition with the scenario's names put in; a text at a reference means every record so called. */
export async function resolveWhere(world: ScenarioWorld, person: Person, where: Record<string, unknown>, target: EntityId): Promise<Record<string, unknown>> {
  const result: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(where)) {
    if (path.startsWith('$')) {
      result[path] = Array.isArray(value)
        ? await Promise.all(value.map((part) => resolveWhere(world, person, part as Record<string, unknown>, target)))
        : await resolveWhere(world, person, value as Record<string, unknown>, target);
    } else result[path] = await resolveCondition(world, person, value, fieldAt(world, target, path));
  }
  return result;
}

/** The field at the end of a path over references. */
export function fieldAt(world: ScenarioWorld, from: EntityId, path: string): FieldShape | undefined {
  let at: EntityId | undefined = from;
  let field: FieldShape | undefined;
  for (const name of path.split('.')) {
    field = at && world.shapeOf(at)?.fields[name];
    at = field?.target;
  }
  return field;
}

async function resolveCondition(world: ScenarioWorld, person: Person, value: unknown, field?: FieldShape): Promise<unknown> {
  if (isObject(value) && Object.keys(value).some((key) => key.startsWith('$'))) {
    const result: Record<string, unknown> = {};
    for (const [operator, operand] of Object.entries(value)) {
      const keepText = operator === '$contains' && field?.type !== 'references' || operator === '$below' && typeof operand === 'string' && areaCode.test(operand);
      result[operator] = keepText ? operand : await resolveValue(world, person, operand, field);
    }
    return result;
  }
  if (typeof value === 'string' && field?.target && !value.startsWith('$') && !isKnownId(value, field)) {
    const ids = await idsByKey(world, world.system, field.target, value);
    return ids.length === 1 ? ids[0] : { $in: ids.length ? ids : [await idByKey(world, person, field.target, value)] };
  }
  return resolveValue(world, person, value, field);
}

async function resolveText(world: ScenarioWorld, person: Person, text: string, field?: FieldShape): Promise<unknown> {
  if (text.startsWith('$')) {
    const named = resolveName(world, text);
    return isObject(named) && typeof named.id === 'string' && field?.target ? named.id : named;
  }
  if (!field?.target || text === '' || isKnownId(text, field)) return text;
  return idByKey(world, person, field.target, text);
}

function isKnownId(text: string, field: FieldShape): boolean {
  return isUuid(text) || (field.type === 'area' && areaCode.test(text));
}

async function resolveSpecial(world: ScenarioWorld, person: Person, value: Record<string, unknown>, field?: FieldShape): Promise<{ value: unknown } | undefined> {
  if (typeof value.today === 'string') return { value: dayOf(momentAt(value.today, world.now(), world.zone), world.zone) };
  if (typeof value.now === 'string') return { value: momentAt(value.now, world.now(), world.zone).toISOString() };
  if (typeof value.file === 'string') return { value: [await upload(world, person, value as unknown as SampleFile)] };
  if (isObject(value.find)) {
    const target = typeof value.entity === 'string' ? entityId(world, value.entity) : field?.target;
    if (!target) throw new ScenarioFailure('`entity` beside `find`, as the field refers to nothing', JSON.stringify(value));
    return { value: await findId(world, person, target, value.find) };
  }
  return undefined;
}

async function upload(world: ScenarioWorld, person: Person, file: SampleFile): Promise<unknown> {
  const answer = await world.send({ method: 'POST', path: person.uploads?.path ?? '/api/files', raw: sampleUpload(file), token: person.uploads?.token ?? person.token });
  if (answer.status >= 400) throw new RefusedWhilePreparing(answer);
  return goodBody(answer, `an uploaded file ${file.file}`).id;
}
