import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

/** What may be uploaded, told by content; the ending belongs to it. SVG and HTML can hold scripts and are not among them. */
const kinds: ReadonlyMap<string, { ending: string; size?: (file: FileHandle) => Promise<Dimensions | undefined> }> = new Map([
  ['image/png', { ending: 'png', size: pngSize }],
  ['image/jpeg', { ending: 'jpg', size: jpegSize }],
  ['image/gif', { ending: 'gif', size: gifSize }],
  ['image/webp', { ending: 'webp', size: webpSize }],
  ['application/pdf', { ending: 'pdf' }],
]);

export interface Dimensions { width: number; height: number }
export interface ContentKind { type: string; ending: string; dimensions?: Dimensions }

/** The type of a stored file by its content; nothing for what may not be uploaded. */
export async function contentKind(path: string): Promise<ContentKind | undefined> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  // An animated PNG is a PNG for every reader.
  const type = found?.mime === 'image/apng' ? 'image/png' : found?.mime;
  const kind = type === undefined ? undefined : kinds.get(type);
  if (type === undefined || !kind) return undefined;
  if (!kind.size) return { type, ending: kind.ending };
  const file = await open(path, 'r');
  try {
    const dimensions = await kind.size(file);
    return dimensions && dimensions.width > 0 && dimensions.height > 0 ? { type, ending: kind.ending, dimensions } : undefined;
  } finally {
    await file.close();
  }
}

async function bytes(file: FileHandle, position: number, length: number): Promise<Buffer | undefined> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return bytesRead === length ? buffer : undefined;
}

async function pngSize(file: FileHandle): Promise<Dimensions | undefined> {
  const head = await bytes(file, 0, 24);
  return head?.toString('latin1', 12, 16) === 'IHDR' ? { width: head.readUInt32BE(16), height: head.readUInt32BE(20) } : undefined;
}

async function gifSize(file: FileHandle): Promise<Dimensions | undefined> {
  const head = await bytes(file, 0, 10);
  return head && { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
}

/** Walks from segment to segment to the frame header. */
async function jpegSize(file: FileHandle): Promise<Dimensions | undefined> {
  let position = 2;
  for (let segment = 0; segment < 1_000; segment += 1) {
    const head = await bytes(file, position, 9);
    if (!head || head[0] !== 0xff) return undefined;
    const marker = head.readUInt8(1);
    if (marker === 0xff) { position += 1; continue; }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: head.readUInt16BE(7), height: head.readUInt16BE(5) };
    if (marker === 0xd9 || marker === 0xda) return undefined;
    position += 2 + head.readUInt16BE(2);
  }
  return undefined;
}

async function webpSize(file: FileHandle): Promise<Dimensions | undefined> {
  const head = await bytes(file, 0, 30);
  switch (head?.toString('latin1', 12, 16)) {
    case 'VP8 ': return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    case 'VP8L': { const bits = head.readUInt32LE(21); return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }; }
    case 'VP8X': return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    default: return undefined;
  }
}
