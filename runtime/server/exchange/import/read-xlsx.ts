import { posix } from 'node:path';
import { problem } from '../../../problems.ts';
import { openZip, type Zip } from './open-zip.ts';
import { readAllXml, readXml } from './read-xml.ts';
import { limits, type Cell, type Table, type TableRow } from './table.ts';

/** The first visible sheet of a workbook. */
export async function readXlsx(path: string, fileSize: number): Promise<{ table: Table; close: () => void }> {
  const zip = await openZip(path, fileSize);
  try {
    const { sheet, from1904 } = await findSheet(zip);
    const texts = await readSharedTexts(zip);
    const total = await readDimension(zip, sheet);
    return { table: { total, from1904, rows: () => readRows(zip, sheet, texts) }, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function findSheet(zip: Zip): Promise<{ sheet: string; from1904: boolean }> {
  if (!zip.has('xl/workbook.xml')) throw problem('import.unreadable');
  const sheets: { id: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readAllXml(await zip.stream('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'sheet') sheets.push({ id: attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible' });
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
  });
  const targets = new Map<string, string>();
  if (zip.has('xl/_rels/workbook.xml.rels')) {
    await readAllXml(await zip.stream('xl/_rels/workbook.xml.rels'), {
      open: (name, attributes) => { if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? ''); },
    });
  }
  const target = targets.get((sheets.find(({ hidden }) => !hidden) ?? sheets[0])?.id ?? '') ?? 'worksheets/sheet1.xml';
  const sheet = target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
  if (!zip.has(sheet)) throw problem('import.unreadable');
  return { sheet, from1904 };
}

/** Texts that cells name by number; the one part of a workbook that has to be held in memory. */
async function readSharedTexts(zip: Zip): Promise<string[]> {
  const name = 'xl/sharedStrings.xml';
  if (!zip.has(name)) return [];
  if (zip.size(name) > limits.sharedText) throw problem('import.bomb');
  const texts: string[] = [];
  let open = false;
  let phonetic = false;
  let text = '';
  await readAllXml(await zip.stream(name), {
    open: (tag) => { if (tag === 'si') text = ''; else if (tag === 't') open = true; else if (tag === 'rPh') phonetic = true; },
    text: (piece) => { if (open && !phonetic) text += piece; },
    close: (tag) => { if (tag === 'si') texts.push(text); else if (tag === 't') open = false; else if (tag === 'rPh') phonetic = false; },
  });
  return texts;
}

/** The number of the last row, as the sheet's beginning says. */
async function readDimension(zip: Zip, sheet: string): Promise<number | null> {
  let last: number | null = null;
  const pieces = readXml(await zip.stream(sheet), { open: (name, attributes) => { if (name === 'dimension') last = Number(/(\d+)$/.exec(attributes['ref'] ?? '')?.[1] ?? Number.NaN); } });
  await pieces.next();
  await pieces.return(undefined);
  return last !== null && Number.isFinite(last) && last > 1 ? last : null;
}

async function* readRows(zip: Zip, sheet: string, texts: readonly string[]): AsyncGenerator<TableRow> {
  let done: TableRow[] = [];
  let row: TableRow = { number: 0, cells: [] };
  let cell = { column: 0, type: 'n', text: '' };
  let reading = false;
  const pieces = readXml(await zip.stream(sheet), {
    open: (name, attributes) => {
      if (name === 'row') row = { number: Number(attributes['r'] ?? row.number + 1), cells: [] };
      else if (name === 'c') cell = { column: columnOf(attributes['r']) ?? row.cells.length, type: attributes['t'] ?? 'n', text: '' };
      else if (name === 'v' || (name === 't' && cell.type === 'inlineStr')) reading = true;
    },
    text: (piece) => { if (reading) cell.text += piece; },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false;
      else if (name === 'c') {
        if (cell.column >= limits.columns) throw problem('import.too-many-columns', { max: limits.columns });
        while (row.cells.length < cell.column) row.cells.push(null);
        row.cells[cell.column] = valueOf(cell, texts);
      } else if (name === 'row') done.push(row);
    },
  });
  try {
    for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) {
      yield* done;
      done = [];
    }
  } finally {
    await pieces.return(undefined);
  }
}

/** `BC12` → 54. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place ?? '')?.[1];
  return letters === undefined ? undefined : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueOf({ type, text }: { type: string; text: string }, texts: readonly string[]): Cell {
  if (type === 's') return texts[Number(text)] ?? null;
  if (text === '') return null;
  if (type === 'b') return text === '1';
  if (type !== 'n') return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
