import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { chmod, chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseError } from './database-error.ts';
import { endpointArguments } from './endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import type { Place } from './find-place.ts';
import type { Binaries } from './prepare-binaries.ts';
import { hasEnded, isPostmasterOf, signal } from './processes.ts';
import { databaseSettings, programEnvironment } from './settings.ts';

/** A server process, started by us or found running. */
export interface Postmaster {
  pid: number;
  endpoint: Endpoint;
}

export interface Launch {
  place: Place;
  binaries: Binaries;
  logFile: string;
  durable: boolean;
}

/** Starts the server process in a session of its own, so that Ctrl-C in the terminal reaches Tamga first. */
export async function launch({ place, binaries, logFile, durable }: Launch, endpoint: Endpoint): Promise<Postmaster & { output(): string }> {
  await writeSettings(place, durable);
  const { uid, gid } = place.runAs;
  const offset = await openLog(logFile, place);
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(binaries.postgres, ['-D', place.data, ...endpointArguments(endpoint)], {
    detached: true, stdio: ['ignore', log, log], cwd: '/', env: programEnvironment(), uid, gid,
  });
  closeSync(log);
  const pid = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => resolve(child.pid ?? 0));
  });
  child.unref();
  return { pid, endpoint, output: () => readFileSync(logFile).subarray(offset).toString() };
}

/** The running server of the place, if there is one; a pid file that names another process is removed. */
export async function findRunning({ data, directory }: Place): Promise<Postmaster | undefined> {
  const file = join(data, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  if (!pid) return undefined;
  if (isPostmasterOf(pid, data)) {
    const socketDirectory = lines[4]?.trim();
    return { pid, endpoint: { port: Number(lines[3]), ...(socketDirectory && { socketDirectory }) } };
  }
  // PostgreSQL clears up after a pid that is gone; one that now belongs to another process, or to a zombie, would stop it.
  for (const stale of [file, join(directory, '.s.PGSQL.5432.lock')]) await rm(stale, { force: true });
  return undefined;
}

/** Fast shutdown: sessions are ended, a checkpoint is written; immediate shutdown where that takes too long. */
export async function stopPostmaster(pid: number, { place, logFile }: Pick<Launch, 'place' | 'logFile'>): Promise<void> {
  // A pid may have passed to another process since.
  if (!isPostmasterOf(pid, place.data)) return;
  for (const [name, milliseconds] of [['SIGINT', 60_000], ['SIGQUIT', 15_000]] as const) {
    signal(pid, name);
    if (await hasEnded(pid, milliseconds)) return;
  }
  throw new DatabaseError('database.stop-failed', { pid: String(pid), log: logFile });
}

async function writeSettings({ data, runAs: { uid, gid } }: Place, durable: boolean): Promise<void> {
  const file = join(data, 'tamga.conf');
  await writeFile(file, databaseSettings({ durable }));
  await chmod(file, 0o600);
  if (uid !== undefined && gid !== undefined) await chown(file, uid, gid);
}

/** Keeps one old log; returns where the new output begins. */
async function openLog(logFile: string, { runAs: { uid, gid } }: Place): Promise<number> {
  const size = await stat(logFile).then((found) => found.size, () => 0);
  if (size > 10_000_000) await rename(logFile, `${logFile}.old`);
  const log = openSync(logFile, 'a', 0o600);
  closeSync(log);
  // A later start as that user must be able to go on writing it.
  if (uid !== undefined && gid !== undefined) await chown(logFile, uid, gid);
  return size > 10_000_000 ? 0 : size;
}
