import type * as S from '../../../schemas/generated/types.ts';
import { fieldTypeOf } from '../../fields/index.ts';
import { patternProblem, reservedWords, type Expression, type FeelType } from '../../expressions/index.ts';
import type { Dictionary } from '../dictionary.ts';
import type { Entity, Field } from '../model.ts';
import { suggest } from '../suggest.ts';
import { checkCondition, resolvePath } from './check-condition.ts';
import { linkCodes, optionsOf, toOption } from './link-dictionary.ts';
import { orderComputed } from './order-computed.ts';
import { feelBoolean, feelUser, qualify, reservedNames, suggestName, systemFields, toSnake, toText, type LabelSource, type Linker, type Place } from './linker.ts';

/** The shell of an entity: names and fields without anything that needs other entities. */
export function declareEntity(source: S.Entity, place: Place, name: string): Entity {
  const key = `${place.app}/${name}`;
  const entity: Entity = {
    key, app: place.app, name, file: place.file, label: toText(source.label),
    schema: `app_${toSnake(place.app)}`, table: toSnake(name), was: source.was ?? [],
    fields: [], byName: new Map(), title: 'id', owner: asList(source.owner), unique: [], indexes: source.index ?? [],
    search: [], keys: [], sort: source.sort ?? ['-createdAt'], checks: [],
    history: source.history ?? true, large: source.large ?? false, managed: source.builtIn === 'managed', softDelete: source.softDelete ?? false, ...(source.changeReason ? { changeReason: source.changeReason } : {}), referencedBy: [],
    computedOrder: [], feel: { kind: 'any' },
  };
  entity.feel = place.damage?.whole ? { kind: 'any' } : { kind: 'context', title: name, entries: () => feelEntries(entity) };
  return entity;
}

const entriesOf = new WeakMap<Entity, Record<string, FeelType>>();
let lookup: (key: string) => Entity | undefined = () => undefined;

/** FEEL entries of an entity's records; worked out on first use because entities refer to each other in circles. */
function feelEntries(entity: Entity): Record<string, FeelType> {
  let entries = entriesOf.get(entity);
  if (!entries) entriesOf.set(entity, (entries = { id: { kind: 'string' }, createdAt: { kind: 'date-time' }, updatedAt: { kind: 'date-time' }, ownerOrg: { kind: 'string' }, areaCode: { kind: 'string' } }));
  return entries;
}

/** FEEL type of a field's value. */
export function feelTypeOf(field: Field, entities: Map<string, Entity>): FeelType {
  const kind = fieldTypeOf(field).feel;
  if (kind === 'strings') return { kind: 'list', of: { kind: 'string' } };
  if (kind === 'record') return (field.reference && entities.get(field.reference.entity)?.feel) ?? { kind: 'any' };
  if (kind === 'records') return { kind: 'list', of: entities.get(field.lines?.entity ?? field.references?.entity ?? '')?.feel ?? { kind: 'any' } };
  if (kind === 'location') return { kind: 'context', title: 'location', entries: { lng: { kind: 'number' }, lat: { kind: 'number' }, address: { kind: 'string' } } };
  return { kind };
}

