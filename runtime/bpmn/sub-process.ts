import { arrive, nextId, nodeOf, openScope, place, wait } from './run.ts';
import type { Run } from './run.ts';
import type { ProcessNode } from './process.ts';
import { given } from './given.ts';
import { AdvanceRefusal } from './refusal.ts';
import type { Token } from './state.ts';
import { watch } from './watch.ts';

/** Where a process or sub-process begins; undefined when only an event can begin it. */
export function plainStart(run: Run, elementId: string): ProcessNode | undefined {
  return Object.values(run.process.nodes).find((node) => node.behaviour === 'startEvent' && node.scopeId === elementId);
}

/** Opens the inside of a sub-process; the token waits for it. */
export function openInside(run: Run, token: Token): string {
  wait(run, token, { wait: 'scope' });
  const scope = openScope(run, { elementId: token.nodeId, parentTokenId: token.id });
  watchInside(run, scope.id, token.nodeId);
  return scope.id;
}

/** Begins a sub-process at one of its start events. */
export function enterInside(run: Run, token: Token, start: ProcessNode | undefined): void {
  if (start === undefined) throw new AdvanceRefusal('not-executable', `${token.nodeId} has no start event`);
  const scopeId = openInside(run, token);
  arrive(run, { id: nextId(run), scopeId, ...given('outcome', token.outcome) }, start.id);
}

/** Watches the events that begin the event sub-processes of a scope. */
export function watchInside(run: Run, scopeId: string, elementId: string): void {
  for (const node of Object.values(run.process.nodes)) {
    if (node.triggeredByEvent && node.scopeId === elementId) for (const start of startsOf(run, node.id)) watch(run, start, { scopeId });
  }
}

export function startsOf(run: Run, elementId: string): ProcessNode[] {
  return Object.values(run.process.nodes).filter((node) => node.type === 'startEvent' && node.scopeId === elementId);
}

/** Begins an event sub-process in the scope it stands in. */
export function enterEventSubProcess(run: Run, scopeId: string, start: ProcessNode): Token {
  const token: Token = { id: nextId(run), nodeId: nodeOf(run, start.scopeId).id, scopeId, executionId: nextId(run) };
  place(run, token);
  // It acts here and now: its start event is already known.
  run.arrived.splice(run.arrived.findIndex(({ id }) => id === token.id), 1);
  enterInside(run, token, start);
  return token;
}
