import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';

export interface TransactionOptions {
  isolation?: 'read committed' | 'repeatable read' | 'serializable';
  /** How often the whole function runs again after a deadlock or serialisation failure. */
  retries?: number;
}

/** Deadlock, serialisation failure, a statement prepared for a table that has changed since: PostgreSQL undid everything, so running it again is safe. */
const stalePlan = '0A000';
const retryable = new Set(['40001', '40P01', stalePlan]);

/** Runs the function in one transaction: commits its result, or undoes everything when it throws. */
export async function transaction<T>(pool: Pool, fn: (client: PoolClient) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const { isolation, retries = 3 } = options;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await runOnce(pool, fn, isolation ? `begin isolation level ${isolation}` : 'begin');
    } catch (error) {
      if (attempt >= retries || !retryable.has(codeOf(error))) throw error;
      // Random, so that the two that met do not meet again.
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}

async function runOnce<T>(pool: Pool, fn: (client: PoolClient) => Promise<T>, begin: string): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => { broken = error; };
  client.once('error', onError);
  try {
    // Sent together with the first statement; when it fails, so does that.
    const begun = client.query(begin);
    begun.catch(() => undefined);
    const result = await fn(client);
    await begun;
    const { command } = await client.query('commit');
    // PostgreSQL answers a commit of a failed transaction with a silent rollback.
    if (command === 'ROLLBACK') throw new Error('The transaction failed in a statement whose error was not passed on');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => { broken ??= failure; });
    // The connection would repeat its stale plans.
    if (codeOf(error) === stalePlan) broken ??= error as Error;
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
