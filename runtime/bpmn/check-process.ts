import { behaviours } from './behaviours/index.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { Process, ProcessNode } from './process.ts';

const containers = new Set(['subProcess', 'transaction']);
const choosing = new Set(['exclusiveGateway', 'inclusiveGateway']);

/** Every structural reason why the process can't be run as it is drawn; names of roles, fields and forms are the linker's. */
export function checkProcess(process: Process): Problem[] {
  const nodes = Object.values(process.nodes);
  return [
    ...unsupported(process, nodes),
    ...nodes.flatMap((node) => behaviours.get(node.behaviour)?.check?.(node, process) ?? []),
    ...conditionPlaces(process, nodes),
    ...[process.id, ...nodes.filter(({ type }) => containers.has(type)).map(({ id }) => id)].flatMap((scope) => paths(process, nodes.filter((node) => node.scopeId === scope), scope)),
    ...nodes.filter(({ isForCompensation, incoming, outgoing }) => isForCompensation && incoming.length + outgoing.length > 0).map(({ id }) => problem('bpmn.handler-flow', id)),
    ...drawing(process, nodes),
  ];
}

function unsupported(process: Process, nodes: readonly ProcessNode[]): Problem[] {
  const elements = nodes.filter((node) => !behaviours.has(node.behaviour))
    .map((node) => problem('bpmn.unsupported-element', node.id, { type: node.event === undefined ? node.type : `${node.event} ${node.type}` }));
  const parts = process.unsupported.map(({ elementId, type, part }) =>
    (part === undefined ? problem('bpmn.unsupported-element', elementId, { type }) : problem('bpmn.unsupported-part', elementId, { type, part })));
  return [...elements, ...parts];
}

// An unsupported gateway may well have conditions: it has been refused already.
function conditionPlaces(process: Process, nodes: readonly ProcessNode[]): Problem[] {
  return nodes.filter((node) => !choosing.has(node.behaviour) && behaviours.has(node.behaviour)).flatMap((node) => [
    ...node.outgoing.filter((id) => process.flows[id]?.condition !== undefined).map((id) => problem('bpmn.condition-not-exclusive', id)),
    ...(node.defaultFlow === undefined ? [] : [problem('bpmn.default-not-exclusive', node.id)]),
  ]);
}

function paths(process: Process, all: readonly ProcessNode[], scopeId: string): Problem[] {
  // What an event or an undoing begins isn't reached by flows.
  const nodes = all.filter((node) => !node.triggeredByEvent && !node.isForCompensation);
  const starts = nodes.filter((node) => node.type === 'startEvent');
  const plain = starts.filter((node) => node.event === undefined);
  if (starts.length === 0) return [problem('bpmn.no-start', scopeId)];
  const forward = (node: ProcessNode) => [...node.outgoing.map((id) => process.flows[id]?.target), ...node.boundary];
  const backward = (node: ProcessNode) => [...node.incoming.map((id) => process.flows[id]?.source), node.attachedTo];
  const reached = closure(process, starts, forward);
  const ending = closure(process, nodes.filter((node) => node.type === 'endEvent'), backward);
  const stopped = nodes.filter((node) => reached.has(node.id) && node.type !== 'endEvent' && node.event !== 'compensate' && node.outgoing.length === 0);
  return [
    ...plain.slice(1).map((start) => problem('bpmn.several-starts', start.id)),
    ...nodes.filter((node) => !reached.has(node.id) && behaviours.has(node.behaviour)).map((node) => problem('bpmn.unreachable', node.id)),
    ...stopped.map((node) => problem('bpmn.dead-end', node.id)),
    // Before a dead end everything lacks a way out: name the place, not the whole path to it.
    ...(stopped.length > 0 ? [] : nodes.filter((node) => reached.has(node.id) && !ending.has(node.id) && node.behaviour !== 'boundaryEvent/compensate')).map((node) => problem('bpmn.no-way-out', node.id)),
  ];
}

function closure(process: Process, from: readonly ProcessNode[], next: (node: ProcessNode) => readonly (string | undefined)[]): Set<string> {
  const seen = new Set(from.map((node) => node.id));
  const open = [...from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const id of next(node)) {
      const neighbour = id === undefined ? undefined : process.nodes[id];
      if (neighbour === undefined || seen.has(neighbour.id)) continue;
      seen.add(neighbour.id);
      open.push(neighbour);
    }
  }
  return seen;
}

function drawing(process: Process, nodes: readonly ProcessNode[]): Problem[] {
  const drawables = nodes.length + Object.keys(process.flows).length;
  if (drawables > 0 && process.undrawn.length === drawables) return [problem('bpmn.no-diagram', process.id)];
  return process.undrawn.map((id) => problem('bpmn.not-drawn', id));
}
