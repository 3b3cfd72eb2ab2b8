import { entityOf, type Entity } from '../../model/model.ts';
import { isId } from '../../fields/index.ts';
import { problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { raw, toNative, type Fragment } from '../db/builder.ts';
import { whereSql } from '../query/plan-select.ts';
import { buildQuery, find, type FindInput } from './find.ts';
import { titleIn } from './title-in.ts';

export interface TreeInput extends Pick<FindInput, 'filter' | 'where' | 'search' | 'fields' | 'sort'> { parent?: string; page?: number }
export interface TreePage { items: Record<string, unknown>[]; total: number; page: number; pageSize: number }

const pageSize = 200;
/** More children of one node are no tree that people can read. */
const most = 1000;

/**
 * The children of a node (or the topmost nodes that the reader may see), each with how many children it has.
 * A filter keeps the ancestors of what it finds; `matches` tells the two apart.
 */
export async function treeLevel(ctx: Context, entity: Entity, input: TreeInput): Promise<TreePage> {
  const { parent } = treeOf(ctx, entity);
  if (input.parent !== undefined && !isId(input.parent)) throw problem('not-found');
  const query = buildQuery(ctx, entity, { ...input.filter ? { filter: input.filter } : {}, ...input.where ? { where: input.where } : {}, ...input.search ? { search: input.search } : {} }, accessTo(ctx, entity).rows('read'), 1, 0);
  const read = (alias: string): Fragment => whereSql(ctx, { rows: query.rows, where: { kind: 'all' } }, alias);
  const isFiltered = query.where.kind !== 'all' || query.search !== undefined;
  const table = [entity.schema, entity.table];
  const top = raw('(?? is null or not exists (select 1 from ??.?? as p where p.id = ?? and ?))', [`t.${parent}`, ...table, `t.${parent}`, read('p')]);
  const { text, values } = toNative((isFiltered
    ? raw(`with recursive hit as (select t.id, ?? as parent from ??.?? as t where ?), node as (select id, parent, true as hit from hit
        union select p.id, ??, false from node n join ??.?? as p on p.id = n.parent where ?)
      select n.id, bool_or(n.hit) as hit, (select count(distinct c.id)::int from node c where c.parent = n.id) as children from node n where ? group by n.id limit ?`,
    [`t.${parent}`, ...table, whereSql(ctx, query), `p.${parent}`, ...table, read('p'), input.parent === undefined ? raw('(n.parent is null or not exists (select 1 from node p where p.id = n.parent))') : raw('n.parent = ?', [input.parent]), most])
    : raw(`select t.id, true as hit, (select count(*)::int from ??.?? as c where ?? = t.id and ?) as children from ??.?? as t where ? and ? limit ?`,
      [...table, `c.${parent}`, read('c'), ...table, read('t'), input.parent === undefined ? top : raw('?? = ?', [`t.${parent}`, input.parent]), most])) as never);
  const { rows } = await ctx.db.query<{ id: string; hit: boolean; children: number }>(text, values);
  const known = new Map(rows.map((row) => [row.id, row]));
  const page = input.page ?? 1;
  const found = rows.length === 0 ? { items: [] } : await find(ctx, entity, { where: { id: { $in: rows.map(({ id }) => id) } }, pageSize, page, count: 'none', can: true, ...input.fields ? { fields: input.fields } : {}, ...input.sort ? { sort: input.sort } : {} });
  return {
    items: found.items.map((item) => ({ ...item, children: known.get(String(item['id']))?.children ?? 0, matches: known.get(String(item['id']))?.hit ?? false })),
    total: rows.length, page, pageSize,
  };
}

/** The way from the topmost node that the reader may see down to a node. */
export async function treePath(ctx: Context, entity: Entity, id: string): Promise<{ id: string; title: string }[]> {
  const { parent } = treeOf(ctx, entity);
  if (!isId(id)) throw problem('not-found');
  const read = (alias: string): Fragment => whereSql(ctx, { rows: accessTo(ctx, entity).rows('read'), where: { kind: 'all' } }, alias);
  const { text, values } = toNative(raw(`with recursive up as (select t.id, ?? as parent, 0 as depth from ??.?? as t where t.id = ? and ?
      union all select p.id, ??, u.depth + 1 from up u join ??.?? as p on p.id = u.parent where u.depth < 30 and ?) select id from up order by depth desc`,
  [`t.${parent}`, entity.schema, entity.table, id, read('t'), `p.${parent}`, entity.schema, entity.table, read('p')]) as never);
  const { rows } = await ctx.db.query<{ id: string }>(text, values);
  if (rows.length === 0) throw problem('not-found');
  const { items } = await find(ctx, entity, { where: { id: { $in: rows.map((row) => row.id) } }, fields: [entity.title], pageSize: 100, count: 'none' });
  const titles = new Map(items.map((item) => [String(item['id']), titleIn(item[entity.title])]));
  return rows.map((row) => ({ id: row.id, title: titles.get(row.id) ?? '' }));
}

function treeOf(ctx: Context, entity: Entity): { parent: string } {
  if (!accessTo(ctx, entity).can('read')) throw problem('access.denied', { action: { zh: `查看${entity.label.zh}`, en: `read ${entity.label.en}` } });
  const column = entity.tree && entityOf(ctx.model, entity.key).byName.get(entity.tree.parent)?.column;
  if (!column) throw problem('not-found');
  return { parent: column };
}
