import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '../server/db/embedded/index.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The PostgreSQL for tests: `DATABASE_URL`, or one of its own in a temporary folder that is quick and forgets. */
export async function startTestDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const home = await mkdtemp(join(tmpdir(), 'tamga-test-'));
  const database = await startDatabase({ home, durable: false, log: { info: () => undefined, warn: (message) => console.error(message) } });
  const stop = async (): Promise<void> => {
    for (const signal of signals) process.off(signal, leave);
    await database.stop();
    await rm(home, { recursive: true, force: true });
  };
  // PostgreSQL outlives a process that is ended, so it is taken along.
  const leave = (): void => { stop().finally(() => process.exit(130)); };
  for (const signal of signals) process.on(signal, leave);
  return { url: database.url, stop };
}
