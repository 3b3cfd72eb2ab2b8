import type { ModdleElement } from 'bpmn-moddle';
import { given } from './given.ts';
import { childrenOf, commaList, extensionOf, textOf } from './moddle-element.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { Outcome, ServiceTaskBinding, UserTaskBinding } from './process.ts';
import { readApproval } from './read-approval.ts';
import { readInput, readText } from './read-expression.ts';
import { numberIn, oneOf } from './read-value.ts';

// A task that names no outcomes can still be finished.
const complete: Outcome = { name: 'complete', label: '完成', labelEn: 'Complete', opinion: 'optional', requires: [], style: 'primary' };

/** Who does the user task, what it may change and how it can end. */
export function readUserTask(element: ModdleElement, id: string, problems: Problem[]): UserTaskBinding {
  const assigneeText = textOf(element, 'camunda:assignee');
  const assignee = assigneeText !== undefined && /^(\$\{\s*starter\s*\}|=\s*starter)$/.test(assigneeText) ? 'starter' as const : undefined;
  const assigneeExpression = assigneeText === undefined || assignee !== undefined ? undefined : readText(assigneeText, id, problems, 'text');
  const candidateRoles = commaList(textOf(element, 'camunda:candidateGroups'));
  for (const text of candidateRoles) if (!/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(text)) problems.push(problem('bpmn.role-name', id, { text }));
  const notApplicant = oneOf(textOf(element, 'tamga:notApplicant'), ['true', 'false'], { id, name: 'tamga:notApplicant', problems });
  const outcomes = childrenOf(extensionOf(element, 'tamga:Outcomes') ?? element, 'outcomes').map((outcome) => readOutcome(outcome, id, problems));
  return {
    ...given('title', textOf(element, 'tamga:title')),
    ...given('assignee', assignee), ...given('assigneeExpression', assigneeExpression),
    ...given('scope', textOf(element, 'tamga:scope')),
    ...given('form', textOf(element, 'tamga:form')),
    candidateRoles,
    edits: commaList(textOf(element, 'tamga:edits')),
    outcomes: outcomes.length === 0 ? [complete] : outcomes,
    notApplicant: notApplicant === undefined ? candidateRoles.length > 0 : notApplicant === 'true',
    approval: readApproval(element, { id, problems, hasRoles: candidateRoles.length > 0, outcomes: outcomes.map(({ name }) => name) }),
  };
}

/** The topic of a service and what it is given; a message event keeps these at its definition. */
export function readServiceTask(holder: ModdleElement, element: ModdleElement, id: string, problems: Problem[]): ServiceTaskBinding {
  const type = textOf(holder, 'camunda:type');
  const parameters = extensionOf(element, 'camunda:InputOutput');
  return {
    ...given('topic', type === 'external' ? textOf(holder, 'camunda:topic') : undefined),
    ...given('action', textOf(element, 'tamga:action')),
    ...given('message', textOf(element, 'tamga:message')),
    repeatable: oneOf(textOf(element, 'tamga:repeatable'), ['true', 'false'], { id, name: 'tamga:repeatable', problems }) === 'true',
    priority: numberIn(textOf(holder, 'camunda:taskPriority'), { from: 0, to: 1_000_000_000, whole: true }, { id, name: 'camunda:taskPriority', problems }) ?? 0,
    inputs: (parameters ? childrenOf(parameters, 'inputParameters') : []).map((parameter) => readInput(parameter, id, problems)),
  };
}

function readOutcome(element: ModdleElement, id: string, problems: Problem[]): Outcome {
  const name = textOf(element, 'name') ?? '';
  const label = textOf(element, 'label') ?? '';
  if (!/^[a-z][a-zA-Z0-9-]*$/.test(name) || label === '') problems.push(problem('bpmn.outcome-incomplete', id));
  return {
    name, label,
    ...given('labelEn', textOf(element, 'labelEn')),
    opinion: oneOf(textOf(element, 'opinion'), ['required', 'optional', 'none'], { id, name: 'opinion', problems }) ?? 'optional',
    requires: commaList(textOf(element, 'requires')),
    style: oneOf(textOf(element, 'style'), ['primary', 'danger', 'default'], { id, name: 'style', problems }) ?? 'default',
  };
}
