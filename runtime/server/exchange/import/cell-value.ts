import { DateTime } from 'luxon';
import type { Field } from '../../../model/model.ts';
import type { FieldError } from '../../../problems.ts';
import type { ServerClock } from '../../clock.ts';
import type { Cell } from './table.ts';

/** What a cell is for a field: a value as people would send it, the texts of references still to be looked up, or a complaint. */
export type CellValue = { value: unknown } | { names: string[]; several: boolean } | { error: Omit<FieldError, 'field'> };

const separators = /[、,，;；\n]+/;

/** Reads a cell for a field: labels for codes, dates in the usual ways of writing, days as spreadsheets count them. */
export function cellValue(field: Field, cell: Cell, { clock, from1904 }: { clock: ServerClock; from1904: boolean }): CellValue {
  if (cell === null) return { value: null };
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15 && ['text', 'reference', 'long-text'].includes(field.type)) return { error: { code: 'import.digits-lost', params: { label: field.label } } };
  const text = String(cell).trim();
  if (text === '') return { value: null };
  if (field.reference) return { names: [text], several: false };
  if (field.references) return { names: parts(text), several: true };
  switch (field.type) {
    case 'choice': return { value: codeOf(field, text) };
    case 'multi-choice': return { value: parts(text).map((part) => codeOf(field, part)) };
    case 'boolean': return { value: typeof cell === 'boolean' ? cell : truth(text) };
    case 'integer': case 'decimal': case 'money': return { value: typeof cell === 'number' ? tidy(cell) : text.replace(/[,，\s￥¥]/g, '') };
    case 'date': return { value: dayOf(cell, text, from1904) };
    case 'datetime': return { value: momentOf(cell, text, clock.zone, from1904) };
    case 'time': return { value: timeOf(cell, text) };
    default: return { value: typeof cell === 'boolean' ? (cell ? '是' : '否') : unguarded(text) };
  }
}

/** The pieces of a cell that holds several values. */
export function parts(text: string): string[] {
  return [...new Set(text.split(separators).map((part) => part.trim()).filter((part) => part !== ''))];
}

/** Exports mark texts that could be taken for formulas; the mark is not part of the text. */
function unguarded(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

function codeOf(field: Field, text: string): string {
  return field.options?.find(({ value, label }) => value === text || label.zh === text || label.en.toLowerCase() === text.toLowerCase())?.value ?? text;
}

function truth(text: string): unknown {
  const word = text.toLowerCase();
  if (['是', '有', 'yes', 'y', 'true', '1', '√'].includes(word)) return true;
  return ['否', '无', 'no', 'n', 'false', '0', '×'].includes(word) ? false : text;
}

/** Binary fractions of spreadsheets, such as 0.1 + 0.2, mean the decimal that is shown. */
function tidy(number: number): number {
  return Number(number.toPrecision(15));
}

function dayOf(cell: Cell, text: string, from1904: boolean): string {
  if (typeof cell === 'number' && cell > 0 && cell < 2_958_466) return fromSerial(cell, from1904).toFormat('yyyy-MM-dd');
  const [, year, month, day] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+0{1,2}:00(?::00)?)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

function momentOf(cell: Cell, text: string, zone: string, from1904: boolean): string {
  if (typeof cell === 'number' && cell > 0 && cell < 2_958_466) return fromSerial(cell, from1904).setZone(zone, { keepLocalTime: true }).toISO() ?? text;
  const [, day, hour = '0', minute = '00', second = '00'] = /^(\d{4}\s*[-/.年]?\s*\d{1,2}\s*[-/.月]?\s*\d{1,2}\s*日?)(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text) ?? [];
  if (day === undefined) return text;
  const moment = DateTime.fromISO(`${dayOf(day, day.trim(), false)}T${hour.padStart(2, '0')}:${minute}:${second}`, { zone });
  return moment.isValid ? moment.toISO() : text;
}

function timeOf(cell: Cell, text: string): string {
  if (typeof cell === 'number' && cell >= 0 && cell < 1) return DateTime.fromObject({ year: 2000 }, { zone: 'utc' }).plus({ seconds: Math.round(cell * 86_400) }).toFormat('HH:mm:ss');
  const [, hour, rest] = /^(\d{1,2})[:：](\d{2}(?:[:：]\d{2})?)$/.exec(text) ?? [];
  return hour && rest ? `${hour.padStart(2, '0')}:${rest.replace('：', ':')}` : text;
}

/** Spreadsheets count days from the end of 1899 (with a leap day that never was) or from 1904. */
function fromSerial(days: number, from1904: boolean): DateTime {
  const start = from1904 ? DateTime.utc(1904, 1, 1) : DateTime.utc(1899, 12, 30);
  return start.plus({ days: Math.floor(days) }).plus({ seconds: Math.round((days % 1) * 86_400) });
}
