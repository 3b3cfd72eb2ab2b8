import type { QueryConfig } from 'pg';
import { fieldTypeOf, type Field } from '../../fields/index.ts';
import { entityOf, type Entity, type Model } from '../../model/model.ts';
import { accessTo, readRule } from '../access/access.ts';
import { todayOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { joined, raw, sql, toNative, type Fragment } from '../db/builder.ts';
import { pathsOf, type Predicate } from './condition.ts';
import { resolvePath, type Hop, type ResolvedPath } from './path.ts';
import { joinAlias, predicateSql } from './predicate-sql.ts';
import { fillSlots, shapeOf, slotted } from './slots.ts';

/** What a list or a record asks for; access is part of it, never a filter afterwards. */
export interface Query {
  fields: ResolvedPath[];
  where: Predicate;
  sort: { path: ResolvedPath; down: boolean }[];
  limit: number;
  offset: number;
  /** Rows the operation may touch. */
  rows: Predicate;
  /** Further predicates told as booleans with every row, such as what may be done with it. */
  flags: { name: string; predicate: Predicate }[];
  /** Words of the search box, as the search column keeps them. */
  search?: { tokens: string[]; paths: ResolvedPath[] };
  /** In no order: the first rows found will do. */
  unordered?: boolean;
}

/** One output column of a plan. */
export interface PlannedColumn {
  key: string;
  field: Field;
  /** Index of the value, of the title behind a reference, and of the masking flag in a row. */
  value: number;
  title?: number;
  /** What the title behind the reference is, where the reader may see it masked only. */
  maskedTitle?: Field;
  clear?: number | 'never';
}

export interface SelectPlan { name: string; uses: number; text: string; bindings: readonly unknown[]; columns: PlannedColumn[]; flags: { name: string; index: number }[] }

/** A plan with its values; one that is used again and again is prepared by PostgreSQL. */
export function statementOf(plan: SelectPlan, values: unknown[]): QueryConfig<unknown[]> {
  plan.uses += 1;
  return plan.uses > 3 ? { name: plan.name, text: plan.text, values } : { text: plan.text, values };
}

/** The answer to one of a query's flags. */
export function flagOf(plan: SelectPlan, row: Record<string, unknown>, name: string): boolean {
  const flag = plan.flags.find((candidate) => candidate.name === name);
  return flag !== undefined && row[`c${flag.index}`] === true;
}

const plans = new WeakMap<Model, Map<string, SelectPlan>>();
const maxPlans = 2000;
let planCount = 0;

/** The statement for a query, compiled once per shape, and its values. */
export function planSelect(ctx: Context, entity: Entity, query: Query): { plan: SelectPlan; values: unknown[] } {
  const values: unknown[] = [];
  const parts = [query.rows, query.where, ...query.flags.map((f) => f.predicate)];
  const columnRules = query.fields.map((path) => columnRule(ctx, entity, path));
  const sortRules = query.sort.map(({ path }) => columnRule(ctx, entity, path));
  const shape = [
    entity.key, query.fields.map((f) => f.text).join(','), query.sort.map((s) => `${s.down ? '-' : ''}${s.path.text}`).join(','),
    ...parts.map((p) => shapeOf(p, values)), query.flags.map((f) => f.name).join(','),
    ...columnRules.flatMap((r) => [shapeOf(r.visible, values), shapeOf(r.clear, values)]),
    ...[...columnRules, ...sortRules].map((r) => r.joins.map((j) => shapeOf(j.rule, values)).join('/')),
    query.search ? query.search.paths.map((p) => p.text).join('+') : '', query.fields.map((path) => maskedTitle(ctx, path.field) ? '*' : '').join(','), query.unordered ? 'unordered' : '',
  ].join('|');
  if (query.search) values.push(query.search.tokens);
  values.push(query.limit, query.offset);
  let known = plans.get(ctx.model);
  if (!known) plans.set(ctx.model, (known = new Map()));
  // Rules behind EXISTS carry the reader's own values, such as the unit and today: such plans are kept per reader and day.
  const personal = [...parts].some((p) => pathsOf(p).some((path) => path.hops.length > 0));
  const key = `${personal ? readerKey(ctx) : ''}|${shape}`;
  let plan = known.get(key);
  if (!plan) {
    plan = compile(ctx, entity, query);
    if (known.size >= maxPlans) known.clear();
    known.set(key, plan);
  }
  return { plan, values: fillSlots(plan.bindings, values) };
}

function readerKey(ctx: Context): string {
  return ctx.principal.kind === 'system' ? 'system' : JSON.stringify([ctx.principal.user?.id, ctx.principal.user?.org, ctx.principal.grants, todayOf(ctx.services.clock)]);
}

interface ColumnRule { visible: Predicate; clear: Predicate; joins: { hop: Hop; rule: Predicate }[] }

/** What the reader may see of a column; a path is as visible as each of its steps. */
function columnRule(ctx: Context, entity: Entity, path: ResolvedPath): ColumnRule {
  const joins: ColumnRule['joins'] = [];
  let current = entity;
  for (const hop of path.hops) {
    const next = entityOf(ctx.model, hop.to);
    const step = hop.field === undefined ? { kind: 'all' as const } : accessTo(ctx, current).visible(hop.field);
    joins.push({ hop, rule: step.kind === 'all' ? accessTo(ctx, next).rows('read') : { kind: 'none' } });
    current = next;
  }
  const access = accessTo(ctx, current);
  return { visible: access.visible(path.field.name), clear: access.clear(path.field.name), joins };
}

function compile(ctx: Context, entity: Entity, query: Query): SelectPlan {
  const counter = { next: 0 };
  const where = [slotted(query.rows, counter), slotted(query.where, counter)];
  const flags = query.flags.map((f) => ({ name: f.name, predicate: slotted(f.predicate, counter) }));
  const rules = query.fields.map((path) => columnRule(ctx, entity, path));
  const columnRules = rules.map((r) => ({ visible: slotted(r.visible, counter), clear: slotted(r.clear, counter) }));
  const joinRules = rules.map((r) => r.joins.map((j) => slotted(j.rule, counter)));
  const sortRules = query.sort.map(({ path }) => columnRule(ctx, entity, path).joins.map((j) => slotted(j.rule, counter)));
  const builder = sql(sql.ref(`${entity.schema}.${entity.table}`).as('t') as never);
  const joins = new Map<string, true>();
  const join = (hops: Hop[], ruleAt: (depth: number) => Predicate | undefined, prefix = 't'): string => {
    let alias = prefix;
    hops.forEach((hop, depth) => {
      const rule = ruleAt(depth);
      // A title is shown to everybody, other values only under the reader's rule: two joins, not one for both.
      const next = `${alias}__${hop.name}${rule && rule.kind !== 'all' ? '!' : ''}`;
      if (!joins.has(next)) {
        joins.set(next, true);
        const target = entityOf(ctx.model, hop.to);
        const on: Fragment[] = [raw('?? = ??', [`${next}.${hop.otherColumn}`, `${alias}.${hop.ownColumn}`])];
        if (rule && rule.kind !== 'all') on.push(predicateSql(ctx.model, rule, next));
        builder.joinRaw('left join ??.?? as ?? on ?', [target.schema, target.table, next, joined(on, 'and')] as never);
      }
      alias = next;
    });
    return alias;
  };
  const selected: Fragment[] = [];
  const select = (fragment: Fragment): number => selected.push(fragment) - 1;
  const columns = query.fields.map((path, i): PlannedColumn => {
    const alias = join(path.hops, (depth) => joinRules[i]![depth]);
    const rule = columnRules[i]!;
    const seen = (fragment: Fragment): Fragment => rule.visible.kind === 'all' ? fragment
      : raw('case when ? then ? end', [predicateSql(ctx.model, rule.visible, alias), fragment]);
    const column: PlannedColumn = { key: path.text, field: path.field, value: select(seen(raw('??', [`${alias}.${path.column}`]))) };
    const title = path.field.reference && titleSql(ctx.model, path, alias, join);
    if (title) column.title = select(seen(title));
    const masked = title && maskedTitle(ctx, path.field);
    if (masked) column.maskedTitle = masked;
    if (rule.clear.kind === 'none') column.clear = 'never';
    else if (rule.clear.kind !== 'all') column.clear = select(predicateSql(ctx.model, rule.clear, alias));
    return column;
  });
  const flagColumns = flags.map((f) => ({ name: f.name, index: select(predicateSql(ctx.model, f.predicate, 't', readRule(ctx))) }));
  builder.select(selected.map((fragment, i) => raw('? as ??', [fragment, `c${i}`])));
  for (const predicate of where) if (predicate.kind !== 'all') builder.whereRaw('?', [predicateSql(ctx.model, predicate, 't', readRule(ctx))] as never);
  if (query.search) builder.whereRaw('?', [searchSql(ctx, query.search, slotted({ kind: 'compare', path: query.search.paths[0]!, operator: '$eq', value: [] }, counter))] as never);
  for (const [i, { path, down }] of query.sort.entries()) {
    const alias = join(path.hops, (depth) => sortRules[i]![depth]);
    builder.orderByRaw(`? ${down ? 'desc' : 'asc'}`, [sortKey(ctx.model, path, alias, join)] as never);
  }
  if (!query.unordered) builder.orderByRaw(`?? ${query.sort.at(-1)?.down ? 'desc' : 'asc'}`, ['t.id']);
  const limit = slotted({ kind: 'compare', path: query.fields[0]!, operator: '$eq', value: 0 }, counter);
  const offset = slotted({ kind: 'compare', path: query.fields[0]!, operator: '$eq', value: 0 }, counter);
  const base = toNative(builder);
  const place = base.values.length;
  const text = `${base.text} limit $${place + 1} offset $${place + 2}`;
  return { name: `list${planCount++}`, uses: 0, text, bindings: [...base.values, slotOf(limit), slotOf(offset)], columns, flags: flagColumns };
}

/** The title field of what a reference leads to, when the reader may read the records but not that field whole. */
function maskedTitle(ctx: Context, { reference }: Field): Field | undefined {
  if (!reference) return undefined;
  const target = entityOf(ctx.model, reference.entity);
  const access = accessTo(ctx, target);
  return access.can('read') && access.clear(target.title).kind !== 'all' ? target.byName.get(target.title) : undefined;
}

function slotOf(predicate: Predicate): unknown {
  return predicate.kind === 'compare' ? predicate.value : undefined;
}

/** What people expect a column to be sorted by: names in pinyin order, references by the title they show, divisions by their code. */
function sortKey(model: Model, path: ResolvedPath, alias: string, join: Parameters<typeof titleSql>[3]): Fragment {
  const { field } = path;
  const title = field.reference && field.type !== 'area' ? titleSql(model, path, alias, join) : undefined;
  if (title) return raw('? collate "zh-x-icu"', [title]);
  const isName = field.type === 'text' && !field.unique && field.name !== 'code';
  return raw(`??${isName ? ' collate "zh-x-icu"' : ''}`, [`${alias}.${path.column}`]);
}

/** The title of the record behind a reference; titles that are references themselves are followed. */
function titleSql(model: Model, path: ResolvedPath, alias: string, join: (hops: Hop[], ruleAt: (depth: number) => undefined, prefix: string) => string): Fragment | undefined {
  const reference = path.field.reference!;
  let target = entityOf(model, reference.entity);
  let at = join([{ name: path.field.name, to: target.key, ownColumn: path.column, otherColumn: reference.key === 'code' ? 'code' : 'id' }], () => undefined, `${alias}`);
  for (let depth = 0; depth < 3; depth++) {
    const title = target.byName.get(target.title);
    if (!title?.column) return raw('??::text', [`${at}.id`]);
    if (!title.reference) return raw('??::text', [`${at}.${title.column}`]);
    const next = entityOf(model, title.reference.entity);
    at = join([{ name: title.name, to: next.key, ownColumn: title.column, otherColumn: title.reference.key === 'code' ? 'code' : 'id' }], () => undefined, at);
    target = next;
  }
  return raw('??::text', [`${at}.id`]);
}

/** The search box: the record's own search column, or that of a record behind a reference. */
function searchSql(ctx: Context, search: NonNullable<Query['search']>, tokens: Predicate, alias = 't'): Fragment {
  const slot = slotOf(tokens);
  const prefixes = new Map(search.paths.map((p) => [joinAlias(p.hops), p.hops]));
  const parts = [...prefixes.values()].map((hops): Fragment => behind(ctx.model, hops, alias, 0, slot));
  return joined(parts.length > 0 ? parts : [raw('false')], 'or');
}

function behind(model: Model, hops: Hop[], alias: string, depth: number, slot: unknown): Fragment {
  const hop = hops[depth];
  if (!hop) return raw('?? @> ?', [`${alias}.search_tokens`, slot]);
  const target = entityOf(model, hop.to);
  const inner = `${alias}_s${depth}`;
  return raw('?? in (select ?? from ??.?? as ?? where ?)', [`${alias}.${hop.ownColumn}`, `${inner}.${hop.otherColumn}`, target.schema, target.table, inner, behind(model, hops, inner, depth + 1, slot)]);
}

/** Which rows of `t` a query finds, as one condition. */
export function whereSql(ctx: Context, query: Pick<Query, 'rows' | 'where' | 'search'>, alias = 't'): Fragment {
  const parts: Fragment[] = [query.rows, query.where].filter((p) => p.kind !== 'all').map((p) => predicateSql(ctx.model, p, alias, readRule(ctx)));
  if (query.search) parts.push(searchSql(ctx, query.search, { kind: 'compare', path: query.search.paths[0]!, operator: '$eq', value: query.search.tokens }, alias));
  return parts.length > 0 ? joined(parts, 'and') : raw('true');
}

/** A statement that counts the rows of a query, up to a limit. */
export function countStatement(ctx: Context, entity: Entity, query: Query, cap: number | undefined): { text: string; values: unknown[] } {
  const where = raw('where ?', [whereSql(ctx, query)]);
  const statement = cap === undefined
    ? raw('select count(*) as total from ??.?? as ?? ?', [entity.schema, entity.table, 't', where])
    : raw('select count(*) as total from (select 1 from ??.?? as ?? ? limit ?) x', [entity.schema, entity.table, 't', where, cap]);
  return toNative(statement as never);
}

/** Plain fields a reader gets when none are named. */
export function plainPaths(model: Model, entity: Entity): ResolvedPath[] {
  return entity.fields.filter((f) => fieldTypeOf(f).column(f) !== null).map((f) => resolvePath(model, entity, f.name));
}
