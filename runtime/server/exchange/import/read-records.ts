import type { Field } from '../../../model/model.ts';
import type { FieldError } from '../../../problems.ts';
import type { ServerClock } from '../../clock.ts';
import { cellValue, parts, type CellValue } from './cell-value.ts';
import type { ReferenceFinder } from './find-references.ts';
import { isEmpty, type RowGroup } from './group-rows.ts';
import type { MappedColumn } from './map-columns.ts';

type Values = Record<string, unknown>;

/** A record as a sheet brings it: what `create` takes, and what could not be read. */
export interface SheetRecord { group: RowGroup; input: Values; errors: FieldError[] }

interface Reading { clock: ServerClock; from1904: boolean; finder: ReferenceFinder; columns: readonly MappedColumn[] }

/** Reads some records; the references they name are looked up together. */
export async function readRecords(groups: readonly RowGroup[], reading: Reading): Promise<SheetRecord[]> {
  const asked = new Map<Field, string[]>();
  const cells = groups.map((group) => group.rows.map((row) => reading.columns.map(({ column }, i): CellValue | undefined => {
    if (!column || column.each) return undefined;
    const value = cellValue(column.field, row.cells[i] ?? null, reading);
    if ('names' in value) asked.set(column.field, [...asked.get(column.field) ?? [], ...value.names]);
    return value;
  })));
  for (const [field, names] of asked) await reading.finder.prepare(field, names);
  return groups.map((group, at) => readRecord(group, cells[at]!, reading));
}

function readRecord(group: RowGroup, cells: (CellValue | undefined)[][], { columns, finder }: Reading): SheetRecord {
  const input: Values = {};
  const errors: FieldError[] = [];
  columns.forEach(({ column }, i) => {
    if (!column || (column.lines && !column.each)) return;
    if (column.each) input[column.path] = inOneCell(group.rows[0]!.cells[i], column.each.name);
    else put(input, column.field, cells[0]![i]!, column.path, finder, errors);
  });
  for (const name of new Set(columns.flatMap(({ column }) => column?.lines && !column.each ? [column.lines] : []))) {
    const lines = group.rows.flatMap((row, r) => {
      const own = columns.flatMap(({ column }, i) => column?.lines === name && !column.each ? [i] : []);
      if (own.every((i) => isEmpty(row.cells[i]))) return [];
      return [{ row: r, own }];
    });
    if (lines.length === 0) continue;
    input[name] = lines.map(({ row, own }, n) => {
      const line: Values = {};
      for (const i of own) put(line, columns[i]!.column!.field, cells[row]![i]!, `${name}[${n}].${columns[i]!.column!.field.name}`, finder, errors);
      lineRows.set(line, row);
      return line;
    });
  }
  return { group, input, errors };
}

const lineRows = new WeakMap<Values, number>();

/** Which row of the group a line came from; the first where they stood in one cell. */
export function rowOfLine(input: Values, name: string, index: number): number {
  const line = (input[name] as Values[] | null | undefined)?.[index];
  return (line && lineRows.get(line)) ?? 0;
}

function inOneCell(cell: unknown, name: string): Values[] | null {
  const texts = cell === null || cell === undefined ? [] : parts(String(cell));
  return texts.length === 0 ? null : texts.map((text) => ({ [name]: text }));
}

function put(target: Values, field: Field, value: CellValue, at: string, finder: ReferenceFinder, errors: FieldError[]): void {
  if ('value' in value) target[field.name] = value.value;
  else if ('error' in value) errors.push({ field: at, ...value.error });
  else {
    const ids: string[] = [];
    for (const name of value.names) {
      const found = finder.find(field, name);
      if (typeof found === 'object') ids.push(found.id);
      else errors.push({ field: at, code: found === 'none' ? 'import.no-reference' : 'import.ambiguous', params: { label: field.label, value: name.slice(0, 60) } });
    }
    if (ids.length === value.names.length) target[field.name] = value.several ? ids : ids[0];
  }
}
