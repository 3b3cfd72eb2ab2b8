import type { Field, List } from '../../model/model.ts';
import { entityOf } from '../../model/model.ts';
import type { Context } from '../context.ts';
import type { ResolvedPath } from '../query/path.ts';

/** One column of a spreadsheet. */
export interface ExportColumn { path: string; field: Field; header: string }

/** Columns with the headers of the list; two that read alike also name where they come from. */
export function columnsOf(ctx: Context, paths: readonly ResolvedPath[], list: List | undefined): ExportColumn[] {
  const text = (value: { zh: string; en: string }): string => (ctx.locale === 'en' ? value.en : value.zh);
  const named = paths.map((path) => {
    const own = list?.columns.find((column) => column.path === path.text)?.label;
    return { path, header: own ? text(own) : text(path.field.label) };
  });
  return named.map(({ path, header }) => {
    const alike = named.filter((other) => other.header === header).length > 1;
    const hop = path.hops.at(-1);
    const prefix = alike && hop ? `${text(entityOf(ctx.model, hop.to).label)} ` : '';
    const unit = path.field.unit ? `（${text(path.field.unit)}）` : '';
    return { path: path.text, field: path.field, header: `${prefix}${header}${unit}` };
  });
}
