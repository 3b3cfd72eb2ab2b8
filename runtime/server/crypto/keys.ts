import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';

/** A secret and the short name that is stored beside whatever it made. */
export interface Key { id: string; secret: Buffer }

/**
 * The newest key for a purpose, made when there is none. Keys lie in `TAMGA_KEYS` or `keys/` of the home, one file each
 * (`audit.1.key`), readable by the owner only and never in the database. Servers that share a database share the folder.
 */
export async function currentKey(home: string, purpose: string): Promise<Key> {
  for (let number = 1; ; number += 1) {
    const next = await readKey(home, purpose, number + 1);
    const key = await readKey(home, purpose, number);
    if (key && !next) return key;
    if (!key) return makeKey(home, purpose, number);
  }
}

/** A key by the name stored with what it made; undefined when its file is gone. */
export async function keyById(home: string, id: string): Promise<Key | undefined> {
  const [, purpose, number] = /^([a-z-]+)\.(\d+)$/.exec(id) ?? [];
  return purpose && number ? readKey(home, purpose, Number(number)) : undefined;
}

const folder = (home: string): string => process.env['TAMGA_KEYS'] ?? join(home, 'keys');

async function readKey(home: string, purpose: string, number: number): Promise<Key | undefined> {
  const id = `${purpose}.${number}`;
  const text = await readFile(join(folder(home), `${id}.key`), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : { id, secret: Buffer.from(text.trim(), 'hex') };
}

async function makeKey(home: string, purpose: string, number: number): Promise<Key> {
  const id = `${purpose}.${number}`;
  await mkdir(folder(home), { recursive: true, mode: 0o700 });
  const file = join(folder(home), `${id}.key`);
  const draft = `${file}.${v7()}`;
  await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  // A link appears whole or not at all, and never over a key that another process made meanwhile.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error; });
  await rm(draft);
  return (await readKey(home, purpose, number))!;
}
