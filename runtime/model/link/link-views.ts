import type * as S from '../../../schemas/generated/types.ts';
import type { Dashboard, Detail, Entity, Form, List, Report, Section } from '../model.ts';
import { fieldTypeOf } from '../../fields/index.ts';
import { suggest } from '../suggest.ts';
import { checkCondition, resolvePath } from './check-condition.ts';
import { qualify, suggestName, systemFields, toText, type Linker, type Place } from './linker.ts';

const unlisted = ['lines', 'file', 'image', 'json', 'long-text', 'multi-choice', 'location', 'references'];

/** The list that an entity has without a file of its own. */
export function defaultList(entity: Entity): List {
  const columns = entity.fields.filter((f) => !unlisted.includes(f.type)).slice(0, 8).map((f) => ({ path: f.name, sortable: true }));
  return { app: entity.app, name: entity.name, entity: entity.key, label: entity.label, columns, filters: defaultFilters(entity), sort: entity.sort, tabs: [], open: 'detail', create: true, pageSize: 20 };
}

function defaultFilters(entity: Entity): string[] {
  return entity.fields.filter((f) => ['choice', 'reference', 'date', 'area', 'org'].includes(f.type)).slice(0, 4).map((f) => f.name);
}

/** Links a list file. */
export function linkList(source: S.List, name: string, place: Place, linker: Linker): List | undefined {
  const entity = linker.entity(place, '/entity', source.entity);
  if (!entity) return undefined;
  const base = defaultList(entity);
  const columns = source.columns?.map((raw, i) => {
    const column = typeof raw === 'string' ? { field: raw } : raw;
    const field = resolvePath(column.field, entity, place, `/columns/${i}`, linker);
    return { path: column.field, sortable: (column.sortable ?? true) && (!field || fieldTypeOf(field).sortable), ...(column.label ? { label: toText(column.label) } : {}), ...(column.width ? { width: column.width } : {}) };
  });
  source.filters?.forEach((path, i) => resolvePath(path, entity, place, `/filters/${i}`, linker));
  source.sort?.forEach((key, i) => resolvePath(key.replace(/^-/, ''), entity, place, `/sort/${i}`, linker));
  if (source.where) checkCondition(source.where, entity, place, '/where', linker);
  source.tabs?.forEach((tab, i) => { if (tab.where) checkCondition(tab.where, entity, place, `/tabs/${i}/where`, linker); });
  if (source.opens !== undefined && !entity.byName.get(source.opens)?.reference && !linker.isVague(entity, source.opens)) linker.report(place, '/opens', 'definition.unknown-field', `"${source.opens}" is no reference`, suggest(source.opens, entity.byName.keys()));
  return {
    ...base, app: place.app, name, label: source.label ? toText(source.label) : entity.label, columns: columns ?? base.columns, filters: source.filters ?? base.filters,
    sort: source.sort ?? entity.sort, tabs: (source.tabs ?? []).map((t) => ({ label: toText(t.label), ...(t.where ? { where: t.where } : {}) })),
    open: source.open ?? 'detail', create: (source.create ?? true), pageSize: source.pageSize ?? 20,
    ...(source.where ? { where: source.where } : {}), ...(source.opens ? { opens: source.opens } : {}),
  };
}

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
  return { app: entity.app, name: entity.name, entity: entity.key, label: entity.label, sections, related: [] };
}

/** Links a detail file. */
export function linkDetail(source: S.Detail, name: string, place: Place, linker: Linker, form: (entity: Entity) => Form, lists: Map<string, List>): Detail | undefined {
  const entity = linker.entity(place, '/entity', source.entity);
  if (!entity) return undefined;
  const base = defaultDetail(entity, form(entity));
  const related = (source.related ?? []).map((r, i) => {
    const key = qualify(r.list, place.app);
    const list = lists.get(key);
    if (!list && linker.isDeclared('list', key)) return { list: key, by: r.by };
    if (!list) linker.report(place, `/related/${i}/list`, 'definition.unknown-list', `unknown list "${r.list}"`, suggestName(r.list, place.app, lists.keys()));
    else {
      const target = linker.entities.get(list.entity)?.byName.get(r.by);
      const shown = linker.entities.get(list.entity);
      if (target?.reference?.entity !== entity.key && !(shown && linker.isVague(shown, r.by))) linker.report(place, `/related/${i}/by`, 'definition.unknown-field', `"${r.by}" does not refer to "${entity.name}"`);
    }
    return { list: key, by: r.by, ...(r.label ? { label: toText(r.label) } : {}) };
  });
  return { ...base, app: place.app, name, label: source.label ? toText(source.label) : entity.label, sections: source.sections ? linkSections(source.sections, entity, place, linker) : base.sections, related };
}

function linkSections(sections: NonNullable<S.Form['sections']>, entity: Entity, place: Place, linker: Linker): Section[] {
  return sections.map((s, i) => {
    s.fields.forEach((path, j) => resolvePath(path, entity, place, `/sections/${i}/fields/${j}`, linker));
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
