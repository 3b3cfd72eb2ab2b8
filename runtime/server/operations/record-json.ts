import { fieldTypeOf } from '../../fields/index.ts';
import { entityOf, type Entity } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { readableOf } from './readable-of.ts';
import { filesOf } from './record-files.ts';
import type { PlannedColumn, SelectPlan } from '../query/plan-select.ts';
import { mask } from './mask.ts';

/** Rows of a plan as the JSON of records: references with titles, files with names, masks applied. */
export async function toRecords(ctx: Context, plan: SelectPlan, rows: Record<string, unknown>[]): Promise<Record<string, unknown>[]> {
  const records = rows.map((row) => {
    const record: Record<string, unknown> = {};
    for (const column of plan.columns) record[column.key] = toJson(column, row);
    return record;
  });
  await addFiles(ctx, plan, records);
  await addReferences(ctx, plan, records);
  return records;
}

function toJson(column: PlannedColumn, row: Record<string, unknown>): unknown {
  const value = row[`c${column.value}`] ?? null;
  if (value === null) return null;
  const clear = column.clear === undefined || (column.clear !== 'never' && row[`c${column.clear}`] === true);
  if (column.title !== undefined) return clear ? { id: value, title: (column.maskedTitle ? mask(row[`c${column.title}`], column.maskedTitle) : row[`c${column.title}`]) ?? '' } : { id: '', title: mask(row[`c${column.title}`], column.field) };
  if (!clear) return mask(value, column.field);
  return value instanceof Date ? value.toISOString() : value;
}

async function addFiles(ctx: Context, plan: SelectPlan, records: Record<string, unknown>[]): Promise<void> {
  const columns = plan.columns.filter((c) => c.field.type === 'file' || c.field.type === 'image');
  if (columns.length === 0) return;
  const ids = records.flatMap((r) => columns.flatMap((c) => Array.isArray(r[c.key]) ? r[c.key] as string[] : []));
  const files = await filesOf(ctx, ids);
  for (const record of records) for (const { key } of columns) if (Array.isArray(record[key])) record[key] = (record[key] as string[]).map((id) => files.get(id)).filter((f) => f !== undefined);
}

/** Ids of several records become what the reader may see of them. */
async function addReferences(ctx: Context, plan: SelectPlan, records: Record<string, unknown>[]): Promise<void> {
  for (const { key, field } of plan.columns) {
    if (!field.references) continue;
    const lists = records.flatMap((record) => Array.isArray(record[key]) ? [{ record, ids: record[key] as string[] }] : []);
    if (lists.length === 0) continue;
    const readable = await readableOf(ctx, entityOf(ctx.model, field.references.entity), lists.flatMap(({ ids }) => ids));
    for (const { record, ids } of lists) record[key] = ids.map((id) => readable.get(id)).filter((found) => found !== undefined);
  }
}

/** Is this field shown in plain records (everything with a column)? */
export function isPlain(entity: Entity, name: string): boolean {
  const field = entity.byName.get(name);
  return field !== undefined && fieldTypeOf(field).column(field) !== null;
}

