import { readFile, writeFile } from 'node:fs/promises';
import { DatabaseError } from './database-error.ts';
import { reasonOf } from './file-error.ts';
import type { Place } from './find-place.ts';

/** The passwords of the application's role and of the administrator; only the owner of the home reads them. */
export interface Credentials {
  user: string;
  password: string;
  adminUser: string;
  adminPassword: string;
}

export async function readCredentials({ credentials: file }: Place): Promise<Credentials> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (!isCredentials(value)) throw new Error('user or password missing');
    return value;
  } catch (error) {
    throw new DatabaseError('database.credentials-lost', { file, reason: reasonOf(error) }, error);
  }
}

export function writeCredentials({ credentials: file }: Place, credentials: Credentials): Promise<void> {
  return writeFile(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
}

function isCredentials(value: unknown): value is Credentials {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map(Object.entries(value));
  return ['user', 'password', 'adminUser', 'adminPassword'].every((name) => typeof fields.get(name) === 'string');
}
