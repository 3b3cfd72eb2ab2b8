import { createHash, randomInt } from 'node:crypto';
import { chown, lstat, mkdir, rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Credentials } from './credentials.ts';
import type { Place } from './find-place.ts';

/** Where the server listens: a socket in a folder only its user enters, or a port of this machine. */
export interface Endpoint {
  socketDirectory?: string;
  port: number;
}

/**
 * The ways to listen, best first. A socket needs no free port, no other user reaches it, and it costs Node a tenth
 * less per query than TCP; its path is limited to about 100 bytes, so a deep or Chinese home uses the temporary folder.
 */
export async function* endpointsFor(place: Place): AsyncGenerator<Endpoint> {
  if (process.platform !== 'win32') {
    if (fits(place.directory)) yield { socketDirectory: place.directory, port: 5432 };
    const short = await shortDirectory(place);
    if (short) yield { socketDirectory: short, port: 5432 };
  }
  for (let attempt = 0; attempt < 20; attempt += 1) {
    // Below the ports that the system gives to outgoing connections.
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) yield { port };
  }
}

export function endpointArguments({ socketDirectory, port }: Endpoint): string[] {
  return ['-p', String(port), '-c', `listen_addresses=${socketDirectory ? '' : '127.0.0.1'}`, '-c', `unix_socket_directories=${socketDirectory ?? ''}`];
}

export function urlOf({ socketDirectory, port }: Endpoint, { user, password }: Pick<Credentials, 'user' | 'password'>, database = 'tamga'): string {
  const host = socketDirectory ? `localhost/${database}?host=${encodeURIComponent(socketDirectory)}&port=${port}` : `127.0.0.1:${port}/${database}`;
  return `postgresql://${user}:${password}@${host}`;
}

function fits(directory: string): boolean {
  const limit = process.platform === 'linux' ? 107 : 103;
  // PostgreSQL reads the setting as a list, in which these characters have a meaning.
  return Buffer.byteLength(join(directory, '.s.PGSQL.5432')) <= limit && !/[,"\\]/.test(directory);
}

async function shortDirectory({ directory, runAs: { uid, gid } }: Place): Promise<string | undefined> {
  const short = join(tmpdir(), `tamga-${createHash('sha256').update(directory).digest('hex').slice(0, 12)}`);
  if (!fits(short)) return undefined;
  const owner = uid ?? process.getuid?.();
  try {
    await mkdir(short, { mode: 0o700 });
    if (uid !== undefined && gid !== undefined) await chown(short, uid, gid);
  } catch {
    // It may be there from the last start; whose it is decides.
  }
  const found = await lstat(short).catch(() => undefined);
  const isPrivate = found?.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0;
  return isPrivate ? short : undefined;
}

/** Leaves nothing in the temporary folder once the server has stopped. */
export async function removeShortDirectory({ socketDirectory }: Endpoint, { directory }: Place): Promise<void> {
  if (socketDirectory && socketDirectory !== directory) await rmdir(socketDirectory).catch(() => undefined);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
