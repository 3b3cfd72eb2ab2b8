import type { ModdleElement } from 'bpmn-moddle';
import { given } from './given.ts';
import { childOf, childrenOf, elementName, extensionOf, textOf } from './moddle-element.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { CallBinding, Condition, DecisionBinding, EventReference, MultiInstance, ProcessNode, ScriptBinding, VariableMapping } from './process.ts';
import { readInput, readText } from './read-expression.ts';
import { oneOf } from './read-value.ts';

type Place = { readonly id: string; readonly problems: Problem[] };

/** How often an activity runs. */
export function readMulti(element: ModdleElement, { id, problems }: Place): MultiInstance | undefined {
  const loop = childOf(element, 'loopCharacteristics');
  if (loop === undefined || elementName(loop) !== 'multiInstanceLoopCharacteristics') return undefined;
  const text = (name: string): Condition | undefined => {
    const child = childOf(loop, name);
    const body = child && textOf(child, 'body');
    return body === undefined ? undefined : readText(body, id, problems);
  };
  const collection = textOf(loop, 'camunda:collection');
  const cardinality = text('loopCardinality');
  const completion = text('completionCondition');
  const from = collection === undefined ? cardinality : readText(collection, id, problems);
  if (from === undefined || (collection !== undefined && cardinality !== undefined)) {
    problems.push(problem('bpmn.multi-instance', id));
    return undefined;
  }
  return {
    sequential: loop.get?.('isSequential') === true,
    times: { from: collection === undefined ? 'cardinality' : 'collection', condition: from },
    ...given('elementVariable', textOf(loop, 'camunda:elementVariable')), ...given('completion', completion),
  };
}

/** Variables set on entering (`input`) or leaving (`output`). */
export function readMapping(element: ModdleElement, which: 'inputParameters' | 'outputParameters', { id, problems }: Place): ProcessNode['inputs'] {
  const mapping = extensionOf(element, 'camunda:InputOutput');
  return (mapping ? childrenOf(mapping, which) : []).map((parameter) => readInput(parameter, id, problems));
}

export function readScript(element: ModdleElement, { id, problems }: Place): ScriptBinding | undefined {
  const format = textOf(element, 'scriptFormat');
  const text = textOf(element, 'script');
  const resultVariable = textOf(element, 'camunda:resultVariable');
  if (format !== undefined && !/^feel$/i.test(format)) problems.push(problem('bpmn.expression-language', id, { language: format }));
  return text === undefined || resultVariable === undefined ? undefined : { text: text.replace(/^=/, '').trim(), resultVariable };
}

export function readDecision(element: ModdleElement, { id, problems }: Place): DecisionBinding | undefined {
  const decision = textOf(element, 'camunda:decisionRef');
  if (decision === undefined) return undefined;
  oneOf(textOf(element, 'camunda:decisionRefBinding'), ['latest'], { id, name: 'camunda:decisionRefBinding', problems });
  const mapResult = oneOf(textOf(element, 'camunda:mapDecisionResult'), ['singleEntry', 'singleResult', 'collectEntries', 'resultList'], { id, name: 'camunda:mapDecisionResult', problems });
  return { decision, resultVariable: textOf(element, 'camunda:resultVariable') ?? 'decisionResult', mapResult: mapResult ?? 'resultList' };
}

export function readCall(element: ModdleElement, { id, problems }: Place): CallBinding {
  const calledElement = textOf(element, 'calledElement') ?? '';
  if (/[$#]\{|^=/.test(calledElement)) problems.push(problem('bpmn.called-element', id));
  oneOf(textOf(element, 'camunda:calledElementBinding'), ['latest'], { id, name: 'camunda:calledElementBinding', problems });
  const extensions = childOf(element, 'extensionElements');
  const of = (type: string): ModdleElement[] => (extensions ? childrenOf(extensions, 'values') : []).filter((value) => value.$type === type);
  const ins = of('camunda:In');
  return {
    calledElement, businessKey: ins.some((mapping) => textOf(mapping, 'businessKey') !== undefined),
    in: ins.filter((mapping) => textOf(mapping, 'businessKey') === undefined).map((mapping) => readVariableMapping(mapping, id, problems)),
    out: of('camunda:Out').map((mapping) => readVariableMapping(mapping, id, problems)),
  };
}

function readVariableMapping(mapping: ModdleElement, id: string, problems: Problem[]): VariableMapping {
  if (textOf(mapping, 'variables') === 'all') return {};
  const expression = textOf(mapping, 'sourceExpression');
  const source: Condition | undefined = expression === undefined ? { language: 'feel', text: textOf(mapping, 'source') ?? '' } : readText(expression, id, problems);
  const target = textOf(mapping, 'target');
  if (target === undefined || source === undefined || source.text === '') problems.push(problem('bpmn.variable-mapping', id));
  return { source: source ?? { language: 'feel', text: 'null' }, ...given('target', target) };
}

const references = { message: 'messageRef', signal: 'signalRef', error: 'errorRef', escalation: 'escalationRef' } as const;

/** The message, signal, error or escalation an event or receive task names. */
export function readReference(holder: ModdleElement, kind: string | undefined): EventReference | undefined {
  const property = kind === undefined ? undefined : references[kind as keyof typeof references];
  const referred = property === undefined ? undefined : childOf(holder, property);
  if (referred?.id === undefined) return undefined;
  return { id: referred.id, ...given('name', textOf(referred, 'name')), ...given('code', textOf(referred, kind === 'escalation' ? 'escalationCode' : 'errorCode')) };
}

/** Variables that get what was caught. */
export function readCatches(definition: ModdleElement, kind: string): ProcessNode['catches'] | undefined {
  if (kind !== 'error' && kind !== 'escalation') return undefined;
  const codeVariable = textOf(definition, kind === 'error' ? 'camunda:errorCodeVariable' : 'camunda:escalationCodeVariable');
  const messageVariable = kind === 'error' ? textOf(definition, 'camunda:errorMessageVariable') : undefined;
  return codeVariable === undefined && messageVariable === undefined ? undefined : { ...given('codeVariable', codeVariable), ...given('messageVariable', messageVariable) };
}
