import { given } from './given.ts';
import type { ProcessNode } from './process.ts';
import { isInstance, nextId, nodeOf } from './run.ts';
import type { Run } from './run.ts';
import type { Subscription, Timer, Token } from './state.ts';

type Watcher = Pick<Timer, 'tokenId' | 'scopeId'>;

/** Waits for the timer, message, signal or condition of an event; errors and escalations are looked for when they happen. */
export function watch(run: Run, node: ProcessNode, watcher: Watcher): void {
  const all: readonly Timer[] = [...run.state.timers, ...run.state.subscriptions ?? []];
  // A retried activity is watched already.
  if (all.some((known) => known.nodeId === node.id && known.tokenId === watcher.tokenId && known.scopeId === watcher.scopeId)) return;
  if (node.timer !== undefined) {
    const timer: Timer = { id: nextId(run), nodeId: node.id, ...watcher };
    run.state = { ...run.state, timers: [...run.state.timers, timer] };
    run.effects.push({ type: 'create-timer', timerId: timer.id, nodeId: node.id, ...given('tokenId', watcher.tokenId), definition: node.timer });
    return;
  }
  const kind = node.type === 'receiveTask' ? 'message' : node.event;
  if (kind !== 'message' && kind !== 'signal' && kind !== 'conditional') return;
  const subscription: Subscription = { id: nextId(run), nodeId: node.id, ...watcher, kind, ...given('name', node.reference?.name) };
  run.state = { ...run.state, subscriptions: [...run.state.subscriptions ?? [], subscription] };
  run.effects.push({ type: 'create-subscription', subscriptionId: subscription.id, nodeId: node.id, kind, ...given('name', subscription.name) });
}

/** Watches the boundary events attached to the activity the token is in. */
export function armBoundaries(run: Run, token: Token, node: ProcessNode): void {
  if (isInstance(run, token)) return;
  for (const id of node.boundary) watch(run, nodeOf(run, id), { tokenId: token.id });
}

/** Nobody waits for these any more. */
export function unwatch(run: Run, gone: (watched: Timer) => boolean): void {
  for (const { id, nodeId } of run.state.timers.filter(gone)) run.effects.push({ type: 'cancel-timer', timerId: id, nodeId });
  for (const { id, nodeId } of (run.state.subscriptions ?? []).filter(gone)) run.effects.push({ type: 'cancel-subscription', subscriptionId: id, nodeId });
  forget(run, gone);
}

/** Takes watches off without telling: the caller knows. */
export function forget(run: Run, gone: (watched: Timer) => boolean): void {
  run.state = { ...run.state, timers: run.state.timers.filter((timer) => !gone(timer)) };
  if (run.state.subscriptions) run.state = { ...run.state, subscriptions: run.state.subscriptions.filter((subscription) => !gone(subscription)) };
}
