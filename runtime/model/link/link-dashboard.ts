import type * as S from '../../../schemas/generated/types.ts';
import type { Dashboard, List, Report, Widget } from '../model.ts';
import { suggest } from '../suggest.ts';
import { checkCondition } from './check-condition.ts';
import { qualify, suggestName, toText, type Linker, type Place } from './linker.ts';

/** Links a dashboard file. */
export function linkDashboard(source: S.Dashboard, name: string, place: Place, linker: Linker, reports: Map<string, Report>, lists: Map<string, List>): Dashboard {
  if ((source.widgets === undefined) === (source.pages === undefined)) linker.report(place, '/', 'definition.missing-property', 'a dashboard has either "widgets" or "pages"');
  const parts = { place, linker, reports, lists };
  const pages = source.pages?.map((page, i) => ({ label: toText(page.label), widgets: page.widgets.map((w, j) => linkWidget(w, `/pages/${i}/widgets/${j}`, parts)) }))
    ?? [{ widgets: (source.widgets ?? []).map((w, i) => linkWidget(w, `/widgets/${i}`, parts)) }];
  const refresh = source.refresh ?? (source.layout === 'cockpit' ? 60 : undefined);
  return { app: place.app, name, label: toText(source.label), layout: source.layout ?? 'page', rotate: source.rotate ?? 20, pages, ...(refresh ? { refresh } : {}) };
}

/** Links one card. */
export function linkWidget(w: S.DashboardWidget, at: string, { place, linker, reports, lists }: { place: Place; linker: Linker; reports: Map<string, Report>; lists: Map<string, List> }): Widget {
  const key = qualify(w.report, place.app);
  const report = reports.get(key);
  if (!report && !linker.isDeclared('report', key)) linker.report(place, `${at}/report`, 'definition.unknown-report', `unknown report "${w.report}"`, suggestName(w.report, place.app, reports.keys()));
  const shown = report?.measures.filter((m) => !m.hidden).map((m) => m.name) ?? [];
  w.measures?.forEach((m, j) => { if (report && !shown.includes(m)) linker.report(place, `${at}/measures/${j}`, 'definition.unknown-field', `unknown measure "${m}"`, suggest(m, shown)); });
  for (const part of ['dimension', 'series'] as const) {
    const named = w[part];
    if (named !== undefined && report && !report.dimensions.some((d) => d.name === named)) linker.report(place, `${at}/${part}`, 'definition.unknown-field', `unknown dimension "${named}"`, suggest(named, report.dimensions.map((d) => d.name)));
  }
  // Only a figure and a gauge stand for the whole; everything else has an axis.
  const whole = w.type === 'figure' || w.type === 'gauge';
  const dimension = w.dimension ?? (whole || w.type === 'table' || w.type === 'pivot' ? undefined : w.type === 'map' ? report?.dimensions.find((d) => d.level)?.name : report?.dimensions[0]?.name);
  if (report) checkFit(w, report, dimension, at, place, linker);
  const link = w.link === undefined ? undefined : qualify(w.link, place.app);
  if (link !== undefined && !lists.has(link) && !linker.isDeclared('list', link)) linker.report(place, `${at}/link`, 'definition.unknown-list', `unknown list "${w.link}"`, suggestName(w.link!, place.app, lists.keys()));
  return {
    type: w.type, label: toText(w.label), report: key, measures: w.measures ?? shown, width: w.width ?? (whole ? 3 : 6), height: w.height ?? 2, count: w.count ?? 10,
    ...(dimension ? { dimension } : {}), ...(w.series ? { series: w.series } : {}), ...(w.where ? { where: w.where } : {}), ...(w.grain ? { grain: w.grain } : {}), ...(w.level ? { level: w.level } : {}),
    ...(w.max === undefined ? {} : { max: w.max }), ...(w.type === 'map' ? { map: w.map ?? 'tongliao-counties' } : {}), ...(link ? { link } : {}),
  };
}

function checkFit(w: S.DashboardWidget, report: Report, dimension: string | undefined, at: string, place: Place, linker: Linker): void {
  const names = [...report.filters.map((f) => f.path), ...report.dimensions.map((d) => d.path)];
  for (const path of Object.keys(w.where ?? {})) if (!names.includes(path)) linker.report(place, `${at}/where/${path}`, 'definition.unknown-field', `the report has no filter "${path}"`, suggest(path, names));
  checkCondition(w.where ?? {}, linker.entities.get(report.entity), place, `${at}/where`, linker);
  if (w.grain && !report.dimensions.some((d) => d.grains.includes(w.grain!))) linker.report(place, `${at}/grain`, 'definition.measure', `the report does not offer the grain "${w.grain}"`);
  if (w.level && !report.dimensions.some((d) => d.levels.includes(w.level!))) linker.report(place, `${at}/level`, 'definition.measure', `the report does not offer the level "${w.level}"`);
  if (w.type === 'map' && !report.dimensions.find((d) => d.name === dimension)?.level) linker.report(place, at, 'definition.measure', 'a map needs a dimension over areas with a "level"');
  if (w.type === 'pivot' && !report.pivot) linker.report(place, at, 'definition.measure', 'the report has no "pivot"');
}
