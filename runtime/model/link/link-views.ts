import type * as S from '../../../schemas/generated/types.ts';
import type { Dashboard, Detail, Entity, Form, List, Report, Section } from '../model.ts';
import { suggest } from '../suggest.ts';
import { checkCondition, resolvePath } from './check-condition.ts';
import { qualify, suggestName, systemFields, toText, type Linker, type Place } from './linker.ts';

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

/** Links a report file. */
export function linkReport(source: S.Report, name: string, place: Place, linker: Linker, lists: Map<string, List>): Report | undefined {
  const entity = linker.entity(place, '/entity', source.entity);
  if (!entity) return undefined;
  if (source.where) checkCondition(source.where, entity, place, '/where', linker);
  const names = new Set<string>();
  source.dimensions?.forEach((d, i) => { resolvePath(d.field, entity, place, `/dimensions/${i}/field`, linker); names.add(d.name); });
  source.measures.forEach((m, i) => {
    names.add(m.name);
    if (m.sum !== undefined) {
      const field = resolvePath(m.sum, entity, place, `/measures/${i}/sum`, linker);
      if (field && !['integer', 'decimal', 'money'].includes(field.type)) linker.report(place, `/measures/${i}/sum`, 'definition.measure', `"${m.sum}" is no number`);
    } else if (m.count !== true) linker.report(place, `/measures/${i}`, 'definition.missing-property', '"sum" or "count" is missing');
    if (m.where) checkCondition(m.where, entity, place, `/measures/${i}/where`, linker);
  });
  source.filters?.forEach((path, i) => resolvePath(path, entity, place, `/filters/${i}`, linker));
  source.sort?.forEach((key, i) => { if (!names.has(key.replace(/^-/, ''))) linker.report(place, `/sort/${i}`, 'definition.unknown-field', `"${key}" is neither dimension nor measure`, suggest(key, names)); });
  const drill = source.drill === undefined ? undefined : qualify(source.drill, place.app);
  if (drill !== undefined && !lists.has(drill) && !linker.isDeclared('list', drill)) linker.report(place, '/drill', 'definition.unknown-list', `unknown list "${source.drill}"`, suggestName(source.drill!, place.app, lists.keys()));
  return {
    key: `${place.app}/${name}`, app: place.app, name, label: toText(source.label), entity: entity.key,
    dimensions: (source.dimensions ?? []).map((d) => ({ name: d.name, path: d.field, ...(d.label ? { label: toText(d.label) } : {}) })),
    measures: source.measures.map((m) => ({ name: m.name, label: toText(m.label), count: m.count ?? false, ...(m.sum ? { sum: m.sum } : {}), ...(m.where ? { where: m.where } : {}), ...(m.unit ? { unit: toText(m.unit) } : {}) })),
    filters: source.filters ?? [], sort: source.sort ?? [], ...(source.where ? { where: source.where } : {}), ...(drill ? { drill } : {}),
  };
}

/** Links a dashboard file. */
export function linkDashboard(source: S.Dashboard, name: string, place: Place, linker: Linker, reports: Map<string, Report>, lists: Map<string, List>): Dashboard {
  const widgets = source.widgets.map((w, i) => {
    const key = qualify(w.report, place.app);
    const report = reports.get(key);
    if (!report && !linker.isDeclared('report', key)) linker.report(place, `/widgets/${i}/report`, 'definition.unknown-report', `unknown report "${w.report}"`, suggestName(w.report, place.app, reports.keys()));
    w.measures?.forEach((m, j) => { if (report && !report.measures.some((x) => x.name === m)) linker.report(place, `/widgets/${i}/measures/${j}`, 'definition.unknown-field', `unknown measure "${m}"`, suggest(m, report.measures.map((x) => x.name))); });
    if (w.dimension && report && !report.dimensions.some((d) => d.name === w.dimension)) linker.report(place, `/widgets/${i}/dimension`, 'definition.unknown-field', `unknown dimension "${w.dimension}"`, suggest(w.dimension, report.dimensions.map((d) => d.name)));
    // Only a figure stands for the whole; everything else has an axis.
    const dimension = w.dimension ?? (w.type === 'figure' ? undefined : report?.dimensions[0]?.name);
    const link = w.link === undefined ? undefined : qualify(w.link, place.app);
    if (link !== undefined && !lists.has(link) && !linker.isDeclared('list', link)) linker.report(place, `/widgets/${i}/link`, 'definition.unknown-list', `unknown list "${w.link}"`, suggestName(w.link!, place.app, lists.keys()));
    return { type: w.type, label: toText(w.label), report: key, measures: w.measures ?? report?.measures.map((m) => m.name) ?? [], width: w.width ?? (w.type === 'figure' ? 3 : 6), ...(dimension ? { dimension } : {}), ...(link ? { link } : {}) };
  });
  return { app: place.app, name, label: toText(source.label), widgets };
}

/** Fields that columns may show without being declared. */
export function isSystemField(name: string): boolean {
  return (systemFields as readonly string[]).includes(name);
}
