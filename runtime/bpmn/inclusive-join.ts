import { consume, flowsThatHold, leave } from './leave.ts';
import type { Process } from './process.ts';
import { nodeOf, tokensIn } from './run.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/** Lets an inclusive join go on to which no other token of its scope can come any more; true when one did. */
export function fireInclusiveJoin(run: Run): boolean {
  const waiting = run.state.tokens.filter((token) => token.wait === 'join' && nodeOf(run, token.nodeId).type === 'inclusiveGateway');
  const ready = waiting.find((token) => !others(run, token).some((other) => reaches(run.process, other.nodeId, token.nodeId)))
    // Joins that wait for each other only: the first to be reached goes on.
    ?? waiting.find((token) => others(run, token).every(({ wait }) => wait === 'join'));
  if (ready === undefined) return false;
  const flows = flowsThatHold(run, ready, nodeOf(run, ready.nodeId), false);
  if (flows === undefined) return true;
  for (const token of tokensIn(run, ready.scopeId)) if (token.id !== ready.id && token.nodeId === ready.nodeId) consume(run, token);
  leave(run, ready, flows);
  return true;
}

const others = (run: Run, { nodeId, scopeId }: Token): Token[] => tokensIn(run, scopeId).filter((token) => token.nodeId !== nodeId);

const reachable = new WeakMap<Process, Map<string, ReadonlySet<string>>>();

function reaches(process: Process, from: string, to: string): boolean {
  let known = reachable.get(process);
  if (known === undefined) reachable.set(process, known = new Map());
  let targets = known.get(from);
  if (targets === undefined) known.set(from, targets = targetsOf(process, from));
  return targets.has(to);
}

function targetsOf(process: Process, from: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = process.nodes[id];
    const next = node ? [...node.outgoing.flatMap((flow) => process.flows[flow]?.target ?? []), ...node.boundary] : [];
    for (const target of next) if (!seen.has(target)) { seen.add(target); open.push(target); }
  }
  return seen;
}
