import type { ClientField } from '../../model/client-types.ts';
import { parseDate } from './calendar.ts';
import { parseDateTime } from './format.ts';
import { parseNumber } from './number-input.tsx';

type Row = Record<string, unknown>;
/** Finds the one record that a field may name and that is called so. */
export type FindByTitle = (field: ClientField, title: string) => Promise<unknown>;

export interface Pasted { rows: Row[]; unread: number }

/** Does this text come from a spreadsheet: several cells, or several lines? */
export function isTable(text: string): boolean {
  return /[\t\n]/.test(text.replace(/\r?\n$/, ''));
}

/** Cells of a spreadsheet as values of columns; what cannot be read is counted and left empty. */
export async function readPasted(text: string, columns: readonly ClientField[], find: FindByTitle): Promise<Pasted> {
  const known = new Map<string, Promise<unknown>>();
  const ask = (field: ClientField, title: string): Promise<unknown> => {
    const key = `${field.name}\n${title}`;
    let answer = known.get(key);
    if (answer === undefined) known.set(key, (answer = find(field, title).catch(() => undefined)));
    return answer;
  };
  let unread = 0;
  const rows: Row[] = [];
  for (const cells of cellsOf(text)) {
    const row: Row = {};
    for (const [at, cell] of cells.slice(0, columns.length).entries()) {
      const column = columns[at];
      if (column === undefined || cell === '') continue;
      const value = column.reference !== undefined && column.type !== 'references' ? await ask(column, cell) : readCell(column, cell);
      if (value === undefined) unread += 1; else row[column.name] = value;
    }
    rows.push(row);
  }
  return { rows, unread };
}

/** A spreadsheet quotes cells that hold line breaks, tabs or quotes. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/gy;
  for (;;) {
    const found = pattern.exec(text);
    if (found === null) break;
    rows.at(-1)!.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim());
    if (found[3] === '' || pattern.lastIndex >= text.length) break;
    if (found[3] !== '\t') rows.push([]);
  }
  return rows;
}

function readCell(column: ClientField, cell: string): unknown {
  switch (column.type) {
    case 'integer': case 'decimal': case 'money': return parseNumber(cell) ?? undefined;
    case 'date': return parseDate(cell) ?? undefined;
    case 'datetime': { const [day = '', time = '00:00'] = cell.split(/[ T]/); const date = parseDate(day); return date === null ? undefined : parseDateTime(date, time.slice(0, 5).padStart(5, '0')) ?? undefined; }
    case 'time': return /^\d{1,2}:\d\d(:\d\d)?$/.test(cell) ? cell.padStart(cell.length < 6 ? 5 : 8, '0') : undefined;
    case 'boolean': return /^(是|有|true|yes|1|√)$/i.test(cell) ? true : /^(否|无|false|no|0|×)$/i.test(cell) ? false : undefined;
    case 'choice': return optionOf(column, cell);
    case 'multi-choice': { const codes = cell.split(/[;；、,，]/).map((part) => optionOf(column, part.trim())); return codes.includes(undefined) ? undefined : codes; }
    case 'text': case 'long-text': return cell;
    default: return undefined;
  }
}

function optionOf(column: ClientField, text: string): string | undefined {
  return column.options?.find((option) => option.disabled !== true && (option.label === text || option.value === text))?.value;
}
