import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { parse } from 'csv-parse';
import { problem } from '../../../problems.ts';
import { limits, type Table, type TableRow } from './table.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'gb18030';

/** A text of separated values in UTF-8, UTF-16 or GB18030, as spreadsheets in China save it. */
export async function readCsv(path: string): Promise<{ table: Table; close: () => void }> {
  const { encoding, lines, delimiter } = await lookThrough(path);
  return { table: { total: lines, from1904: false, rows: () => readRows(path, encoding, delimiter) }, close: () => undefined };
}

/** Reads the file once: which encoding it is in, how many lines it has, and what separates its values. */
async function lookThrough(path: string): Promise<{ encoding: Encoding; lines: number; delimiter: string }> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let encoding: Encoding = 'utf-8';
  let first: Buffer | undefined;
  let lines = 1;
  let last = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (!first) {
      first = chunk;
      if (chunk[0] === 0xff && chunk[1] === 0xfe) encoding = 'utf-16le';
      // A text has no such bytes: this is something else under a wrong name.
      else if (chunk.subarray(0, 4096).includes(0)) throw problem('import.unreadable');
    }
    for (const byte of chunk) if (byte === 10) lines += 1;
    last = chunk.at(-1) ?? last;
    if (encoding === 'utf-8') {
      try { strict.decode(chunk, { stream: true }); } catch { encoding = 'gb18030'; }
    }
  }
  if (!first) throw problem('import.empty');
  const head = new TextDecoder(encoding).decode(first.subarray(0, 4096)).split(/\r?\n/)[0] ?? '';
  const delimiter = [',', '\t', ';'].map((char) => ({ char, count: head.split(char).length })).sort((a, b) => b.count - a.count)[0]!.char;
  return { encoding, lines: last === 10 ? lines - 1 : lines, delimiter };
}

async function* readRows(path: string, encoding: Encoding, delimiter: string): AsyncGenerator<TableRow> {
  const decoder = new TextDecoder(encoding);
  const decode = new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, decoder.decode(chunk, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  });
  const source = createReadStream(path);
  const records = source.pipe(decode).pipe(parse({ delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: 1024 * 1024 }));
  source.on('error', (error) => records.destroy(error));
  let number = 0;
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      number += 1;
      if (record.length > limits.columns) throw problem('import.too-many-columns', { max: limits.columns });
      yield { number, cells: record.map((text) => text === '' ? null : text) };
    }
  } catch (error) {
    throw error instanceof Error && String((error as { code?: unknown }).code).startsWith('CSV_') ? problem('import.unreadable') : error;
  } finally {
    source.destroy();
  }
}
