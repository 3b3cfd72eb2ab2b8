import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FileValue } from '../../model/client-types.ts';
import { problem } from '../../problems.ts';
import type { Context, Services } from '../context.ts';
import { contentDisposition, openFile, storeFile } from '../files/index.ts';
import { contextOf } from './request-context.ts';

const text = { type: 'string' } as const;
const fileValue = { type: 'object', properties: { id: text, name: text, size: { type: 'integer' }, type: text } } as const;
const pdf = 'application/pdf';

/** `/api/files`: uploads and downloads of what records hold. */
export async function filesRoutes(app: FastifyInstance, _services: Services): Promise<void> {
  app.post('/api/files', {
    bodyLimit: 21 * 1024 * 1024,
    schema: { tags: ['files'], summary: 'Upload a picture or PDF of at most 20 MB as multipart field `file`', consumes: ['multipart/form-data'], response: { 201: fileValue } },
  }, async (request, reply) => {
    return reply.code(201).send(await takeUpload(contextOf(request), request));
  });

  app.get<{ Params: { id: string } }>('/api/files/:id', {
    schema: { tags: ['files'], summary: 'The content of a file', params: { type: 'object', properties: { id: text } } },
  }, (request, reply) => sendFile(contextOf(request), request, reply, request.params.id));
}

/** Takes the file of an upload. */
export async function takeUpload(ctx: Context, request: FastifyRequest): Promise<FileValue> {
  const upload = await request.file();
  if (!upload) throw problem('file.missing');
  if (upload.fieldname !== 'file') throw problem('request.bad-value', { name: upload.fieldname });
  return storeFile(ctx, { name: upload.filename, content: upload.file });
}

/** Sends a file that the context's person may see, so that nothing in it can run. */
export async function sendFile(ctx: Context, request: FastifyRequest, reply: FastifyReply, id: string): Promise<FastifyReply> {
  const file = await openFile(ctx, id);
  const tag = `"${file.digest}"`;
  void reply.headers({
    'cache-control': 'private, no-cache', etag: tag, 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN',
    // A sandbox would keep browsers from showing a PDF at all.
    'content-security-policy': `default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'self'${file.type === pdf ? '' : '; sandbox'}`,
    'content-disposition': contentDisposition('inline', file.name),
  });
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  const content = await file.content().catch(() => { throw problem('not-found'); });
  return reply.type(file.type).header('content-length', file.size).send(content);
}
