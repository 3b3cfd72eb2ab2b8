import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { v7 } from 'uuid';
import type { FileValue } from '../../model/client-types.ts';
import { entityOf } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { contentKind } from './content-kind.ts';
import { safeFileName } from './file-name.ts';

/** Pixels that a picture may have; a few hundred bytes can name billions. */
const mostPixels = 50_000_000;

/** Stores an upload of the context's person. The content is complete in the store before anything names it. */
export async function storeFile(ctx: Context, upload: { name: string; content: Readable & { truncated?: boolean } }): Promise<FileValue> {
  const { home, files } = ctx.services;
  const id = v7();
  const temporary = join(home, 'files', 'tmp', id);
  await mkdir(dirname(temporary), { recursive: true });
  try {
    const { size, digest } = await writeContent(upload.content, temporary);
    if (upload.content.truncated) throw problem('file.too-large', { max: 20 });
    if (size === 0) throw problem('file.missing');
    const kind = await contentKind(temporary);
    if (!kind) throw problem('file.type', { accept: 'PNG, JPEG, WebP, GIF, PDF' });
    if (kind.dimensions && kind.dimensions.width * kind.dimensions.height > mostPixels) throw problem('file.pixels', { max: mostPixels / 10_000 });
    await files.put(id, temporary);
    const value = { id, name: safeFileName(upload.name, kind.ending), size, type: kind.type };
    await insertFile(ctx, value, digest).catch(async (error: unknown) => { await files.remove(id); throw error; });
    return value;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeContent(content: Readable, path: string): Promise<{ size: number; digest: string }> {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(content, async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  return { size, digest: hash.digest('hex') };
}

async function insertFile(ctx: Context, { id, name, size, type }: FileValue, digest: string): Promise<void> {
  const file = entityOf(ctx.model, 'platform/file');
  const user = ctx.principal.user;
  await ctx.db.query(
    `insert into ${tableOf(file)} (id, version, created_at, created_by, updated_at, updated_by, owner_org, area_code, ${['name', 'size', 'contentType', 'digest'].map((f) => columnOf(file, f)).join(', ')})
     values ($1, 1, $2, $3, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, ctx.services.clock.now(), user?.id ?? null, user?.org?.id ?? null, user?.org?.area ?? null, name, size, type, digest]);
}
