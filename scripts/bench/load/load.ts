import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadPlan, LoadResult } from './load-plan.ts';

/** A process that sends requests over kept connections. */
export interface Load { run(plan: LoadPlan): Promise<LoadResult>; stop(): void }

/** Starts it. */
export function startLoad(): Load {
  const child = fork(join(import.meta.dirname, 'load-process.ts'), { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
  return {
    async run(plan) {
      child.send(plan);
      const [result] = await once(child, 'message') as [LoadResult];
      if (result.failed > 0) throw new Error(`${result.failed} of ${result.done} requests failed, the first with:\n${result.firstFailure}`);
      return result;
    },
    stop: () => { child.disconnect(); },
  };
}
