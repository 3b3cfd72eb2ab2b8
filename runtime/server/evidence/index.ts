import type { Context } from '../context.ts';
import { dataProbes } from './data-probes.ts';
import { identityProbes } from './identity-probes.ts';
import type { Finding, Probe } from './probe.ts';

export interface Evidence extends Finding { clause: string; title: Probe['title']; at: string; failed?: boolean }

/** Every probe, in the order of the clauses. */
export const probes: readonly Probe[] = [...identityProbes, ...dataProbes];

/** Tries every requirement now; a probe that breaks counts as not met and says so. */
export async function collectEvidence(ctx: Context): Promise<Evidence[]> {
  const found: Evidence[] = [];
  for (const { clause, title, run } of probes) {
    const at = ctx.services.clock.now().toISOString();
    const finding = await run(ctx).catch((error: unknown) => ({ met: false, setting: '', result: `探测失败 / probe failed: ${error instanceof Error ? error.message : String(error)}`, failed: true }));
    found.push({ clause, title, at, ...finding });
  }
  return found;
}

/** Accepts the definition files as they are. */
export { sealDefinitions } from './definition-seal.ts';
