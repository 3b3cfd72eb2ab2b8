import { join } from 'node:path';
import { boot, type Server } from '../runtime/server/boot.ts';
import { readConfig } from '../runtime/server/config.ts';
import { startDatabase } from '../runtime/server/db/embedded/index.ts';

const root = join(import.meta.dirname, '..');

/** Does something with the server of `TAMGA_HOME` or `DATABASE_URL` that nobody else is using: no pages, no background work. */
export async function withServer<T>(work: (server: Server) => Promise<T>): Promise<T> {
  const config = readConfig(root);
  const silent = { info() {}, warn() {} };
  const database = config.databaseUrl === undefined ? await startDatabase({ home: config.home, log: silent }) : undefined;
  try {
    const server = await boot({ databaseUrl: config.databaseUrl ?? database?.url ?? '', root, home: config.home, zone: config.zone, demo: false, background: false });
    try {
      return await work(server);
    } finally {
      await server.close();
    }
  } finally {
    await database?.stop();
  }
}
