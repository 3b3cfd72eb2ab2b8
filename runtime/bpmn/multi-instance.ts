import { given } from './given.ts';
import { cancelToken, closeScope, holdsAt, leave } from './leave.ts';
import type { MultiInstance, ProcessNode, Sign } from './process.ts';
import { AdvanceRefusal } from './refusal.ts';
import { isInstance, nextId, nodeOf, openScope, patchScope, place, raiseIncident, scopeOf, tokenOf, tokensIn, wait } from './run.ts';
import type { Run } from './run.ts';
import type { MultiState, Scope, Token } from './state.ts';
import { scopeFor, valueAt, variable } from './variables.ts';
import { armBoundaries } from './watch.ts';

const maxInstances = 1_000;

/** Begins all the runs of a multi-instance activity, or the first of them. */
export function enterMulti(run: Run, token: Token, node: ProcessNode, multi: MultiInstance): void {
  const running = run.state.scopes.find(({ parentTokenId }) => parentTokenId === token.id);
  if (running) {
    // Back from an incident: what runs goes on.
    wait(run, token, { wait: 'scope' });
    run.unsettled.push(running.id);
    return;
  }
  const times = timesOf(run, token, node, multi);
  if (times === undefined) return;
  if (times.total === 0) return leave(run, token);
  const body = wait(run, token, { wait: 'scope' });
  const order = Array.from({ length: times.total }, (_, index) => index);
  const scope = openScope(run, {
    elementId: node.id, parentTokenId: token.id,
    multi: { total: times.total, completed: 0, next: times.total, ...given('items', times.items), waiting: multi.sequential ? order.slice(1) : [], votes: Object.fromEntries((node.userTask?.outcomes ?? []).map(({ name }) => [name, 0])) },
  });
  for (const loop of multi.sequential ? order.slice(0, 1) : order) startInstance(run, scope, loop);
  armBoundaries(run, body, node);
}

function timesOf(run: Run, token: Token, node: ProcessNode, { times }: MultiInstance): { total: number; items?: readonly unknown[] } | undefined {
  if (times.from === 'signers') {
    const items = run.env.signers(node.id);
    // Nobody to sign is no consent.
    if (items.length === 0) raiseIncident(run, token, 'no-signers');
    return items.length === 0 ? undefined : { total: items.length, items };
  }
  const found = valueAt(run, token, times.condition.text, node.id);
  if (found === undefined) return undefined;
  const { value } = found;
  if (times.from === 'collection') {
    if (Array.isArray(value) && value.length <= maxInstances) return { total: value.length, items: value };
    raiseIncident(run, token, 'not-a-list');
    return undefined;
  }
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= maxInstances) return { total: value };
  raiseIncident(run, token, 'not-a-count');
  return undefined;
}

function startInstance(run: Run, scope: Scope, loopCounter: number): void {
  const node = nodeOf(run, scope.elementId);
  const body = tokenOf(run, scope.parentTokenId);
  const item = scope.multi?.items?.[loopCounter];
  place(run, {
    id: nextId(run), nodeId: node.id, scopeId: scope.id, executionId: nextId(run), loopCounter, ...given('outcome', body?.outcome),
    variables: { loopCounter: variable(loopCounter), ...(item === undefined ? {} : { [node.multi?.elementVariable ?? 'item']: variable(item) }) },
  });
}

/** The list's item that an instance is for. */
export function itemOf(run: Run, token: Token): unknown {
  return token.loopCounter === undefined ? undefined : scopeOf(run, token.scopeId)?.multi?.items?.[token.loopCounter];
}

/** After an instance was done, added or taken away: is the activity over, or who is next? */
export function settleMulti(run: Run, scope: Scope, multi: MultiState): void {
  const body = tokenOf(run, scope.parentTokenId);
  if (body === undefined) return;
  const node = nodeOf(run, scope.elementId);
  const sign = node.userTask?.approval.sign;
  const outcome = sign === undefined ? lastOutcome(run, node) : decisionOf(sign, node, multi);
  const over = isOver(run, body, node, scope, outcome !== undefined && sign !== undefined);
  if (over === undefined) return;
  if (over) {
    closeScope(run, scope.id);
    if (outcome !== undefined) run.state = { ...run.state, outcomes: { ...run.state.outcomes, [node.id]: outcome } };
    return leave(run, { ...body, wait: 'scope', ...given('outcome', outcome ?? body.outcome) });
  }
  const [next, ...waiting] = multi.waiting;
  if (next === undefined || tokensIn(run, scope.id).length > 0) return;
  patchScope(run, scope.id, { multi: { ...multi, waiting } });
  startInstance(run, scope, next);
}

