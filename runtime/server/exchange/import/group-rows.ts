import { problem } from '../../../problems.ts';
import type { MappedColumn } from './map-columns.ts';
import { limits, type Cell, type Table, type TableRow } from './table.ts';

/** The rows of one record: its own, and those that only bring further lines of it. */
export interface RowGroup { rows: TableRow[] }

/** Rows that are shown as an example in templates begin like this. */
export const exampleMark = /^(示例|example)[:：]/i;

/** The records of a sheet after its header, in order; empty rows and the example are skipped. */
export async function* groupRows(table: Table, columns: readonly MappedColumn[]): AsyncGenerator<RowGroup> {
  const own = columns.flatMap(({ column }, i) => column && (!column.lines || column.each) ? [i] : []);
  const further = columns.flatMap(({ column }, i) => column?.lines && !column.each ? [i] : []);
  let open: RowGroup | undefined;
  let count = 0;
  for await (const row of bodyOf(table)) {
    if (++count > limits.rows) throw problem('import.too-many-rows', { max: limits.rows });
    if (open && further.length > 0 && own.every((i) => isEmpty(row.cells[i])) && further.some((i) => !isEmpty(row.cells[i]))) {
      open.rows.push(row);
      if (open.rows.length > mostLines) throw problem('import.too-many-lines', { max: mostLines, row: open.rows[0]!.number });
      continue;
    }
    if (open) yield open;
    open = { rows: [row] };
  }
  if (open) yield open;
}

const mostLines = 1_000;

/** The first row of a sheet. */
export async function headerOfTable(table: Table): Promise<Cell[]> {
  for await (const { cells } of table.rows()) if (!cells.every(isEmpty)) return cells;
  throw problem('import.empty');
}

/** The rows below the header that hold something. */
export async function* bodyOf(table: Table): AsyncGenerator<TableRow> {
  let isHeader = true;
  for await (const row of table.rows()) {
    if (row.cells.every(isEmpty)) continue;
    if (isHeader) isHeader = false;
    else if (!exampleMark.test(String(row.cells.find((cell) => !isEmpty(cell)) ?? ''))) yield row;
  }
}

/** Does a cell hold nothing? */
export function isEmpty(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
