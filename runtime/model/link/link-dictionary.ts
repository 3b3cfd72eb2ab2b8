import type * as S from '../../../schemas/generated/types.ts';
import type { Entity, Field, Option, Text } from '../model.ts';
import type { Codes, CodeTranslation, Dictionary } from '../dictionary.ts';
import { suggest } from '../suggest.ts';
import { resolvePath } from './check-condition.ts';
import { qualify, toText, type LabelSource, type Linker, type Place } from './linker.ts';

/** Links a dictionary file: parents, days and mappings are checked; what names entities is checked by `checkMaintained`. */
export function linkDictionary(source: S.Dictionary, name: string, place: Place, linker: Linker): Dictionary {
  const dictionary: Dictionary = { key: `${place.app}/${name}`, app: place.app, name, label: toText(source.label), versions: [], mappings: new Map(), ...(source.source ? { source: source.source } : {}) };
  if (!place.damage && (source.items === undefined) === (source.records === undefined)) linker.report(place, '/', 'definition.dictionary', 'a dictionary has either "items" or "records"');
  if (source.records) return { ...dictionary, records: { entity: qualify(source.records.entity, place.app), of: source.records.of } };
  dictionary.versions = [
    { version: source.version ?? null, effective: source.effective ?? null, options: linkItems(source.items ?? {}, '/items', place, linker) },
    ...(source.earlier ?? []).map((earlier, i) => ({ version: earlier.version, effective: earlier.effective ?? null, options: linkItems(earlier.items, `/earlier/${i}/items`, place, linker) })),
  ];
  checkVersions(dictionary, source, place, linker);
  const known = dictionary.versions[0]!.options.map((option) => option.value);
  for (const [system, mapping] of Object.entries(source.mappings ?? {})) dictionary.mappings.set(system, linkMapping(mapping, system, known, place, linker));
  return dictionary;
}

/** The codes that fields offer: the present ones, and those of earlier versions that are kept for old records. */
export function optionsOf(dictionary: Dictionary): Option[] {
  const options = [...dictionary.versions[0]?.options ?? []];
  for (const { options: earlier } of dictionary.versions.slice(1)) for (const option of earlier) if (!options.some(({ value }) => value === option.value)) options.push({ ...option, disabled: true });
  return options;
}

function linkItems(items: Record<string, string | { label: LabelSource; color?: string; disabled?: boolean; parent?: string; from?: string; until?: string }>, pointer: string, place: Place, linker: Linker): Option[] {
  const options = Object.entries(items).map(([value, item]) => toOption(value, item));
  const byCode = new Map(options.map((option) => [option.value, option]));
  const circled = new Set<string>();
  for (const { value, parent, from, until } of options) {
    const at = `${pointer}/${value.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (parent !== undefined && !byCode.has(parent)) linker.report(place, `${at}/parent`, 'definition.dictionary', `unknown code "${parent}"`, suggest(parent, byCode.keys()));
    if (from !== undefined && until !== undefined && from > until) linker.report(place, `${at}/until`, 'definition.dictionary', `"${value}" ends before it begins`);
    const seen = new Set([value]);
    for (let above = parent; above !== undefined; above = byCode.get(above)?.parent) {
      if (above === value && !circled.has(value)) { linker.report(place, `${at}/parent`, 'definition.cycle', `"${value}" lies beneath itself`); seen.forEach((code) => circled.add(code)); }
      if (seen.has(above)) break;
      seen.add(above);
    }
  }
  return options;
}

function checkVersions({ versions }: Dictionary, source: S.Dictionary, place: Place, linker: Linker): void {
  if (versions.length > 1 && source.version === undefined) linker.report(place, '/', 'definition.dictionary', '"version" is missing beside "earlier"');
  versions.slice(1).forEach(({ version, effective }, i) => {
    if (versions.slice(0, i + 1).some((later) => later.version === version)) linker.report(place, `/earlier/${i}/version`, 'definition.duplicate', `version "${version ?? ''}" is declared twice`);
    const later = versions[i]!.effective;
    if (later !== null && effective !== null && effective >= later) linker.report(place, `/earlier/${i}/effective`, 'definition.dictionary', 'versions stand from the latest to the earliest');
  });
}

function linkMapping(mapping: S.CodeTranslation, system: string, known: string[], place: Place, linker: Linker): CodeTranslation {
  const foreign = new Map<string, Text>(Object.entries(mapping.foreign ?? {}).map(([code, label]) => [code, toText(label)]));
  for (const [own, theirs] of Object.entries(mapping.codes)) {
    const at = `/mappings/${system}/codes/${own.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!known.includes(own)) linker.report(place, at, 'definition.dictionary', `unknown code "${own}"`, suggest(own, known));
    if (mapping.foreign && !foreign.has(theirs)) linker.report(place, at, 'definition.dictionary', `"${theirs}" is no code of ${system}`, suggest(theirs, foreign.keys()));
  }
  return { label: mapping.label ? toText(mapping.label) : { zh: system, en: system }, codes: new Map(Object.entries(mapping.codes)), foreign };
}

