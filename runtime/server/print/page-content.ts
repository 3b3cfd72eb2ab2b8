import { buffer } from 'node:stream/consumers';
import type { Content } from 'pdfmake';
import type { PrintBlock, PrintStyle } from '../../model/print.ts';
import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { openFile } from '../files/index.ts';
import { barcodeSvg, frameSvg, mm, stampSvg } from './draw.ts';
import { fillText } from './fill-text.ts';
import type { PrintRecord } from './print-record.ts';

export const font = 'NotoSansSC';

const looks: Record<PrintStyle, { fontSize: number; bold?: boolean; color?: string; margin?: [number, number, number, number] }> = {
  title: { fontSize: 18, bold: true, margin: [0, 0, 0, mm(3)] }, subtitle: { fontSize: 12, margin: [0, 0, 0, mm(3)] }, heading: { fontSize: 12, bold: true, margin: [0, mm(2), 0, mm(1.5)] },
  body: { fontSize: 10.5, margin: [0, 0, 0, mm(1.2)] }, small: { fontSize: 8, color: '#555555' }, label: { fontSize: 9, color: '#666666' },
};
const lineColor = '#9aa4b2';
const grid = { hLineWidth: () => 0.6, vLineWidth: () => 0.6, hLineColor: () => lineColor, vLineColor: () => lineColor, paddingTop: () => 4, paddingBottom: () => 4, paddingLeft: () => 6, paddingRight: () => 6 };
const bare = { hLineWidth: () => 0, vLineWidth: () => 0, paddingTop: () => 1.5, paddingBottom: () => 1.5, paddingLeft: () => 0, paddingRight: () => 4 };

/** What the pieces of a page are filled with. */
export interface Filling { ctx: Context; record: PrintRecord; values: Record<string, unknown> }

/** The pieces of a page as pdfmake draws them. */
export async function pageContent(blocks: readonly PrintBlock[], filling: Filling): Promise<Content[]> {
  const content: Content[] = [];
  for (const block of blocks) if (!block.when || await filling.record.holds(block.when)) content.push(await pieceOf(block, filling));
  return content;
}

async function pieceOf(block: PrintBlock, filling: Filling): Promise<Content> {
  const fill = (text: string): string => fillText(text, filling.values);
  switch (block.kind) {
    case 'text': return { text: fill(block.text), alignment: block.align, ...looks[block.style], ...(block.bold === undefined ? {} : { bold: block.bold }), ...(block.color ? { color: block.color } : {}), ...(block.size ? { fontSize: block.size } : {}) };
    case 'fields': return fieldsTable(block, filling);
    case 'lines': return linesTable(block, filling);
    case 'table': {
      const count = Math.max(...block.rows.map((row) => row.length));
      return { layout: block.borders ? grid : bare, margin: [0, 0, 0, mm(2)], table: { widths: Array.from({ length: count }, (_, i) => block.widths[i] === undefined ? '*' : mm(block.widths[i]!)), body: block.rows.map((row) => Array.from({ length: count }, (_, i) => fill(row[i] ?? ''))) } };
    }
    case 'columns': return { columnGap: mm(block.gap), columns: await Promise.all(block.parts.map(async ({ blocks, width }) => ({ width: width === undefined ? '*' : mm(width), stack: await pageContent(blocks, filling) }))) };
    case 'box': return {
      margin: [0, 0, 0, mm(1)], table: { widths: ['*'], body: [[{ stack: await pageContent(block.blocks, filling), ...(block.background ? { fillColor: block.background } : {}) }]] },
      layout: { hLineWidth: () => block.border ? 0.8 : 0, vLineWidth: () => block.border ? 0.8 : 0, hLineColor: () => block.border ?? lineColor, vLineColor: () => block.border ?? lineColor, ...paddings(mm(block.padding)) },
    };
    case 'image': return picture(block, filling);
    case 'qr': {
      const text = fill(block.text);
      return { qr: text === '' ? ' ' : text, fit: mm(block.size), alignment: block.align, eccLevel: 'M' };
    }
    case 'barcode': return { svg: barcodeSvg(fill(block.text), mm(block.width), mm(block.height)), width: mm(block.width), height: mm(block.height), alignment: block.align };
    case 'stamp': return { svg: stampSvg(fill(block.text), fill(block.below ?? ''), font), width: mm(block.size), alignment: block.align };
    case 'rule': return { margin: [0, mm(1), 0, mm(1)], table: { widths: ['*'], body: [[{ text: '', border: [false, false, false, true] }]] }, layout: { hLineWidth: () => 0.6, vLineWidth: () => 0, hLineColor: () => block.color ?? lineColor, ...paddings(0) } };
    case 'space': return { text: '', margin: [0, mm(block.height), 0, 0], fontSize: 0.1 };
    case 'pageBreak': return { text: '', pageBreak: 'after' };
  }
}

