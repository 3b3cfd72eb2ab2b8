import type { JobStep } from '../../model/model.ts';
import { entityOf } from '../../model/model.ts';
import { Problem } from '../../problems.ts';
import { runAction } from '../actions/run-action.ts';
import { runAlert } from '../alerts/index.ts';
import { systemContext } from '../context.ts';
import type { Context, Services } from '../context.ts';
import { find } from '../operations/find.ts';
import type { JobHandler } from './job-handler.ts';

const page = 200;

/** Does a declared job now, whatever its time: `await runJob(services, 'materials/expiry-check')`. Returns how much it did. */
export async function runJob(services: Services, key: string): Promise<number> {
  const ctx = systemContext(services);
  const job = ctx.model.jobs.get(key);
  if (!job) throw new Error(`There is no job "${key}".`);
  let done = 0;
  for (const step of job.run) done += step.kind === 'alert' ? await alertStep(ctx, step.alert) : await actionStep(ctx, step);
  return done;
}

async function alertStep(ctx: Context, name: string): Promise<number> {
  const alert = ctx.model.alerts.get(name);
  return alert ? runAlert(ctx, alert) : 0;
}

/** Each record in a transaction of its own; what a rule refuses is left as it is, and is looked at again next time. */
async function actionStep(ctx: Context, { entity: key, action: name, where }: Extract<JobStep, { kind: 'action' }>): Promise<number> {
  const entity = entityOf(ctx.model, key);
  const action = ctx.model.actions.get(key)?.get(name);
  if (!action) return 0;
  const ids: string[] = [];
  for (let at = 1; ; at += 1) {
    const { items } = await find(ctx, entity, { ...(where ? { where } : {}), sort: ['id'], page: at, pageSize: page, count: 'none', fields: ['id'] });
    ids.push(...items.map((item) => String(item['id'])));
    if (items.length < page) break;
  }
  let done = 0;
  for (const id of ids) {
    try {
      await runAction(ctx, entity, action, { id });
      done += 1;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      ctx.services.log.warn({ err: error, entity: key, action: name, record: id }, 'A job could not do its action.');
    }
  }
  return done;
}

/** The queue's side of a declared job; one that a newer model no longer has is done. */
export const runJobHandler: JobHandler = async ({ services, model }, payload) => {
  const key = String(payload['job']);
  if (model.jobs.has(key)) await runJob(services, key);
};
