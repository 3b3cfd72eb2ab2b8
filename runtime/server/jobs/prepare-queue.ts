import { Logger, runMigrations } from 'graphile-worker';
import type { SharedOptions } from 'graphile-worker';
import type { Services } from '../context.ts';

/** Creates or updates the tables of the queue. */
export async function prepareQueue(services: Services): Promise<void> {
  await runMigrations(queueOptions(services));
}

/** How the queue is reached. */
export function queueOptions({ pool, log }: Services): SharedOptions {
  return {
    pgPool: pool, schema: 'graphile_worker',
    // Its news of every job are of no use to the people who run this; its troubles are.
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn(message);
    }),
  };
}
