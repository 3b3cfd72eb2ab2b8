import type { Entity } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { raw, toNative } from '../db/builder.ts';
import { resolvePath, suggestion } from '../query/path.ts';
import { whereSql } from '../query/plan-select.ts';
import { buildQuery, isClear, type FindInput } from './find.ts';

const numeric = ['integer', 'decimal', 'money'];
const functions: Record<string, readonly string[]> = { sum: numeric, avg: numeric, min: [...numeric, 'date', 'datetime'], max: [...numeric, 'date', 'datetime'] };

/** What one column of a summary row shows. */
export interface Summary { field: string; of: string }

/** Whole-list figures under the reader's rights, by one statement; a field that the reader may not see whole is refused. */
export async function summarize(ctx: Context, entity: Entity, input: Pick<FindInput, 'filter' | 'where' | 'search'>, wanted: readonly Summary[]): Promise<{ total: number; values: Record<string, unknown> }> {
  const access = accessTo(ctx, entity);
  if (!access.can('read')) throw problem('access.denied', { action: { zh: `查看${entity.label.zh}`, en: `read ${entity.label.en}` } });
  const columns = wanted.map(({ field, of }, i) => {
    const path = resolvePath(ctx.model, entity, field);
    if (!isClear(ctx, entity, path)) throw problem('request.unknown-field', { name: field, suggestion: '' });
    const types = Object.hasOwn(functions, of) ? functions[of] : undefined;
    if (!types) throw problem('request.unknown-operator', { name: of, suggestion: suggestion(of, Object.keys(functions)) });
    if (path.hops.length > 0 || !types.includes(path.field.type)) throw problem('request.bad-value', { name: `of=${field}` });
    return raw(`${of}(??)${of === 'avg' ? '::numeric(30,4)' : of === 'sum' && path.field.type === 'integer' ? '::bigint' : ''} as ??`, [`t.${path.column}`, `s${i}`]);
  });
  const query = buildQuery(ctx, entity, input, access.rows('read'), 1, 0);
  const { text, values } = toNative(raw(`select count(*) as total${columns.map(() => ', ?').join('')} from ??.?? as t where ?`, [...columns, entity.schema, entity.table, whereSql(ctx, query)]) as never);
  const { rows: [row = {}] } = await ctx.db.query<Record<string, unknown>>(text, values);
  return { total: Number(row['total']), values: Object.fromEntries(wanted.map(({ field, of }, i) => [`${field}:${of}`, toJson(row[`s${i}`])])) };
}

function toJson(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value ?? null;
}
