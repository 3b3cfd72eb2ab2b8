import type { Field, Text } from '../../fields/index.ts';
import { entityOf, type Entity } from '../../model/model.ts';
import type { FieldError } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { together } from '../db/together.ts';
import { raw, toNative } from '../db/builder.ts';
import { parseCondition, type Predicate } from '../query/condition.ts';
import { predicateSql } from '../query/predicate-sql.ts';
import { shapedStatement } from '../query/shaped-statement.ts';
import { checkCodes } from '../dictionaries/index.ts';
import { checkGrant } from './check-grant.ts';
import { checkQuestionnaire } from './check-questionnaire.ts';
import { scopeOf } from './complete-row.ts';
import { evaluate } from './evaluate.ts';
import { loadRows } from './rows.ts';
import { usableTogether } from './usable-together.ts';

type Values = Record<string, unknown>;

/** Checks a whole record and its lines; returns every mistake with its field. */
export async function validateRow(ctx: Context, entity: Entity, values: Values, changed: ReadonlySet<string>, failed: ReadonlySet<string>, prefix = '', parent?: { entity: Entity; values: Values }): Promise<FieldError[]> {
  const errors: FieldError[] = [];
  const scope = scopeOf(ctx, entity, values, parent);
  for (const field of entity.fields) {
    const at = prefix + field.name;
    if (failed.has(at) || (field.name === entity.lineOf?.as)) continue;
    const value = values[field.name] ?? null;
    const empty = value === null || (Array.isArray(value) && value.length === 0);
    if (empty) {
      const shown = !field.visibleWhen || (await evaluate(ctx, field.visibleWhen, scope)) === true;
      const wanted = field.type !== 'sequence' && !field.computed && (field.required || (field.requiredWhen !== undefined && (await evaluate(ctx, field.requiredWhen, scope)) === true));
      if (shown && wanted) errors.push({ field: at, code: 'field.required', params: { label: field.label } });
      if (field.lines && field.lines.minCount > 0 && !wanted) errors.push({ field: at, code: 'field.too-few', params: { label: field.label, min: field.lines.minCount } });
      continue;
    }
    if (field.references && (value as unknown[]).length < field.references.minCount) errors.push({ field: at, code: 'field.too-few', params: { label: field.label, min: field.references.minCount } });
    if (field.lines) {
      const rows = value as Values[];
      if (rows.length < field.lines.minCount) errors.push({ field: at, code: 'field.too-few', params: { label: field.label, min: field.lines.minCount } });
      if (changed.has(field.name)) errors.push(...await validateLines(ctx, entityOf(ctx.model, field.lines.entity), rows, at, failed, { entity, values }));
      continue;
    }
    if (field.check && (await evaluate(ctx, field.check, { ...scope, value: scope[field.name] })) !== true) {
      errors.push({ field: at, code: 'field.check', params: { label: field.label }, ...(field.message ? { message: filledMessage(field.message, values) } : {}) });
    }
  }
  const broken = new Set([...failed, ...errors.map((e) => e.field ?? '')]);
  for (const check of entity.checks) {
    // A rule over values that are missing or malformed would only repeat the complaint.
    if (check.rule.names.some((n) => broken.has(prefix + n))) continue;
    if ((await evaluate(ctx, check.rule, scope)) !== true) errors.push({ ...(check.field ? { field: prefix + check.field } : {}), code: 'record.check', params: { message: check.message }, message: filledMessage(check.message, values) });
  }
  if (entity.tree && changed.has(entity.tree.parent)) errors.push(...await checkTree(ctx, entity, values, prefix));
  errors.push(...await checkCodes(ctx, entity, values, new Set([...changed].filter((name) => !broken.has(prefix + name))), earlier.get(values), prefix));
  errors.push(...await checkGrant(ctx, entity, values), ...checkQuestionnaire(entity, values, changed));
  return errors;
}

/** `{name}` in a rule's message stands for a value of the record, where that is a plain one. */
function filledMessage(message: Text, values: Values): Text {
  const fill = (text: string): string => text.replace(/\{([a-zA-Z]\w*)\}/g, (all, name: string) => ['string', 'number'].includes(typeof values[name]) ? String(values[name]) : all);
  return message.zh.includes('{') || message.en.includes('{') ? { zh: fill(message.zh), en: fill(message.en) } : message;
}

