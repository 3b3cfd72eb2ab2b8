import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Model } from '../model/model.ts';
import { formatProblem } from '../model/source.ts';
import type { DefinitionProblem, Source } from '../model/source.ts';
import { constraintName } from '../server/db/names.ts';
import { tableOf } from '../server/db/quoted-names.ts';
import { buildModel } from '../server/load.ts';
import type { FoundScenario } from './collect-scenarios.ts';
import { everythingRoleSource } from './everything-role.ts';
import { neededApps, neededSeeds } from './needed-apps.ts';
import type { ScenarioResult } from './proved-rows.ts';
import { dayOf } from './scenario/moments.ts';
import { runScenario } from './scenario/run-scenario.ts';
import { ScenarioFailure } from './scenario/scenario-failure.ts';
import { openTemplates } from './template-databases.ts';
import { startTestApp } from './start-test-app.ts';

export interface UniqueGroup { entity: string; fields: string[] }
/** Definitions to run scenarios on instead of the project's own; `dropUnique` is a group they no longer have. */
export interface Variant { modelOf(apps: string[]): Promise<Model>; dropUnique?: UniqueGroup }

export interface ScenarioHost {
  run(found: FoundScenario, variant?: Variant): Promise<ScenarioResult>;
  /** Other definitions with the same tables; the problems when they do not link. */
  variant(sources: Source[], app: string, dropUnique?: UniqueGroup): Promise<Variant | { problems: DefinitionProblem[] }>;
  close(): Promise<void>;
}

const zone = process.env.TAMGA_TZ ?? 'Asia/Shanghai';

/** Opens what scenarios run in: linked models by apps, template databases, a folder for files. */
export function openScenarios({ root, sources, databaseUrl }: { root: string; sources: Source[]; databaseUrl: string }): ScenarioHost {
  const templates = openTemplates(databaseUrl);
  const own = definitionsOf(sources);
  const home = mkdtemp(join(tmpdir(), 'tamga-files-'));
  const seeds = findSeeds(root);
  const leaving: Promise<unknown>[] = [];

  const start = async (found: FoundScenario, variant: Variant) => {
    const apps = neededApps(found.app, found.scenario, sources);
    if (!apps.includes(found.app)) throw new ScenarioFailure(`an app "${found.app}"`, 'no such app');
    const wanted = neededSeeds(found.scenario, apps, new Set((await seeds).keys()));
    const clock = found.scenario.given?.clock;
    const moment = clock === undefined ? new Date() : new Date(clock);
    if (Number.isNaN(moment.getTime())) throw new ScenarioFailure('a moment such as 2026-04-10T09:00+08:00 in given.clock', String(clock));
    const isRelative = await anyRelative(wanted, await seeds);
    const options = { root, home: await home, moment, zone };
    const database = await templates.copy(JSON.stringify([apps, wanted, isRelative ? dayOf(moment, zone) : '']), async (url) => {
      const app = await startTestApp({ ...options, databaseUrl: url, model: await own.modelOf(apps), seeds: wanted });
      await app.close();
    });
    const model = await variant.modelOf(apps);
    if (variant.dropUnique) await dropUnique(database.url, await own.modelOf(apps), variant.dropUnique);
    const app = await startTestApp({ ...options, databaseUrl: database.url, model, redeploy: variant !== own });
    return { app, async leave() {
      await app.close();
      leaving.push(database.drop().catch(() => undefined));
    } };
  };

  return {
    async run(found, variant = own) {
      const began = Date.now();
      const error = await attempt(async () => {
        const { app, leave } = await start(found, variant);
        try {
          const world = await app.world(found.app, found.scenario.given?.people ?? {});
          const failure = await runScenario(world, found.scenario);
          return failure && [failure, ...app.errors.slice(-2).map((error) => `  in the server: ${error.replaceAll('\n', '\n    ')}`)].join('\n');
        } finally {
          await leave();
        }
      });
      return {
        file: found.file, title: found.scenario.title, rows: [found.scenario.requirement ?? []].flat(), passed: error === undefined, milliseconds: Date.now() - began,
        ...error === undefined ? {} : { error },
      };
    },
    async variant(changed, app, group) {
      const definitions = definitionsOf(changed);
      const apps = neededApps(app, { title: '', steps: [{ clock: '+0d' }] }, changed);
      const problems = await definitions.problemsOf(apps);
      return problems.length ? { problems } : { ...definitions, ...group ? { dropUnique: group } : {} };
    },
    async close() {
      await Promise.all(leaving);
      await templates.close();
      await rm(await home, { recursive: true, force: true });
    },
  };
}

/** Definitions linked per set of apps, each set once. */
function definitionsOf(sources: Source[]) {
  const built = new Map<string, ReturnType<typeof buildModel>>();
  const build = (apps: string[]): ReturnType<typeof buildModel> => {
    const key = apps.join(' ');
    if (!built.has(key)) {
      const chosen = sources.filter((source) => source.kind !== 'scenario' && apps.includes(source.app));
      built.set(key, buildModel([...chosen, everythingRoleSource(chosen)]));
    }
    return built.get(key)!;
  };
  return {
    problemsOf: async (apps: string[]) => (await build(apps)).problems,
    modelOf: async (apps: string[]): Promise<Model> => {
      const { model, problems } = await build(apps);
      if (!model) throw new ScenarioFailure('definitions that link', problems.map(formatProblem).join('\n'));
      return model;
    },
  };
}

/** Seeds by name, such as `shop/base`, with their folder. */
async function findSeeds(root: string): Promise<Map<string, string>> {
  const folder = join(root, 'seed');
  if (!existsSync(folder)) return new Map();
  const apps = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const found = await Promise.all(apps.map(async ({ name }) => (await readdir(join(folder, name), { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => `${name}/${entry.name}`)));
  return new Map(found.flat().map((name) => [name, join(folder, name)]));
}

/** Whether any of the seeds speaks of the day it is loaded. */
async function anyRelative(names: string[], seeds: Map<string, string>): Promise<boolean> {
  for (const name of names) {
    const folder = seeds.get(name);
    for (const file of folder ? await readdir(folder) : []) if (/@(today|now)|\{today/.test(await readFile(join(folder!, file), 'utf8'))) return true;
  }
  return false;
}

async function dropUnique(url: string, model: Model, { entity: key, fields }: UniqueGroup): Promise<void> {
  const entity = model.entities.get(key);
  if (!entity) return;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`alter table ${tableOf(entity)} drop constraint if exists ${client.escapeIdentifier(constraintName(entity, fields))}`);
  } finally {
    await client.end();
  }
}

async function attempt(work: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await work();
  } catch (error) {
    return error instanceof ScenarioFailure ? `given: ${error.message}` : error instanceof Error ? error.stack ?? error.message : String(error);
  }
}