/** Dictionaries of records name an entity that holds codes. */
export function checkMaintained(dictionary: Dictionary, place: Place, linker: Linker): void {
  if (!dictionary.records) return;
  const entity = linker.entity(place, '/records/entity', dictionary.records.entity);
  if (entity && !entity.codes) linker.report(place, '/records/entity', 'definition.dictionary', `"${entity.name}" does not say that its records are codes`, 'add "codes" to it');
}

/** Links the `codes` of an entity; fields of all entities must be known. */
export function linkCodes(entity: Entity, codes: S.Codes, place: Place, linker: Linker): void {
  const own = (key: 'of' | 'code' | 'text' | 'parent' | 'order' | 'from' | 'until' | 'mappings', types: readonly string[]): Field | undefined => {
    const name = codes[key];
    if (name === undefined) return undefined;
    return typed(resolvePath(name, entity, place, `/codes/${key}`, linker), types, `/codes/${key}`, place, linker);
  };
  const of = own('of', ['reference']);
  own('code', ['text']);
  own('text', ['text']);
  own('order', ['integer']);
  own('from', ['date']);
  own('until', ['date']);
  const parent = own('parent', ['text', 'reference']);
  const mappings = own('mappings', ['lines']);
  if (parent?.reference && parent.reference.entity !== entity.key) linker.report(place, '/codes/parent', 'definition.dictionary', `"${parent.name}" refers to another entity`);
  const line = mappings?.lines && linker.entities.get(mappings.lines.entity);
  for (const name of line ? ['system', 'code'] : []) if (line?.byName.get(name)?.type !== 'text') linker.report(place, '/codes/mappings', 'definition.dictionary', `"${line?.name ?? ''}" has no text field "${name}"`);
  const set = of?.reference && linker.entities.get(of.reference.entity);
  if (set) {
    for (const key of ['name', 'label', 'category'] as const) if (codes[key] !== undefined) resolvePath(codes[key], set, place, `/codes/${key}`, linker);
    for (const key of ['version', 'effective', 'state'] as const) if (codes[key] !== undefined) resolvePath(codes[key], set, place, `/codes/${key}`, linker);
    const states = codes.state === undefined ? undefined : set.byName.get(codes.state)?.options?.map((option) => option.value);
    for (const key of ['published', 'kept'] as const) codes[key]?.forEach((state, i) => { if (states && !states.includes(state)) linker.report(place, `/codes/${key}/${i}`, 'definition.unknown-state', `"${state}" is no option of "${codes.state ?? ''}"`, suggest(state, states)); });
    if (codes.state !== undefined && !codes.published) linker.report(place, '/codes', 'definition.missing-property', '"published" is missing beside "state"');
  }
  const linked: Codes = { ...codes, published: codes.published ?? [], kept: codes.kept ?? codes.published ?? [] };
  entity.codes = linked;
}

function typed(field: Field | undefined, types: readonly string[], pointer: string, place: Place, linker: Linker): Field | undefined {
  if (field && !types.includes(field.type)) linker.report(place, pointer, 'definition.dictionary', `"${field.name}" is no field of type ${types.join(' or ')}`);
  return field;
}

/** An option of a dictionary or of a field's own list. */
export function toOption(value: string, item: string | { label: LabelSource; color?: string; disabled?: boolean; parent?: string; from?: string; until?: string }): Option {
  if (typeof item === 'string') return { value, label: { zh: item, en: item } };
  const { label, color, disabled, parent, from, until } = item;
  return { value, label: toText(label), ...(color ? { color } : {}), ...(disabled ? { disabled: true } : {}), ...(parent !== undefined ? { parent } : {}), ...(from !== undefined ? { from } : {}), ...(until !== undefined ? { until } : {}) };
}
