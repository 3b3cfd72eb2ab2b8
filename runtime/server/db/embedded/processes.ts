import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isCode } from './file-error.ts';

/** True while the process runs; a zombie that nobody reaps (a container without init) counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return isCode(error, 'EPERM');
  }
  return process.platform !== 'linux' || !['Z', 'X'].includes(statFields(pid)[0] ?? '');
}

/** When the process started, in the system's own unit: with the pid it names one process for good. */
export function startTimeOf(pid: number): string {
  if (process.platform === 'linux') return statFields(pid)[19] ?? '';
  return process.platform === 'win32' ? '' : ps(pid, 'lstart');
}

/** True when the process is a PostgreSQL server on this data directory; the only proof a pid file needs. */
export function isPostmasterOf(pid: number, dataDirectory: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') return /postgres/.test(ps(pid, 'command')) && ps(pid, 'command').includes(dataDirectory);
  const [program = '', ...args] = commandLine(pid);
  // The working directory follows a moved home; the argument is the answer where /proc hides the directory.
  return /(^|\/)postgres$/.test(program) && (workingDirectory(pid) === dataDirectory || args.includes(dataDirectory));
}

/** The program a process was started from. */
export function programOf(pid: number): string {
  return process.platform === 'linux' ? (commandLine(pid)[0] ?? '') : '';
}

/** Backends that outlived their postmaster and still hold its shared memory. */
export function orphansOf(dataDirectory: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && workingDirectory(pid) === dataDirectory && /^postgres\b|\/postgres$/.test(programOf(pid)));
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}

/** Waits until the process is gone; false when it is still there after the time. */
export async function hasEnded(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/** Fields of /proc/PID/stat from the state on; the name before them may itself hold spaces and brackets. */
function statFields(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
