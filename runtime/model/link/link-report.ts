import type * as S from '../../../schemas/generated/types.ts';
import type { FeelType } from '../../expressions/index.ts';
import type { Entity, Field, List, Measure, MeasureKind, Report, ReportDimension, ReportFilter, ReportSource } from '../model.ts';
import { suggest } from '../suggest.ts';
import { checkCondition, resolvePath } from './check-condition.ts';
import { checkReportIndexes } from './check-report-indexes.ts';
import { qualify, suggestName, toText, type Linker, type Place } from './linker.ts';

const numbers = ['integer', 'decimal', 'money'];
const times = ['date', 'datetime'];
const levels = ['city', 'county', 'town', 'village'];
const ways = ['count', 'sum', 'avg', 'min', 'max', 'distinct', 'median', 'quantile', 'ratio', 'compute'] as const;

interface Parts { place: Place; linker: Linker; entity: Entity; sources: Map<string, Entity> }

/** Links a report file. */
export function linkReport(source: S.Report, name: string, place: Place, linker: Linker, lists: Map<string, List>): Report | undefined {
  const entity = linker.entity(place, '/entity', source.entity);
  if (!entity) return undefined;
  const sources = new Map<string, Entity>();
  const linkedSources = Object.entries(source.sources ?? {}).map(([key, raw]): ReportSource => {
    const found = linker.entity(place, `/sources/${key}/entity`, raw.entity);
    if (found) sources.set(key, found);
    if (raw.where) checkCondition(raw.where, found, place, `/sources/${key}/where`, linker);
    const drill = linkDrill(raw.drill, found, `/sources/${key}/drill`, place, linker, lists, raw.where);
    return { name: key, entity: found?.key ?? '', ...(raw.where ? { where: raw.where } : {}), ...(drill ? { drill } : {}) };
  });
  const parts: Parts = { place, linker, entity, sources };
  if (source.where) checkCondition(source.where, entity, place, '/where', linker);
  const dimensions = (source.dimensions ?? []).map((d, i) => linkDimension(d, i, parts));
  const measures = linkMeasures(source.measures, dimensions.map((d) => d.name), parts);
  const filters = (source.filters ?? []).map((f, i) => linkFilter(f, i, parts));
  const names = new Set([...dimensions, ...measures].map((x) => x.name));
  const known = (value: string, pointer: string, among: Iterable<string>, what: string) => {
    if (![...among].includes(value.replace(/^-/, ''))) linker.report(place, pointer, 'definition.unknown-field', `"${value}" is ${what}`, suggest(value.replace(/^-/, ''), among));
  };
  source.sort?.forEach((key, i) => known(key, `/sort/${i}`, names, 'neither dimension nor measure'));
  if (source.top) known(source.top.by, '/top/by', measures.map((m) => m.name), 'no measure');
  if (source.pivot !== undefined) known(source.pivot, '/pivot', dimensions.map((d) => d.name), 'no dimension');
  const time = source.time ?? dimensions.find((d) => d.grain)?.path;
  const timeField = source.time === undefined ? undefined : resolvePath(source.time, entity, place, '/time', linker);
  if (timeField && !times.includes(timeField.type)) linker.report(place, '/time', 'definition.measure', `"${source.time}" is no date`);
  measures.forEach((m, i) => {
    if (time === undefined && m.compare.some((c) => c !== 'peers')) linker.report(place, `/measures/${i}/compare`, 'definition.measure', 'a comparison with another period needs a dimension with a grain, or "time"');
    if (m.running && !dimensions.some((d) => d.grain)) linker.report(place, `/measures/${i}/running`, 'definition.measure', 'a running total needs a dimension with a grain');
  });
  if (source.suppressBelow !== undefined && source.drill !== undefined) linker.report(place, '/drill', 'definition.measure', 'a report that hides small figures cannot show the records behind them');
  const drill = linkDrill(source.drill, entity, '/drill', place, linker, lists, source.where);
  const report: Report = {
    key: `${place.app}/${name}`, app: place.app, name, label: toText(source.label), entity: entity.key, sources: linkedSources, dimensions, measures, filters, sort: source.sort ?? [],
    ...(source.description ? { description: toText(source.description) } : {}), ...(source.where ? { where: source.where } : {}), ...(drill ? { drill } : {}), ...(time ? { time } : {}),
    ...(source.top ? { top: { count: source.top.count, by: source.top.by.replace(/^-/, ''), down: !source.top.by.startsWith('-'), others: source.top.others ?? false } } : {}),
    ...(source.pivot ? { pivot: source.pivot } : {}), ...(source.chart ? { chart: source.chart } : {}), ...(source.suppressBelow ? { suppressBelow: source.suppressBelow } : {}),
  };
  checkReportIndexes(report, entity, place, linker);
  return report;
}

