import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import type { Model } from '../model/model.ts';
import { messageChannels } from '../registry.ts';
import { formatProblem, type DefinitionProblem } from '../model/source.ts';
import { checkEvents, checkThresholds } from './alerts/index.ts';
import { protection, startSealing } from './audit/index.ts';
import { createApp } from './app.ts';
import { loadCalendar, watchCalendar } from './calendar/index.ts';
import { systemClock, type ServerClock } from './clock.ts';
import { systemContext, type Services } from './context.ts';
import { createPool } from './db/pool.ts';
import { migrate } from './db/migrate.ts';
import { openFileStore } from './files/index.ts';
import { enqueue, prepareQueue, startJobs } from './jobs/index.ts';
import { loadModel } from './load.ts';
import { createLog } from './log.ts';
import { loadPlugins } from './plugins/index.ts';
import { fillSearch, noteSearch, outdatedSearch } from './search/fill-search.ts';
import { deployQuestionnaires } from './questionnaires/index.ts';
import { loadSeeds } from './seed/load-seed.ts';
import { storeParameters } from './settings/index.ts';
import { deployProcesses, noteConditions, processOfRecord, refuseCircles, releaseAfterChange, startTimers, submitRecord } from './workflow/index.ts';

/** What a server is started with. */
export interface BootOptions {
  databaseUrl: string;
  /** Folder that holds `app-definitions/`, `workflows/` and `seed/`. */
  root: string;
  /** Folder of uploads and exports. */
  home: string;
  /** Address under which people reach the server. */
  site?: string | null;
  /** A model linked before, instead of reading the files. */
  model?: Model;
  clock?: ServerClock;
  zone?: string;
  demo?: boolean;
  /** Seeds to load when the database is empty, such as `materials/demo`; left out: all that fit the mode. */
  seeds?: readonly string[];
  log?: Logger;
  progress?: (step: 'definitions' | 'migrate' | 'seed' | 'processes', detail?: string) => void;
  /** Do background work (timers, jobs); off in tests, which run it themselves. */
  background?: boolean;
  /** The database is known to be up to the model: a copy of a prepared one. */
  prepared?: boolean;
  poolSize?: number;
  /** Certificate and key as texts; left out, plain HTTP. */
  https?: { cert: string; key: string };
  proxies?: readonly string[];
  /** Folder of the built client; left out, no pages are served. */
  client?: string;
}

export interface Server { app: FastifyInstance; services: Services; pool: Pool; close: () => Promise<void> }

/** All problems of the definitions; nothing was started. */
export class DefinitionsError extends Error {
  readonly problems: DefinitionProblem[];
  constructor(problems: DefinitionProblem[]) {
    super(`定义中有 ${problems.length} 处问题 / ${problems.length} problems in the definitions:\n${problems.map((p) => `  ${formatProblem(p)}`).join('\n')}`);
    this.problems = problems;
  }
}