/** Fills in fields, references and structure; expressions follow once every entity has its fields. */
export function linkFields(entity: Entity, source: S.Entity, place: Place, linker: Linker, dictionaries: Map<string, Dictionary>): void {
  for (const [name, raw] of Object.entries(source.fields)) {
    const pointer = `/fields/${name}`;
    if (!/^[a-z][a-zA-Z0-9]{0,40}$/.test(name)) linker.report(place, pointer, 'definition.name', `"${name}" is no field name`, 'camelCase, starting with a small letter');
    if (reservedWords.includes(name)) linker.report(place, pointer, 'definition.reserved-name', `"${name}" is a word of the expression language`);
    if (reservedNames.includes(name) || (source.lineOf && name === 'position')) linker.report(place, pointer, 'definition.reserved-name', `"${name}" is a name that every record has already`);
    const field = linkField(name, raw, place, pointer, linker, dictionaries);
    entity.fields.push(field);
    entity.byName.set(name, field);
  }
  if (source.lineOf) {
    const parent = linker.entity(place, '/lineOf/entity', source.lineOf.entity);
    if (parent) {
      const back: Field = { name: source.lineOf.as, type: 'reference', label: parent.label, column: toSnake(source.lineOf.as), required: false, readOnly: true, unique: false, reference: { entity: parent.key, key: 'id' }, was: [] };
      if (entity.byName.has(back.name)) linker.report(place, '/lineOf/as', 'definition.reserved-name', `"${back.name}" is already a field`);
      entity.fields.push(back);
      entity.byName.set(back.name, back);
      entity.lineOf = { entity: parent.key, as: back.name, field: '' };
    }
  }
  linkStructure(entity, source, place, linker);
}

/** Links one field without its expressions. */
export function linkField(name: string, raw: S.Field, place: Place, pointer: string, linker: Linker, dictionaries: Map<string, Dictionary>): Field {
  const r = raw as S.Field & Partial<Record<'min' | 'max' | 'minLength' | 'maxLength' | 'scale' | 'minCount' | 'maxCount' | 'maxSize', number>> & {
    pattern?: string; unit?: LabelSource; accept?: string[]; level?: string; format?: string; dictionary?: string; leavesOnly?: boolean; lookup?: Record<string, string>; unique?: boolean; entity?: string;
    options?: Record<string, string | { label: LabelSource; color?: string; disabled?: boolean }>; filter?: Record<string, unknown>; fill?: Record<string, string>;
  };
  const field: Field = {
    name, type: raw.type, label: toText(raw.label), required: raw.required ?? false, readOnly: (raw.readOnly ?? false) || raw.type === 'sequence' || raw.computed !== undefined || r.lookup !== undefined,
    unique: r.unique ?? false, was: raw.was ?? [],
    ...(raw.help ? { help: toText(raw.help) } : {}), ...(raw.message ? { message: toText(raw.message) } : {}),
    ...pick(r, ['min', 'max', 'minLength', 'maxLength', 'scale', 'maxCount', 'maxSize', 'pattern', 'accept', 'level', 'format', 'leavesOnly']),
    ...(raw.dataElement ? { dataElement: raw.dataElement } : {}),
    ...(r.unit ? { unit: toText(r.unit) } : {}),
    ...(raw.sensitivity ? { sensitivity: { level: raw.sensitivity.level, ...(raw.sensitivity.mask ? { mask: raw.sensitivity.mask } : {}) } } : {}),
  };
  if (raw.type === 'choice' || raw.type === 'multi-choice') {
    if (r.options) field.options = Object.entries(r.options).map(([value, item]) => toOption(value, item));
    else if (r.dictionary) {
      const key = qualify(r.dictionary, place.app);
      const dictionary = dictionaries.get(key);
      if (dictionary) field.dictionary = { key, maintained: dictionary.records !== undefined };
      if (dictionary && !dictionary.records) field.options = optionsOf(dictionary);
      if (!dictionary && !linker.isDeclared('dictionary', key)) linker.report(place, `${pointer}/dictionary`, 'definition.unknown-dictionary', `unknown dictionary "${r.dictionary}"`, suggestName(r.dictionary, place.app, dictionaries.keys()));
    } else linker.report(place, pointer, 'definition.missing-property', 'a choice needs "options" or "dictionary"');
  }
  const target = raw.type === 'org' ? 'platform/organization' : raw.type === 'user' ? 'platform/user' : raw.type === 'area' ? 'platform/area' : raw.type === 'reference' ? r.entity : undefined;
  if (target !== undefined) {
    const entity = linker.entity(place, raw.type === 'reference' ? `${pointer}/entity` : `${pointer}/type`, target);
    if (entity) field.reference = { entity: entity.key, key: raw.type === 'area' ? 'code' : 'id', ...(r.filter ? { filter: r.filter } : {}), ...(r.fill ? { fill: r.fill } : {}) };
  }
  if (raw.type === 'references') {
    const entity = linker.entity(place, `${pointer}/entity`, r.entity ?? '');
    if (entity) field.references = { entity: entity.key, minCount: r.minCount ?? 0, maxCount: r.maxCount ?? 200, ...(r.filter ? { filter: r.filter } : {}) };
  }
  if (raw.type === 'lines') {
    const entity = linker.entity(place, `${pointer}/entity`, r.entity ?? '');
    if (entity) field.lines = { entity: entity.key, minCount: r.minCount ?? 0, maxCount: r.maxCount ?? 500 };
  }
  const wrongPattern = r.pattern === undefined ? undefined : patternProblem(r.pattern);
  if (wrongPattern !== undefined) linker.report(place, `${pointer}/pattern`, 'definition.pattern', `bad pattern: ${wrongPattern}`, 'patterns are RE2: no look-ahead and no back-references');
  if (raw.type === 'text' && !raw.sensitivity && /\bis id card\s*\(\s*value\s*\)/.test(raw.check ?? '')) linker.report(place, pointer, 'definition.sensitivity', `"${name}" holds ID card numbers, which are personal data`, 'add "sensitivity" with level, purpose and basis');
  if (fieldTypeOf(field).column(field) !== null) field.column = toSnake(name);
  return field;
}

