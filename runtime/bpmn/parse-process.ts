import type { ModdleElement } from 'bpmn-moddle';
import { findUnsupported } from './find-unsupported.ts';
import { given } from './given.ts';
import { childOf, childrenOf, commaList, elementName, textOf } from './moddle-element.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { Flow, MultiInstance, Process, ProcessNode, UnsupportedPart } from './process.ts';
import { readInstance } from './read-approval.ts';
import { readCall, readCatches, readDecision, readMapping, readMulti, readReference, readScript } from './read-activity.ts';
import { readServiceTask, readUserTask } from './read-binding.ts';
import { readCondition, readTimer } from './read-expression.ts';
import { readXml } from './read-xml.ts';

// Documentation, or only used by elements that are refused themselves.
const passiveRoots = new Set(['process', 'collaboration', 'message', 'signal', 'error', 'escalation', 'itemDefinition', 'dataStore', 'category', 'resource', 'interface']);
const passiveFlowElements = new Set(['dataObject', 'dataObjectReference', 'dataStoreReference']);

type Found = { nodes: Map<string, ModdleElement>; scopes: Map<string, string>; flows: ModdleElement[]; associations: ModdleElement[]; unsupported: UnsupportedPart[] };

/** Compiles the executable process of a BPMN file. The process is absent when it can't be told which or what it is. */
export async function parseProcess(xml: string): Promise<{ process?: Process; problems: Problem[] }> {
  const { root, problems } = await readXml(xml);
  if (root === undefined) return { problems };
  const all = childrenOf(root, 'rootElements').filter((element) => element.$type === 'bpmn:Process');
  const executable = all.filter((element) => element.get?.('isExecutable') === true);
  const candidates = executable.length > 0 ? executable : all;
  const [element] = candidates;
  if (element?.id === undefined) return { problems: [...problems, problem('bpmn.no-process', '')] };
  if (candidates.length > 1) {
    const ids = candidates.map(({ id }) => id ?? '?').join(', ');
    return { problems: [...problems, problem('bpmn.several-processes', element.id, { ids })] };
  }
  return { process: compile(root, element, element.id, problems), problems };
}

function compile(root: ModdleElement, element: ModdleElement, id: string, problems: Problem[]): Process {
  const found: Found = { nodes: new Map(), scopes: new Map(), flows: [], associations: [], unsupported: [...findUnsupported(element, id), ...rootParts(root)] };
  collect(element, id, found, problems);
  const flows = found.flows.flatMap((flow) => readFlow(flow, found, problems));
  const boundaries = [...found.nodes].map(([nodeId, node]) => ({ nodeId, host: childOf(node, 'attachedToRef')?.id }));
  const nodes = [...found.nodes].map(([nodeId, node]) => readNode(node, {
    id: nodeId, scopeId: found.scopes.get(nodeId) ?? id, problems, flows, associations: found.associations,
    boundary: boundaries.filter(({ host }) => host === nodeId).map((boundary) => boundary.nodeId),
  }));
  const entity = textOf(element, 'tamga:entity');
  if (entity !== undefined && !/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(entity)) problems.push(problem('bpmn.entity', id, { text: entity }));
  const drawn = drawnIds(root);
  return deepFreeze({
    id, ...given('name', textOf(element, 'name')), ...given('title', textOf(element, 'tamga:title')), ...given('entity', entity),
    instance: readInstance(element, id, problems), variables: commaList(textOf(element, 'tamga:variables')),
    nodes: byId(nodes), flows: byId(flows),
    undrawn: [...nodes, ...flows].map((drawable) => drawable.id).filter((drawable) => !drawn.has(drawable)),
    unsupported: found.unsupported,
  });
}

function collect(container: ModdleElement, scopeId: string, found: Found, problems: Problem[]): void {
  found.associations.push(...childrenOf(container, 'artifacts').filter((artifact) => elementName(artifact) === 'association'));
  for (const element of childrenOf(container, 'flowElements')) {
    const type = elementName(element);
    if (passiveFlowElements.has(type)) continue;
    if (element.id === undefined) {
      problems.push(problem('bpmn.missing-id', scopeId, { type }));
      continue;
    }
    found.scopes.set(element.id, scopeId);
    found.unsupported.push(...findUnsupported(element, element.id));
    if (type === 'sequenceFlow') found.flows.push(element);
    else found.nodes.set(element.id, element);
    collect(element, element.id, found, problems);
  }
}

function readFlow(element: ModdleElement, found: Found, problems: Problem[]): Flow[] {
  const id = element.id ?? '';
  const source = childOf(element, 'sourceRef')?.id;
  const target = childOf(element, 'targetRef')?.id;
  if (source === undefined || target === undefined || !found.nodes.has(source) || !found.nodes.has(target)) {
    problems.push(problem('bpmn.loose-flow', id));
    return [];
  }
  const scope = found.scopes.get(id);
  if (found.scopes.get(source) !== scope || found.scopes.get(target) !== scope) problems.push(problem('bpmn.flow-across-scopes', id));
  const expression = childOf(element, 'conditionExpression');
  const node = found.nodes.get(source);
  return [{
    id, ...given('name', textOf(element, 'name')), source, target,
    ...given('condition', expression && readCondition(expression, id, problems)),
    isDefault: node !== undefined && childOf(node, 'default')?.id === id,
  }];
}

type NodeContext = { id: string; scopeId: string; boundary: readonly string[]; flows: readonly Flow[]; associations: readonly ModdleElement[]; problems: Problem[] };

