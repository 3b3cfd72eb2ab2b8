import { entityOf, type Condition, type Report } from '../../model/model.ts';
import { invalid, problem } from '../../problems.ts';
import { accessTo, readRule } from '../access/access.ts';
import type { Context } from '../context.ts';
import { joined, raw, sql, toNative, type Fragment } from '../db/builder.ts';
import { buildQuery, isClear } from '../operations/find.ts';
import { parseCondition, pathsOf } from '../query/condition.ts';
import { fieldAt, say } from '../client-model/client-field.ts';
import { resolvePath, type ResolvedPath } from '../query/path.ts';
import { predicateSql } from '../query/predicate-sql.ts';

const maxRows = 5000;

/** Figures of a report: groups, measures, and the totals over all groups. */
export interface ReportResult {
  columns: { name: string; label: string; type: string; role: 'dimension' | 'measure'; unit?: string }[];
  rows: Record<string, unknown>[];
  totals: Record<string, number>;
  more: boolean;
}

/** A report may be opened by roles that name it, when its entity and every field in it may be read whole. */
export function canReadReport(ctx: Context, key: string): boolean {
  const report = ctx.model.reports.get(key);
  if (!report) return false;
  const entity = entityOf(ctx.model, report.entity);
  if (!accessTo(ctx, entity).can('read')) return false;
  // A sum or a count by a hidden value would tell it.
  if (!pathsIn(ctx, report).every((path) => isClear(ctx, entity, path))) return false;
  return ctx.principal.kind === 'system' || ctx.principal.grants.some((g) => ctx.model.roles.get(g.role)?.reports.has(key));
}

/** Every value that a report's figures are made of. */
function pathsIn(ctx: Context, report: Report): ResolvedPath[] {
  const entity = entityOf(ctx.model, report.entity);
  const named = [...report.dimensions.map((d) => d.path), ...report.measures.flatMap((m) => m.sum ?? [])].map((path) => resolvePath(ctx.model, entity, path));
  return [...named, ...report.measures.flatMap((m) => m.where ? pathsOf(parseCondition(ctx.model, entity, m.where, { clock: ctx.services.clock })) : [])];
}

/** Runs a report as one statement under the reader's rules for rows and fields. */
export async function runReport(ctx: Context, key: string, filter: Condition | undefined): Promise<ReportResult> {
  const report = ctx.model.reports.get(key);
  if (!report) throw problem('not-found');
  if (!canReadReport(ctx, key)) throw problem('access.denied', { action: { zh: `查看${report.label.zh}`, en: `open ${report.label.en}` } });
  const entity = entityOf(ctx.model, report.entity);
  const allowed = new Set([...report.filters, ...report.dimensions.map((d) => d.path)]);
  for (const name of Object.keys(filter ?? {})) if (!allowed.has(name)) throw invalid([{ field: name, code: 'request.unknown-field', params: { name, suggestion: '' } }]);
  const query = buildQuery(ctx, entity, { ...(filter ? { filter } : {}), ...(report.where ? { where: report.where } : {}), fields: ['id'] }, accessTo(ctx, entity).rows('read'), maxRows, 0);
  const dimensions = report.dimensions.filter((d) => fieldAt(ctx, entity, d.path)).map((d) => ({ ...d, resolved: resolvePath(ctx.model, entity, d.path) }));
  const statement = build(ctx, report, dimensions, [query.rows, query.where].filter((p) => p.kind !== 'all').map((p) => predicateSql(ctx.model, p, 't', readRule(ctx))));
  const { rows } = await ctx.db.query<Record<string, unknown>>(statement.text, statement.values);
  const out = rows.slice(0, maxRows).map((row) => {
    const record: Record<string, unknown> = {};
    dimensions.forEach((d, i) => { record[d.name] = d.resolved.field.reference ? row[`d${i}`] == null ? null : { id: row[`d${i}`], title: row[`t${i}`] ?? '' } : row[`d${i}`] ?? null; });
    report.measures.forEach((m, i) => { record[m.name] = Number(row[`m${i}`] ?? 0); });
    return record;
  });
  const totals = Object.fromEntries(report.measures.map((m) => [m.name, out.reduce((sum, row) => sum + Number(row[m.name]), 0)]));
  return {
    rows: out, totals, more: rows.length > maxRows,
    columns: [
      ...dimensions.map((d) => ({ name: d.name, label: say(ctx, d.label ?? d.resolved.field.label), type: d.resolved.field.type, role: 'dimension' as const })),
      ...report.measures.map((m) => ({ name: m.name, label: say(ctx, m.label), type: 'decimal', role: 'measure' as const, ...(m.unit ? { unit: say(ctx, m.unit) } : {}) })),
    ],
  };
}

