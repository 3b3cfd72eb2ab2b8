import { entityOf, type Entity, type Field } from '../../../model/model.ts';
import { accessTo } from '../../access/access.ts';
import type { Context } from '../../context.ts';

/** A column that a sheet may bring: a field of the record, a field of its lines (`items.name`), or its lines in one cell (`items`). */
export interface ImportColumn {
  path: string;
  field: Field;
  /** The lines field that the column belongs to. */
  lines?: string;
  label: string;
  /** A new record cannot do without it, always or under a condition. */
  required: boolean;
  /** For lines in one cell: the field of a line that each piece of the text fills. */
  each?: Field;
}

const unreadable = ['file', 'image', 'json', 'lines', 'location'];

/** The columns that the person may bring, in the order of the fields. */
export function importColumns(ctx: Context, entity: Entity): ImportColumn[] {
  const access = accessTo(ctx, entity);
  return entity.fields.filter((field) => isFillable(entity, field) && access.writable(field.name)).flatMap((field) => field.lines ? lineColumns(ctx, field) : [columnOf(ctx, field)]);
}

/** Is this a field that people fill in, rather than one the system makes or that no cell can hold? */
export function isFillable(entity: Entity, field: Field): boolean {
  return !field.computed && !field.readOnly && field.type !== 'sequence' && field.name !== entity.states?.field && field.name !== entity.lineOf?.as && (field.lines !== undefined || !unreadable.includes(field.type));
}

/** Label and unit of a field, as headers of exports show them. */
export function headerOf(ctx: Context, { label, unit }: Field): string {
  const text = ctx.locale === 'en' ? label.en : label.zh;
  return unit ? `${text}（${ctx.locale === 'en' ? unit.en : unit.zh}）` : text;
}

function columnOf(ctx: Context, field: Field): ImportColumn {
  return { path: field.name, field, label: headerOf(ctx, field), required: isNeeded(field) };
}

function isNeeded(field: Field): boolean {
  return (field.required || field.requiredWhen !== undefined || (field.lines?.minCount ?? 0) > 0) && field.default === undefined;
}

function lineColumns(ctx: Context, field: Field): ImportColumn[] {
  const line = entityOf(ctx.model, field.lines!.entity);
  const access = accessTo(ctx, line);
  const parts = line.fields.filter((part) => isFillable(line, part) && !part.lines && access.writable(part.name));
  const label = headerOf(ctx, field);
  const each = parts.find((part) => part.type === 'text' || part.type === 'long-text');
  // One cell can stand for all lines where a line needs nothing but one text.
  const alone = each && parts.every((part) => part === each || !isNeeded(part)) ? [{ path: field.name, field, lines: field.name, label, required: isNeeded(field), each }] : [];
  return [...alone, ...parts.map((part) => ({ path: `${field.name}.${part.name}`, field: part, lines: field.name, label: `${label}.${headerOf(ctx, part)}`, required: alone.length === 0 && isNeeded(field) && isNeeded(part) }))];
}

/** Columns that a template shows: lines in one cell where that is enough, else one column for each of their fields. */
export function templateColumns(columns: readonly ImportColumn[]): ImportColumn[] {
  const inOneCell = new Set(columns.filter((column) => column.each).map((column) => column.lines));
  return columns.filter((column) => column.each || !inOneCell.has(column.lines));
}
