import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseError } from './database-error.ts';
import { reasonOf } from './file-error.ts';
import { can, findRunAs } from './run-as.ts';
import type { RunAs } from './run-as.ts';

const outside = '/var/lib/tamga';

/** Where the database of a home lives. The directory holds data, password and socket, and appears whole by one rename. */
export interface Place {
  directory: string;
  data: string;
  credentials: string;
  /** Remembers the home when the directory is outside it. */
  homeFile: string;
  runAs: RunAs;
}

interface Note {
  directory: string;
  created: boolean;
}

/**
 * Finds the database of the home, or the place for a new one: `<home>/postgres`, or, where the system user can't
 * reach the home (a checkout in /root), a folder under /var/lib/tamga that a note in the home remembers.
 */
export async function findPlace(home: string, say: (message: string) => void): Promise<Place> {
  const inside = join(home, 'postgres');
  const noteFile = join(home, 'postgres-location.json');
  const note = await readNote(noteFile);
  if (note?.created && !existsSync(note.directory)) {
    throw new DatabaseError('database.data-missing', { directory: note.directory, note: noteFile });
  }
  if (note && existsSync(note.directory)) return existingOutside(home, noteFile, note.directory);

  const runAs = await findRunAs(await ownerOf(inside));
  await openHome(home, runAs);
  await removeUnfinished(inside);
  if (can(runAs, 'x', home)) return placeAt(inside, runAs);
  if (existsSync(inside)) throw new DatabaseError('database.data-not-accessible', { directory: inside, reason: `system user ${runAs.name} cannot enter ${home}` });
  const directory = await newOutside(home, runAs);
  await writeNote(noteFile, { directory, created: false });
  say(`System user ${runAs.name} cannot reach ${home}: the database lives in ${directory} (noted in ${noteFile})`);
  return placeAt(directory, runAs);
}

/** Marks the place as holding data, so that a folder that vanishes later is an error and not a new database. */
export async function confirmPlace(home: string, place: Place): Promise<void> {
  if (dirname(place.directory) === home) return;
  await writeFile(place.homeFile, home, { mode: 0o600 });
  await writeNote(join(home, 'postgres-location.json'), { directory: place.directory, created: true });
}

export function placeAt(directory: string, runAs: RunAs): Place {
  return { directory, runAs, data: join(directory, 'data'), credentials: join(directory, 'credentials.json'), homeFile: join(directory, 'home.txt') };
}

async function existingOutside(home: string, noteFile: string, directory: string): Promise<Place> {
  const place = placeAt(directory, await findRunAs(await ownerOf(directory)));
  const other = await readFile(place.homeFile, 'utf8').catch(() => home);
  // A moved home keeps its data; a copied one must not share them with the original.
  if (other !== home && existsSync(join(other, basename(noteFile)))) {
    throw new DatabaseError('database.data-shared', { directory, other, home, note: noteFile });
  }
  return place;
}

/** Lets the group of the system user, and nobody else, pass through a private home. */
async function openHome(home: string, { uid, gid }: RunAs): Promise<void> {
  if (uid === undefined || gid === undefined) return;
  const { mode, uid: owner } = await stat(home);
  if (owner !== 0 || mode & 0o077) return;
  await chown(home, owner, gid);
  await chmod(home, (mode & 0o777) | 0o010);
}

async function newOutside(home: string, runAs: RunAs): Promise<string> {
  try {
    await mkdir(outside, { recursive: true, mode: 0o755 });
    await chmod(outside, 0o755);
  } catch (error) {
    throw new DatabaseError('database.no-place', { user: runAs.name, home, tried: reasonOf(error) }, error);
  }
  if (!can(runAs, 'x', outside)) throw new DatabaseError('database.no-place', { user: runAs.name, home, tried: outside });
  const name = createHash('sha256').update(await realpath(home)).digest('hex').slice(0, 12);
  await removeUnfinished(join(outside, name));
  // A folder of that name without a note belonged to a home that was deleted: data are never overwritten.
  for (let number = 1; ; number += 1) {
    const directory = join(outside, number === 1 ? name : `${name}-${number}`);
    if (!existsSync(directory)) return directory;
  }
}

/** A killed first start leaves its half-made directory behind. */
async function removeUnfinished(directory: string): Promise<void> {
  const prefix = `${basename(directory)}.new-`;
  for (const name of await readdir(dirname(directory))) {
    if (name.startsWith(prefix)) await rm(join(dirname(directory), name), { recursive: true, force: true });
  }
}

async function ownerOf(directory: string): Promise<{ uid: number; gid: number } | undefined> {
  return stat(directory).catch(() => undefined);
}

async function readNote(file: string): Promise<Note | undefined> {
  if (!existsSync(file)) return undefined;
  const note: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof note !== 'object' || note === null || !('directory' in note) || typeof note.directory !== 'string') return undefined;
  return { directory: note.directory, created: 'created' in note && note.created === true };
}

function writeNote(file: string, note: Note): Promise<void> {
  return writeFile(file, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 });
}