function readNode(element: ModdleElement, { id, scopeId, boundary, flows, associations, problems }: NodeContext): ProcessNode {
  const type = elementName(element);
  const event = eventKind(element);
  const at = { id, problems };
  return {
    id, ...given('name', textOf(element, 'name')), type, ...given('event', event), behaviour: event === undefined ? type : `${type}/${event}`,
    scopeId, boundary,
    incoming: flows.filter((flow) => flow.target === id).map((flow) => flow.id),
    outgoing: flows.filter((flow) => flow.source === id).map((flow) => flow.id),
    ...given('defaultFlow', childOf(element, 'default')?.id),
    ...(type === 'boundaryEvent' ? { ...given('attachedTo', childOf(element, 'attachedToRef')?.id), interrupting: element.get?.('cancelActivity') !== false } : {}),
    ...(type === 'startEvent' && event !== undefined ? { interrupting: element.get?.('isInterrupting') !== false } : {}),
    isForCompensation: element.get?.('isForCompensation') === true, triggeredByEvent: element.get?.('triggeredByEvent') === true,
    inputs: serviceLike.has(type) && textOf(element, 'tamga:action') !== undefined ? [] : readMapping(element, 'inputParameters', at), outputs: readMapping(element, 'outputParameters', at),
    ...readEvent(element, event, associations, at), ...readActivity(element, type, event, at),
    ...given('status', textOf(element, 'tamga:status')),
  };
}

const serviceLike = new Set(['serviceTask', 'sendTask', 'businessRuleTask']);

/** What belongs to one kind of activity. */
function readActivity(element: ModdleElement, type: string, event: string | undefined, at: { id: string; problems: Problem[] }): Partial<ProcessNode> {
  const userTask = type === 'userTask' ? readUserTask(element, at.id, at.problems) : undefined;
  const multi: MultiInstance | undefined = userTask?.approval.sign ? { sequential: false, times: { from: 'signers' } } : readMulti(element, at);
  const definition = childrenOf(element, 'eventDefinitions')[0];
  const service = serviceLike.has(type) ? element : event === 'message' && (type === 'endEvent' || type === 'intermediateThrowEvent') ? definition : undefined;
  return {
    ...given('multi', multi), ...given('userTask', userTask),
    ...(service ? { serviceTask: readServiceTask(service, element, at.id, at.problems) } : {}),
    ...(type === 'scriptTask' ? given('script', readScript(element, at)) : {}),
    ...(type === 'businessRuleTask' ? given('decision', readDecision(element, at)) : {}),
    ...(type === 'callActivity' ? { call: readCall(element, at) } : {}),
    ...(type === 'receiveTask' ? given('reference', readReference(element, 'message')) : {}),
  };
}

/** What an event waits for or throws. */
function readEvent(element: ModdleElement, event: string | undefined, associations: readonly ModdleElement[], at: { id: string; problems: Problem[] }): Partial<ProcessNode> {
  const definition = childrenOf(element, 'eventDefinitions')[0];
  if (definition === undefined || event === undefined) return {};
  const condition = event === 'conditional' ? childOf(definition, 'condition') : undefined;
  const isBoundary = elementName(element) === 'boundaryEvent';
  return {
    ...(event === 'timer' ? given('timer', readTimer(definition, at.id, at.problems)) : {}),
    ...given('condition', condition && readCondition(condition, at.id, at.problems)),
    ...given('reference', readReference(definition, event)), ...given('catches', readCatches(definition, event)),
    ...(event === 'compensate' ? given('compensates', childOf(definition, 'activityRef')?.id) : {}),
    ...(event === 'compensate' && isBoundary ? given('handler', associations.map((each) => ends(each)).find(({ source }) => source === at.id)?.target) : {}),
  };
}

const ends = (association: ModdleElement): { source: string | undefined; target: string | undefined } =>
  ({ source: childOf(association, 'sourceRef')?.id, target: childOf(association, 'targetRef')?.id });

function eventKind(element: ModdleElement): string | undefined {
  const definitions = [...childrenOf(element, 'eventDefinitions'), ...childrenOf(element, 'eventDefinitionRef')];
  const [definition] = definitions;
  if (definition === undefined) return undefined;
  return definitions.length > 1 ? 'multiple' : elementName(definition).replace(/EventDefinition$/, '');
}

/** What stands beside the processes and has semantics: message flows, choreographies. */
function rootParts(root: ModdleElement): UnsupportedPart[] {
  return childrenOf(root, 'rootElements').flatMap((element) => {
    const type = elementName(element);
    const own = passiveRoots.has(type) ? [] : [{ elementId: element.id ?? '', type }];
    return [...own, ...childrenOf(element, 'messageFlows').map((flow) => ({ elementId: flow.id ?? '', type: 'messageFlow' }))];
  });
}

function drawnIds(root: ModdleElement): Set<string> {
  const planes = childrenOf(root, 'diagrams').flatMap((diagram) => childOf(diagram, 'plane') ?? []);
  return new Set(planes.flatMap((plane) => childrenOf(plane, 'planeElement'))
    .filter((drawing) => childOf(drawing, 'bounds') !== undefined || childrenOf(drawing, 'waypoint').length > 1)
    .flatMap((drawing) => childOf(drawing, 'bpmnElement')?.id ?? []));
}

/** No prototype: an element may be called `constructor`. */
function byId<T extends { readonly id: string }>(items: readonly T[]): Record<string, T> {
  const record: Record<string, T> = Object.create(null);
  for (const item of items) record[item.id] = item;
  return record;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
