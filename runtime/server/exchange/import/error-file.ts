import ExcelJS from 'exceljs';
import type { Context } from '../../context.ts';
import { guarded } from '../sheet-writer.ts';
import { keptErrors } from './row-errors.ts';

/** Writes the wrong rows as they stood in the sheet, with what is wrong beside them: mended, the file can be imported again. */
export async function writeErrorFile(ctx: Context, job: string, headers: readonly string[], path: string): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(ctx.locale === 'en' ? 'Errors' : '错误行', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [...headers.map(() => ({ width: 18 })), { width: 60, style: { font: { color: { argb: 'FFC00000' } }, alignment: { wrapText: true } } }, { width: 10 }];
  const head = sheet.addRow([...headers, errorColumn(ctx), ctx.locale === 'en' ? 'Row' : '原行号']);
  head.font = { bold: true };
  head.commit();
  for await (const { row, cells, errors } of keptErrors(ctx.services.pool, job)) {
    const told = errors.map(({ column, message }) => column && !message.includes(column) ? `${column}：${message}` : message).join('；');
    sheet.addRow([...headers.map((_, i) => { const cell = cells[i] ?? null; return typeof cell === 'string' ? guarded(cell) : cell; }), told, row]).commit();
  }
  sheet.commit();
  await book.commit();
}

function errorColumn(ctx: Context): string {
  return ctx.locale === 'en' ? 'Error' : '错误';
}