function paddings(size: number): { paddingTop: () => number; paddingBottom: () => number; paddingLeft: () => number; paddingRight: () => number } {
  return { paddingTop: () => size, paddingBottom: () => size, paddingLeft: () => size, paddingRight: () => size };
}

function fieldsTable(block: Extract<PrintBlock, { kind: 'fields' }>, { ctx, record }: Filling): Content {
  const pairs = block.fields.map(({ path, label }) => [{ text: ctx.locale === 'en' ? label.en : label.zh, color: '#555555', fillColor: '#f3f5f8', fontSize: 9.5 }, { text: record.at(path), fontSize: 10.5 }] as const);
  const rows: { text: string }[][] = [];
  for (let i = 0; i < pairs.length; i += block.columns) {
    const row = pairs.slice(i, i + block.columns).flat().map((cell) => ({ ...cell }));
    while (row.length < block.columns * 2) row.push({ text: '', fontSize: 10.5 });
    rows.push(row);
  }
  return { margin: [0, 0, 0, mm(2)], layout: grid, table: { widths: Array.from({ length: block.columns * 2 }, (_, i) => i % 2 === 0 ? mm(block.columns > 2 ? 20 : 28) : '*'), body: rows } };
}

async function linesTable(block: Extract<PrintBlock, { kind: 'lines' }>, { ctx, record }: Filling): Promise<Content> {
  const english = ctx.locale === 'en';
  const lines = await record.lines(block.field);
  const head = block.columns.map(({ label, align }) => ({ text: english ? label.en : label.zh, bold: true, fillColor: '#e8eef7', alignment: align, fontSize: 9.5 }));
  const body = await Promise.all(lines.map((line) => Promise.all(block.columns.map(async ({ path, value, align }) => ({ text: path === undefined ? await line.value(value!) : line.at(path), alignment: align, fontSize: 10 })))));
  const empty = lines.length === 0 && block.empty ? [[{ text: english ? block.empty.en : block.empty.zh, colSpan: block.columns.length, color: '#888888', alignment: 'center' as const }, ...block.columns.slice(1).map(() => ({ text: '' }))]] : [];
  return { margin: [0, 0, 0, mm(2)], layout: grid, table: { headerRows: 1, dontBreakRows: true, widths: block.columns.map(({ width }) => width === undefined ? '*' : mm(width)), body: [head, ...body, ...empty] } };
}

/** The first picture of a field that paper can show, cut to nothing; a frame where there is none. */
async function picture(block: Extract<PrintBlock, { kind: 'image' }>, { ctx, record }: Filling): Promise<Content> {
  const [width, height] = [mm(block.width), mm(block.height)];
  for (const id of record.files(block.path)) {
    const file = await openFile(ctx, id).catch(() => undefined);
    if (!file || !['image/png', 'image/jpeg'].includes(file.type)) continue;
    const bytes = await file.content().then(buffer).catch(() => { throw problem('not-found'); });
    return { image: `data:${file.type};base64,${bytes.toString('base64')}`, fit: [width, height], alignment: block.align };
  }
  return { svg: frameSvg(block.width, block.height, ctx.locale === 'en' ? 'photo' : '照片', font), width, height, alignment: block.align };
}
