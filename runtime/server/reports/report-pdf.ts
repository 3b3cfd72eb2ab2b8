import type { Content } from 'pdfmake';
import type { Text } from '../../model/model.ts';
import { makePdf } from '../print/index.ts';
import type { ReportColumn } from './report-columns.ts';

const most = 12;

/** The figures on paper: a header on every page, the totals last; wide reports go on in further tables with their first column repeated. */
export async function reportPdf(label: Text, title: string, lines: readonly string[][], columns: readonly Pick<ReportColumn, 'role'>[]): Promise<Buffer> {
  const dimensions = columns.flatMap((column, i) => column.role === 'dimension' ? [i] : []);
  const measures = columns.flatMap((column, i) => column.role === 'measure' ? [i] : []);
  const room = Math.max(1, most - dimensions.length);
  const tables: Content[] = [];
  for (let at = 0; at === 0 || at < measures.length; at += room) tables.push(tableOf(lines, [...dimensions, ...measures.slice(at, at + room)], columns));
  const template = { key: '', app: '', name: '', label, entity: '', needs: [], page: { size: 'A4' as const, orientation: 'landscape' as const, margin: 12 }, header: [], footer: [], content: [], batch: 'pdf' as const, paths: [] };
  return makePdf(template, [{ title, content: [{ text: title, fontSize: 15, bold: true, alignment: 'center', margin: [0, 0, 0, 8] }, ...tables] }]);
}

function tableOf(lines: readonly string[][], shown: number[], columns: readonly Pick<ReportColumn, 'role'>[]): Content {
  const cell = (text: string, i: number, bold: boolean): Content => ({ text, bold, fontSize: 9, alignment: columns[i]?.role === 'measure' ? 'right' : 'left' });
  return {
    margin: [0, 0, 0, 10], layout: 'lightHorizontalLines',
    table: { headerRows: 1, dontBreakRows: true, widths: shown.map((i) => columns[i]?.role === 'measure' ? 'auto' : '*'), body: lines.map((line, row) => shown.map((i) => cell(line[i] ?? '', i, row === 0 || row === lines.length - 1))) },
  };
}