function isOver(run: Run, body: Token, node: ProcessNode, scope: Scope, decided: boolean): boolean | undefined {
  const { multi } = scope;
  if (decided || multi === undefined || multi.completed >= multi.total) return true;
  const completion = node.multi?.completion;
  if (completion === undefined || multi.completed === 0) return false;
  // Read from inside, where the counts are.
  return holdsAt(run, body, completion.text, node.id, scopeFor(run, { ...body, scopeId: scope.id }));
}

const lastOutcome = (run: Run, node: ProcessNode): string | undefined => (node.userTask ? run.state.outcomes[node.id] : undefined);

/** What the signers have decided together; undefined while it is open. The first outcome approves. */
function decisionOf({ mode, veto, pass }: Sign, { userTask }: ProcessNode, { votes, total, completed }: MultiState): string | undefined {
  const names = (userTask?.outcomes ?? []).map(({ name }) => name);
  const [approve = '', ...opposing] = names;
  const strongest = opposing.reduce<string | undefined>((best, name) => ((votes[name] ?? 0) > (best === undefined ? 0 : votes[best] ?? 0) ? name : best), undefined);
  const approved = votes[approve] ?? 0;
  const opposed = completed - approved;
  if (completed === 0) return undefined;
  if (mode === 'any') return strongest ?? approve;
  if (veto && opposed > 0) return strongest;
  const needed = mode === 'all' ? total : pass === undefined ? Math.floor(total / 2) + 1 : Math.max(1, Math.ceil(pass * total - 1e-9));
  if (approved >= needed) return approve;
  // Everybody is heard unless the answer can't change any more.
  return mode === 'all' ? (completed >= total ? strongest : undefined) : total - opposed < needed ? strongest : undefined;
}

/** One more run of an activity that is going on. */
export function addInstance(run: Run, tokenId: string, item: unknown): void {
  const { scope, multi } = multiOf(run, tokenId);
  const node = nodeOf(run, scope.elementId);
  if (multi.total >= maxInstances) throw new AdvanceRefusal('too-many-instances', scope.elementId);
  const loop = multi.next;
  const items = item === undefined && multi.items === undefined ? undefined : [...multi.items ?? Array.from({ length: loop }, () => null), item ?? null];
  const waits = node.multi?.sequential === true;
  const grown: MultiState = { ...multi, total: multi.total + 1, next: loop + 1, ...given('items', items), waiting: waits ? [...multi.waiting, loop] : multi.waiting };
  patchScope(run, scope.id, { multi: grown });
  if (!waits) startInstance(run, { ...scope, multi: grown }, loop);
  run.unsettled.push(scope.id);
}

/** Takes a run away as if it had never been; the last one can't be taken. */
export function removeInstance(run: Run, tokenId: string): void {
  const token = tokenOf(run, tokenId);
  const { scope, multi } = multiOf(run, tokenId);
  if (token === undefined || !isInstance(run, token)) throw new AdvanceRefusal('no-such-token', tokenId);
  if (multi.total <= 1) throw new AdvanceRefusal('last-instance', scope.elementId);
  cancelToken(run, token);
  patchScope(run, scope.id, { multi: { ...multi, total: multi.total - 1 } });
  run.unsettled.push(scope.id);
}

function multiOf(run: Run, tokenId: string): { scope: Scope; multi: MultiState } {
  const token = tokenOf(run, tokenId);
  const scope = run.state.scopes.find(({ id, parentTokenId, multi }) => multi !== undefined && (parentTokenId === tokenId || (id === token?.scopeId)));
  if (scope?.multi === undefined) throw new AdvanceRefusal('not-multi-instance', tokenId);
  return { scope, multi: scope.multi };
}
