import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf } from './file-error.ts';
import type { Postmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';

interface Keep {
  restart(): Promise<Postmaster>;
  warn(message: string): void;
}

/** Starts the server again at the same address when it ends while Tamga runs; `end()` stops watching and gives the process to stop. */
export function keepRunning(first: Postmaster, { restart, warn }: Keep): { end(): Promise<number> } {
  let { pid } = first;
  let restarting: Promise<void> | undefined;
  const ending = new AbortController();

  async function revive(): Promise<void> {
    for (let pause = 500; !ending.signal.aborted; pause = Math.min(pause * 2, 30_000)) {
      warn(`The database process ${pid} ended unexpectedly: starting it again`);
      try {
        pid = (await restart()).pid;
        return;
      } catch (error) {
        warn(reasonOf(error));
        await sleep(pause, undefined, { ref: false, signal: ending.signal }).catch(() => undefined);
      }
    }
  }

  const timer = setInterval(() => {
    if (restarting || isAlive(pid)) return;
    restarting = revive().finally(() => { restarting = undefined; });
  }, 250);
  timer.unref();

  return {
    async end() {
      ending.abort();
      clearInterval(timer);
      await restarting;
      return pid;
    },
  };
}
