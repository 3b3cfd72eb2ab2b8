import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { principalOf } from '../auth/index.ts';
import { exportPath, importPath, importRecords, toImportRequest, writeErrorFile } from '../exchange/index.ts';
import { userJobHandler } from './user-job.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Imports a sheet under the rights that its owner has while it runs; what is wrong comes back as a sheet. */
export const importHandler = userJobHandler(async (services, { id, owner, payload, locale, progress }) => {
  const principal = await principalOf(services, owner);
  const ctx = { services, model: services.current(), principal, locale, db: services.pool };
  const request = toImportRequest(payload);
  const { report, headers } = await importRecords(ctx, request, { path: importPath(services.home, id), job: id, progress });
  // Only now: after a crash the sheet is read again.
  const keep = async (): Promise<void> => rm(importPath(services.home, id), { force: true });
  if (report.failed === 0) {
    await keep();
    return { report };
  }
  const path = exportPath(services.home, id);
  await mkdir(dirname(path), { recursive: true });
  await writeErrorFile(ctx, id, headers, `${path}.part`);
  await rename(`${path}.part`, path);
  await keep();
  return { report, file: { name: `${request.name.replace(/\.\w+$/, '')} ${locale === 'en' ? 'errors' : '错误行'}.xlsx`, type: xlsx } };
});
