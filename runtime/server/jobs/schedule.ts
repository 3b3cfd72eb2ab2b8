import { setTimeout as sleep } from 'node:timers/promises';
import { CronExpressionParser } from 'cron-parser';
import { systemContext } from '../context.ts';
import type { Services } from '../context.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { enqueue } from './enqueue.ts';
import { freeOrphans } from './orphaned-jobs.ts';

interface Due { key: string; cron: string; task: string; payload: Record<string, unknown> }

/** Looks every minute, by the server's clock and zone, whether a declared job is due. Any number of processes may do so. */
export function startSchedule(services: Services): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await queueDue(services).catch((error: unknown) => services.log.error({ err: error }, 'Due jobs could not be queued.'));
      await freeOrphans(services).catch((error: unknown) => services.log.error({ err: error }, 'Jobs of a dead server could not be freed.'));
      // A little after the full minute, so that its jobs are due.
      await sleep(60_050 - (Date.now() % 60_000), undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  };
  const running = loop();
  return { stop: async () => { stopping.abort(); await running; } };
}

/** Queues each job whose time has come since it last ran: once, however many times were missed and however many processes ask. */
export async function queueDue(services: Services): Promise<string[]> {
  const queued: string[] = [];
  for (const job of dueJobs(services)) {
    const at = CronExpressionParser.parse(job.cron, { tz: services.clock.zone, currentDate: new Date(services.clock.now().getTime() + 1) }).prev().toDate();
    await inTransaction(systemContext(services), async (ctx) => {
      const { rowCount } = await ctx.db.query(
        `insert into tamga.setting as s (key, value) values ($1, to_jsonb($2::text)) on conflict (key) do update set value = excluded.value
         where (s.value #>> '{}')::timestamptz < $2::timestamptz`, [`job.${job.key}`, at.toISOString()]);
      if (rowCount === 0) return;
      await enqueue(ctx, job.task, job.payload, { key: `job.${job.key}` });
      queued.push(job.key);
    });
  }
  return queued;
}

function dueJobs(services: Services): Due[] {
  const declared = [...services.current().jobs].map(([key, { cron }]) => ({ key, cron, task: 'run-job', payload: { job: key } }));
  return [...declared, { key: 'tamga/deliver-messages', cron: '* * * * *', task: 'deliver-messages', payload: {} }, { key: 'tamga/purge', cron: '17 * * * *', task: 'purge', payload: {} }, { key: 'tamga/questionnaires', cron: '* * * * *', task: 'end-questionnaires', payload: {} }];
}
