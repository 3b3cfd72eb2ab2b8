import type { Behaviour } from '../behaviour.ts';
import { leave } from '../leave.ts';
import { problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { Process, ProcessNode } from '../process.ts';
import { eventProblems } from './event-problems.ts';

// Only activities that wait have time for something to happen.
const waits = ['userTask', 'serviceTask', 'sendTask', 'receiveTask', 'businessRuleTask', 'subProcess', 'transaction', 'callActivity'];
const hosts: Readonly<Record<string, readonly string[]>> = {
  compensate: [...waits, 'scriptTask', 'task', 'manualTask'], cancel: ['transaction'],
  escalation: ['subProcess', 'transaction', 'callActivity'],
};

const check = (event: string) => (node: ProcessNode, process: Process): Problem[] => {
  const host = node.attachedTo === undefined ? undefined : process.nodes[node.attachedTo];
  const problems = eventProblems(node);
  if (host === undefined || !(hosts[event] ?? waits).includes(host.type) || host.triggeredByEvent) problems.push(problem('bpmn.boundary-host', node.id, { event }));
  if (node.incoming.length > 0) problems.push(problem('bpmn.boundary-incoming', node.id));
  if (event === 'error' && node.interrupting === false) problems.push(problem('bpmn.error-not-interrupting', node.id));
  if (event === 'compensate') {
    const handler = process.nodes[node.handler ?? ''];
    if (!handler?.isForCompensation || handler.scopeId !== node.scopeId) problems.push(problem('bpmn.compensation-handler', node.id));
    if (node.outgoing.length > 0) problems.push(problem('bpmn.compensation-flow', node.id));
  }
  return problems;
};

/** Events on the edge of an activity: a token stands on one only after it has happened. */
export const boundaryEvents: readonly Behaviour[] = ['timer', 'message', 'signal', 'conditional', 'error', 'escalation', 'compensate', 'cancel']
  .map((event): Behaviour => ({ of: `boundaryEvent/${event}`, check: check(event), enter: (run, token) => leave(run, token) }));
