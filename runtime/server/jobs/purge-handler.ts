import { rm } from 'node:fs/promises';
import { exportPath, importPath } from '../exchange/index.ts';
import { purgeSessions } from '../auth/index.ts';
import { purgeFiles } from '../files/index.ts';
import type { JobHandler } from './job-handler.ts';

const day = 24 * 3600_000;

/** Takes away what has had its time: exports, uploads that nobody used, sessions, counts of wrong passwords, answers kept for repeated requests, drafts of forms. */
export const purgeHandler: JobHandler = async (ctx) => {
  const { pool, clock, home } = ctx.services;
  const now = clock.now();
  const before = (days: number): Date => new Date(now.getTime() - days * day);
  const { rows: jobs } = await pool.query<{ id: string }>('select id from tamga.job where expires_at <= $1 and result is not null and not result ? \'gone\'', [now]);
  for (const { id } of jobs) await rm(exportPath(home, id), { force: true });
  // The row stays for a month, so that an old link says that it has expired.
  await pool.query("update tamga.job set result = result || '{\"gone\": true}' where id = any($1)", [jobs.map((job) => job.id)]);
  await pool.query('delete from tamga.job where created_at < $1', [before(30)]);
  // Sheets that were not read to the end, their job having failed.
  const { rows: ended } = await pool.query<{ id: string }>("select id from tamga.job where task = 'import-records' and ended_at < $1", [before(1)]);
  for (const { id } of ended) await rm(importPath(home, id), { force: true });
  await purgeSessions(ctx.services);
  await pool.query('delete from tamga.download_ticket where expires_at <= $1', [now]);
  await pool.query('delete from tamga.failed_sign_in where at < $1', [before(1)]);
  await pool.query('delete from tamga.idempotency where at < $1', [before(1)]);
  await pool.query('delete from tamga.draft where at < $1', [before(30)]);
  await purgeFiles(ctx);
};
