import type { Entity } from '../../../model/model.ts';
import { suggest } from '../../../model/suggest.ts';
import { invalid, type FieldError } from '../../../problems.ts';
import { accessTo } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { headerOf, importColumns, isFillable, type ImportColumn } from './import-columns.ts';
import type { Cell } from './table.ts';

/** What a header of the sheet means. */
export interface MappedColumn { header: string; column?: ImportColumn; /** Left out on purpose: the system makes its values, or the person said so. */ ignored?: true }

/** Headers the person assigned: path of a column, or null to leave it out. */
export type Mapping = Record<string, string | null>;

/** The sheet's columns with what they mean, and what is wrong with them. */
export function mapColumns(ctx: Context, entity: Entity, headers: readonly Cell[], mapping: Mapping = {}): { columns: MappedColumn[]; errors: FieldError[] } {
  const known = importColumns(ctx, entity);
  const errors: FieldError[] = [];
  const used = new Set<string>();
  const columns = headers.map((cell): MappedColumn => {
    const header = String(cell ?? '').trim();
    if (header === '') return { header, ignored: true };
    const assigned = mapping[header];
    if (assigned === null) return { header, ignored: true };
    const column = assigned === undefined ? known.find((one) => means(one, header)) : known.find((one) => one.path === assigned);
    if (!column) {
      const other = assigned === undefined ? fieldFor(ctx, entity, header) : undefined;
      // What error files add to a sheet says nothing about records.
      if (other === 'made' || (assigned === undefined && ['错误', '原行号', 'Error', 'Row'].includes(header))) return { header, ignored: true };
      if (other === 'locked') errors.push({ field: header, code: 'import.locked-column', params: { name: header } });
      else errors.push({ field: header, code: 'import.unknown-column', params: { name: header, suggestion: nearest(header, known) } });
      return { header };
    }
    if (used.has(column.path)) errors.push({ field: header, code: 'import.double-column', params: { name: header } });
    used.add(column.path);
    return { header, column };
  });
  return { columns, errors };
}

/** Refuses a sheet whose columns are not understood, come twice, or lack what a new record needs. */
export function requireColumns(ctx: Context, entity: Entity, headers: readonly Cell[], { mapping, updates }: { mapping?: Mapping; updates: boolean }): MappedColumn[] {
  const { columns, errors } = mapColumns(ctx, entity, headers, mapping);
  const given = new Set(columns.flatMap(({ column }) => column ? [column.path, ...(column.lines ? [column.lines] : [])] : []));
  // Only what is to be changed need be there when records are found by their key.
  if (!updates) for (const { path, lines, label, required } of importColumns(ctx, entity)) if (required && !given.has(path) && !(lines && given.has(lines))) errors.push({ field: path, code: 'import.missing-column', params: { label } });
  if (errors.length === 0 && given.size === 0) errors.push({ code: 'import.empty' });
  if (errors.length > 0) throw invalid(errors);
  return columns;
}

function means({ path, label, field, lines, each }: ImportColumn, header: string): boolean {
  const own = plain(header);
  if (own === plain(label) || own === path.toLowerCase()) return true;
  return (!lines || each !== undefined) && [field.label.zh, field.label.en].some((text) => plain(text) === own);
}

/** Marks of templates and differences of width, case and spaces mean nothing. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/^\*+|\*+$|[(]必填[)]|[(]required[)]/g, '').replace(/\s+/g, '');
}

/** A column that the person sees but may not bring; a field that is hidden reads like one that does not exist. */
function fieldFor(ctx: Context, entity: Entity, header: string): 'made' | 'locked' | undefined {
  const access = accessTo(ctx, entity);
  const field = entity.fields.find((one) => [one.label.zh, one.label.en, headerOf(ctx, one), one.name].some((text) => plain(text) === plain(header)));
  if (!field || access.visible(field.name).kind === 'none') return undefined;
  return isFillable(entity, field) ? 'locked' : 'made';
}

function nearest(header: string, known: readonly ImportColumn[]): { zh: string; en: string } | '' {
  const hint = /"(.+)"/.exec(suggest(header, known.flatMap(({ label, path }) => [label, path])) ?? '')?.[1] ?? alike(header, known);
  return hint === undefined ? '' : { zh: `（是否指“${hint}”？）`, en: ` (did you mean "${hint}"?)` };
}

/** The label that shares most characters: 身份证号 means 公民身份号码. */
function alike(header: string, known: readonly ImportColumn[]): string | undefined {
  const characters = [...new Set(plain(header))];
  const shares = known.map(({ label }) => ({ label, share: characters.filter((one) => label.includes(one)).length / characters.length }));
  const best = shares.sort((a, b) => b.share - a.share)[0];
  return best && characters.length > 1 && best.share >= 0.6 ? best.label : undefined;
}
