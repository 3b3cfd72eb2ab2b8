import type * as S from '../../../schemas/generated/types.ts';
import type { Detail, Entity, Form, Section } from '../model.ts';
import { suggest } from '../suggest.ts';
import { resolvePath } from './check-condition.ts';
import { systemFields, toText, type Linker, type Place } from './linker.ts';

/** The form that an entity has without a file of its own: every field that people may fill in. */
export function defaultForm(entity: Entity): Form {
  const fields = entity.fields.filter((f) => f.name !== entity.lineOf?.as && f.name !== entity.states?.field);
  const plain = fields.filter((f) => f.type !== 'lines').map((f) => f.name);
  const sections: Section[] = [{ columns: 2, fields: plain }, ...fields.filter((f) => f.type === 'lines').map((f) => ({ label: f.label, columns: 1, fields: [f.name] }))];
  return { app: entity.app, name: entity.name, entity: entity.key, label: entity.label, sections: sections.filter((s) => s.fields.length > 0), lines: {} };
}

/** Links a form file. */
export function linkForm(source: S.Form, name: string, place: Place, linker: Linker): Form | undefined {
  const entity = linker.entity(place, '/entity', source.entity);
  if (!entity) return undefined;
  const base = defaultForm(entity);
  const sections = source.sections ? linkSections(source.sections, entity, place, linker) : base.sections;
  for (const [field, columns] of Object.entries(source.lines ?? {})) {
    const line = linker.entities.get(entity.byName.get(field)?.lines?.entity ?? '');
    if (!line && linker.isVague(entity, field)) continue;
    if (!line) linker.report(place, `/lines/${field}`, 'definition.unknown-field', `"${field}" is no lines field`, suggest(field, entity.fields.filter((f) => f.lines).map((f) => f.name)));
    else columns.forEach((c, i) => { if (!line.byName.has(c) && !linker.isVague(line, c)) linker.report(place, `/lines/${field}/${i}`, 'definition.unknown-field', `unknown field "${c}"`, suggest(c, line.byName.keys())); });
  }
  return { ...base, app: place.app, name, label: source.label ? toText(source.label) : entity.label, sections, lines: source.lines ?? {} };
}

/** The detail page that an entity has without a file of its own. */
export function defaultDetail(entity: Entity, form: Form): Detail {
  const shown = new Set(form.sections.flatMap((s) => s.fields));
  const state = entity.states && !shown.has(entity.states.field) ? [entity.states.field] : [];
  const sections = form.sections.map((s, i) => i === 0 ? { ...s, fields: [...s.fields, ...state] } : s);
  return { app: entity.app, name: entity.name, entity: entity.key, label: entity.label, sections, related: [], header: [], tabs: [], figures: [], timeline: [] };
}

/** Links sections of fields. */
export function linkSections(sections: NonNullable<S.Form['sections']>, entity: Entity, place: Place, linker: Linker, pointer = '/sections'): Section[] {
  return sections.map((s, i) => {
    s.fields.forEach((path, j) => resolvePath(path, entity, place, `${pointer}/${i}/fields/${j}`, linker));
    return { columns: s.columns ?? 2, fields: s.fields, ...(s.label ? { label: toText(s.label) } : {}) };
  });
}

/** Fields that columns may show without being declared. */
export function isSystemField(name: string): boolean {
  return (systemFields as readonly string[]).includes(name);
}