function linkStructure(entity: Entity, source: S.Entity, place: Place, linker: Linker): void {
  const known = (pointer: string, name: string, also: readonly string[] = []) => {
    if (entity.byName.has(name) || also.includes(name)) return true;
    if (linker.isVague(entity, name)) return false;
    linker.report(place, pointer, 'definition.unknown-field', `unknown field "${name}"`, suggest(name, [...entity.byName.keys(), ...also]));
    return false;
  };
  const texts = entity.fields.filter((f) => f.type === 'text' || f.type === 'sequence');
  entity.title = source.title !== undefined && known('/title', source.title) ? source.title
    : ['name', 'title', 'no', 'code'].find((n) => entity.byName.has(n)) ?? texts[0]?.name ?? 'id';
  entity.unique = [...entity.fields.filter((f) => f.unique).map((f) => [f.name]), ...(source.unique ?? []).filter((group, i) => group.every((n, j) => known(`/unique/${i}/${j}`, n)))];
  entity.indexes = entity.indexes.filter((group, i) => group.every((n, j) => known(`/index/${i}/${j}`, n.replace(/^-/, ''), systemFields)));
  entity.indexes.push(...entity.fields.filter((f) => (source.fields[f.name] as { index?: boolean } | undefined)?.index === true).map((f) => [f.name]));
  entity.sort.forEach((n, i) => known(`/sort/${i}`, n.replace(/^-/, '').split('.')[0]!, systemFields));
  entity.search = source.search ?? [...new Set([entity.title, ...texts.filter((f) => f.unique).map((f) => f.name)])].filter((n) => n !== 'id' && !entity.byName.get(n)?.reference);
  entity.keys = (source.keys ?? entity.unique[0] ?? []).filter((n, i) => known(`/keys/${i}`, n));
  entity.owner.forEach((n, i) => {
    const pointer = Array.isArray(source.owner) ? `/owner/${i}` : '/owner';
    if (known(pointer, n) && !entity.byName.get(n)!.reference && !linker.isVague(entity, n)) linker.report(place, pointer, 'definition.owner', `"${n}" is no reference, organisation or area`);
  });
  if (source.tree && known('/tree/parent', source.tree.parent)) entity.tree = { parent: source.tree.parent, ...(source.tree.depth ? { depth: source.tree.depth } : {}), ...linkOrder(entity, source.tree.order, place, linker, known) };
  if (source.states) linkStates(entity, source.states, place, linker, known);
}

