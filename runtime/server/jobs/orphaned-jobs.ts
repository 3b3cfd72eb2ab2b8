import type { Services } from '../context.ts';

const lockOf = 'hashtextextended($1, 7)';

/** Holds a job while this process works on it: the lock goes with the connection, so that others see at once when the process is gone. */
export async function holdJob({ pool }: Services, id: string): Promise<() => Promise<void>> {
  const client = await pool.connect();
  const { rows: [row] } = await client.query<{ held: boolean }>(`select pg_try_advisory_lock(${lockOf}) as held`, [id]);
  if (row?.held !== true) {
    client.release();
    throw new Error(`Job ${id} is already being worked on.`);
  }
  return async () => {
    await client.query(`select pg_advisory_unlock(${lockOf})`, [id]).then(() => client.release(), (error: Error) => client.release(error));
  };
}

/**
 * Gives back to the queue what a server was working on when it died: the queue itself would wait for hours. A job that runs but that nobody holds is
 * one of a dead server; so are all others which that server had taken.
 */
export async function freeOrphans({ pool, log }: Services): Promise<void> {
  const { rows } = await pool.query<{ id: string; worker: string | null }>(
    `select j.id, q.locked_by as worker from tamga.job j left join graphile_worker.jobs q on q.key = j.id::text where j.status = 'running'`);
  for (const { id, worker } of rows) {
    const client = await pool.connect();
    try {
      const { rows: [row] } = await client.query<{ free: boolean }>(`select pg_try_advisory_lock(${lockOf}) as free`, [id]);
      if (row?.free !== true) continue;
      await client.query(`select pg_advisory_unlock(${lockOf})`, [id]);
      if (worker === null) continue;
      log.warn({ job: id, worker }, 'A server died over this job; it goes on.');
      await client.query('select graphile_worker.force_unlock_workers(array[$1]::text[])', [worker]);
    } finally {
      client.release();
    }
  }
}
