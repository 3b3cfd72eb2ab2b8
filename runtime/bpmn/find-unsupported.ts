import type { ModdleElement } from 'bpmn-moddle';
import { childOf, childrenOf, elementName } from './moddle-element.ts';
import type { UnsupportedPart } from './process.ts';

const timeNames = ['timeDuration', 'timeDate', 'timeCycle'];

const expressionNames = [...timeNames, 'conditionExpression', 'condition', 'loopCardinality', 'completionCondition', 'loopCharacteristics'];

// Allow-list: a property that is set and not named here has semantics the interpreter doesn't have.
const understood = new Set([
  'id', 'name', 'documentation', 'extensionElements', 'incoming', 'outgoing', 'lanes', 'categoryValueRef',
  'sourceRef', 'targetRef', 'conditionExpression', 'default', 'gatewayDirection',
  'eventDefinitions', 'attachedToRef', 'cancelActivity', 'boundaryEventRefs',
  ...timeNames, 'language', 'body',
  'dataInputAssociations', 'dataOutputAssociations', 'properties',
  'loopCharacteristics', 'isSequential', 'loopCardinality', 'completionCondition', 'isForCompensation', 'triggeredByEvent',
  'isInterrupting', 'messageRef', 'signalRef', 'errorRef', 'escalationRef', 'activityRef', 'waitForCompletion', 'condition',
  'scriptFormat', 'script', 'calledElement', 'method',
  'isExecutable', 'processType', 'isClosed', 'definitionalCollaborationRef', 'flowElements', 'laneSets', 'artifacts',
].map((name) => `bpmn:${name}`).concat([
  'assignee', 'candidateGroups', 'type', 'topic', 'taskPriority', 'initiator', 'collection', 'elementVariable',
  'errorCodeVariable', 'errorMessageVariable', 'escalationCodeVariable', 'decisionRef', 'decisionRefBinding', 'mapDecisionResult', 'calledElementBinding',
  'historyTimeToLive', 'versionTag', 'isStartableInTasklist', 'modelerTemplate', 'modelerTemplateVersion',
].map((name) => `camunda:${name}`)));

const extensions: Readonly<Record<string, readonly string[]>> = {
  'camunda:Properties': [],
  'camunda:InputOutput': ['serviceTask', 'sendTask', 'userTask', 'receiveTask', 'scriptTask', 'businessRuleTask', 'callActivity', 'subProcess', 'transaction', 'intermediateCatchEvent', 'intermediateThrowEvent', 'endEvent'],
  'camunda:In': ['callActivity'],
  'camunda:Out': ['callActivity'],
  'tamga:Outcomes': ['userTask'],
};

// Known, but only here.
const onlyOn: Readonly<Record<string, readonly string[]>> = { 'camunda:resultVariable': ['scriptTask', 'businessRuleTask'] };

// Written by modelers for their own use.
const ignoredPrefixes = /^(modeler|bioc|color|xsi|xml|xmlns)(:|$)/;

/** Everything set on the element that would have to be ignored silently. */
export function findUnsupported(element: ModdleElement, elementId: string): UnsupportedPart[] {
  const inner = [...childrenOf(element, 'eventDefinitions'), ...expressionNames.flatMap((name) => childOf(element, name) ?? [])];
  return [...ownParts(element, elementId), ...inner.flatMap((child) => findUnsupported(child, elementId))];
}

function ownParts(element: ModdleElement, elementId: string): UnsupportedPart[] {
  const type = elementName(element);
  const parts = [
    ...(element.$descriptor?.properties ?? []).filter(({ ns }) => isSet(element, ns.localName)).map(({ ns }) => ns.name)
      .filter((name) => !(understood.has(name) || onlyOn[name]?.includes(type)) && !name.startsWith('tamga:')).map((name) => name.replace(/^bpmn:/, '')),
    ...Object.keys(element.$attrs ?? {}).filter((name) => name.includes(':') && !ignoredPrefixes.test(name)),
    ...extensionParts(element, type), ...loopParts(element),
    ...['dataInputAssociations', 'dataOutputAssociations'].flatMap((name) => childrenOf(element, name))
      .filter((association) => childOf(association, 'transformation') || childrenOf(association, 'assignment').length > 0)
      .map((association) => `${elementName(association)} with a transformation`),
  ];
  return parts.map((part) => ({ elementId, type, part }));
}

/** A loop with a condition is drawn with a gateway here. */
function loopParts(element: ModdleElement): string[] {
  const loop = childOf(element, 'loopCharacteristics');
  return loop === undefined || loop.$type === 'bpmn:MultiInstanceLoopCharacteristics' ? [] : [elementName(loop)];
}

function extensionParts(element: ModdleElement, type: string): string[] {
  const holder = childOf(element, 'extensionElements');
  return (holder ? childrenOf(holder, 'values') : []).flatMap((value) => {
    const hosts = extensions[value.$type];
    if (hosts === undefined) return ignoredPrefixes.test(value.$type) ? [] : [value.$type];
    if (hosts.length > 0 && !hosts.includes(type)) return [value.$type];
    return value.$type === 'camunda:InputOutput' ? mappingParts(value) : [];
  });
}

function mappingParts(mapping: ModdleElement): string[] {
  return [
    ...[...childrenOf(mapping, 'inputParameters'), ...childrenOf(mapping, 'outputParameters')].flatMap((parameter) => childOf(parameter, 'definition')?.$type ?? []),
  ];
}

// Reading a list property makes moddle create it, so an empty one says nothing.
function isSet(element: ModdleElement, name: string): boolean {
  return Object.hasOwn(element, name) && !(Array.isArray(element.get?.(name)) && childrenOf(element, name).length === 0);
}
