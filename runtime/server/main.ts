import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { boot, DefinitionsError, type Server } from './boot.ts';
import { demoPeople } from './auth/index.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { DatabaseError, startDatabase, type RunningDatabase } from './db/embedded/index.ts';
import { MigrationRefused } from './db/migrate.ts';
import { createLog } from './log.ts';

const steps: Record<string, string> = {
  create: '正在建立数据库（仅首次）…', start: '正在启动数据库…', recover: '正在恢复上次未正常关闭的数据库…', ready: '数据库已就绪',
  definitions: '正在读取并检查应用定义…', migrate: '正在更新数据表…', seed: '正在装入初始数据…', processes: '正在部署流程…',
};

/** Starts database and server, prints where it is and who may sign in, and stops cleanly on a signal. */
export async function main(root: string): Promise<void> {
  const begun = Date.now();
  const say = (text: string): void => { console.log(text); };
  const config = readConfig(root);
  const log = createLog(process.env['LOG_LEVEL'] ?? 'warn');
  const progress = (step: string, detail?: string): void => { if (steps[step]) say(`· ${steps[step]}${detail ? `（${detail}）` : ''}`); };
  const starting = { database: undefined as Promise<RunningDatabase> | undefined, server: undefined as Promise<Server> | undefined };
  let stopping: Promise<void> | undefined;
  // A start takes seconds, the first one longer: Ctrl-C then has to leave nothing behind either.
  const stop = (signal: string): void => {
    stopping ??= (async () => {
      say(`\n收到 ${signal}，正在停止…`);
      const database = await starting.database?.catch(() => undefined);
      const server = await Promise.race([starting.server?.catch(() => undefined), sleep(500, undefined)]);
      await server?.close().catch((error: unknown) => log.error(error));
      await database?.stop();
      say('已停止。');
      process.exit(0);
    })();
  };
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
  try {
    await requireFreePort(config.host, config.port);
    if (config.databaseUrl === undefined) starting.database = startDatabase({ home: config.home, log: { info: (m) => log.info(m), warn: (m) => log.warn(m) }, progress });
    const database = await starting.database;
    await mkdir(join(config.home, 'files'), { recursive: true, mode: 0o700 });
    starting.server = boot({ databaseUrl: config.databaseUrl ?? database!.url, root: config.definitions, home: config.home, clock: systemClock(config.zone), zone: config.zone, demo: config.demo, site: config.site, log, progress, client: join(root, 'dist', 'client'), proxies: config.proxies, ...(config.tls ? { https: { cert: await readFile(config.tls.cert, 'utf8'), key: await readFile(config.tls.key, 'utf8') } } : {}) });
    const server = await starting.server;
    if (stopping) return;
    await server.app.listen({ host: config.host, port: config.port });
    const address = `${config.tls ? 'https' : 'http'}://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${(server.app.server.address() as { port: number }).port}`;
    say(`\nTamga 已启动（${((Date.now() - begun) / 1000).toFixed(1)} 秒） / Tamga is running:  ${address}`);
    if (config.demo) {
      const people = await demoPeople(server.services, 'zh-CN');
      say('演示模式，请勿用于生产 / demo mode, not for production. 可用账号 / accounts:');
      for (const p of people) say(`  ${p.username.padEnd(16)} ${p.password}   ${p.name}，${p.roles}${p.does ? `：${p.does}` : ''}`);
    } else say('生产模式：用 npm run admin 建立第一个管理员 / production mode: npm run admin makes the first administrator.');
    say('按 Ctrl-C 停止 / Ctrl-C stops it.');
  } catch (error) {
    // What broke because it was told to stop is no failure.
    if (stopping) return stopping;
    const database = await starting.database?.catch(() => undefined);
    await database?.stop().catch(() => undefined);
    throw friendly(error, config.host, config.port);
  }
}

/** A taken port is told before the database starts, not after. */
async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen({ host, port }, resolve));
  await new Promise((resolve) => probe.close(resolve));
}

/** What went wrong and what to do about it, without a stack where the cause is known. */
function friendly(error: unknown, host: string, port: number): Error {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') return new StartError(`端口 ${port} 已被占用：请停止占用它的程序，或用 PORT=3001 npm start 换一个端口。\nPort ${port} is taken: stop the other program, or choose another port with PORT=3001 npm start.`);
  if (code === 'EACCES' && port < 1024) return new StartError(`没有权限使用端口 ${port}：请换一个 1024 以上的端口（PORT=3000）。\nPort ${port} needs privileges: choose one above 1024.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new StartError(`地址 ${host} 不可用：请检查 HOST。\nAddress ${host} is not available: check HOST.`);
  if (code === 'ECONNREFUSED') return new StartError('无法连接 DATABASE_URL 指定的数据库：请检查地址以及数据库是否已启动。\nThe database of DATABASE_URL does not answer: check the address and whether it runs.');
  return error instanceof Error ? error : new Error(String(error));
}

/** A start that failed for a reason with a remedy. */
export class StartError extends Error {}

/** Is this an error whose message says it all? */
export function isExplained(error: unknown): error is Error {
  return error instanceof StartError || error instanceof DefinitionsError || error instanceof MigrationRefused || error instanceof DatabaseError;
}
