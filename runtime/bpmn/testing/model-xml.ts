const namespaces = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
  'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"',
  'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"',
  'xmlns:tamga="https://tamga.dev/schema/bpmn/1.0"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:other="urn:other"',
].join(' ');

/** One line of a test model; `attrs` and `body` are XML. */
export type ModelNode = { readonly id: string; readonly element: string; readonly attrs?: string; readonly body?: string; readonly inside?: Pick<Model, 'nodes' | 'flows'> };

/** `a > b`, `a > b if FEEL`, `a > b default`. */
export type Model = {
  readonly nodes: readonly ModelNode[];
  readonly flows: readonly string[];
  readonly process?: string;
  /** XML beside the process. */
  readonly beside?: string;
  /** XML inside the process. */
  readonly inside?: string;
  readonly drawn?: boolean;
};

type FlowLine = { id: string; source: string; target: string; condition?: string; isDefault: boolean };

/** The BPMN XML of a test model, with a (meaningless) diagram. */
export function modelXml({ nodes, flows, process = '', beside = '', inside = '', drawn = true }: Model): string {
  const content = contentXml({ nodes, flows }, '');
  const diagram = `<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="p">${content.shapes.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
  return `<?xml version="1.0"?><bpmn:definitions ${namespaces} id="definitions" targetNamespace="urn:test">${beside
  }<bpmn:process id="p" isExecutable="true" ${process}>${content.xml}${inside}</bpmn:process>${drawn ? diagram : ''}</bpmn:definitions>`;
}

function contentXml({ nodes, flows: lines }: Pick<Model, 'nodes' | 'flows'>, prefix: string): { xml: string; shapes: string[] } {
  const flows = lines.map((line, index) => readLine(line, index, prefix));
  const inner = new Map(nodes.flatMap((node) => (node.inside ? [[node.id, contentXml(node.inside, `${node.id}-`)] as const] : [])));
  const elements = nodes.map(({ id, element, attrs = '', body = '' }) => {
    const fallback = flows.find((flow) => flow.source === id && flow.isDefault);
    return `<bpmn:${element} id="${id}" ${fallback ? `default="${fallback.id}"` : ''} ${attrs}>${body}${inner.get(id)?.xml ?? ''}</bpmn:${element}>`;
  });
  const sequenceFlows = flows.map(({ id, source, target, condition }) => `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${
    condition === undefined ? '' : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="feel">${condition.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`);
  const shapes = [
    ...nodes.map(({ id }) => `<bpmndi:BPMNShape id="${id}-shape" bpmnElement="${id}"><dc:Bounds x="0" y="0" width="1" height="1"/></bpmndi:BPMNShape>`),
    ...flows.map(({ id }) => `<bpmndi:BPMNEdge id="${id}-edge" bpmnElement="${id}"><di:waypoint x="0" y="0"/><di:waypoint x="1" y="1"/></bpmndi:BPMNEdge>`),
    ...[...inner.values()].flatMap((each) => each.shapes),
  ];
  return { xml: elements.join('') + sequenceFlows.join(''), shapes };
}

function readLine(line: string, index: number, prefix: string): FlowLine {
  const [, source = '', target = '', rest = ''] = /^(\S+) > (\S+)\s*(.*)$/.exec(line) ?? [];
  return { id: `${prefix}f${index}`, source, target, isDefault: rest === 'default', ...(rest.startsWith('if ') ? { condition: rest.slice(3) } : {}) };
}

const element = (name: string, attrs = '', body = '') => (id: string, moreAttrs = '', moreBody = ''): ModelNode =>
  ({ id, element: name, attrs: `${attrs} ${moreAttrs}`, body: body + moreBody });

export const start = element('startEvent');
export const end = element('endEvent');
export const terminate = element('endEvent', '', '<bpmn:terminateEventDefinition/>');
export const service = element('serviceTask', 'camunda:type="external" camunda:topic="topic"');
export const task = element('task');
export const manual = element('manualTask');
export const xor = element('exclusiveGateway');
export const and = element('parallelGateway');

/** A user task with the outcomes named; none: the implicit one. */
export function user(id: string, outcomes: readonly string[] = [], attrs = 'camunda:candidateGroups="app.role"'): ModelNode {
  const list = outcomes.map((name) => `<tamga:outcome name="${name}" label="${name}"/>`).join('');
  return { id, element: 'userTask', attrs, body: list === '' ? '' : `<bpmn:extensionElements><tamga:outcomes>${list}</tamga:outcomes></bpmn:extensionElements>` };
}

/** A timer boundary event; `timer` is e.g. `timeDuration P3D`. */
export function timer(id: string, host: string, text: string, attrs = ''): ModelNode {
  const [property = '', ...words] = text.split(' ');
  const body = `<bpmn:timerEventDefinition><bpmn:${property}>${words.join(' ')}</bpmn:${property}></bpmn:timerEventDefinition>`;
  return { id, element: 'boundaryEvent', attrs: `attachedToRef="${host}" ${attrs}`, body };
}

/** What makes an activity run several times. */
export const multi = (attrs: string, inner = ''): string => `<bpmn:multiInstanceLoopCharacteristics ${attrs}>${inner}</bpmn:multiInstanceLoopCharacteristics>`;
export const times = (text: string): string => `<bpmn:loopCardinality>${text}</bpmn:loopCardinality>`;
export const until = (text: string): string => `<bpmn:completionCondition>${text}</bpmn:completionCondition>`;

/** A sub-process with what is in it. */
export const sub = (id: string, inside: Pick<Model, 'nodes' | 'flows'>, attrs = '', body = ''): ModelNode => ({ id, element: 'subProcess', attrs, body, inside });
export const eventSub = (id: string, inside: Pick<Model, 'nodes' | 'flows'>): ModelNode => sub(id, inside, 'triggeredByEvent="true"');
export const or = element('inclusiveGateway');

const definitions: Readonly<Record<string, (text: string) => string>> = {
  timer: (text) => { const [property = '', ...words] = text.split(' '); return `<bpmn:timerEventDefinition><bpmn:${property}>${words.join(' ')}</bpmn:${property}></bpmn:timerEventDefinition>`; },
  conditional: (text) => `<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression" language="feel">${text}</bpmn:condition></bpmn:conditionalEventDefinition>`,
  compensate: (text) => `<bpmn:compensateEventDefinition ${text === '' ? '' : `activityRef="${text}"`}/>`,
  cancel: () => '<bpmn:cancelEventDefinition/>',
};

/** An event of any place and kind: `event('b', 'boundaryEvent', 'error E1', 'attachedToRef="u"')`. */
export function event(id: string, element: string, text: string, attrs = ''): ModelNode {
  const [kind = '', ...words] = text.split(' ');
  const rest = words.join(' ');
  return { id, element, attrs, body: definitions[kind]?.(rest) ?? `<bpmn:${kind}EventDefinition ${rest === '' ? '' : `${kind}Ref="${kind}-${rest}"`}/>` };
}

/** What events refer to: messages, signals, errors and escalations named A to C. */
export const things = ['A', 'B', 'C'].map((name) => `<bpmn:message id="message-${name}" name="${name}"/><bpmn:signal id="signal-${name}" name="${name}"/><bpmn:error id="error-${name}" errorCode="${name}"/><bpmn:escalation id="escalation-${name}" escalationCode="${name}"/>`).join('');
export const association = (source: string, target: string): string => `<bpmn:association id="a-${source}" sourceRef="${source}" targetRef="${target}"/>`;
