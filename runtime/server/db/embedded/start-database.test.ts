import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { createPool } from '../pool.ts';
import { DatabaseError, startDatabase } from './index.ts';
import type { RunningDatabase } from './index.ts';

const door = new URL('./index.ts', import.meta.url).href;
const isRoot = process.getuid?.() === 0;

let home: string;
let lines: string[];
const ends: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'tamga 数据 '));
  lines = [];
});

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await rm(home, { recursive: true, force: true });
});

async function start(at = home): Promise<RunningDatabase> {
  const keep = (message: string): number => lines.push(message);
  const database = await startDatabase({ home: at, log: { info: keep, warn: keep }, durable: false });
  ends.push(() => database.stop());
  return database;
}

function open(url: string): Pool {
  const pool = createPool(url);
  ends.push(() => pool.end());
  return pool;
}

/** A Tamga of its own: a Node process that starts the database and stops it on Ctrl-C. */
async function startServer(): Promise<{ node: ChildProcess; url: string }> {
  const program = `
    const { startDatabase } = await import(${JSON.stringify(door)});
    const log = { info() {}, warn() {} };
    const database = await startDatabase({ home: ${JSON.stringify(home)}, log });
    process.on('SIGINT', () => database.stop().then(() => process.exit(0)));
    setInterval(() => {}, 1000);
    console.log(database.url);`;
  const node = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    detached: true, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' },
  });
  ends.push(async () => node.kill('SIGKILL'));
  const [output] = await once(node.stdout, 'data');
  return { node, url: String(output).trim() };
}

