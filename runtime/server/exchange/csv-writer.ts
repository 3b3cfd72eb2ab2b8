import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { stringify } from 'csv-stringify/sync';
import { DateTime } from 'luxon';
import type { Context } from '../context.ts';
import type { ExportColumn } from './export-columns.ts';
import { converterOf, guarded, type SheetCell, type SheetWriter } from './sheet-writer.ts';

/** Opens a text of comma-separated values in UTF-8, with the mark that spreadsheets need to read it as such. */
export function openCsv(path: string, columns: readonly ExportColumn[], ctx: Context): SheetWriter {
  const file = createWriteStream(path);
  const converters = columns.map((column) => converterOf(column, ctx));
  const write = async (rows: unknown[][]): Promise<void> => {
    if (!file.write(stringify(rows, { record_delimiter: 'windows' }))) await once(file, 'drain');
  };
  file.write('\uFEFF');
  const head = write([columns.map(({ header }) => guarded(header))]);
  return {
    write: async (records) => {
      await head;
      await write(records.map((record) => columns.map(({ path: key, field }, i) => textOf(converters[i]?.(record[key]) ?? null, field.type))));
    },
    close: async () => {
      await head;
      await new Promise<void>((resolve, reject) => { file.once('error', reject).end(resolve); });
    },
  };
}

function textOf(cell: SheetCell, type: string): string {
  if (cell instanceof Date) return DateTime.fromJSDate(cell, { zone: 'utc' }).toFormat(type === 'date' ? 'yyyy-MM-dd' : 'yyyy-MM-dd HH:mm');
  return cell === null ? '' : String(cell);
}
