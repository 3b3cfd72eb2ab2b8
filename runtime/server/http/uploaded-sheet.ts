import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { problem } from '../../problems.ts';
import { importLimits } from '../exchange/index.ts';

/** A sheet that came with a request, stored at a path, and the options beside it. */
export interface UploadedSheet { name: string; options: Record<string, unknown> }

/** Stores the multipart field `file` of a request and reads the JSON in its field `options`. */
export async function storeSheet(request: FastifyRequest, path: string): Promise<UploadedSheet> {
  await mkdir(dirname(path), { recursive: true });
  let name: string | undefined;
  let options: Record<string, unknown> = {};
  try {
    for await (const part of request.parts({ limits: { fileSize: importLimits.bytes, files: 1, fields: 3, fieldSize: 64 * 1024 } })) {
      if (part.type === 'file') {
        if (part.fieldname !== 'file') throw problem('request.bad-value', { name: part.fieldname });
        name = part.filename.slice(0, 200);
        await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
        if (part.file.truncated) throw problem('import.too-large', { max: importLimits.bytes / 1024 / 1024 });
      } else if (part.fieldname === 'options') options = readOptions(part.value);
      else throw problem('request.unknown-parameter', { name: part.fieldname, suggestion: '' });
    }
    if (name === undefined) throw problem('file.missing');
    return { name, options };
  } catch (error) {
    await rm(path, { force: true });
    throw (error as { code?: unknown } | null)?.code === 'FST_REQ_FILE_TOO_LARGE' ? problem('import.too-large', { max: importLimits.bytes / 1024 / 1024 }) : error;
  }
}

function readOptions(value: unknown): Record<string, unknown> {
  try {
    const options = JSON.parse(String(value)) as unknown;
    if (typeof options === 'object' && options !== null && !Array.isArray(options)) return options as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw problem('request.bad-value', { name: 'options' });
}
