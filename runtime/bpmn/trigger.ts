import { leave } from './leave.ts';
import { nodeOf } from './run.ts';
import type { Run } from './run.ts';
import type { Token, Variables } from './state.ts';
import { fireWatched } from './throw.ts';
import { setVariables } from './variables.ts';

type Watched = { readonly id: string; readonly nodeId: string; readonly tokenId?: string; readonly scopeId?: string };

/** A timer, message, signal or condition that is watched has come. */
export function trigger(run: Run, watched: Watched, { again = false, variables }: { again?: boolean; variables?: Variables | undefined } = {}): void {
  const from = run.state.tokens.find(({ id }) => id === watched.tokenId);
  setVariables(run, from, variables);
  const token = fireWatched(run, watched, again);
  if (token) goOn(run, token, watched.nodeId);
}

/** A token that waits for the event itself goes on; behind an event gateway it goes over the event that came first. */
function goOn(run: Run, token: Token, eventId: string): void {
  if (token.nodeId === eventId) return leave(run, token);
  const flow = nodeOf(run, token.nodeId).outgoing.find((id) => run.process.flows[id]?.target === eventId);
  if (flow === undefined) return;
  leave(run, token, [flow]);
  const arrived = run.arrived.at(-1);
  if (arrived) run.passing.add(arrived.executionId);
}

/** Everything in this instance that waits for the signal. */
export function triggerSignal(run: Run, name: string): void {
  const waiting = (run.state.subscriptions ?? []).filter((subscription) => subscription.kind === 'signal' && subscription.name === name);
  for (const subscription of waiting) if (run.state.subscriptions?.some(({ id }) => id === subscription.id)) trigger(run, subscription);
}
