import type * as S from '../../../schemas/generated/types.ts';
import type { Detail, Entity, Form, List, Report } from '../model.ts';
import { suggest } from '../suggest.ts';
import { resolvePath } from './check-condition.ts';
import { defaultDetail, linkSections } from './link-views.ts';
import { qualify, suggestName, toText, type Linker, type Place } from './linker.ts';

interface Around { form: (entity: Entity) => Form; lists: Map<string, List>; reports: Map<string, Report> }

/** Links a detail file. */
export function linkDetail(source: S.Detail, name: string, place: Place, linker: Linker, around: Around): Detail | undefined {
  const entity = linker.entity(place, '/entity', source.entity);
  if (!entity) return undefined;
  const base = defaultDetail(entity, around.form(entity));
  const related = (list: S.Detail['related'], pointer: string): Detail['related'] => (list ?? []).map((r, i) => linkRelated(r, `${pointer}/${i}`, entity, { place, linker, lists: around.lists }));
  source.header?.forEach((path, i) => resolvePath(path, entity, place, `/header/${i}`, linker));
  return {
    ...base, app: place.app, name, label: source.label ? toText(source.label) : entity.label,
    sections: source.sections ? linkSections(source.sections, entity, place, linker) : base.sections, related: related(source.related, '/related'), header: source.header ?? [],
    tabs: (source.tabs ?? []).map((tab, i) => ({ label: toText(tab.label), sections: tab.sections ? linkSections(tab.sections, entity, place, linker, `/tabs/${i}/sections`) : [], related: related(tab.related, `/tabs/${i}/related`) })),
    figures: (source.figures ?? []).flatMap((figure, i) => linkFigure(figure, i, entity, { place, linker, reports: around.reports }) ?? []),
    timeline: (source.timeline ?? []).flatMap(({ entity: other, by }, i) => {
      const target = linker.entity(place, `/timeline/${i}/entity`, other);
      if (target) checkBack(target, by, entity, `/timeline/${i}/by`, { place, linker });
      return target ? [{ entity: target.key, by }] : [];
    }),
  };
}

function linkRelated(r: NonNullable<S.Detail['related']>[number], pointer: string, entity: Entity, { place, linker, lists }: { place: Place; linker: Linker; lists: Map<string, List> }): Detail['related'][number] {
  const key = qualify(r.list, place.app);
  const list = lists.get(key);
  const shown = list && linker.entities.get(list.entity);
  if (shown) checkBack(shown, r.by, entity, `${pointer}/by`, { place, linker });
  else if (!list && !linker.isDeclared('list', key)) linker.report(place, `${pointer}/list`, 'definition.unknown-list', `unknown list "${r.list}"`, suggestName(r.list, place.app, lists.keys()));
  return { list: key, by: r.by, ...(r.label ? { label: toText(r.label) } : {}) };
}

function linkFigure(figure: NonNullable<S.Detail['figures']>[number], at: number, entity: Entity, { place, linker, reports }: { place: Place; linker: Linker; reports: Map<string, Report> }): Detail['figures'][number] | undefined {
  const key = qualify(figure.report, place.app);
  const report = reports.get(key);
  if (!report) {
    if (!linker.isDeclared('report', key)) linker.report(place, `/figures/${at}/report`, 'definition.unknown-report', `unknown report "${figure.report}"`, suggestName(figure.report, place.app, reports.keys()));
    return undefined;
  }
  const measures = report.measures.map((measure) => measure.name);
  if (!measures.includes(figure.measure)) linker.report(place, `/figures/${at}/measure`, 'definition.unknown-field', `unknown measure "${figure.measure}"`, suggest(figure.measure, measures));
  const target = linker.entities.get(report.entity);
  if (target) checkBack(target, figure.by, entity, `/figures/${at}/by`, { place, linker });
  return { report: key, measure: figure.measure, by: figure.by, ...(figure.label ? { label: toText(figure.label) } : {}) };
}

/** A field that leads back to the record of the page. */
function checkBack(from: Entity, name: string, to: Entity, pointer: string, { place, linker }: { place: Place; linker: Linker }): void {
  if (from.byName.get(name)?.reference?.entity !== to.key && !linker.isVague(from, name)) linker.report(place, pointer, 'definition.unknown-field', `"${name}" does not refer to "${to.name}"`, suggest(name, from.fields.filter((f) => f.reference?.entity === to.key).map((f) => f.name)));
}
