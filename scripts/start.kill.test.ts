import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { shopPassword, writeShop } from '../runtime/testing/write-shop.ts';

const script = fileURLToPath(new URL('start.mjs', import.meta.url));
// Real starts on a machine that may be busy: timings decide nothing here.
const patience = 300_000;
type Json = Record<string, unknown>;
interface Started { node: ChildProcess; output: () => string; seconds: number; ended: Promise<number | null> }

let folder: string;
let port: number;
const started: ChildProcess[] = [];
const homes = new Set<string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tamga 启动 '));
  port = await freePort();
  await writeShop(folder);
});
afterAll(async () => {
  for (const node of started) node.kill('SIGKILL');
  for (const home of homes) kill(await postmaster(home));
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A free port that the kernel does not also give to outgoing connections. */
async function freePort(): Promise<number> {
  for (;;) {
    const candidate = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => server.once('error', () => resolve(false)).listen(candidate, '127.0.0.1', () => resolve(true)));
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return candidate;
  }
}

/** What a person does: `npm start`, until it says where it runs or ends. */
async function start(env: Record<string, string> = {}): Promise<Started> {
  const begun = Date.now();
  const home = env['TAMGA_HOME'] ?? join(folder, 'home');
  homes.add(home);
  const node = spawn(process.execPath, [script], { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', TAMGA_BUILD: 'off', TAMGA_DEFINITIONS: folder, TAMGA_HOME: home, PORT: String(port), ...env } });
  started.push(node);
  let output = '';
  const ended = once(node, 'exit').then(([code]) => code as number | null);
  const running = new Promise<void>((resolve) => {
    for (const stream of [node.stdout, node.stderr]) stream.on('data', (data) => { output += String(data); if (output.includes('Ctrl-C')) resolve(); });
  });
  await Promise.race([running, ended]);
  return { node, output: () => output, seconds: (Date.now() - begun) / 1000, ended };
}

async function postmaster(home = join(folder, 'home')): Promise<number | undefined> {
  const location = JSON.parse(await readFile(join(home, 'postgres-location.json'), 'utf8').catch(() => '{}')) as { directory?: string };
  const text = await readFile(join(location.directory ?? join(home, 'postgres'), 'data/postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]) || undefined;
}

function kill(pid: number | undefined): void {
  try { if (pid) process.kill(pid, 'SIGKILL'); } catch { /* It is gone already. */ }
}

async function call(token: string | undefined, method: string, path: string, body?: unknown): Promise<{ status: number; json: Json }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, signal: AbortSignal.timeout(30_000), headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: response.status, json: await response.json().catch(() => ({})) as Json };
}

async function signIn(username: string): Promise<string> {
  const { status, json } = await call(undefined, 'POST', '/api/session', { username, password: shopPassword });
  expect([status, json['detail']]).toEqual([200, undefined]);
  return String(json['token']);
}

async function idOf(token: string, entity: string, code: string): Promise<string> {
  const { json } = await call(token, 'GET', `/api/records/shop/${entity}?filter=${encodeURIComponent(JSON.stringify({ code }))}`);
  return String((json['items'] as Json[])[0]!['id']);
}

/** Everything that the server acknowledged in all rounds. */
const goods = new Set<string>();
const approved = new Set<string>();
let count = 0;

/** Three people who make records and one pair that lets orders be approved, until the server is gone or they are stopped. */
async function work(): Promise<{ stop: () => Promise<void> }> {
  const [boss, clerk] = [await signIn('boss'), await signIn('clerk')];
  const [branch, apple] = [await idOf(boss, 'branch', 'B1'), await idOf(boss, 'goods', 'A1')];
  let stopped = false;
  const until = async (step: () => Promise<void>): Promise<void> => {
    while (!stopped) await step().catch(async () => { await sleep(50); });
  };
  const write = async (): Promise<void> => {
    const code = `K${count += 1}`;
    if ((await call(boss, 'POST', '/api/records/shop/goods', { code, name: `商品${code}`, price: count })).status === 201) goods.add(code);
  };
  const approve = async (): Promise<void> => {
    const made = await call(clerk, 'POST', '/api/records/shop/order', { branch, lines: [{ goods: apple, quantity: 2 }] });
    if (made.status !== 201) return;
    const id = String(made.json['id']);
    const submitted = await call(clerk, 'POST', `/api/records/shop/order/${id}/actions/submit`, {});
    const { json } = await call(boss, 'GET', '/api/tasks?box=claimable&pageSize=50');
    const task = (json['items'] as { id: string; record: { id: string } }[] | undefined)?.find((t) => t.record.id === id);
    if (submitted.status !== 200 || !task) return;
    const { version } = (await call(boss, 'GET', `/api/tasks/${task.id}`)).json['task'] as { version?: number } ?? {};
    await call(boss, 'POST', `/api/tasks/${task.id}/claim`, {});
    const done = await call(boss, 'POST', `/api/tasks/${task.id}/complete`, { outcome: 'approve', ...(version === undefined ? {} : { version }) });
    if (done.status === 200) approved.add(id);
  };
  const workers = [until(write), until(write), until(write), until(approve)];
  return { stop: async () => { stopped = true; await Promise.all(workers); } };
}

/** Every acknowledged record is there and whole; of others at most those whose answer was lost. */
async function expectKept(): Promise<void> {
  const boss = await signIn('boss');
  const found = new Set<string>();
  for (let page = 1; ; page += 1) {
    const { json } = await call(boss, 'GET', `/api/records/shop/goods?pageSize=200&page=${page}&fields=code`);
    const items = json['items'] as { code: string }[];
    for (const item of items) found.add(item.code);
    if (items.length < 200) break;
  }
  expect([...goods].filter((code) => !found.has(code))).toEqual([]);
  for (const id of approved) {
    const { json } = await call(boss, 'GET', `/api/records/shop/order/${id}`);
    expect([id, json['status'], json['total'], (json['lines'] as Json[]).length]).toEqual([id, 'approved', 5, 1]);
  }
}

test('kill -9 of node, of PostgreSQL and of both loses nothing that was acknowledged; the next start takes seconds', async () => {
  const first = await start();
  expect(first.output()).toContain(`http://127.0.0.1:${port}`);
  expect(first.output()).toMatch(/boss .*店长/);
  let workers = await work();
  await sleep(1500);
  first.node.kill('SIGKILL');
  await first.ended;
  await workers.stop();
  const written = [goods.size];

  const second = await start();
  await expectKept();
  workers = await work();
  await sleep(800);
  kill(await postmaster());
  await sleep(800);
  // The running server finds its database again by itself.
  await expect(eventually(expectKept)).resolves.toBeUndefined();
  await sleep(500);
  written.push(goods.size);
  const pid = await postmaster();
  second.node.kill('SIGKILL');
  kill(pid);
  await second.ended;
  await workers.stop();
  written.push(goods.size);

  const third = await start();
  await expectKept();
  // Each round has really written something.
  expect(written.every((n, i) => n > (written[i - 1] ?? 0) || i === 2)).toBe(true);
  expect(approved.size).toBeGreaterThan(0);
  const alive = await postmaster();
  process.kill(-third.node.pid!, 'SIGINT');
  expect(await third.ended).toBe(0);
  expect(third.output()).toContain('已停止');
  expect(() => process.kill(alive ?? NaN, 0)).toThrow('ESRCH');
}, patience);

test('a taken port is told with the remedy before anything is started', async () => {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const refused = await start();
  server.close();
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toBe(`端口 ${port} 已被占用：请停止占用它的程序，或用 PORT=3001 npm start 换一个端口。\nPort ${port} is taken: stop the other program, or choose another port with PORT=3001 npm start.\n`);
}, patience);

test('mistakes in the definitions are told all at once, without a stack, and leave no database running', async () => {
  const files = join(folder, 'spoilt');
  await writeShop(files, { 'app-definitions/shop/app.json': { label: '店', nedds: [] }, 'app-definitions/shop/a/thing.entity.json': { label: '物', fields: { a: { type: 'txt', label: 'a' } } } });
  const refused = await start({ TAMGA_DEFINITIONS: files });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain('2 problems in the definitions');
  expect(refused.output()).toContain('thing.entity.json /fields/a/type: unknown type "txt" (did you mean "text"?)');
  expect(refused.output()).not.toMatch(/\n\s+at /);
  expect(await postmaster()).toBeUndefined();
}, patience);

test('Ctrl-C during the first start leaves nothing running', async () => {
  const home = join(folder, 'early');
  homes.add(home);
  const node = spawn(process.execPath, [script], { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', TAMGA_BUILD: 'off', TAMGA_DEFINITIONS: folder, TAMGA_HOME: home, PORT: String(port), TAMGA_MODE: 'production' } });
  started.push(node);
  let output = '';
  for (const stream of [node.stdout, node.stderr]) stream.on('data', (data) => { output += String(data); });
  await eventually(async () => expect(output).toContain('数据库已就绪'));
  process.kill(-node.pid!, 'SIGINT');
  const [code] = await once(node, 'exit') as [number];
  expect([code, output.includes('已停止'), /\n\s+at /.test(output)]).toEqual([0, true, false]);
  expect(await postmaster(home)).toBeUndefined();

  // The start after it finishes what was begun; in production nobody can sign in before an administrator is made.
  const second = await start({ TAMGA_HOME: home, TAMGA_MODE: 'production' });
  expect(second.output()).toContain('npm run admin');
  expect((await call(undefined, 'GET', '/api/session')).json).toEqual({ demo: false });
  for (const username of ['boss', 'clerk', 'admin']) expect((await call(undefined, 'POST', '/api/session', { username, password: shopPassword })).status).toBe(401);
  process.kill(-second.node.pid!, 'SIGTERM');
  expect(await second.ended).toBe(0);
}, patience);

async function eventually(attempt: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}
