import type { Services } from '../context.ts';
import { compiledProcess } from './compiled-process.ts';
import { inBackground } from './in-background.ts';
import { loadInstance } from './instance.ts';
import { moveOn } from './move-on.ts';
import { processRun } from './process-run.ts';

/** Runs what stands in an incident again, once its cause is mended; tells whether the instance runs now. */
export async function retryIncidents(services: Services, instanceId: string): Promise<boolean> {
  return inBackground(services, async (ctx, failures) => {
    const instance = await loadInstance(ctx, instanceId, 'wait');
    if (!instance || instance.status !== 'incident') return false;
    const compiled = await compiledProcess(ctx, instance.definitionId);
    // One after the other: going on from the first may have ended the token of the second.
    for (const { incidentId } of instance.state.tokens) {
      const now = await loadInstance(ctx, instanceId);
      if (incidentId === undefined || !now?.state.tokens.some((token) => token.incidentId === incidentId)) continue;
      await moveOn(processRun(ctx, now, compiled, failures), { type: 'retry', incidentId });
    }
    const after = await loadInstance(ctx, instanceId);
    return after?.status === 'running' || after?.status === 'ended';
  });
}