async function postmaster(): Promise<number> {
  return Number((await readFile(join(home, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function refusal(promise: Promise<unknown>): Promise<DatabaseError> {
  const error = await promise.then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof DatabaseError)) throw new Error(`Expected a DatabaseError, got ${String(error)}`);
  return error;
}

/** Inserts numbers until the connection breaks or `stop()`; tells how many PostgreSQL acknowledged. */
function writeRows(pool: Pool): { acknowledged(): number; stop(): void; done: Promise<void> } {
  let last = 0;
  let isStopped = false;
  const done = (async () => {
    while (!isStopped) {
      await pool.query('insert into kept values ($1)', [last + 1]);
      last += 1;
    }
  })().catch(() => undefined);
  return { acknowledged: () => last, stop: () => { isStopped = true; }, done };
}

/** Every acknowledged row is there; one more may be, whose acknowledgement was lost. */
async function expectKept(pool: Pool, acknowledged: number): Promise<void> {
  const { rows: [row] } = await pool.query('select count(*) as rows, max(n) as last from kept');
  expect(row.rows).toBe(row.last);
  expect(row.rows - acknowledged).toBeGreaterThanOrEqual(0);
  expect(row.rows - acknowledged).toBeLessThanOrEqual(1);
}

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

test('a first start makes a database fit for Chinese, a second one keeps its rows', async () => {
  const first = await start();
  const pool = open(first.url);
  await pool.query('create extension pg_trgm; create table kept (n int); insert into kept values (1)');
  const { rows: [facts] } = await pool.query(`
    select current_setting('server_encoding') as encoding, current_setting('jit') as jit, rolsuper as superuser,
      cardinality(show_trgm('口罩')) as trigrams, 'a' > 'B' as by_code,
      array(select word from unnest(array['重', '中', '阿', '北']) as word order by word collate "zh-x-icu") as pinyin
    from pg_roles where rolname = current_user`);
  expect(facts).toEqual({ encoding: 'UTF8', jit: 'off', superuser: false, trigrams: 3, by_code: true, pinyin: ['阿', '北', '中', '重'] });
  await pool.query('alter system set jit = on').then(() => expect('a superuser').toBe('no superuser'), () => undefined);
  await first.stop();

  const second = await start();
  expect(second.adopted).toBe(false);
  expect((await open(second.url).query('select n from kept')).rows).toEqual([{ n: 1 }]);
});

test('kill -9 of Node leaves PostgreSQL to the next start, which adopts it', async () => {
  const { node, url } = await startServer();
  const pool = open(url);
  await pool.query('create table kept (n int); insert into kept values (1)');
  node.kill('SIGKILL');
  await once(node, 'exit');

  const database = await start();
  expect(database).toMatchObject({ adopted: true, url });
  expect((await pool.query('select n from kept')).rows).toEqual([{ n: 1 }]);
});

test('kill -9 of PostgreSQL under a running Tamga: the same address works again, with every acknowledged row', async () => {
  const database = await start();
  const pool = open(database.url);
  await pool.query('create table kept (n int)');
  const writer = writeRows(pool);
  await sleep(100);
  process.kill(await postmaster(), 'SIGKILL');
  await writer.done;
  await eventually(() => expectKept(pool, writer.acknowledged()));
  expect(writer.acknowledged()).toBeGreaterThan(0);
});

test('kill -9 of Node and PostgreSQL together: the next start recovers every acknowledged row', async () => {
  const { node, url } = await startServer();
  const pool = open(url);
  await pool.query('create table kept (n int)');
  const writer = writeRows(pool);
  // A backend deep in a computation holds the shared memory after its postmaster is gone.
  const busy = pool.query("select count(*) from generate_series(1, 300000000)").catch(() => undefined);
  await sleep(200);
  node.kill('SIGKILL');
  process.kill(await postmaster(), 'SIGKILL');
  await writer.done;

  const database = await start();
  expect(database.adopted).toBe(false);
  await expectKept(open(database.url), writer.acknowledged());
  await busy;
});

test('Ctrl-C to the whole process group stops PostgreSQL cleanly', async () => {
  const { node } = await startServer();
  const pid = await postmaster();
  process.kill(-(node.pid ?? NaN), 'SIGINT');
  expect(await once(node, 'exit')).toEqual([0, null]);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(await readFile(join(home, 'postgres.log'), 'utf8')).toMatch(/database system is shut down\n$/);
});

test('a pid file that names another process, and a claim of a dead server, are no obstacle', async () => {
  await (await start()).stop();
  await writeFile(join(home, 'postgres/data/postmaster.pid'), `${process.pid}\n${join(home, 'postgres/data')}\n1\n5432\n\n\n0 0\n`);
  await writeFile(join(home, 'owner.json'), JSON.stringify({ pid: process.pid, startTime: 'another', claim: 'old' }));
  const database = await start();
  expect((await open(database.url).query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('a home with a path too long for a socket works', async () => {
  await chmod(home, 0o755);
  const database = await start(join(home, '很长的目录名称'.repeat(6)));
  expect((await open(database.url).query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('a second server on the same home is refused and names the first', async () => {
  await start();
  const error = await refusal(start());
  expect(error).toMatchObject({ code: 'database.home-in-use', params: { home, pid: String(process.pid) } });
  expect(error.message).toContain('TAMGA_HOME');
});

test('data of another major version are refused and left as they are', async () => {
  await (await start()).stop();
  const versionFile = join(home, 'postgres/data/PG_VERSION');
  await writeFile(versionFile, '14\n');
  const error = await refusal(start());
  expect(error).toMatchObject({ code: 'database.data-version', params: { found: '14', needed: '17' } });
  expect(await readFile(versionFile, 'utf8')).toBe('14\n');
});

test('a home that cannot be written is refused', async () => {
  // Mode bits do not hold root back, the kernel's own file system does.
  const readOnly = isRoot ? '/sys/tamga' : join(home, 'read-only');
  if (!isRoot) {
    await mkdir(readOnly);
    await chmod(readOnly, 0o555);
  }
  expect(await refusal(start(readOnly))).toMatchObject({ code: 'database.home-not-writable', params: { home: readOnly } });
});

test.each([
  ['a folder that its note says holds data is gone', 'database.data-missing', async () => {
    await writeFile(join(home, 'postgres-location.json'), JSON.stringify({ directory: join(home, 'gone'), created: true }));
  }],
  ['the password file is damaged', 'database.credentials-lost', async () => {
    await (await start()).stop();
    await writeFile(join(home, 'postgres/credentials.json'), '{');
  }],
  ['the data are damaged', 'database.start-failed', async () => {
    await (await start()).stop();
    await rm(join(home, 'postgres/data/global'), { recursive: true });
  }],
])('%s: %s', async (_title, code, spoil) => {
  await spoil();
  expect(await refusal(start())).toMatchObject({ code });
  // A start that failed gives the home free.
  expect(await refusal(start())).toMatchObject({ code });
});
