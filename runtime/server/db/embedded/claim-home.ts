import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError } from './database-error.ts';
import { isCode } from './file-error.ts';
import { isAlive, startTimeOf } from './processes.ts';

interface Owner {
  pid: number;
  startTime: string;
  claim: string;
}

// Tries of 50 ms before a claim that seems alive is believed.
const patience = 40;

/**
 * Makes this process the only Tamga server of the home, or fails with `database.home-in-use`.
 * The claim names its process by pid and start time, so one left by a killed server is taken over.
 */
export async function claimHome(home: string): Promise<{ release(): Promise<void> }> {
  const file = join(home, 'owner.json');
  const mine: Owner = { pid: process.pid, startTime: startTimeOf(process.pid), claim: randomUUID() };
  for (let attempt = 0; ; attempt += 1) {
    try {
      await writeFile(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      return { release: () => release(file, mine) };
    } catch (error) {
      // A full disk leaves an empty file.
      if (isCode(error, 'ENOSPC', 'EDQUOT')) await rm(file, { force: true });
      if (!isCode(error, 'EEXIST')) throw error;
    }
    const owner = await readOwner(file);
    // A server killed a moment ago may still be ending.
    if (owner && owner.pid !== process.pid && isRunning(owner) && attempt < patience) {
      await sleep(50);
      continue;
    }
    if (owner && isRunning(owner)) throw new DatabaseError('database.home-in-use', { home, pid: String(owner.pid) });
    // An unreadable claim may be one that is just being written.
    if (owner || attempt > 20) await takeAway(file, owner);
    else await sleep(25);
  }
}

function isRunning(owner: Owner): boolean {
  return isAlive(owner.pid) && startTimeOf(owner.pid) === owner.startTime;
}

/** Moves a dead claim aside; puts it back when another server replaced it in the meantime. */
async function takeAway(file: string, dead: Owner | undefined): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  const taken = await readOwner(aside);
  if (taken && taken.claim !== dead?.claim && isRunning(taken)) await rename(aside, file);
  else await rm(aside, { force: true });
}

async function release(file: string, mine: Owner): Promise<void> {
  const owner = await readOwner(file);
  if (owner?.claim === mine.claim) await rm(file, { force: true });
}

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    const owner: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isOwner(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isOwner(value: unknown): value is Owner {
  return typeof value === 'object' && value !== null
    && 'pid' in value && typeof value.pid === 'number'
    && 'startTime' in value && typeof value.startTime === 'string'
    && 'claim' in value && typeof value.claim === 'string';
}
