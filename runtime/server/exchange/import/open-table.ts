import { open, stat } from 'node:fs/promises';
import { problem } from '../../../problems.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Table } from './table.ts';

/** Opens an uploaded sheet by what it is, and refuses one that is not what its name says; `close` it when done. */
export async function openTable(path: string, name: string): Promise<{ table: Table; close: () => void }> {
  const { size } = await stat(path);
  if (size === 0) throw problem('import.empty');
  const isZip = (await firstBytes(path)).toString('latin1') === 'PK\u0003\u0004';
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  const kind = extension === 'xlsx' ? 'xlsx' : ['csv', 'txt', 'tsv'].includes(extension ?? '') ? 'csv' : undefined;
  if (kind === undefined || isZip !== (kind === 'xlsx')) throw problem('import.type', { name });
  return kind === 'xlsx' ? readXlsx(path, size) : readCsv(path);
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
