import { runAlert } from '../alerts/index.ts';
import { systemContext } from '../context.ts';
import type { Services } from '../context.ts';
import type { JobHandler } from './job-handler.ts';

/** Does a declared job now, whatever its time: `await runJob(services, 'materials/expiry-check')`. */
export async function runJob(services: Services, key: string): Promise<void> {
  const ctx = systemContext(services);
  const job = ctx.model.jobs.get(key);
  if (!job) throw new Error(`There is no job "${key}".`);
  for (const name of job.alerts) {
    const alert = ctx.model.alerts.get(name);
    if (alert) await runAlert(ctx, alert);
  }
}

/** The queue's side of a declared job; one that a newer model no longer has is done. */
export const runJobHandler: JobHandler = async ({ services, model }, payload) => {
  const key = String(payload['job']);
  if (model.jobs.has(key)) await runJob(services, key);
};