async function validateLines(ctx: Context, line: Entity, rows: Values[], at: string, failed: ReadonlySet<string>, parent: { entity: Entity; values: Values }): Promise<FieldError[]> {
  // Side by side, so that what the rules of all lines look at is loaded together.
  return (await Promise.all(rows.map((row, i) => validateRow(ctx, line, row, new Set(Object.keys(row)), failed, `${at}[${i}].`, parent)))).flat();
}

/** References that were given must exist, be the person's to see, and fulfil the field's filter. */
export function checkReferences(ctx: Context, entity: Entity, values: Values, changed: ReadonlySet<string>): Promise<FieldError[]> {
  return findUnusable(ctx, entity, values, changed, unusable);
}

/** The same for many records checked side by side: one statement per field, however many records there are. */
export function checkReferencesTogether(ctx: Context, entity: Entity, values: Values, changed: ReadonlySet<string>): Promise<FieldError[]> {
  return findUnusable(ctx, entity, values, changed, async (_ctx, _entity, fields) => {
    const usable = await Promise.all(fields.map((field) => usableIds(ctx, entity, field.name, [values[field.name]], values)));
    return fields.filter((field, i) => !usable[i]!.has(String(values[field.name])));
  });
}

async function findUnusable(ctx: Context, entity: Entity, values: Values, changed: ReadonlySet<string>, judge: typeof unusable): Promise<FieldError[]> {
  const given = entity.fields.filter((field) => changed.has(field.name) && (values[field.name] ?? null) !== null);
  const lines = given.filter((field) => field.lines);
  const single = given.filter((field) => field.reference && field.name !== entity.lineOf?.as);
  const several = given.filter((field) => field.references);
  const [wrong, lists, ...inLines] = await together(
    judge(ctx, entity, single, values, values),
    unusableLists(ctx, entity, several, values, values),
    ...lines.map((field) => checkLineReferences(ctx, entityOf(ctx.model, field.lines!.entity), values[field.name] as Values[], field.name, values)),
  );
  return [...[...wrong, ...lists].map((field): FieldError => ({ field: field.name, code: 'field.reference', params: { label: field.label } })), ...inLines.flat()];
}

/** Of some reference fields those whose value may not be chosen: one statement for all. */
async function unusable(ctx: Context, entity: Entity, fields: readonly Field[], values: Values, record: Values): Promise<Field[]> {
  if (fields.length === 0) return [];
  const hold = holding(ctx);
  const rules = fields.map((field) => choiceRule(ctx, field, record));
  const { rows: [usable] } = await ctx.db.query<Record<string, boolean>>(shapedStatement(entity, {
    key: `usable ${fields.map(({ name }) => name).join(',')}${hold}`, predicates: rules, values: fields.map(({ name }) => values[name]),
    build: (keys, open) => raw(`select ${fields.map(() => '? as ??').join(', ')}`, fields.flatMap((field, i) => {
      const target = entityOf(ctx.model, field.reference!.entity);
      return [raw(`exists (select 1 from ??.?? as t where ?? = ? and ?${hold})`, [target.schema, target.table, `t.${field.reference!.key}`, keys[i], predicateSql(ctx.model, open[i]!, 't')]), `r${i}`];
    })),
  }));
  return fields.filter((_, i) => usable?.[`r${i}`] !== true);
}

/** Of some fields that name several records those with one that may not be chosen; what the record named before stays. */
async function unusableLists(ctx: Context, entity: Entity, fields: readonly Field[], values: Values, record: Values): Promise<Field[]> {
  const wrong: Field[] = [];
  for (const field of fields) {
    const added = (values[field.name] as string[]).filter((id) => !kept(values, field.name).includes(id));
    if (added.length > 0 && (await usableIds(ctx, entity, field.name, added, record)).size < added.length) wrong.push(field);
  }
  return wrong;
}

const earlier = new WeakMap<Values, Values>();

/** Remembers what a record and its lines were before: people may leave what they may not choose (any more). */
export function rememberBefore(entity: Entity, before: Values, values: Values): void {
  earlier.set(values, before);
  for (const field of entity.fields) {
    if (!field.lines || !Array.isArray(values[field.name])) continue;
    const rows = new Map(((before[field.name] ?? []) as Values[]).map((row) => [row['id'], row]));
    for (const row of values[field.name] as Values[]) { const old = rows.get(row['id']); if (old && old !== row) earlier.set(row, old); }
  }
}

function kept(values: Values, name: string): readonly string[] {
  return (earlier.get(values)?.[name] as string[] | null | undefined) ?? [];
}

/** Held until the commit, so that nobody deletes what is being referred to. */
function holding(ctx: Context): string {
  return ctx.tx ? ' for key share of t' : '';
}

