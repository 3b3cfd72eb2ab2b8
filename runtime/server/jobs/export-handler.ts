import { join } from 'node:path';
import { mkdir, rename } from 'node:fs/promises';
import { principalOf } from '../auth/index.ts';
import { exportPath, exportRecords, toExportRequest } from '../exchange/index.ts';
import { userJobHandler } from './user-job.ts';

/** Writes an export under the rights that its owner has while it runs. */
export const exportHandler = userJobHandler(async (services, { id, owner, payload, locale, progress }) => {
  const principal = await principalOf(services, owner);
  const ctx = { services, model: services.current(), principal, locale, db: services.pool };
  const path = exportPath(services.home, id);
  await mkdir(join(path, '..'), { recursive: true });
  const { name, type } = await exportRecords(ctx, { ...toExportRequest(payload), ...payload['approved'] === true ? { approved: true } : {}, ...typeof payload['watermark'] === 'string' ? { watermark: payload['watermark'] } : {} }, { path: `${path}.part`, progress });
  await rename(`${path}.part`, path);
  return { file: { name, type } };
});
