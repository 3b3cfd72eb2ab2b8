/** One cell of a sheet as it was stored; formulas are never evaluated, only their last shown value is read. */
export type Cell = string | number | boolean | null;

/** One row by its number in the sheet, the header being among them. */
export interface TableRow { number: number; cells: Cell[] }

/** A sheet that is read row by row, only a few of them in memory at a time. */
export interface Table {
  /** How many rows there seem to be, for the progress; not known for every file. */
  total: number | null;
  /** Days are counted from 1904 in some old files. */
  from1904: boolean;
  rows: () => AsyncGenerator<TableRow>;
}

/** What a file may hold at most. */
export const limits = { bytes: 50 * 1024 * 1024, rows: 200_000, columns: 300, unpacked: 600 * 1024 * 1024, ratio: 400, entries: 2_000, sharedText: 96 * 1024 * 1024 } as const;
