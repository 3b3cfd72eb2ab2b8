import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '../server/db/embedded/index.ts';

/** The PostgreSQL for tests: `DATABASE_URL`, or one of its own in a temporary folder that is quick and forgets. */
export async function startTestDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const home = await mkdtemp(join(tmpdir(), 'tamga-test-'));
  const { url, stop } = await startDatabase({ home, durable: false, log: { info: () => undefined, warn: (message) => console.error(message) } });
  return { url, stop: async () => {
    await stop();
    await rm(home, { recursive: true, force: true });
  } };
}