/** Siblings are ordered by an integer that moving keeps. */
function linkOrder(entity: Entity, order: string | undefined, place: Place, linker: Linker, known: (pointer: string, name: string) => boolean): { order?: string } {
  if (order === undefined || !known('/tree/order', order)) return {};
  if (entity.byName.get(order)!.type !== 'integer') linker.report(place, '/tree/order', 'definition.tree', `"${order}" is no integer field`);
  return { order };
}

function linkStates(entity: Entity, states: S.States, place: Place, linker: Linker, known: (pointer: string, name: string) => boolean): void {
  if (!known('/states/field', states.field)) return;
  const values = (entity.byName.get(states.field)!.options ?? []).map((o) => o.value);
  const check = (pointer: string, value: string) => {
    if (!values.includes(value) && !linker.isVague(entity, states.field)) linker.report(place, pointer, 'definition.unknown-state', `"${value}" is no option of "${states.field}"`, suggest(value, values));
  };
  check('/states/initial', states.initial);
  states.transitions.forEach((t, i) => {
    t.from.forEach((v, j) => check(`/states/transitions/${i}/from/${j}`, v));
    check(`/states/transitions/${i}/to`, t.to);
  });
  states.editable?.forEach((v, i) => check(`/states/editable/${i}`, v));
  states.deletable?.forEach((v, i) => check(`/states/deletable/${i}`, v));
  entity.states = { field: states.field, initial: states.initial, transitions: states.transitions, editable: states.editable ?? [states.initial], deletable: states.deletable ?? [states.initial] };
  entity.byName.get(states.field)!.readOnly = true;
}

/** FEEL names of a record's own rules. */
export function recordScope(entity: Entity): Record<string, FeelType> {
  return { ...feelEntries(entity), user: feelUser };
}

/** Prepares FEEL types of all entities; must run between `linkFields` and `linkRules`. */
export function linkFeelTypes(entities: Map<string, Entity>): void {
  lookup = (key) => entities.get(key);
  for (const entity of entities.values()) {
    const entries = feelEntries(entity);
    for (const field of entity.fields) entries[field.name] = feelTypeOf(field, entities);
    if (entity.inverse) entries[entity.inverse.name] = entities.get(entity.inverse.entity)?.feel ?? { kind: 'any' };
    for (const name of ['createdBy', 'updatedBy']) entries[name] = lookup('platform/user')?.feel ?? { kind: 'any' };
  }
}

