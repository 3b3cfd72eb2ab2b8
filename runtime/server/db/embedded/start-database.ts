import { existsSync } from 'node:fs';
import { access, constants, mkdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { claimHome } from './claim-home.ts';
import { createCluster } from './create-cluster.ts';
import { DatabaseError } from './database-error.ts';
import { removeShortDirectory } from './endpoint.ts';
import { inHome, isCode, reasonOf } from './file-error.ts';
import { confirmPlace, findPlace } from './find-place.ts';
import type { Place } from './find-place.ts';
import { keepRunning } from './keep-running.ts';
import { stopPostmaster } from './postmaster.ts';
import { prepareBinaries } from './prepare-binaries.ts';
import { startPostmaster } from './start-postmaster.ts';

/** The steps of a start that take long enough to show. */
export type StartStep = 'create' | 'start' | 'recover' | 'ready';

export interface StartOptions {
  /** The data folder (`TAMGA_HOME`); made when it is missing. */
  home: string;
  log: { info(message: string): void; warn(message: string): void };
  progress?: (step: StartStep) => void;
  /** False for tests only: faster, but a crash of the machine loses data. */
  durable?: boolean;
}

export interface RunningDatabase {
  /** Connection string of the application's role, the same for as long as this database runs. */
  url: string;
  /** True when a server that outlived a killed Tamga was taken over. */
  adopted: boolean;
  stop(): Promise<void>;
}

/** Starts the embedded PostgreSQL of a home, or adopts the one that is running, and keeps it running until `stop()`. */
export async function startDatabase({ home: givenHome, log, progress = () => undefined, durable = true }: StartOptions): Promise<RunningDatabase> {
  const home = await openHome(resolve(givenHome));
  const claim = await inHome(home, () => claimHome(home));
  try {
    const say = (message: string): void => log.info(message);
    const place = await inHome(home, () => findPlace(home, say));
    const binaries = await prepareBinaries({ home, runAs: place.runAs, say });
    if (!existsSync(place.directory)) {
      progress('create');
      await createCluster(place, binaries, durable);
    }
    await inHome(home, () => confirmPlace(home, place));
    await checkVersion(place, binaries.major);
    progress('start');
    const start = { place, binaries, durable, logFile: join(home, 'postgres.log'), say, recovering: once(() => progress('recover')) };
    const started = await startPostmaster(start);
    const watch = keepRunning(started, { restart: () => startPostmaster({ ...start, endpoint: started.endpoint }), warn: (message) => log.warn(message) });
    progress('ready');
    return { url: started.url, adopted: started.adopted, stop: onceOnly(async () => {
      await stopPostmaster(await watch.end(), start);
      await removeShortDirectory(started.endpoint, place);
      await claim.release();
    }) };
  } catch (error) {
    await claim.release();
    throw error;
  }
}

async function openHome(home: string): Promise<string> {
  return inHome(home, async () => {
    // The folders above it stay open to the system user that runs PostgreSQL.
    await mkdir(dirname(home), { recursive: true });
    await mkdir(home, { mode: 0o700 }).catch((error: unknown) => {
      if (!isCode(error, 'EEXIST')) throw error;
    });
    await access(home, constants.W_OK | constants.X_OK);
    return realpath(home);
  });
}

async function checkVersion(place: Place, needed: string): Promise<void> {
  const found = await readFile(join(place.data, 'PG_VERSION'), 'utf8').then((text) => text.trim(), (error: unknown) => {
    throw new DatabaseError('database.data-not-accessible', { directory: place.data, reason: reasonOf(error) }, error);
  });
  if (found !== needed) throw new DatabaseError('database.data-version', { directory: place.data, found, needed });
}

function once(action: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) action();
    isDone = true;
  };
}

function onceOnly(action: () => Promise<void>): () => Promise<void> {
  let result: Promise<void> | undefined;
  return () => (result ??= action());
}
