import type { Process, ProcessNode } from './process.ts';

/** The parallel branches and sub-processes a node stands in, outermost first; absent when the model's splits and joins don't nest. */
export type ParallelContext = readonly string[];

// Gateways that may put several tokens on their way, and take them together again.
const gateways = new Set(['parallelGateway', 'inclusiveGateway']);

/** Where each node stands between splits and joins. A node whose ways in disagree has no context. */
export function parallelContexts(process: Process): ReadonlyMap<string, ParallelContext> {
  const contexts = new Map<string, ParallelContext | undefined>();
  const scopes = [process.id, ...Object.values(process.nodes).filter(({ id }) => hasInner(process, id)).map(({ id }) => id)];
  for (const scope of scopes) walk(process, scope, contexts);
  const known = new Map<string, ParallelContext>();
  for (const [id, context] of contexts) if (context !== undefined) known.set(id, context);
  return known;
}

/** Is a token on `inner` part of what a token on `outer` once was? */
export function isWithin(inner: ParallelContext, outer: ParallelContext): boolean {
  return outer.every((branch, index) => inner[index] === branch);
}

function hasInner(process: Process, scope: string): boolean {
  return Object.values(process.nodes).some(({ scopeId }) => scopeId === scope);
}

function walk(process: Process, scope: string, contexts: Map<string, ParallelContext | undefined>): void {
  const outside = scope === process.id ? [] : contexts.get(scope);
  const inner = scope === process.id ? outside : outside && [...outside, scope];
  const nodes = Object.values(process.nodes).filter((node) => node.scopeId === scope);
  const open = nodes.filter((node) => node.incoming.length === 0 && node.attachedTo === undefined).map((node) => ({ node, context: inner }));
  const arrivals = new Map<string, ParallelContext[]>();
  for (let next = open.shift(); next; next = open.shift()) {
    const { node, context } = next;
    if (contexts.has(node.id)) {
      if (!same(contexts.get(node.id), context)) contexts.set(node.id, undefined);
      continue;
    }
    contexts.set(node.id, context);
    for (const boundary of node.boundary.flatMap((id) => process.nodes[id] ?? [])) {
      open.push({ node: boundary, context: boundary.interrupting === false ? context && [...context, boundary.id] : context });
    }
    const ways = node.outgoing.flatMap((id) => process.flows[id] ?? []);
    const forks = ways.length > 1 && (gateways.has(node.type) || !node.type.endsWith('Gateway'));
    for (const flow of ways) {
      const target = process.nodes[flow.target];
      const after = forks ? context && [...context, `${node.id}>${flow.id}`] : context;
      if (target && !joins(target)) open.push({ node: target, context: after });
      else if (target && after) {
        const all = [...arrivals.get(target.id) ?? [], after];
        arrivals.set(target.id, all);
        if (all.length === target.incoming.length) open.push({ node: target, context: joined(all) });
      }
    }
  }
}

const joins = (node: ProcessNode): boolean => gateways.has(node.type) && node.incoming.length > 1;

/** Branches of one split end together at the join; anything else does not nest. */
function joined(arrivals: readonly ParallelContext[]): ParallelContext | undefined {
  const [first = []] = arrivals;
  const split = first.at(-1)?.split('>')[0];
  const outer = first.slice(0, -1);
  const fits = split !== undefined && arrivals.every((each) => each.length === first.length && each.at(-1)?.split('>')[0] === split && isWithin(each, outer));
  return fits ? outer : undefined;
}

function same(a: ParallelContext | undefined, b: ParallelContext | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && isWithin(a, b);
}