/** Parses and type-checks every expression of an entity and finishes what needs other entities' fields. */
export function linkRules(entity: Entity, source: S.Entity, place: Place, linker: Linker): void {
  const scope = recordScope(entity);
  for (const [name, raw] of Object.entries(source.fields)) linkFieldRules(entity.byName.get(name)!, raw, place, `/fields/${name}`, linker, scope, linker.entities);
  for (const [name, raw] of Object.entries(source.fields)) if (raw.type === 'reference' && raw.lookup) linkLookup(entity.byName.get(name)!, raw.lookup, place, linker, scope);
  (source.checks ?? []).forEach((check, i) => {
    const rule = linker.expression(place, `/checks/${i}/rule`, check.rule, scope, feelBoolean);
    if (check.field !== undefined && !entity.byName.has(check.field) && !linker.isVague(entity, check.field)) linker.report(place, `/checks/${i}/field`, 'definition.unknown-field', `unknown field "${check.field}"`, suggest(check.field, entity.byName.keys()));
    if (rule) entity.checks.push({ rule, ...(check.field ? { field: check.field } : {}), message: toText(check.message) });
  });
  for (const field of entity.fields) {
    if (field.lines) {
      const line = linker.entities.get(field.lines.entity);
      if (line && line.lineOf?.entity !== entity.key) linker.report(place, `/fields/${field.name}/entity`, 'definition.lines', `"${line.name}" is not declared as lines of "${entity.name}"`, `add "lineOf": { "entity": "${entity.name}", "as": … } to it`);
      else if (line?.lineOf) line.lineOf.field = field.name;
    } else if (field.reference && field.reference.key === 'id' && entity.lineOf?.as !== field.name) linker.entities.get(field.reference.entity)?.referencedBy.push({ entity: entity.key, field: field.name });
    else if (field.references) linker.entities.get(field.references.entity)?.referencedBy.push({ entity: entity.key, field: field.name });
    if (field.references?.filter) checkCondition(field.references.filter, linker.entities.get(field.references.entity), place, `/fields/${field.name}/filter`, linker, { record: entity.byName });
    const reference = field.reference;
    if (reference?.filter) checkCondition(reference.filter, linker.entities.get(reference.entity), place, `/fields/${field.name}/filter`, linker, { record: entity.byName });
    for (const [own, path] of Object.entries(reference?.fill ?? {})) {
      if (!entity.byName.has(own)) linker.report(place, `/fields/${field.name}/fill/${own}`, 'definition.unknown-field', `unknown field "${own}"`, suggest(own, entity.byName.keys()));
      if (reference && !linker.entities.get(reference.entity)?.byName.has(path.split('.')[0]!)) linker.report(place, `/fields/${field.name}/fill/${own}`, 'definition.unknown-field', `unknown field "${path}"`);
    }
  }
  source.search?.forEach((path, i) => {
    const field = resolvePath(path, entity, place, `/search/${i}`, linker);
    if (field && !['text', 'long-text', 'sequence'].includes(field.type)) linker.report(place, `/search/${i}`, 'definition.search', `"${path}" is no text`);
  });
  orderComputed(entity, place, linker);
  if (source.codes) linkCodes(entity, source.codes, place, linker);
}

/** The values by which a reference finds its record. */
function linkLookup(field: Field, lookup: Record<string, string>, place: Place, linker: Linker, scope: Record<string, FeelType>): void {
  const target = linker.entities.get(field.reference?.entity ?? '');
  field.lookup = {};
  for (const [name, text] of Object.entries(lookup)) {
    const pointer = `/fields/${field.name}/lookup/${name}`;
    const found = target && resolvePath(name, target, place, pointer, linker);
    const expression = linker.expression(place, pointer, text, scope, found && !found.reference ? feelTypeOf(found, linker.entities) : { kind: 'any' });
    if (expression) field.lookup[name] = expression;
  }
}

/** Expressions of one field; also used for the inputs of actions. */
export function linkFieldRules(field: Field, raw: S.Field, place: Place, pointer: string, linker: Linker, scope: Record<string, FeelType>, entities: Map<string, Entity>): void {
  const own = feelTypeOf(field, entities);
  const value = (key: 'default' | 'computed', expect: FeelType) => {
    const text = raw[key];
    const parsed = text === undefined ? undefined : linker.expression(place, `${pointer}/${key}`, text, scope, expect);
    if (parsed) field[key] = parsed;
  };
  // A reference may be given as the record itself or as its id.
  value('default', field.reference || field.references ? { kind: 'any' } : own);
  value('computed', field.reference ? { kind: 'any' } : own);
  if (raw.check !== undefined) setIf(field, 'check', linker.expression(place, `${pointer}/check`, raw.check, { ...scope, value: own }, feelBoolean));
  for (const key of ['visibleWhen', 'requiredWhen', 'readOnlyWhen'] as const) {
    if (raw[key] !== undefined) setIf(field, key, linker.expression(place, `${pointer}/${key}`, raw[key], scope, feelBoolean));
  }
}

function setIf(field: Field, key: 'check' | 'visibleWhen' | 'requiredWhen' | 'readOnlyWhen', expression: Expression | undefined): void {
  if (expression) field[key] = expression;
}

function asList(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((k) => from[k] !== undefined).map((k) => [k, from[k]])) as Pick<T, K>;
}
