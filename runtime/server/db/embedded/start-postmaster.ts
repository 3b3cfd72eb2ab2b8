import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './connect.ts';
import { readCredentials } from './credentials.ts';
import { DatabaseError } from './database-error.ts';
import { endpointsFor, urlOf } from './endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import { findRunning, launch, stopPostmaster } from './postmaster.ts';
import type { Launch, Postmaster } from './postmaster.ts';
import { isAlive, orphansOf, programOf, signal } from './processes.ts';

export interface Start extends Launch {
  say(message: string): void;
  recovering(): void;
  /** The address to listen on; without it the best that works is chosen. */
  endpoint?: Endpoint;
}

export interface Started extends Postmaster {
  url: string;
  adopted: boolean;
}

/** Adopts the running server of the place, or starts one and waits until it has recovered and answers. */
export async function startPostmaster(start: Start): Promise<Started> {
  const running = await findRunning(start.place);
  if (running) {
    const adopted = await adopt(start, running);
    if (adopted) return adopted;
  }
  const endpoints = start.endpoint ? [start.endpoint] : endpointsFor(start.place);
  let output = '';
  for await (const endpoint of endpoints) {
    const attempt = await startAt(start, endpoint);
    if ('url' in attempt) return attempt;
    output = attempt.output;
    if (!cannotListen(output)) break;
    start.say(`The database cannot listen at ${endpoint.socketDirectory ?? `port ${endpoint.port}`}: trying the next place`);
  }
  if (/No space left on device|Disk quota exceeded/.test(output)) throw new DatabaseError('database.disk-full', { directory: start.place.directory });
  if (/Permission denied|Operation not permitted|has wrong ownership/.test(output)) {
    throw new DatabaseError('database.data-not-accessible', { directory: start.place.data, reason: lastLines(output) });
  }
  throw new DatabaseError('database.start-failed', { log: start.logFile, tail: lastLines(output) });
}

/** Uses a server that outlived its Tamga; one that shuts down, runs other programs or doesn't answer is ended first. */
async function adopt(start: Start, { pid, endpoint }: Postmaster): Promise<Started | undefined> {
  const url = urlOf(endpoint, await readCredentials(start.place));
  const isOurProgram = process.platform !== 'linux' || programOf(pid) === start.binaries.postgres;
  const deadline = Date.now() + 3_000;
  while (isOurProgram && isAlive(pid)) {
    const { answer, reason } = await ask(url);
    if (answer === 'ready') {
      start.say(`Adopted the running database (process ${pid})`);
      return { pid, endpoint, url, adopted: true };
    }
    if (answer === 'refused') throw new DatabaseError('database.credentials-lost', { file: start.place.credentials, reason });
    if (answer === 'starting') start.recovering();
    else if (answer === 'unreachable' && Date.now() > deadline) break;
    await sleep(100);
  }
  if (isAlive(pid)) {
    start.say(`Ending the database process ${pid} of an earlier start`);
    await stopPostmaster(pid, start);
  }
  return undefined;
}

/** Starts at one address; backends of a killed server may hold its shared memory for some seconds. */
async function startAt(start: Start, endpoint: Endpoint): Promise<Started | { output: string }> {
  const url = urlOf(endpoint, await readCredentials(start.place));
  const begin = Date.now();
  for (;;) {
    const process = await launch(start, endpoint);
    const failed = await waitUntilReady(start, process.pid, url);
    if (!failed) return { pid: process.pid, endpoint, url, adopted: false };
    const output = process.output();
    const waited = Date.now() - begin;
    if (!isStillHeld(output) || waited > 20_000) return { output };
    // A backend deep in a computation doesn't notice that its postmaster is gone.
    if (waited > 2_000) for (const pid of orphansOf(start.place.data)) signal(pid, waited > 6_000 ? 'SIGKILL' : 'SIGQUIT');
    await sleep(200);
    await findRunning(start.place);
  }
}

async function waitUntilReady(start: Start, pid: number, url: string): Promise<boolean> {
  const begin = Date.now();
  for (let pause = 10; isAlive(pid); pause = Math.min(pause * 1.5, 250)) {
    const { answer, reason } = await ask(url);
    if (answer === 'ready') return false;
    if (answer === 'refused') {
      await stopPostmaster(pid, start);
      throw new DatabaseError('database.credentials-lost', { file: start.place.credentials, reason });
    }
    if (answer === 'starting' && Date.now() - begin > 1_000) start.recovering();
    await sleep(pause);
  }
  return true;
}

function isStillHeld(output: string): boolean {
  return /shared memory block|lock file ".*" already exists|is another postmaster/i.test(output);
}

function cannotListen(output: string): boolean {
  return /could not create (any|lock file)|could not bind|Unix-domain socket path|Address already in use|socket.* lock file/i.test(output);
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-8).join('\n');
}
