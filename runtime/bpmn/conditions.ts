import { raiseIncident, rootOf, tokenOf, tokensIn } from './run.ts';
import type { Run } from './run.ts';
import type { Subscription, Token } from './state.ts';
import { trigger } from './trigger.ts';
import { scopeFor } from './variables.ts';

/** Fires the conditional events whose condition has become true; true when one did. */
export function fireConditions(run: Run): boolean {
  for (const subscription of run.state.subscriptions ?? []) {
    if (subscription.kind !== 'conditional') continue;
    const holds = conditionHolds(run, subscription);
    if (holds === (subscription.holds ?? false)) continue;
    // One that doesn't interrupt fires when its condition becomes true, not as long as it is.
    run.state = { ...run.state, subscriptions: (run.state.subscriptions ?? []).map((other) => (other.id === subscription.id ? { ...other, holds } : other)) };
    if (!holds) continue;
    trigger(run, subscription);
    return true;
  }
  return false;
}

function conditionHolds(run: Run, { nodeId, tokenId, scopeId }: Subscription): boolean {
  const text = run.process.nodes[nodeId]?.condition?.text;
  const from: Token | undefined = tokenOf(run, tokenId) ?? tokensIn(run, scopeId ?? '')[0] ?? tokensIn(run, rootOf(run)?.id ?? '')[0];
  if (text === undefined || from === undefined) return false;
  try {
    return run.env.evaluate(text, nodeId, scopeFor(run, from)) === true;
  } catch (error) {
    if (from.wait !== 'incident') raiseIncident(run, from, 'condition-failed', { message: `${nodeId}: ${error instanceof Error ? error.message : String(error)}` });
    return false;
  }
}
