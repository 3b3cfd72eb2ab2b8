import { run, runOnce } from 'graphile-worker';
import type { TaskList } from 'graphile-worker';
import { systemContext } from '../context.ts';
import type { Services } from '../context.ts';
import { freeOrphans } from './orphaned-jobs.ts';
import { startSchedule } from './schedule.ts';
import { jobHandlers } from './handlers.ts';
import type { JobHandlers } from './job-handler.ts';
import { queueOptions } from './prepare-queue.ts';

/** Works on the queue and on what is due by the clock until `stop()`. */
export async function startJobs(services: Services, handlers: JobHandlers = jobHandlers): Promise<{ stop: () => Promise<void> }> {
  await freeOrphans(services);
  const runner = await run({
    ...queueOptions(services), taskList: taskList(services, handlers), parsedCronItems: [],
    concurrency: 4, noHandleSignals: true, pollInterval: 5_000,
  });
  runner.promise.catch((error: unknown) => services.log.error({ err: error }, 'The job queue stopped.'));
  const schedule = startSchedule(services);
  return {
    stop: async () => {
      await schedule.stop();
      await runner.stop().catch((error: unknown) => services.log.warn({ err: error }, 'The job queue did not stop cleanly.'));
    },
  };
}

/** Does everything that waits in the queue now and returns when it is empty; the first failure is thrown. */
export async function runPending(services: Services, handlers: JobHandlers = jobHandlers): Promise<void> {
  const failures: unknown[] = [];
  await runOnce({ ...queueOptions(services), taskList: taskList(services, handlers, (error) => failures.push(error)), noHandleSignals: true });
  if (failures.length > 0) throw failures[0];
}

function taskList(services: Services, handlers: JobHandlers, onFailure?: (error: unknown) => void): TaskList {
  return Object.fromEntries(Object.entries(handlers).map(([task, handle]) => [task, async (payload, { job }) => {
    try {
      await handle(systemContext(services), payload as Record<string, unknown>, { number: job.attempts, isLast: job.attempts >= job.max_attempts });
    } catch (error) {
      services.log.error({ err: error, task, attempt: job.attempts }, 'A job failed.');
      onFailure?.(error);
      throw error;
    }
  }]));
}