/** The list behind a figure shows the records of the figure, no more and no fewer. */
function linkDrill(name: string | undefined, entity: Entity | undefined, pointer: string, place: Place, linker: Linker, lists: Map<string, List>, where: object | undefined): string | undefined {
  if (name === undefined) return undefined;
  const key = qualify(name, place.app);
  const list = lists.get(key);
  if (!list) {
    if (!linker.isDeclared('list', key)) linker.report(place, pointer, 'definition.unknown-list', `unknown list "${name}"`, suggestName(name, place.app, lists.keys()));
  } else if (entity && list.entity !== entity.key) linker.report(place, pointer, 'definition.measure', `the list "${name}" shows "${list.entity}", not "${entity.key}"`);
  else if (list.where && JSON.stringify(list.where) !== JSON.stringify(where)) linker.report(place, pointer, 'definition.measure', `the list "${name}" has another condition than the figures, so it would not show every record of a figure`);
  return key;
}

function linkDimension(source: S.ReportDimension, index: number, { place, linker, entity, sources }: Parts): ReportDimension {
  const at = `/dimensions/${index}`;
  const field = resolvePath(source.field, entity, place, `${at}/field`, linker);
  const type = typeAt(source.field, field);
  if ((source.grain || source.grains) && field && !times.includes(type)) linker.report(place, `${at}/grain`, 'definition.measure', `"${source.field}" is no date`);
  if ((source.level || source.levels) && type !== 'area' && field) linker.report(place, `${at}/level`, 'definition.measure', `"${source.field}" is no area`);
  if (source.grains && !source.grain) linker.report(place, `${at}/grains`, 'definition.missing-property', '"grain" is missing');
  if (source.levels && !source.level) linker.report(place, `${at}/levels`, 'definition.missing-property', '"level" is missing');
  linkIn(source.in, field, `${at}/in`, place, linker, sources);
  return {
    name: source.name, path: source.field, in: source.in ?? {}, gaps: source.gaps ?? 'none', grains: [...new Set([...(source.grain ? [source.grain] : []), ...(source.grains ?? [])])],
    levels: [...new Set([...(source.level ? [source.level] : []), ...(source.levels ?? [])])].sort((a, b) => levels.indexOf(a) - levels.indexOf(b)),
    ...(source.grain ? { grain: source.grain } : {}), ...(source.level ? { level: source.level } : {}), ...(source.label ? { label: toText(source.label) } : {}),
  };
}

/** System fields are declared nowhere. */
function typeAt(path: string, field: Field | undefined): string {
  return field?.type ?? (path.endsWith('areaCode') ? 'area' : /(created|updated)At$/.test(path) ? 'datetime' : '');
}

function linkIn(paths: Record<string, string> | undefined, field: Field | undefined, pointer: string, place: Place, linker: Linker, sources: Map<string, Entity>): void {
  for (const [name, path] of Object.entries(paths ?? {})) {
    const entity = sources.get(name);
    if (!entity) { linker.report(place, `${pointer}/${name}`, 'definition.unknown-field', `unknown source "${name}"`, suggest(name, sources.keys())); continue; }
    const other = resolvePath(path, entity, place, `${pointer}/${name}`, linker);
    const kind = (f: Field) => f.reference?.entity ?? (times.includes(f.type) ? 'time' : numbers.includes(f.type) ? 'number' : f.type);
    if (field && other && kind(field) !== kind(other)) linker.report(place, `${pointer}/${name}`, 'definition.measure', `"${path}" is a ${other.type} and cannot be the same as a ${field.type}`);
  }
}

function linkFilter(source: string | S.ReportFilter, index: number, { place, linker, entity, sources }: Parts): ReportFilter {
  const filter: S.ReportFilter = typeof source === 'string' ? { field: source } : source;
  const at = `/filters/${index}`;
  const field = resolvePath(filter.field, entity, place, typeof source === 'string' ? at : `${at}/field`, linker);
  if (filter.default !== undefined) checkCondition({ [filter.field]: filter.default }, entity, place, `${at}/default`, linker);
  linkIn(filter.in, field, `${at}/in`, place, linker, sources);
  return {
    path: filter.field, required: filter.required ?? false, in: filter.in ?? {},
    ...(filter.label ? { label: toText(filter.label) } : {}), ...(filter.default !== undefined ? { default: filter.default } : {}), ...(filter.maxValues ? { maxValues: filter.maxValues } : {}),
  };
}