/** load → validate → link → migrate → seed → deploy → mount; the caller listens. */
export async function boot(options: BootOptions): Promise<Server> {
  const progress = options.progress ?? (() => undefined);
  progress('definitions');
  for (const { name, off } of await loadPlugins()) if (off !== undefined) (options.log ?? createLog('silent')).info({ plugin: name }, `The plugin ${name} is off: ${off}.`);
  const model = options.model ?? await modelFrom(options.root);
  const pool = createPool(options.databaseUrl, { ...(options.poolSize ? { max: options.poolSize } : {}) });
  try {
    const services = createServices(options, pool, model);
    if (!options.prepared) {
      progress('migrate');
      const changed = new Set(await migrate(pool, model));
      const made = [...model.entities.values()].filter((entity) => entity.was.length === 0 && changed.has(`${entity.schema}.${entity.table}`));
      await noteSearch(pool, made);
      for (const entity of model.entities.values()) if (changed.has(`${entity.schema}.${entity.table}.search_tokens`)) await fillSearch(pool, entity);
      for (const statement of protection(model)) await pool.query(statement);
      await storeParameters(services);
      await prepareQueue(services);
      // Records that were stored when other fields were searched are made anew behind the scenes.
      const outdated = await outdatedSearch(pool, model);
      if (outdated.length > 0) await enqueue(systemContext(services), 'fill-search', { entities: outdated }, { key: 'fill-search' });
      await seedWhenEmpty(services, options, progress);
      progress('processes');
      await deployProcesses(services, model);
      await deployQuestionnaires(services);
    }
    await loadCalendar(services);
    watchCalendar(services);
    const app = await createApp(services, { ...(options.client === undefined ? {} : { client: options.client }), ...(options.https ? { https: options.https } : {}), ...(options.proxies ? { proxies: options.proxies } : {}) });
    const stops: (() => Promise<void> | void)[] = [];
    if (options.background ?? true) {
      stops.push(startTimers(services), startSealing(services));
      const jobs = await startJobs(services);
      stops.push(() => jobs.stop());
    }
    return { app, services, pool, close: async () => { for (const stop of stops) await stop(); await app.close(); await pool.end(); } };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function modelFrom(root: string): Promise<Model> {
  const { model, problems } = await loadModel(root);
  if (!model) throw new DefinitionsError(problems);
  return model;
}

function createServices(options: BootOptions, pool: Pool, model: Model): Services {
  return {
    pool, files: openFileStore(options.home), clock: options.clock ?? systemClock(options.zone ?? 'Asia/Shanghai'), log: options.log ?? createLog('silent'), home: options.home, definitions: options.root, demo: options.demo ?? false, site: options.site ?? null, tls: options.https ? 'server' : options.proxies?.length ? 'proxy' : 'none',
    current: () => model, beforeCommit: [checkEvents, checkThresholds, refuseCircles, releaseAfterChange, noteConditions], enqueue, processOfRecord,
    ...(messageChannels.get('sms') ? { sendSms: sendByChannel } : {}),
    startProcess: async (ctx, entity, id) => { await submitRecord(ctx, entity, id); },
  };
}

/** A text to a phone that belongs to no account, such as a resident's code. */
const sendByChannel: NonNullable<Services['sendSms']> = async (_ctx, { to, purpose, text, values }) => {
  await messageChannels.get('sms')?.send({ id: v7(), to: { id: to, name: '', email: null, phone: to }, title: purpose, body: text, message: null, template: { id: purpose, values } });
};

/** A new database gets the base seeds, and in demo mode the demo's; each seed is loaded once. */
async function seedWhenEmpty(services: Services, options: BootOptions, progress: NonNullable<BootOptions['progress']>): Promise<void> {
  const wanted = options.seeds ?? await seedNames(options.root, services.demo);
  const { rows } = await services.pool.query<{ value: string[] }>("select value from tamga.setting where key = 'seeds'");
  const loaded = new Set(rows[0]?.value ?? []);
  const missing = wanted.filter((name) => !loaded.has(name));
  if (missing.length === 0) return;
  progress('seed', missing.join(', '));
  // One transaction: a start that was interrupted here begins anew.
  await loadSeeds(services, options.root, missing);
}

/** Seeds of the installed apps: base for everybody, demo for the demo; `platform` first. */
export async function seedNames(root: string, demo: boolean): Promise<string[]> {
  const apps = (await readdir(join(root, 'seed'), { withFileTypes: true }).catch(() => [])).filter((e) => e.isDirectory()).map((e) => e.name).sort((a, b) => Number(b === 'platform') - Number(a === 'platform') || a.localeCompare(b));
  const sets = demo ? ['base', 'demo'] : ['base'];
  const names: string[] = [];
  for (const set of sets) for (const app of apps) {
    const files = await readdir(join(root, 'seed', app, set)).catch(() => []);
    if (files.length > 0) names.push(`${app}/${set}`);
  }
  return names;
}
