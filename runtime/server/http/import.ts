import { rm } from 'node:fs/promises';
import { Ajv } from 'ajv';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { entityOf } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import type { Services } from '../context.ts';
import { checkSheet, importOptions, importPath, previewSheet, requireImport, toImportRequest, writeTemplate } from '../exchange/index.ts';
import { contentDisposition } from '../files/index.ts';
import { startUserJob } from '../jobs/index.ts';
import { contextOf } from './request-context.ts';
import { storeSheet } from './uploaded-sheet.ts';
import { target } from './records.ts';

interface Params { app: string; entity: string; id: string; action: string }

const consumes = ['multipart/form-data'];
const bodyLimit = 52 * 1024 * 1024;
const ajv = new Ajv({ allErrors: true, strict: false });
const validate = ajv.compile(importOptions);

/** `/api/records/:app/:entity/import`: the sheet to fill in, a look at a filled one, and the import itself. */
export async function importRoutes(app: FastifyInstance, services: Services): Promise<void> {
  app.get<{ Params: Params }>('/api/records/:app/:entity/import-template', { schema: { tags: ['records'], summary: 'A sheet to fill in, with drop-downs and notes' } }, async (request, reply) => {
    const { ctx, entity } = target(request);
    const { name, content } = await writeTemplate(ctx, entity.key);
    return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').header('content-disposition', contentDisposition('attachment', name)).send(content);
  });

  app.post<{ Params: Params }>('/api/records/:app/:entity/import/preview', { bodyLimit, schema: { tags: ['records'], summary: 'What the columns of a sheet seem to mean, and its first rows', consumes } }, async (request) => {
    const { ctx, entity } = target(request);
    requireImport(ctx, { entity: entity.key, existing: 'skip' });
    const path = importPath(services.home, `preview-${v7()}`);
    const { name } = await storeSheet(request, path);
    try {
      return await previewSheet(ctx, { entity: entity.key, name, existing: 'skip' }, path);
    } finally {
      await rm(path, { force: true });
    }
  });

  app.post<{ Params: Params }>('/api/records/:app/:entity/import', {
    bodyLimit,
    schema: { tags: ['records'], summary: 'Import a sheet (xlsx, csv) as multipart field `file`; JSON in the field `options`: mode, dryRun, key, existing, mapping', consumes, response: { 202: { type: 'object', properties: { job: { type: 'string' } } } } },
  }, async (request, reply) => {
    const ctx = contextOf(request);
    const key = `${request.params.app}/${request.params.entity}`;
    if (!ctx.model.entities.has(key)) throw problem('not-found');
    requireImport(ctx, { entity: key, existing: 'skip' });
    const job = v7();
    const path = importPath(services.home, job);
    const { name, options } = await storeSheet(request, path);
    try {
      if (!validate(options)) throw problem('request.bad-value', { name: `options${validate.errors?.[0]?.instancePath ?? ''}` });
      const wanted = toImportRequest({ ...options, entity: key, name });
      await checkSheet(ctx, wanted, path);
      await startUserJob(ctx, 'import-records', entityOf(ctx.model, key).label[ctx.locale === 'en' ? 'en' : 'zh'], { ...wanted }, job);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return reply.code(202).send({ job });
  });
}
