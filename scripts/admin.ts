import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Problem, problemBody } from '../runtime/problems.ts';
import { administrators, createAdministrator } from '../runtime/server/create-administrator.ts';
import { isExplained } from '../runtime/server/main.ts';
import { withServer } from './with-server.ts';

const usage = `用法 / usage: npm run admin [-- USERNAME [system|security|audit]]
建立一个系统管理员（建人员）、安全管理员（授权）或审计管理员（查审计），三者不能是同一人；密码在终端输入，或由环境变量 TAMGA_ADMIN_PASSWORD 给出。使用内置数据库时请先停止服务。
Makes a system (makes people), security (grants roles) or audit administrator, never one person for two of them; the password is asked for, or taken from TAMGA_ADMIN_PASSWORD. With the embedded database, stop the server first.`;

const isKind = (text: string): text is keyof typeof administrators => text in administrators;
const [given, kind = 'system'] = process.argv.slice(2);

try {
  if (given === '--help' || given === '-h') console.log(usage);
  else if (!isKind(kind)) throw new Error(usage);
  else await run(kind);
} catch (error) {
  console.error(error instanceof Problem ? [textOf(error, 'zh-CN'), textOf(error, 'en')].join('\n') : error instanceof Error && (isExplained(error) || !('code' in error)) ? error.message : error);
  process.exitCode = 1;
}

async function run(as: keyof typeof administrators): Promise<void> {
  const username = given ?? await ask('用户名 / user name: ');
  const password = process.env['TAMGA_ADMIN_PASSWORD'] ?? await askTwice();
  await withServer(({ services }) => createAdministrator(services, { username, password, kind: as }));
  console.log(`已建立${administrators[as].name} ${username} / ${as} administrator ${username} is ready.`);
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
