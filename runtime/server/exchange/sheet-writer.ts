import ExcelJS from 'exceljs';
import { DateTime } from 'luxon';
import type { Context } from '../context.ts';
import type { ExportColumn } from './export-columns.ts';

export type SheetCell = string | number | Date | null;

/** Writes rows to an xlsx file as they come. */
export interface SheetWriter { write: (records: readonly Record<string, unknown>[]) => Promise<void>; close: () => Promise<void> }

/** Opens a spreadsheet with a frozen header. Numbers stay numbers, dates dates; codes become labels. */
export function openSheet(path: string, title: string, columns: readonly ExportColumn[], ctx: Context, watermark?: string): SheetWriter {
  // Shared strings would keep every text of the file in memory.
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(title.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31) || 'Sheet1', { views: [{ state: 'frozen', ySplit: 1 }], ...watermark === undefined ? {} : { headerFooter: { oddHeader: `&C&"-,Bold"&16${printed(watermark)}`, oddFooter: `&C${printed(watermark)}` } } });
  sheet.columns = columns.map(({ header, field }) => ({ width: widthOf(header, field.type), style: { numFmt: numberFormat(field) } }));
  const head = sheet.addRow(columns.map((column) => column.header));
  head.font = { bold: true };
  head.commit();
  const converters = columns.map((column) => converterOf(column, ctx));
  return {
    write: async (records) => {
      for (const record of records) sheet.addRow(columns.map(({ path: key }, i) => converters[i]?.(record[key]) ?? null)).commit();
      // Let the zip be written before the next rows come.
      await new Promise((resolve) => { setImmediate(resolve); });
    },
    close: async () => {
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(columns.length, 1) } };
      sheet.commit();
      if (watermark !== undefined) markSheet(book, watermark);
      await book.commit();
    },
  };
}

/** `&` begins a code in headers and footers. */
function printed(text: string): string {
  return text.replaceAll('&', '&&').slice(0, 200);
}

/** A sheet of its own says whose copy this is, also to whoever never prints it. */
function markSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, watermark: string): void {
  const sheet = book.addWorksheet('水印');
  sheet.columns = [{ width: 80 }];
  const row = sheet.addRow([guarded(watermark)]);
  row.font = { size: 16, color: { argb: 'FF999999' } };
  row.commit();
  sheet.commit();
}

function numberFormat({ type, scale }: ExportColumn['field']): string {
  switch (type) {
    case 'date': return 'yyyy-mm-dd';
    case 'datetime': return 'yyyy-mm-dd hh:mm';
    case 'integer': return '0';
    case 'money': return '0.00';
    case 'decimal': return (scale ?? 2) > 0 ? `0.${'0'.repeat(scale ?? 2)}` : '0';
    default: return 'General';
  }
}

function widthOf(header: string, type: string): number {
  const needed = [...header].reduce((sum, char) => sum + (char.charCodeAt(0) > 255 ? 2.2 : 1.2), 2);
  const usual = type === 'datetime' ? 17 : type === 'date' ? 12 : ['text', 'reference', 'org', 'user', 'area', 'sequence'].includes(type) ? 20 : type === 'long-text' ? 40 : 10;
  return Math.min(60, Math.max(needed, usual));
}

/** How the values of a column become cells. */
export function converterOf({ field }: ExportColumn, ctx: Context): (value: unknown) => SheetCell {
  const english = ctx.locale === 'en';
  const labels = new Map(field.options?.map((option) => [option.value, english ? option.label.en : option.label.zh]));
  const { zone } = ctx.services.clock;
  const convert = (value: unknown): SheetCell => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'boolean') return value ? (english ? 'yes' : '是') : english ? 'no' : '否';
    if (typeof value === 'number') return value;
    if (Array.isArray(value)) return guarded(value.map((one: unknown) => String(convert(one) ?? '')).join('、'));
    if (typeof value === 'object') {
      const { title, name, lng, lat, address } = value as Record<string, unknown>;
      if (lng !== undefined) return guarded([lng, lat, address].filter((part) => part != null).join(','));
      return guarded(String(title ?? name ?? JSON.stringify(value)));
    }
    const text = String(value);
    const label = labels.get(text);
    if (label !== undefined) return label;
    if (field.type === 'date') return dateCell(DateTime.fromISO(text, { zone: 'utc' }), text);
    // A spreadsheet knows no zones: it shows the time of the installation.
    if (field.type === 'datetime') return dateCell(DateTime.fromISO(text, { zone }).setZone('utc', { keepLocalTime: true }), text);
    return guarded(text);
  };
  return convert;
}

/** A masked or odd value stays text. */
function dateCell(moment: DateTime, text: string): SheetCell {
  return moment.isValid ? moment.toJSDate() : guarded(text);
}

/** A text that a spreadsheet could take for a formula, now or after a detour over CSV, is marked as text. */
export function guarded(text: string): string {
  const cut = text.length > 32_000 ? text.slice(0, 32_000) : text;
  return /^[=+\-@\t\r]/.test(cut) ? `'${cut}` : cut;
}
