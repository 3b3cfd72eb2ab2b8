import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { DatabaseError } from './database-error.ts';
import { reasonOf } from './file-error.ts';

const run = promisify(execFile);
const systemUser = 'tamga-postgres';

/** The system user that runs PostgreSQL; without ids it is the user who runs Tamga. */
export interface RunAs {
  name: string;
  uid?: number;
  gid?: number;
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** PostgreSQL refuses root: under root it runs as the owner of existing data, else as a system user of its own. */
export async function findRunAs(dataOwner: { uid: number; gid: number } | undefined): Promise<RunAs> {
  if (!isRoot()) return { name: 'current' };
  if (dataOwner && dataOwner.uid !== 0) return { name: String(dataOwner.uid), uid: dataOwner.uid, gid: dataOwner.gid };
  const user = (await lookUp()) ?? (await createUser());
  try {
    await run('/bin/sh', ['-c', 'true'], { uid: user.uid, gid: user.gid });
  } catch (error) {
    throw new DatabaseError('database.no-system-user', { user: systemUser, reason: reasonOf(error) }, error);
  }
  return user;
}

/** What the user may do with a path, asked of the system itself: mode bits alone miss parents and ACLs. */
export function can(runAs: RunAs, test: 'r' | 'w' | 'x', path: string): boolean {
  if (runAs.uid === undefined) return true;
  const { uid, gid } = runAs;
  return spawnSync('/bin/sh', ['-c', `test -${test} "$1"`, 'sh', path], { uid, gid, cwd: '/' }).status === 0;
}

async function lookUp(): Promise<Required<RunAs> | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, systemUser])).stdout)));
    return { name: systemUser, uid: uid ?? NaN, gid: gid ?? NaN };
  } catch {
    return undefined;
  }
}

async function createUser(): Promise<Required<RunAs>> {
  let reason = '';
  for (const [command, args] of [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', systemUser]],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', systemUser]],
  ] as const) {
    await run(command, [...args]).catch((error: unknown) => { reason += `${reasonOf(error).trim()} `; });
    // Another server may have created it at the same moment, so the look-up decides, not the command.
    const user = await lookUp();
    if (user) return user;
  }
  throw new DatabaseError('database.no-system-user', { user: systemUser, reason: reason.trim() });
}
