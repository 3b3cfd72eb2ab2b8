import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { problem } from '../../../problems.ts';
import { limits } from './table.ts';

/** A zip file whose entries are read as streams. */
export interface Zip { has: (name: string) => boolean; size: (name: string) => number; stream: (name: string) => Promise<Readable>; close: () => void }

/**
 * Opens a zip file after looking at what it says it holds: too many entries, too much once unpacked, or far too much for its size is refused.
 * The sizes said are held against what really comes out: a file that lies breaks off there.
 */
export async function openZip(path: string, fileSize: number): Promise<Zip> {
  const file = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true }, (error, opened) => error ? reject(problem('import.unreadable')) : resolve(opened));
  });
  try {
    const entries = await readEntries(file, fileSize);
    return {
      has: (name) => entries.has(name),
      size: (name) => entries.get(name)?.uncompressedSize ?? 0,
      stream: (name) => new Promise((resolve, reject) => {
        const entry = entries.get(name);
        if (!entry) { reject(problem('import.unreadable')); return; }
        file.openReadStream(entry, (error, stream) => error ? reject(problem('import.unreadable')) : resolve(stream));
      }),
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

function readEntries(file: yauzl.ZipFile, fileSize: number): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    let unpacked = 0;
    if (file.entryCount > limits.entries) { reject(problem('import.bomb')); return; }
    file.on('error', () => reject(problem('import.unreadable')));
    file.on('end', () => resolve(entries));
    file.on('entry', (entry: yauzl.Entry) => {
      unpacked += entry.uncompressedSize;
      if (unpacked > limits.unpacked || unpacked > fileSize * limits.ratio || entries.has(entry.fileName)) { reject(problem('import.bomb')); return; }
      entries.set(entry.fileName, entry);
      file.readEntry();
    });
    file.readEntry();
  });
}
