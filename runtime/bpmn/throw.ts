import { given } from './given.ts';
import { cancelToken } from './leave.ts';
import type { ProcessNode } from './process.ts';
import { arrive, isInstance, nextId, nodeOf, scopeOf, tokenOf, tokensIn } from './run.ts';
import type { Run } from './run.ts';
import type { Scope, Token, Variables } from './state.ts';
import { enterEventSubProcess, startsOf } from './sub-process.ts';
import { setInScope, setVariables, variable } from './variables.ts';
import { forget, unwatch } from './watch.ts';

export type Thrown = { readonly kind: 'error' | 'escalation'; readonly code: string; readonly message?: string; readonly variables?: Variables };

type Catcher = { readonly event: ProcessNode; readonly host?: Token; readonly scope?: Scope };

/** Sends an error or escalation to the nearest event that catches it; false when there is none and nothing has happened. */
export function throwFrom(run: Run, token: Token, thrown: Thrown): boolean {
  const catcher = catcherFor(run, token, thrown);
  if (catcher === undefined) return false;
  setVariables(run, token, thrown.variables);
  const { event, host, scope } = catcher;
  const { codeVariable, messageVariable } = event.catches ?? {};
  const told: Variables = {
    ...(codeVariable === undefined ? {} : { [codeVariable]: variable(thrown.code) }),
    ...(messageVariable === undefined ? {} : { [messageVariable]: variable(thrown.message) }),
  };
  if (host) {
    setInScope(run, scopeOf(run, host.scopeId), told);
    fireBoundary(run, host, event);
  } else if (scope) {
    setInScope(run, scope, told);
    fireInScope(run, scope, event);
  }
  return true;
}

/** Outwards from the token: boundary events of what it is in, event sub-processes of the scopes around it; the same code before any code. */
function catcherFor(run: Run, from: Token, thrown: Thrown): Catcher | undefined {
  for (let at: Token | undefined = from; at !== undefined;) {
    const token: Token = at;
    if (!isInstance(run, token)) {
      const event = matching(nodeOf(run, token.nodeId).boundary.map((id) => nodeOf(run, id)), thrown);
      if (event) return { event, host: token };
    }
    const scope: Scope | undefined = scopeOf(run, token.scopeId);
    // What happens inside an event sub-process is not for its neighbours.
    if (scope && scope.multi === undefined && scope.undoing === undefined && !nodeOf(run, token.nodeId).triggeredByEvent) {
      const subs = Object.values(run.process.nodes).filter((node) => node.triggeredByEvent && node.scopeId === scope.elementId);
      const event = matching(subs.flatMap(({ id }) => startsOf(run, id)), thrown);
      if (event) return { event, scope };
    }
    at = tokenOf(run, scope?.parentTokenId);
  }
  return undefined;
}

function matching(events: readonly ProcessNode[], { kind, code }: Thrown): ProcessNode | undefined {
  const fitting = events.filter((event) => event.event === kind);
  return fitting.find(({ reference }) => reference?.code === code) ?? fitting.find(({ reference }) => reference?.code === undefined);
}

/** A boundary event happens: its activity ends, or a new token goes on beside it. */
export function fireBoundary(run: Run, host: Token, event: ProcessNode): void {
  const interrupting = event.interrupting !== false;
  if (interrupting) cancelToken(run, host);
  arrive(run, { id: interrupting ? host.id : nextId(run), scopeId: host.scopeId, ...given('outcome', host.outcome) }, event.id);
}

/** The event of an event sub-process happens: everything else in the scope ends, or it goes on beside. */
export function fireInScope(run: Run, scope: Scope, start: ProcessNode): void {
  if (start.interrupting !== false) {
    for (const token of tokensIn(run, scope.id)) cancelToken(run, token);
    unwatch(run, (watched) => watched.scopeId === scope.id);
  }
  enterEventSubProcess(run, scope.id, start);
}

/** A watched event happens: where a token waits for it, on the boundary, behind an event gateway or in a scope. */
export function fireWatched(run: Run, watched: { readonly id: string; readonly nodeId: string; readonly tokenId?: string; readonly scopeId?: string }, again: boolean): Token | undefined {
  const event = nodeOf(run, watched.nodeId);
  const stays = event.interrupting === false && (again || event.event !== 'timer');
  if (!stays) forget(run, ({ id }) => id === watched.id);
  const scope = scopeOf(run, watched.scopeId);
  if (scope) {
    fireInScope(run, scope, event);
    return undefined;
  }
  const token = tokenOf(run, watched.tokenId);
  if (token === undefined) return undefined;
  if (event.type === 'boundaryEvent') {
    fireBoundary(run, token, event);
    return undefined;
  }
  return token;
}

/** Everything in a scope ends, the scope itself goes on to be settled. */
export function emptyScope(run: Run, scopeId: string, except?: Token): void {
  for (const token of tokensIn(run, scopeId)) if (token.id !== except?.id) cancelToken(run, token);
  unwatch(run, (watched) => watched.scopeId === scopeId);
}

