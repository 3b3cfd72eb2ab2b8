import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { Model } from '../../runtime/model/model.ts';
import { formatProblem } from '../../runtime/model/source.ts';
import { boot } from '../../runtime/server/boot.ts';
import type { Services } from '../../runtime/server/context.ts';
import { startDatabase } from '../../runtime/server/db/embedded/index.ts';
import { createPool } from '../../runtime/server/db/pool.ts';
import { buildModel, loadSources } from '../../runtime/server/load.ts';
import { projectRoot } from '../checks/project-files.ts';
import { serveByHand } from './by-hand/serve.ts';
import { fillPeople, fillRows, type People } from './fill.ts';
import { startLoad, type Load } from './load/load.ts';
import type { Options } from './options.ts';

export interface Side { app: FastifyInstance; port: number; pool: Pool }

/** Two servers on one database: Tamga with the bench's own app, and the same few routes written by hand. */
export interface World { options: Options; databaseUrl: string; model: Model; services: Services; people: People; tamga: Side; hand: Side; load: Load; close(): Promise<void> }

const poolSize = 16;

export async function openWorld(options: Options): Promise<World> {
  const home = await mkdtemp(join(tmpdir(), 'tamga-bench-'));
  // Durable, as in production.
  const database = await startDatabase({ home, log: { info: () => undefined, warn: (message) => console.error(message) } });
  const model = await benchModel();
  const server = await boot({ databaseUrl: database.url, root: join(import.meta.dirname, 'definitions'), home, model, background: false, poolSize });
  const people = await fillPeople(server.services);
  await fillRows(server.pool, options.rows, people.clerk.id);
  const handPool = createPool(database.url, { max: poolSize });
  const hand = await serveByHand(handPool);
  const load = startLoad();
  return {
    options, databaseUrl: database.url, model, services: server.services, people, load,
    tamga: { app: server.app, port: await listen(server.app), pool: server.pool },
    hand: { app: hand, port: await listen(hand), pool: handPool },
    async close() {
      load.stop();
      await hand.close();
      await handPool.end();
      await server.close();
      await database.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The built-in app and the bench's. */
async function benchModel(): Promise<Model> {
  const builtIn = await loadSources(projectRoot);
  const own = await loadSources(join(import.meta.dirname, 'definitions'));
  const { model, problems } = await buildModel([...builtIn.sources.filter(({ app }) => app === 'platform'), ...own.sources]);
  if (!model) throw new Error(problems.map(formatProblem).join('\n'));
  return model;
}

async function listen(app: FastifyInstance): Promise<number> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}
