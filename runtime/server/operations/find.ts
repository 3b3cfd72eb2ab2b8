import { entityOf, type Condition, type Entity } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { fieldTypeOf } from '../../fields/index.ts';
import { accessTo } from '../access/access.ts';
import { abilitiesOf } from './abilities.ts';
import { addAbilities } from './add-abilities.ts';
import type { Context } from '../context.ts';
import { together } from '../db/together.ts';
import { parseCondition, pathsOf, type Predicate } from '../query/condition.ts';
import { resolvePath, type ResolvedPath } from '../query/path.ts';
import { countStatement, flagOf, planSelect, plainPaths, statementOf, type Query } from '../query/plan-select.ts';
import { toRecords } from './record-json.ts';
import { queryTokens } from '../search/search-tokens.ts';

/** What a list is asked for, as it comes from the address. */
export interface FindInput {
  filter?: Condition;
  /** Condition of a list definition: trusted, not checked against field rights. */
  where?: Condition;
  search?: string;
  sort?: readonly string[];
  page?: number;
  pageSize?: number;
  fields?: readonly string[];
  count?: 'exact' | 'none' | 'capped';
  /** Tells with every record what may be done with it. */
  can?: boolean;
}

export interface Page { items: Record<string, unknown>[]; page: number; pageSize: number; total: number | null }

/** Most rows that a capped count tells. */
export const countCap = 10_000;
const maxOffset = 200_000;
const mostComparisons = 200;

/** A page of records under the reader's rights. */
export async function find(ctx: Context, entity: Entity, input: FindInput): Promise<Page> {
  const access = accessTo(ctx, entity);
  if (!access.can('read')) throw problem('access.denied', { action: { zh: `查看${entity.label.zh}`, en: `read ${entity.label.en}` } });
  const page = input.page ?? 1;
  const pageSize = input.pageSize ?? 20;
  if ((page - 1) * pageSize > maxOffset) throw problem('page.too-deep');
  const query = buildQuery(ctx, entity, input, access.rows('read'), pageSize, (page - 1) * pageSize);
  const abilities = input.can ? abilitiesOf(ctx, entity) : undefined;
  if (abilities) query.flags.push(...abilities.flags());
  const { plan, values } = planSelect(ctx, entity, query);
  const [{ rows }, total] = await together(ctx.db.query<Record<string, unknown>>(statementOf(plan, values)), countRows(ctx, entity, query, input.count ?? 'capped'));
  const items = await toRecords(ctx, plan, rows);
  if (abilities) await addAbilities(ctx, entity, { items, abilities, isSet: (index, flag) => flagOf(plan, rows[index]!, flag) });
  return { items, page, pageSize, total };
}

async function countRows(ctx: Context, entity: Entity, query: Query, count: NonNullable<FindInput['count']>): Promise<number | null> {
  if (count === 'none') return null;
  const { text, values } = countStatement(ctx, entity, query, count === 'exact' ? undefined : countCap + 1);
  const { rows } = await ctx.db.query<{ total: number }>(text, values);
  return Number(rows[0]?.total ?? 0);
}