function linkMeasures(all: readonly S.ReportMeasure[], dimensions: string[], { place, linker, entity, sources }: Parts): Measure[] {
  const linked: Measure[] = [];
  all.forEach((m, i) => {
    const at = `/measures/${i}`;
    const owner = m.source === undefined ? entity : sources.get(m.source);
    if (m.source !== undefined && !owner) linker.report(place, `${at}/source`, 'definition.unknown-field', `unknown source "${m.source}"`, suggest(m.source, sources.keys()));
    if (dimensions.includes(m.name) || linked.some((x) => x.name === m.name)) linker.report(place, `${at}/name`, 'definition.duplicate', `"${m.name}" is used twice`);
    if (m.where) checkCondition(m.where, owner, place, `${at}/where`, linker);
    if (m.rankWithin !== undefined && !dimensions.includes(m.rankWithin)) linker.report(place, `${at}/rankWithin`, 'definition.unknown-field', `unknown dimension "${m.rankWithin}"`, suggest(m.rankWithin, dimensions));
    const how = howMeasured(m, at, owner, linked, place, linker);
    if (!how) return;
    linked.push({
      name: m.name, label: toText(m.label), how: how.kind, type: how.type, empty: m.empty ?? 'zero', format: m.format ?? 'number', hidden: m.hidden ?? false, compare: m.compare ?? [], drill: m.drill ?? true,
      ...(m.source ? { source: m.source } : {}), ...(m.where ? { where: m.where } : {}), ...(m.unit ? { unit: toText(m.unit) } : {}), ...(m.scale === undefined ? {} : { scale: m.scale }),
      ...(m.running ? { running: m.running } : {}), ...(m.rank ? { rank: m.rank } : {}), ...(m.rankWithin ? { rankWithin: m.rankWithin } : {}),
    });
  });
  return linked;
}

function howMeasured(m: S.ReportMeasure, at: string, owner: Entity | undefined, before: readonly Measure[], place: Place, linker: Linker): { kind: MeasureKind; type: Measure['type'] } | undefined {
  const given = ways.filter((way) => m[way] !== undefined && m[way] !== false);
  const [way] = given;
  if (given.length !== 1 || !way) {
    linker.report(place, at, given.length === 0 ? 'definition.missing-property' : 'definition.measure', given.length === 0 ? '"count", "sum" or another way to measure is missing' : `${given.map((g) => `"${g}"`).join(' and ')} exclude each other`, given.length === 0 ? `one of ${ways.join(', ')}` : undefined);
    return undefined;
  }
  const known = before.filter((b) => b.type === 'number');
  const named = (name: string, pointer: string) => {
    if (!known.some((b) => b.name === name)) linker.report(place, pointer, 'definition.unknown-field', `no measure "${name}" of numbers is declared before this one`, suggest(name, known.map((b) => b.name)));
  };
  if (way === 'count') return { kind: { kind: 'count' }, type: 'number' };
  if (way === 'ratio') {
    const ratio = m.ratio!;
    named(ratio.of, `${at}/ratio/of`);
    named(ratio.over, `${at}/ratio/over`);
    return { kind: { kind: 'ratio', of: ratio.of, over: ratio.over, per: ratio.per ?? 1 }, type: 'number' };
  }
  if (way === 'compute') {
    const variables: Record<string, FeelType> = Object.fromEntries(known.map((b) => [b.name, { kind: 'number' }]));
    const expression = linker.expression(place, `${at}/compute`, m.compute!, variables, { kind: 'number' });
    return expression && { kind: { kind: 'compute', expression }, type: 'number' };
  }
  const path = way === 'quantile' ? m.quantile!.of : m[way]!;
  const field = owner && resolvePath(path, owner, place, way === 'quantile' ? `${at}/quantile/of` : `${at}/${way}`, linker);
  const type = typeAt(path, field);
  const dated = (way === 'min' || way === 'max') && times.includes(type);
  if (field && way !== 'distinct' && !dated && !numbers.includes(type)) linker.report(place, `${at}/${way}`, 'definition.measure', `"${path}" is no number`);
  if (way === 'quantile') return { kind: { kind: 'quantile', path, at: m.quantile!.at }, type: 'number' };
  if (way === 'median') return { kind: { kind: 'quantile', path, at: 0.5 }, type: 'number' };
  return { kind: { kind: way, path }, type: dated ? type === 'date' ? 'date' : 'datetime' : 'number' };
}
