import { entityOf, type Condition, type Entity, type Report } from '../../model/model.ts';
import { invalid, problem } from '../../problems.ts';
import { accessTo, readRule } from '../access/access.ts';
import type { Context } from '../context.ts';
import { raw, toNative } from '../db/builder.ts';
import { isClear } from '../operations/find.ts';
import { areaPrefix, parseCondition, pathsOf } from '../query/condition.ts';
import { predicateSql } from '../query/predicate-sql.ts';
import { resolvePath, type ResolvedPath } from '../query/path.ts';
import { valuesOf, type ReportPlan } from './report-plan.ts';

/** A report may be opened by roles that name it, when its entities and every field in it may be read whole. */
export function canReadReport(ctx: Context, key: string): boolean {
  const report = ctx.model.reports.get(key);
  if (!report) return false;
  const entity = entityOf(ctx.model, report.entity);
  const used: [string | undefined, Entity][] = [[undefined, entity], ...report.sources.map((s): [string, Entity] => [s.name, entityOf(ctx.model, s.entity)])];
  if (!used.every(([, e]) => accessTo(ctx, e).can('read'))) return false;
  // A sum, a count by a hidden value, or an order by it would tell it.
  if (!used.every(([name, e]) => pathsIn(ctx, report, name, e).every((path) => isClear(ctx, e, path)))) return false;
  return ctx.principal.kind === 'system' || ctx.principal.grants.some((g) => ctx.model.roles.get(g.role)?.reports.has(key));
}

/** The report, if the person may open it: 404 when there is none, 403 when it is not for this person. */
export function requireReport(ctx: Context, key: string): Report {
  const report = ctx.model.reports.get(key);
  if (!report) throw problem('not-found');
  if (!canReadReport(ctx, key)) throw problem('access.denied', { action: { zh: `查看${report.label.zh}`, en: `open ${report.label.en}` } });
  return report;
}

/** Every value that the figures from one source are made of. */
function pathsIn(ctx: Context, report: Report, source: string | undefined, entity: Entity): ResolvedPath[] {
  const own = report.measures.filter((m) => m.source === source);
  const at = (x: { path: string; in: Record<string, string> }): string[] => source === undefined ? [x.path] : x.in[source] === undefined ? [] : [x.in[source]];
  const named = [...report.dimensions.flatMap(at), ...own.flatMap((m) => 'path' in m.how ? [m.how.path] : []), ...(source === undefined && report.time ? [report.time] : []), ...(source === undefined ? [] : report.filters.flatMap(at))];
  const conditions = [...own.map((m) => m.where), source === undefined ? report.where : report.sources.find((s) => s.name === source)?.where].filter((c): c is Condition => c !== undefined);
  return [...named.map((path) => resolvePath(ctx.model, entity, path)), ...conditions.flatMap((c) => pathsOf(parseCondition(ctx.model, entity, c, valuesOf(ctx))))];
}

/** Who asks for the figures of an area or a record beyond the own scope is refused, not told that there are none. */
export async function checkReach(ctx: Context, { report, filter }: ReportPlan): Promise<void> {
  if (ctx.principal.kind === 'system') return;
  const entity = entityOf(ctx.model, report.entity);
  for (const [path, condition] of Object.entries(filter)) {
    const resolved = resolvePath(ctx.model, entity, path);
    const predicate = parseCondition(ctx.model, entity, { [path]: condition }, valuesOf(ctx));
    for (const part of predicate.kind === 'and' ? predicate.parts : [predicate]) {
      if (part.kind !== 'compare' || !['$eq', '$in', '$below'].includes(part.operator)) continue;
      const values = (Array.isArray(part.value) ? part.value : [part.value]).filter((v): v is string => typeof v === 'string');
      const label = { label: report.filters.find((f) => f.path === path)?.label ?? report.dimensions.find((d) => d.path === path)?.label ?? resolved.field.label };
      if (resolved.field.type === 'area') {
        if (!values.every((v) => isWithin(ctx, entity, areaPrefix(v.replace('%', ''))))) throw outside(path, label);
      } else if (resolved.field.reference) await checkSeen(ctx, entityOf(ctx.model, resolved.field.reference.entity), resolved.field.reference.key, values, path, label);
      else if (isKey(ctx, resolved)) await checkSeen(ctx, entityOf(ctx.model, resolved.entity), resolved.field.name, values, path, label);
    }
  }
}

/** Does the reader's scope reach an area? People of a unit reach the areas that their unit lies in. */
function isWithin(ctx: Context, entity: Entity, prefix: string): boolean {
  return ctx.principal.grants.some((grant) => {
    const rights = ctx.model.roles.get(grant.role)?.grants.get(entity.key);
    if (!rights || rights.read === false) return false;
    if (rights.scope === 'all' || grant.scope === 'all') return true;
    if (grant.scope === 'area-below') return grant.area !== null && prefix.startsWith(grant.area);
    const own = ctx.principal.user?.org?.area ?? '';
    return own !== '' && (areaPrefix(own).startsWith(prefix) || prefix.startsWith(areaPrefix(own)));
  });
}

/** A code behind a reference names one record: asking for one that is not there is a mistake. */
function isKey(ctx: Context, { hops, field, entity }: ResolvedPath): boolean {
  const target = entityOf(ctx.model, entity);
  return hops.length > 0 && (field.unique || (target.keys.length === 1 && target.keys[0] === field.name) || target.unique.some((group) => group.length === 1 && group[0] === field.name));
}

async function checkSeen(ctx: Context, target: Entity, key: string, values: string[], path: string, label: { label: { zh: string; en: string } }): Promise<void> {
  const column = key === 'id' ? 'id' : target.byName.get(key)?.column;
  if (!column || values.length === 0) return;
  const rows = accessTo(ctx, target).can('read') ? accessTo(ctx, target).rows('read') : { kind: 'none' as const };
  const { text, values: bound } = toNative(raw('select ?? as key, bool_or(?) as is_seen from ??.?? t where ?? = any(?) group by 1', [`t.${column}`, predicateSql(ctx.model, rows, 't', readRule(ctx)), target.schema, target.table, `t.${column}`, raw('?', [values])]) as never);
  const found = (await ctx.db.query<{ key: string; is_seen: boolean }>(text, bound)).rows;
  if (key !== 'id' && found.length < new Set(values).size) throw invalid([{ field: path, code: 'report.unknown-value', params: label }]);
  if (found.length < new Set(values).size || found.some((row) => !row.is_seen)) throw outside(path, label);
}

function outside(field: string, label: { label: { zh: string; en: string } }): Error {
  return problem('report.out-of-scope', { ...label, field });
}