/** Which records a reference field may name: those the person may see and that fulfil the field's filter. */
function choiceRule(ctx: Context, field: Field, record: Values): Predicate {
  const reference = field.reference ?? field.references;
  const target = entityOf(ctx.model, reference!.entity);
  const parts: Predicate[] = [];
  const rule = accessTo(ctx, target).rows('read');
  // Areas, units and people are named on every record; choosing one tells nothing.
  if (rule.kind !== 'all' && !['platform/area', 'platform/organization', 'platform/user'].includes(target.key)) parts.push(rule);
  if (reference!.filter) parts.push(parseCondition(ctx.model, target, reference!.filter, { clock: ctx.services.clock, record, user: { id: ctx.principal.user?.id, org: ctx.principal.user?.org?.id, area: ctx.principal.user?.org?.area } }));
  return parts.length === 0 ? { kind: 'all' } : parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

/** One statement per reference field, however many lines there are. */
async function checkLineReferences(ctx: Context, line: Entity, rows: Values[], at: string, parent: Values): Promise<FieldError[]> {
  const errors: FieldError[] = [];
  for (const [i, row] of rows.entries()) {
    for (const field of await unusableLists(ctx, line, line.fields.filter((f) => f.references && row[f.name] != null), row, { ...parent, ...row })) errors.push({ field: `${at}[${i}].${field.name}`, code: 'field.reference', params: { label: field.label } });
  }
  for (const field of line.fields) {
    if (!field.reference || field.name === line.lineOf?.as) continue;
    const wanted = rows.map((r) => r[field.name]).filter((v) => v != null);
    if (wanted.length === 0) continue;
    // A filter that names other fields of the line differs from line to line.
    const perLine = field.reference.filter !== undefined && JSON.stringify(field.reference.filter).includes('"record"');
    const usable = perLine ? undefined : await usableIds(ctx, line, field.name, [...new Set(wanted)], parent);
    for (const [i, row] of rows.entries()) {
      const value = row[field.name];
      if (value == null) continue;
      const fine = (usable ?? await usableIds(ctx, line, field.name, [value], { ...parent, ...row })).has(String(value));
      if (!fine) errors.push({ field: `${at}[${i}].${field.name}`, code: 'field.reference', params: { label: field.label } });
    }
  }
  return errors;
}

async function usableIds(ctx: Context, entity: Entity, name: string, values: unknown[], record: Values): Promise<Set<string>> {
  const field = entity.byName.get(name)!;
  return usableTogether(ctx, entity, field, { values, rule: choiceRule(ctx, field, record), hold: holding(ctx) });
}

/** A tree has no circles and no more levels than declared; `instead`: the record's children go to its new parent, not the record itself. */
export async function checkTree(ctx: Context, entity: Entity, values: Values, prefix: string, place: 'beneath' | 'instead' = 'beneath'): Promise<FieldError[]> {
  if (!entity.tree) return [];
  const field = entity.byName.get(entity.tree.parent)!;
  let parent = values[field.name] as string | null | undefined;
  const own = values['id'];
  let above = 0;
  // Two moves at once could make a circle that neither sees: one tree changes its shape one step at a time.
  if (parent != null && ctx.tx) await ctx.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`tree ${entity.key}`]);
  while (parent != null) {
    if (parent === own || above > 50) return [{ field: prefix + field.name, code: 'tree.cycle', params: { label: field.label } }];
    above++;
    const [row] = await loadRows(ctx, entity, 'id', [parent]);
    parent = row?.[field.name] as string | null | undefined;
  }
  if (entity.tree.depth === undefined) return [];
  const below = own === undefined ? 0 : await heightBelow(ctx, entity, String(own));
  return above + (place === 'beneath' ? 1 : 0) + below > entity.tree.depth ? [{ field: prefix + field.name, code: 'tree.too-deep', params: { depth: entity.tree.depth } }] : [];
}

async function heightBelow(ctx: Context, entity: Entity, id: string): Promise<number> {
  const parent = entity.byName.get(entity.tree!.parent)!.column!;
  const statement = toNative(raw('with recursive below as (select id, 0 as depth from ??.?? where id = ? union all select c.id, b.depth + 1 from ??.?? c join below b on ?? = b.id where b.depth < 50) select max(depth)::int as height from below',
    [entity.schema, entity.table, id, entity.schema, entity.table, `c.${parent}`]) as never);
  const { rows } = await ctx.db.query<{ height: number | null }>(statement.text, statement.values);
  return rows[0]?.height ?? 0;
}
