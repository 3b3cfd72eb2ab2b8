import { entityOf, type Entity, type Model } from '../../model/model.ts';
import { joined, raw, type Fragment } from '../db/builder.ts';
import type { Predicate } from './condition.ts';
import type { Hop, ResolvedPath } from './path.ts';

/** What the reader may see of an entity; used for records behind references. */
export type RuleOf = (entity: Entity) => Predicate;

/** Compiles a predicate over `alias` to SQL; every part is true or not true, never left to null. */
export function predicateSql(model: Model, predicate: Predicate, alias: string, ruleOf?: RuleOf): Fragment {
  switch (predicate.kind) {
    case 'all': return raw('true');
    case 'none': return raw('false');
    case 'not': return raw('((?) is not true)', [predicateSql(model, predicate.part, alias, ruleOf)]);
    case 'and': case 'or': return joined(predicate.parts.map((p) => predicateSql(model, p, alias, ruleOf)), predicate.kind);
    case 'compare': return overHops(model, predicate.path, alias, 0, ruleOf, (at) => compareSql(model, predicate, at));
  }
}

/** Walks the references of a path as nested EXISTS, each under the reader's rule for what is behind it. */
function overHops(model: Model, path: ResolvedPath, alias: string, depth: number, ruleOf: RuleOf | undefined, leaf: (alias: string) => Fragment): Fragment {
  const hop = path.hops[depth];
  if (!hop) return leaf(alias);
  const entity = entityOf(model, hop.to);
  const inner = `${alias}_${depth}`;
  const conditions = [raw('?? = ??', [`${inner}.${hop.otherColumn}`, `${alias}.${hop.ownColumn}`]), overHops(model, path, inner, depth + 1, ruleOf, leaf)];
  const rule = ruleOf?.(entity);
  if (rule && rule.kind !== 'all') conditions.push(predicateSql(model, rule, inner, undefined));
  return raw('exists (select 1 from ??.?? as ?? where ?)', [entity.schema, entity.table, inner, joined(conditions, 'and')]);
}

function compareSql(model: Model, predicate: Extract<Predicate, { kind: 'compare' }>, alias: string): Fragment {
  const { path, operator, value } = predicate;
  const column = raw('??', [`${alias}.${path.column}`]);
  const array = path.field.type === 'multi-choice';
  if (path.field.references && operator === '$contains') return raw('? @> array[?]::uuid[]', [column, value]);
  if (path.field.references && operator === '$in') return raw('? && ?::uuid[]', [column, oneValue(value)]);
  switch (operator) {
    case '$eq': return value === null ? raw('? is null', [column]) : raw('? = ?', [column, value]);
    case '$ne': return value === null ? raw('? is not null', [column]) : raw('? is distinct from ?', [column, value]);
    case '$lt': return raw('? < ?', [column, value]);
    case '$lte': return raw('? <= ?', [column, value]);
    case '$gt': return raw('? > ?', [column, value]);
    case '$gte': return raw('? >= ?', [column, value]);
    // A list is one parameter, so that its length does not change the statement.
    case '$in': return raw('? = any(?)', [column, oneValue(value)]);
    case '$nin': return raw('((? = any(?)) is not true)', [column, oneValue(value)]);
    case '$exists': return value === true ? raw('? is not null', [column]) : raw('? is null', [column]);
    case '$contains': return array ? raw('? = any(?)', [value, column]) : raw(`? ilike ? escape '\\'`, [column, value]);
    case '$within': return raw("((? ->> 'lng')::float8 between (?::float8[])[1] and (?::float8[])[2] and (? ->> 'lat')::float8 between (?::float8[])[3] and (?::float8[])[4])", [column, oneValue(value), oneValue(value), column, oneValue(value), oneValue(value)]);
    case '$below': return belowSql(model, path, alias, value);
    default: throw new Error(`Operator ${operator} has no SQL.`);
  }
}

// knex spreads a plain array in raw bindings; wrapped, the list stays one parameter.
function oneValue(list: unknown): Fragment {
  return raw('?', [list]);
}

function belowSql(model: Model, path: ResolvedPath, alias: string, value: unknown): Fragment {
  if (path.field.type === 'area') return raw('?? like ?', [`${alias}.${path.column}`, value]);
  const entity = path.field.reference && entityOf(model, path.field.reference.entity);
  const parent = entity?.tree && entity.byName.get(entity.tree.parent)?.column;
  if (!entity || !parent) return raw('?? = ?', [`${alias}.${path.column}`, value]);
  return raw('?? in (with recursive below as (select id from ??.?? where id = ? union select c.id from ??.?? c join below b on ?? = b.id) select id from below)',
    [`${alias}.${path.column}`, entity.schema, entity.table, value, entity.schema, entity.table, `c.${parent}`]);
}

/** Joins for a path that is shown or sorted by; returns the alias that holds the field. */
export function joinAlias(hops: Hop[]): string {
  return ['t', ...hops.map((h) => h.name)].join('__');
}
