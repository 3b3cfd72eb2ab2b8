import { changed, isJsonObject, listAt, objectAt, pointerOf } from './change-json.ts';
import type { Json, JsonObject } from './change-json.ts';
import type { Mutant, MutantClass, MutateKind } from './mutant.ts';
import type { Source } from '../../runtime/model/source.ts';

const removable: Record<string, MutantClass> = {
  required: 'required', unique: 'unique', readOnly: 'read-only', pattern: 'check', minLength: 'range', maxLength: 'range', min: 'range', max: 'range',
  minCount: 'range', maxCount: 'range', filter: 'reference-filter', check: 'check', requiredWhen: 'required', readOnlyWhen: 'read-only',
};

/** Rules of fields, records, states and trees. */
export const mutateEntity: MutateKind = (source, all) => [
  ...Object.entries(objectAt(source.content, 'fields')).flatMap(([name, field]) => fieldMutants(source, name, field)),
  ...listAt(source.content, 'checks').map((_, at) => removal(source, 'check', ['checks', at])),
  ...listAt(source.content, 'unique').map((group, at) => ({ ...removal(source, 'unique', ['unique', at]), dropUnique: { entity: keyOf(source), fields: (group as Json[]).map(String) } })),
  ...stateMutants(source, all),
  ...'depth' in objectAt(source.content, 'tree') ? [removal(source, 'tree', ['tree', 'depth'])] : [],
];

function fieldMutants(source: Source, name: string, field: Json): Mutant[] {
  if (!isJsonObject(field)) return [];
  return Object.entries(removable).filter(([rule]) => rule in field && field[rule] !== false && isFelt(field, rule)).map(([rule, kind]) => ({
    ...removal(source, kind, ['fields', name, rule]),
    ...rule === 'unique' ? { dropUnique: { entity: keyOf(source), fields: [name] } } : {},
  }));
}

/** Whether anybody could tell: a value the system always fills in is never missing nor changed by hand. */
function isFelt(field: JsonObject, rule: string): boolean {
  const isFilled = 'computed' in field || field.type === 'sequence';
  if (rule === 'required') return !isFilled && field.readOnly !== true && !('default' in field) && field.type !== 'boolean';
  if (rule === 'readOnly') return !isFilled;
  return true;
}

function stateMutants(source: Source, all: Source[]): Mutant[] {
  const states = objectAt(source.content, 'states');
  const transitions = listAt(states, 'transitions');
  if (!transitions.length) return [];
  const values = stateValues(source, all, String(states.field));
  const by = [...new Set(transitions.flatMap((transition) => listAt(transition, 'by').map(String)))];
  const any: Json = values.map((to) => ({ from: values.filter((from) => from !== to), to, by }));
  return [
    ...transitions.map((_, at) => removal(source, 'transition', ['states', 'transitions', at])),
    { ...replacement(source, 'transition', ['states', 'transitions'], any), what: 'every transition allowed' },
    ...['editable', 'deletable'].filter((rule) => !isAll(states[rule], values)).map((rule) => ({ ...replacement(source, 'editable', ['states', rule], values), what: `${rule} in every state` })),
  ];
}

/** The codes of the state field: its own options, or those of its dictionary. */
function stateValues(source: Source, all: Source[], name: string): string[] {
  const field = objectAt(objectAt(source.content, 'fields'), name);
  const own = Object.keys(objectAt(field, 'options'));
  if (own.length) return own;
  const [app, dictionary] = String(field.dictionary ?? '').includes('/') ? String(field.dictionary).split('/') : [source.app, String(field.dictionary)];
  const found = all.find((each) => each.kind === 'dictionary' && each.app === app && each.name === dictionary);
  return Object.keys(objectAt(found?.content, 'items'));
}

function isAll(list: Json | undefined, values: string[]): boolean {
  return Array.isArray(list) && values.every((value) => list.includes(value));
}

function removal(source: Source, kind: MutantClass, path: (string | number)[]): Mutant {
  return { class: kind, pointer: pointerOf(path), what: `without ${path.filter((key) => typeof key === 'string').at(-1)}`, source: changed(source, path) };
}

function replacement(source: Source, kind: MutantClass, path: (string | number)[], value: Json): Mutant {
  return { class: kind, pointer: pointerOf(path), what: 'replaced', source: changed(source, path, value) };
}

function keyOf(source: Source): string {
  return `${source.app}/${source.name}`;
}
