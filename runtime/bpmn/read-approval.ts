import type { ModdleElement } from 'bpmn-moddle';
import { given } from './given.ts';
import { commaList, textOf } from './moddle-element.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import { instanceOperations, taskOperations } from './process.ts';
import type { Approval, InstanceBinding, Sign, TaskOperation } from './process.ts';
import { numberIn, oneOf, someOf } from './read-value.ts';

interface StepPlace { id: string; problems: Problem[]; hasRoles: boolean; outcomes: readonly string[] }

/** How a step is worked on besides being finished: who else may come in, how several decide, how long it may take. */
export function readApproval(element: ModdleElement, { id, problems, hasRoles, outcomes }: StepPlace): Approval {
  const at = (name: string) => ({ id, name: `tamga:${name}`, problems });
  const operations = textOf(element, 'tamga:operations');
  const workdays = numberIn(textOf(element, 'tamga:workdays'), { from: 1, to: 250, whole: true }, at('workdays'));
  const warnWorkdays = numberIn(textOf(element, 'tamga:warnWorkdays'), { from: 1, to: 250, whole: true }, at('warnWorkdays'));
  if (warnWorkdays !== undefined && (workdays === undefined || warnWorkdays >= workdays)) problems.push(problem('bpmn.warn-after-due', id));
  const escalateTo = commaList(textOf(element, 'tamga:escalateTo'));
  if (escalateTo.length > 0 && workdays === undefined) problems.push(problem('bpmn.escalate-without-due', id));
  for (const text of escalateTo) if (!/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(text)) problems.push(problem('bpmn.role-name', id, { text }));
  return {
    operations: operations === undefined ? usual(hasRoles, outcomes) : someOf(commaList(operations), taskOperations, at('operations')),
    ...given('sign', readSign(element, { id, problems, hasRoles, outcomes })),
    resubmit: oneOf(textOf(element, 'tamga:resubmit'), ['again', 'returner'], at('resubmit')) ?? 'again',
    ...given('workdays', workdays), ...given('warnWorkdays', warnWorkdays), escalateTo,
  };
}

/** What may happen to an instance of the process as a whole. */
export function readInstance(element: ModdleElement, id: string, problems: Problem[]): InstanceBinding {
  const operations = textOf(element, 'tamga:operations');
  return {
    operations: operations === undefined ? instanceOperations : someOf(commaList(operations), instanceOperations, { id, name: 'tamga:operations', problems }),
    ...given('withdrawStatus', textOf(element, 'tamga:withdrawStatus')),
    ...given('withdrawAction', textOf(element, 'tamga:withdrawAction')),
  };
}

// A step that has its own way back needs no second one beside it.
function usual(hasRoles: boolean, outcomes: readonly string[]): TaskOperation[] {
  if (!hasRoles) return ['copy', 'recall'];
  return taskOperations.filter((name) => name !== 'return' || !outcomes.includes('return'));
}

function readSign(element: ModdleElement, { id, problems, hasRoles, outcomes }: StepPlace): Sign | undefined {
  const at = (name: string) => ({ id, name: `tamga:${name}`, problems });
  const mode = oneOf(textOf(element, 'tamga:sign'), ['all', 'any', 'vote'], at('sign'));
  const signers = textOf(element, 'tamga:signers');
  const pass = numberIn(textOf(element, 'tamga:pass'), { from: 0, to: 1 }, at('pass'));
  const veto = oneOf(textOf(element, 'tamga:veto'), ['true', 'false'], at('veto'));
  if (mode === undefined) {
    if ([signers, pass, veto].some((value) => value !== undefined)) problems.push(problem('bpmn.sign-missing', id));
    return undefined;
  }
  if (!hasRoles) problems.push(problem('bpmn.sign-without-roles', id));
  if (outcomes.length < 2) problems.push(problem('bpmn.sign-outcomes', id));
  const field = /^field:([a-z][A-Za-z0-9]*)$/.exec(signers ?? '')?.[1];
  return {
    mode, signers: field === undefined ? oneOf(signers, ['roles', 'chosen'], { id, name: 'tamga:signers', problems }) ?? 'roles' : { field },
    ...given('pass', pass), veto: veto === undefined ? mode === 'all' : veto === 'true',
  };
}
