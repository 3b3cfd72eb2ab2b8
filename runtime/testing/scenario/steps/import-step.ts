import ExcelJS from 'exceljs';
import { stringify } from 'csv-stringify/sync';
import { randomUUID } from 'node:crypto';
import { finishedJob } from '../finished-job.ts';
import { personOf } from '../person-of.ts';
import { entityId, isObject, recordsPath } from '../records-api.ts';
import { ScenarioFailure } from '../scenario-failure.ts';
import type { ScenarioStep, StepHandler } from '../world.ts';

type ImportStep = Extract<ScenarioStep, { import: string }>;
type Row = ImportStep['rows'][number];
type Complaint = NonNullable<ImportStep['errors']>[number];

export const importSheet: StepHandler<ImportStep> = async (world, step) => {
  const person = personOf(world, step.as);
  const id = entityId(world, step.import);
  const file = step.file ?? 'import.xlsx';
  const { mode, dryRun, key, existing } = step;
  const options = { ...mode ? { mode } : {}, ...dryRun === undefined ? {} : { dryRun }, ...key ? { key } : {}, ...existing ? { existing } : {} };
  const raw = multipart(file, file.includes('.csv') ? Buffer.from(`\uFEFF${stringify(rowsOf(step))}`) : await workbook(rowsOf(step)), options);
  return {
    send: () => world.send({ method: 'POST', path: recordsPath(id, '/import'), raw, token: person.token }),
    accept: async (answer) => checkReport((await finishedJob(world, person, answer, 'an import')).report, step),
  };
};

function rowsOf({ rows, repeat }: ImportStep): Row[] {
  const last = rows.at(-1)!;
  if (repeat === undefined) return rows;
  const filled = (n: number): Row => last.map((cell) => typeof cell === 'string' ? cell.replaceAll('{n}', String(n)) : cell);
  return [...rows.slice(0, -1), ...Array.from({ length: repeat }, (_, i) => filled(i + 1))];
}

async function workbook(rows: Row[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Sheet1').addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function multipart(file: string, content: Buffer, options: object): { type: string; bytes: Buffer } {
  const boundary = `scenario-${randomUUID()}`;
  const field = `--${boundary}\r\nContent-Disposition: form-data; name="options"\r\n\r\n${JSON.stringify(options)}\r\n`;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.replaceAll('"', '')}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return { type: `multipart/form-data; boundary=${boundary}`, bytes: Buffer.concat([Buffer.from(field + head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]) };
}

function checkReport(report: unknown, { report: wanted = {}, errors }: ImportStep): void {
  if (!isObject(report)) throw new ScenarioFailure('a report of the import', JSON.stringify(report));
  for (const [name, value] of Object.entries(wanted)) if (report[name] !== value) throw new ScenarioFailure(`${name}: ${JSON.stringify(value)} in the report`, JSON.stringify(report));
  if (!errors) return;
  const told = report['errors'] as Record<string, unknown>[];
  const missing = errors.find((complaint) => !told.some((one) => isSaid(complaint, one)));
  if (missing || told.length !== errors.length) throw new ScenarioFailure(missing ? `the complaint ${JSON.stringify(missing)}` : `${errors.length} complaints`, JSON.stringify(told));
}

function isSaid({ row, column, code, message }: Complaint, told: Record<string, unknown>): boolean {
  return told['row'] === row && (column === undefined || told['column'] === column) && (code === undefined || told['code'] === code) && (message === undefined || String(told['message']).includes(message));
}
