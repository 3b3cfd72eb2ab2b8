import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeCredentials } from './credentials.ts';
import type { Credentials } from './credentials.ts';
import { DatabaseError } from './database-error.ts';
import { reasonOf } from './file-error.ts';
import { placeAt } from './find-place.ts';
import type { Place } from './find-place.ts';
import type { Binaries } from './prepare-binaries.ts';
import type { RunAs } from './run-as.ts';
import { programEnvironment } from './settings.ts';

const run = promisify(execFile);

/** Makes a new database beside its place and moves it there when it is complete: a start killed half-way leaves no half database. */
export async function createCluster(place: Place, binaries: Binaries, durable: boolean): Promise<void> {
  const making = placeAt(`${place.directory}.new-${process.pid}`, place.runAs);
  const credentials: Credentials = { user: 'tamga', password: secret(), adminUser: 'postgres', adminPassword: secret() };
  try {
    await rm(making.directory, { recursive: true, force: true });
    await mkdir(making.directory, { mode: 0o700 });
    await chmod(making.directory, 0o700);
    await give(making.directory, place.runAs);
    await initialise({ making, binaries, credentials, durable });
    await createDatabase(making, binaries, credentials);
    await writeCredentials(making, credentials);
    await rename(making.directory, place.directory);
  } catch (error) {
    await rm(making.directory, { recursive: true, force: true });
    if (error instanceof DatabaseError) throw error;
    const tail = tailOf(error);
    if (/No space left on device|Disk quota exceeded|ENOSPC/.test(tail)) throw new DatabaseError('database.disk-full', { directory: place.directory }, error);
    throw new DatabaseError('database.create-failed', { directory: place.directory, tail }, error);
  }
}

interface Making {
  making: Place;
  binaries: Binaries;
  credentials: Credentials;
  durable: boolean;
}

async function initialise({ making, binaries, credentials, durable }: Making): Promise<void> {
  const passwordFile = join(making.directory, 'password');
  await writeFile(passwordFile, credentials.adminPassword, { mode: 0o600 });
  await give(passwordFile, making.runAs);
  for (const [index, locale] of locales().entries()) {
    try {
      await runAs(making.runAs, binaries.initdb, [
        '-D', making.data, '-U', credentials.adminUser, `--pwfile=${passwordFile}`, '--auth=scram-sha-256',
        // The built-in provider sorts and compares the same on every machine and after every system upgrade;
        // the UTF-8 character types of the locale are what trigram search of Chinese needs.
        '--encoding=UTF8', `--locale=${locale}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
        '--no-instructions', ...(durable ? [] : ['--no-sync']),
      ]);
      break;
    } catch (error) {
      if (index === locales().length - 1 || !/invalid locale/.test(tailOf(error))) throw error;
      await rm(making.data, { recursive: true, force: true });
    }
  }
  await rm(passwordFile);
  // Before everything else in the file, so that whatever an operator writes there, or by ALTER SYSTEM, wins.
  await prependInclude(making);
}

/** Old systems and macOS lack C.UTF-8 in their C library. */
function locales(): string[] {
  return platform() === 'win32' ? ['C'] : ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8'];
}

async function prependInclude(making: Place): Promise<void> {
  const file = join(making.data, 'postgresql.conf');
  const text = await readFile(file, 'utf8');
  await writeFile(file, `include_if_exists 'tamga.conf'   # rewritten at each start; settings below win\n${text}`);
}

/** The application's role is no superuser: what it may not do here it may not do on a site's own server either. */
async function createDatabase(making: Place, binaries: Binaries, { user, password }: Credentials): Promise<void> {
  const statements = [`create role ${user} login createdb password '${password}'`, `create database tamga owner ${user}`];
  const child = spawn(binaries.postgres, ['--single', '-D', making.data, '-c', 'exit_on_error=true', 'postgres'], {
    uid: making.runAs.uid, gid: making.runAs.gid, cwd: '/', env: programEnvironment(), stdio: ['pipe', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (text: Buffer) => { output += text.toString(); });
  child.stdin.end(`${statements.join('\n')}\n`);
  const status = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (status !== 0) throw new Error(output);
}

async function runAs({ uid, gid }: RunAs, program: string, args: string[]): Promise<void> {
  await run(program, args, { uid, gid, cwd: '/', env: programEnvironment(), maxBuffer: 10_000_000 });
}

async function give(path: string, { uid, gid }: RunAs): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}

function tailOf(error: unknown): string {
  const output = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : '';
  return (output.trim() || reasonOf(error)).split('\n').slice(-8).join('\n');
}
