import { isWithin, parallelContexts, type ParallelContext, type Process } from '../../../bpmn/index.ts';
import { moveOn } from '../move-on.ts';
import type { ProcessRun } from '../process-run.ts';

const known = new WeakMap<Process, ReadonlyMap<string, ParallelContext>>();

/** Where the nodes of a process stand between splits and joins, worked out once. */
export function contextsOf(process: Process): ReadonlyMap<string, ParallelContext> {
  let contexts = known.get(process);
  if (!contexts) known.set(process, contexts = parallelContexts(process));
  return contexts;
}

/** The tokens that go when the instance is taken back to a step: all that came out of it. Undefined when that can't be told. */
export function tokensBehind({ state, compiled: { process } }: Pick<ProcessRun, 'state' | 'compiled'>, target: string): string[] | undefined {
  const contexts = contextsOf(process);
  const outer = contexts.get(target);
  if (!outer) return undefined;
  const placed = state.tokens.map(({ id, nodeId }) => ({ id, context: contexts.get(nodeId) }));
  // At the top level everything goes; within a branch an unknown place could be either.
  if (outer.length > 0 && placed.some(({ context }) => context === undefined)) return undefined;
  const going = placed.filter(({ context }) => outer.length === 0 || (context !== undefined && isWithin(context, outer))).map(({ id }) => id);
  // What is inside of a token that goes, goes with it.
  return going.filter((id) => !going.includes(state.scopes.find((scope) => scope.id === state.tokens.find((token) => token.id === id)?.scopeId)?.parentTokenId ?? ''));
}

/** Takes the instance back to a step; `person` gets it again when they still may do it. */
export async function moveBack(run: ProcessRun, target: string, tokens: readonly string[], named?: { person: string; backTo?: string }): Promise<void> {
  if (named) run.appoint.set(target, named);
  await moveOn(run, { type: 'modify', cancel: tokens, startBefore: target });
}