function build(ctx: Context, report: Report, dimensions: { name: string; resolved: ResolvedPath }[], where: Fragment[]): { text: string; values: unknown[] } {
  const entity = entityOf(ctx.model, report.entity);
  const builder = sql(sql.ref(`${entity.schema}.${entity.table}`).as('t') as never);
  const joins = new Set<string>();
  // Values behind a reference come under the reader's rule for the record there; its title is shown to whoever sees the reference.
  const join = (prefix: string, name: string, to: string, own: string, other: string, ruled: boolean): string => {
    const alias = `${prefix}__${name}${ruled ? '' : '_title'}`;
    if (!joins.has(alias)) {
      joins.add(alias);
      const target = entityOf(ctx.model, to);
      const rule = ruled ? accessTo(ctx, target).rows('read') : { kind: 'all' as const };
      builder.joinRaw('left join ??.?? as ?? on ?? = ?? and ?', [target.schema, target.table, alias, `${alias}.${other}`, `${prefix}.${own}`, predicateSql(ctx.model, rule, alias)] as never);
    }
    return alias;
  };
  const aliasOf = (path: ResolvedPath) => path.hops.reduce((alias, hop) => join(alias, hop.name, hop.to, hop.ownColumn, hop.otherColumn, true), 't');
  const selected: Fragment[] = [];
  const grouped: Fragment[] = [];
  dimensions.forEach(({ resolved }, i) => {
    const alias = aliasOf(resolved);
    selected.push(raw('?? as ??', [`${alias}.${resolved.column}`, `d${i}`]));
    grouped.push(raw('??', [`${alias}.${resolved.column}`]));
    const reference = resolved.field.reference;
    if (!reference) return;
    const target = entityOf(ctx.model, reference.entity);
    const at = join(alias, resolved.field.name, reference.entity, resolved.column, reference.key, false);
    selected.push(raw('min(??::text) as ??', [`${at}.${target.byName.get(target.title)?.column ?? 'id'}`, `t${i}`]));
  });
  report.measures.forEach((measure, i) => {
    const value = measure.sum === undefined ? raw('count(*)') : (() => { const path = resolvePath(ctx.model, entity, measure.sum); return raw('coalesce(sum(??), 0)', [`${aliasOf(path)}.${path.column}`]); })();
    const only = measure.where ? predicateSql(ctx.model, parseCondition(ctx.model, entity, measure.where, { clock: ctx.services.clock }), 't') : undefined;
    // `filter` belongs to the aggregate itself, inside coalesce.
    selected.push(only === undefined ? raw('? as ??', [value, `m${i}`])
      : measure.sum === undefined ? raw('count(*) filter (where ?) as ??', [only, `m${i}`])
        : (() => { const path = resolvePath(ctx.model, entity, measure.sum!); return raw('coalesce(sum(??) filter (where ?), 0) as ??', [`${aliasOf(path)}.${path.column}`, only, `m${i}`]); })());
  });
  builder.select(selected);
  if (where.length > 0) builder.whereRaw('?', [joined(where, 'and')] as never);
  if (grouped.length > 0) builder.groupByRaw(grouped.map(() => '?').join(', '), grouped as never);
  for (const key of report.sort) {
    const name = key.replace(/^-/, '');
    const d = dimensions.findIndex((x) => x.name === name);
    const m = report.measures.findIndex((x) => x.name === name);
    const column = d >= 0 ? (dimensions[d]!.resolved.field.reference ? `t${d}` : `d${d}`) : m >= 0 ? `m${m}` : undefined;
    if (column) builder.orderByRaw(`?? ${key.startsWith('-') ? 'desc' : 'asc'}`, [column]);
  }
  builder.limit(maxRows + 1);
  return toNative(builder);
}
