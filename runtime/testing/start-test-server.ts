import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { Model } from '../model/model.ts';
import { entityOf } from '../model/model.ts';
import type { Source } from '../model/source.ts';
import { openSession, setPassword } from '../server/auth/index.ts';
import { boot } from '../server/boot.ts';
import { settableClock } from '../server/clock.ts';
import type { ServerClock } from '../server/clock.ts';
import { systemContext } from '../server/context.ts';
import type { Services } from '../server/context.ts';
import { startDatabase } from '../server/db/embedded/index.ts';
import { buildModel, loadSources } from '../server/load.ts';
import { create } from '../server/operations/create.ts';

export interface TestGrant { role: string; scope: 'own' | 'unit' | 'unit-below' | 'area-below' | 'all'; org?: string; area?: string; validUntil?: string }
export interface TestPerson { id: string; token: string }

export interface TestRequest { method?: string; url: string; payload?: unknown; headers?: Record<string, string> }
export interface TestResponse { status: number; headers: Headers; body: Buffer; json: Record<string, unknown> }

/** A server on a real database with the built-in app and a few definitions of the test's own. */
export interface TestServer {
  app: FastifyInstance; services: Services; pool: Pool; model: Model; clock: ServerClock & { set: (moment: Date) => void };
  /** Moves the clock by some minutes. */
  pass: (minutes: number) => void;
  addUnit: (code: string, options?: { parent?: string; area?: string }) => Promise<string>;
  addPerson: (username: string, options: { org: string; password?: string; grants?: TestGrant[]; active?: boolean }) => Promise<TestPerson>;
  /** Makes a record as the system. */
  add: (entity: string, values: Record<string, unknown>) => Promise<string>;
  request: (who: TestPerson | null, request: TestRequest) => Promise<TestResponse>;
  stop: () => Promise<void>;
}

/** Starts one: `const server = await startTestServer([{ app: 'shop', kind: 'entity', name: 'goods', content: {…} }])`. */
export async function startTestServer(definitions: Omit<Source, 'file'>[] = []): Promise<TestServer> {
  const home = await mkdtemp(join(tmpdir(), 'tamga-'));
  const database = await startDatabase({ home, log: { info() {}, warn() {} }, durable: false });
  const model = await testModel(definitions);
  const clock = settableClock(new Date('2026-04-10T09:00:00+08:00'));
  const { app, services, pool, close } = await boot({ databaseUrl: database.url, root: home, home, model, clock, demo: true, seeds: [], background: false });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const add = async (key: string, values: Record<string, unknown>): Promise<string> => (await create(systemContext(services), entityOf(model, key), values)).id;
  for (const [code, level] of [['150500', 'city'], ['150523', 'county'], ['150524', 'county']] as const) await add('platform/area', { code, name: `区划${code}`, level });
  return {
    app, services, pool, model, clock, add,
    pass: (minutes) => clock.set(new Date(clock.now().getTime() + minutes * 60_000)),
    addUnit: (code, { parent, area = '150523' } = {}) => add('platform/organization', { code, name: `单位${code}`, kind: 'other', area, ...(parent ? { parent } : {}) }),
    addPerson: async (username, { org, password, grants = [], active = true }) => {
      const id = await add('platform/user', { username, name: `${username}的姓名`, org, active });
      for (const grant of grants) await add('platform/role-grant', { user: id, ...grant });
      if (password) await setPassword(services, pool, id, password);
      return { id, token: await openSession(services, id) };
    },
    request: (who, request) => send(address, { ...request, headers: { ...request.headers, ...(who ? { authorization: `Bearer ${who.token}` } : {}) } }),
    stop: async () => {
      await close();
      await database.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function send(address: string, { method = 'GET', url, payload, headers = {} }: TestRequest): Promise<TestResponse> {
  const plain = payload === undefined || payload instanceof FormData || typeof payload === 'string';
  const response = await fetch(`${address}${url}`, {
    method, ...(payload === undefined ? {} : { body: plain ? payload as FormData | string : JSON.stringify(payload) }),
    headers: { ...(plain ? {} : { 'content-type': 'application/json' }), ...headers },
  });
  const body = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body, json: isJson ? JSON.parse(body.toString()) as Record<string, unknown> : {} };
}

async function testModel(definitions: Omit<Source, 'file'>[]): Promise<Model> {
  const { sources } = await loadSources(join(import.meta.dirname, '..', '..'));
  const own = definitions.map((definition) => ({ file: `${definition.app}/${definition.name}.${definition.kind}.json`, ...definition }));
  const { model, problems } = await buildModel([...sources.filter((source) => source.app === 'platform'), ...own]);
  if (!model) throw new Error(JSON.stringify(problems, null, 1));
  return model;
}
