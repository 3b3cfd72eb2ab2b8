import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Problem, problemBody } from '../runtime/problems.ts';
import { boot } from '../runtime/server/boot.ts';
import { readConfig } from '../runtime/server/config.ts';
import { createAdministrator } from '../runtime/server/create-administrator.ts';
import { startDatabase } from '../runtime/server/db/embedded/index.ts';
import { isExplained } from '../runtime/server/main.ts';

const usage = `用法 / usage: npm run admin [-- USERNAME]
建立一个系统管理员；密码在终端输入，或由环境变量 TAMGA_ADMIN_PASSWORD 给出。使用内置数据库时请先停止服务。
Makes a system administrator; the password is asked for, or taken from TAMGA_ADMIN_PASSWORD. With the embedded database, stop the server first.`;

const root = join(import.meta.dirname, '..');
const [given] = process.argv.slice(2);

try {
  if (given === '--help' || given === '-h') console.log(usage);
  else await run();
} catch (error) {
  console.error(error instanceof Problem ? [textOf(error, 'zh-CN'), textOf(error, 'en')].join('\n') : error instanceof Error && (isExplained(error) || !('code' in error)) ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const config = readConfig(root);
  const silent = { info() {}, warn() {} };
  const database = config.databaseUrl === undefined ? await startDatabase({ home: config.home, log: silent }) : undefined;
  try {
    const username = given ?? await ask('用户名 / user name: ');
    const password = process.env['TAMGA_ADMIN_PASSWORD'] ?? await askTwice();
    const server = await boot({ databaseUrl: config.databaseUrl ?? database?.url ?? '', root, home: config.home, zone: config.zone, demo: false, background: false });
    try {
      await createAdministrator(server.services, { username, password });
      console.log(`已建立系统管理员 ${username} / administrator ${username} is ready.`);
    } finally {
      await server.close();
    }
  } finally {
    await database?.stop();
  }
}

async function askTwice(): Promise<string> {
  const password = await ask('密码 / password: ', true);
  if (password !== await ask('再次输入 / again: ', true)) throw new Error('两次输入的密码不一致 / The two passwords differ.');
  return password;
}

/** Asks on the terminal; a secret is not shown while it is typed. */
async function ask(question: string, secret = false): Promise<string> {
  if (!process.stdin.isTTY) throw new Error(usage);
  process.stdout.write(question);
  const output = secret ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stdout;
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return (await terminal.question('')).trim();
  } finally {
    terminal.close();
    if (secret) process.stdout.write('\n');
  }
}

function textOf(error: Problem, locale: 'zh-CN' | 'en'): string {
  return String(problemBody(error, locale)['detail']);
}
