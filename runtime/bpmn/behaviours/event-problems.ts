import { problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { ProcessNode } from '../process.ts';

/** What an event must name to be understood. */
export function eventProblems(node: ProcessNode): Problem[] {
  if (node.event === 'message' || node.event === 'signal') return node.reference?.name === undefined ? [problem('bpmn.event-name', node.id, { event: node.event })] : [];
  if (node.event === 'conditional') return node.condition === undefined ? [problem('bpmn.empty-expression', node.id)] : [];
  return [];
}
