import type { ScenarioStep } from './world.ts';

const onTask = ['transfer', 'delegate', 'resolve', 'takeBack', 'addSign', 'removeSign', 'return'] as const;
const onInstance = ['recall', 'urge', 'cancel', 'copy'] as const;
const verbs = ['bulk', 'create', 'update', 'delete', 'get', 'submit', 'move', 'merge', 'restore', 'undelete', 'act', 'claim', 'unclaim', 'complete', ...onTask, ...onInstance, 'batch', 'download', 'searchEverywhere', 'export', 'import', 'print', 'report', 'call', 'run', 'clock', 'login', 'portal', 'together', 'expect'] as const;

/** A step in a few words, such as `clerk: complete review of $report`. */
export function describeStep(step: ScenarioStep): string {
  const who = 'as' in step && step.as ? `${step.as}: ` : '';
  return `${who}${verbOf(step)} ${whatOf(step)}`.trimEnd();
}

function whatOf(step: ScenarioStep): string {
  if ('complete' in step) return `${step.complete.task ?? 'the task'} of ${textOf(step.complete.of)} with ${step.complete.outcome}`;
  if ('claim' in step) return `${step.claim.task ?? 'the task'} of ${textOf(step.claim.of)}`;
  if ('unclaim' in step) return `${step.unclaim.task ?? 'the task'} of ${textOf(step.unclaim.of)}`;
  if ('act' in step) return `${step.act} on ${step.on === undefined ? step.list ?? '' : textOf(step.on)}`;
  if ('print' in step) return `${step.print} of ${textOf(step.of)}`;
  if ('call' in step) return `${step.call.method ?? 'GET'} ${step.call.path}`;
  if ('login' in step) return step.login.username;
  if ('run' in step) return `job ${step.name}`;
  if ('together' in step) return step.together.map(describeStep).join(' | ');
  if ('expect' in step) return `${step.expect} ${'entity' in step && step.entity ? step.entity : ''}${'of' in step ? ` of ${textOf(step.of)}` : ''}`.trimEnd();
  const what = (step as unknown as Record<string, unknown>)[verbOf(step)];
  if ([...onTask, ...onInstance].some((verb) => verb in step)) return describeTask(what as { of: unknown; task?: string });
  return textOf((step as unknown as Record<string, unknown>)[verbOf(step)]);
}

function describeTask({ of, task }: { of: unknown; task?: string }): string {
  return `${task === undefined ? '' : `${task} of `}${textOf(of)}`;
}

function verbOf(step: ScenarioStep): string {
  return verbs.find((verb) => verb in step) ?? 'step';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? '';
}