/** The query behind a list: names resolved, rights of fields applied. */
export function buildQuery(ctx: Context, entity: Entity, input: FindInput, rows: Predicate, limit: number, offset: number): Query {
  const user = { id: ctx.principal.user?.id, org: ctx.principal.user?.org?.id, area: ctx.principal.user?.org?.area };
  const values = { clock: ctx.services.clock, user };
  const asked = input.filter === undefined ? { kind: 'all' as const } : parseCondition(ctx.model, entity, input.filter, values);
  // A statement is kept for every shape: one as large as a body may be must not be built.
  if (pathsOf(asked).length > mostComparisons) throw problem('request.bad-value', { name: 'filter' });
  const extra = pathsOf(asked).map((p) => questionRule(ctx, entity, p)).filter((p) => p.kind !== 'all');
  const trusted = input.where === undefined ? { kind: 'all' as const } : parseCondition(ctx.model, entity, input.where, values);
  const tokens = input.search === undefined ? [] : queryTokens(input.search);
  const searchPaths = searchable(ctx, entity);
  const byText = tokens.length > 0 && searchPaths === undefined ? [textSearch(ctx, entity, input.search ?? '')] : [];
  const parts = [asked, trusted, ...extra, ...byText].filter((p) => p.kind !== 'all');
  const sort = (input.sort ?? entity.sort).map((key) => ({ path: resolvePath(ctx.model, entity, key.replace(/^-/, '')), down: key.startsWith('-') }));
  for (const { path } of sort) if (!fieldTypeOf(path.field).sortable) throw problem('request.bad-value', { name: `sort=${path.text}` });
  for (const { path } of sort) if (input.sort && questionRule(ctx, entity, path).kind !== 'all') throw unknownField(path);
  const named = input.fields?.map((f) => resolvePath(ctx.model, entity, f)) ?? plainPaths(ctx.model, entity);
  const fields = ['id', 'version', 'createdAt', 'updatedAt'].map((n) => resolvePath(ctx.model, entity, n));
  for (const path of named) if (!fields.some((f) => f.text === path.text) && (input.fields || accessTo(ctx, entity).visible(path.field.name).kind !== 'none')) fields.push(path);
  return {
    fields: fields.filter((f) => seen(ctx, entity, f)), rows, limit, offset, sort, flags: [],
    where: parts.length === 0 ? { kind: 'all' } : parts.length === 1 ? parts[0]! : { kind: 'and', parts },
    ...(tokens.length > 0 && searchPaths && searchPaths.length > 0 ? { search: { tokens, paths: searchPaths } } : {}),
  };
}

/** Search paths that the reader may ask about; nothing when one of the record's own texts, which share one column, is not the reader's to know. */
function searchable(ctx: Context, entity: Entity): ResolvedPath[] | undefined {
  const paths = entity.search.map((p) => resolvePath(ctx.model, entity, p));
  return paths.some((p) => p.hops.length === 0 && !isClear(ctx, entity, p)) ? undefined : paths.filter((p) => isClear(ctx, entity, p));
}

/** The search without the shared column: slower, but only over texts that the reader may know. */
function textSearch(ctx: Context, entity: Entity, text: string): Predicate {
  const paths = entity.search.map((p) => resolvePath(ctx.model, entity, p)).filter((p) => isClear(ctx, entity, p));
  return anyOf(paths.map((path) => parseCondition(ctx.model, entity, { [path.text]: { $contains: text.trim() } }, { clock: ctx.services.clock })));
}

function anyOf(parts: Predicate[]): Predicate {
  return parts.length === 0 ? { kind: 'none' } : parts.length === 1 ? parts[0]! : { kind: 'or', parts };
}

/** May the reader see the values at the end of a path whole, in every record that may be seen? */
export function isClear(ctx: Context, entity: Entity, path: ResolvedPath): boolean {
  return questionRule(ctx, entity, path, true).kind === 'all';
}

/** May the reader see a path: each of its steps and the field at its end? */
export function seen(ctx: Context, entity: Entity, path: ResolvedPath): boolean {
  const target = path.hops.length === 0 ? entity : entityOf(ctx.model, path.hops.at(-1)!.to);
  return accessTo(ctx, target).visible(path.field.name).kind !== 'none' && path.hops.every((hop) => accessTo(ctx, entityOf(ctx.model, hop.to)).can('read'));
}

/** Filtering, sorting and searching by a value tells it: only where it may be seen whole. */
function questionRule(ctx: Context, entity: Entity, path: ResolvedPath, quiet = false): Predicate {
  let current = entity;
  for (const hop of path.hops) {
    const step = hop.field === undefined ? { kind: 'all' as const } : accessTo(ctx, current).clear(hop.field);
    if (step.kind === 'none') { if (quiet) return step; throw unknownField(path); }
    current = entityOf(ctx.model, hop.to);
    if (!accessTo(ctx, current).can('read')) { if (quiet) return { kind: 'none' }; throw unknownField(path); }
  }
  const rule = accessTo(ctx, current).clear(path.field.name);
  if (rule.kind === 'none' && !quiet) throw unknownField(path);
  return path.hops.length === 0 ? rule : rule.kind === 'all' ? rule : { kind: 'none' };
}

function unknownField(path: ResolvedPath): Error {
  return problem('request.unknown-field', { name: path.text, suggestion: '' });
}
