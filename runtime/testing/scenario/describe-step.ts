import type { ScenarioStep } from './world.ts';

const verbs = ['create', 'update', 'delete', 'get', 'submit', 'act', 'claim', 'unclaim', 'complete', 'export', 'report', 'call', 'run', 'clock', 'login', 'together', 'expect'] as const;
export type ScenarioVerb = (typeof verbs)[number];

/** The verbs of scenario steps. */
export const scenarioVerbs: readonly string[] = verbs;

/** The verbs a step names; a right step names one. */
export function verbsOf(step: object): ScenarioVerb[] {
  return verbs.filter((verb) => verb in step);
}

/** A step in a few words, such as `clerk: complete review of $report`. */
export function describeStep(step: ScenarioStep): string {
  const [verb] = verbsOf(step);
  const who = 'as' in step && step.as ? `${step.as}: ` : '';
  return `${who}${verb ?? 'step'} ${whatOf(step)}`.trimEnd();
}

function whatOf(step: ScenarioStep): string {
  if ('complete' in step) return `${step.complete.task ?? 'the task'} of ${textOf(step.complete.of)} with ${step.complete.outcome}`;
  if ('claim' in step) return `${step.claim.task ?? 'the task'} of ${textOf(step.claim.of)}`;
  if ('unclaim' in step) return `${step.unclaim.task ?? 'the task'} of ${textOf(step.unclaim.of)}`;
  if ('act' in step) return `${step.act} on ${step.on === undefined ? step.list ?? '' : textOf(step.on)}`;
  if ('call' in step) return `${step.call.method ?? 'GET'} ${step.call.path}`;
  if ('login' in step) return step.login.username;
  if ('run' in step) return `job ${step.name}`;
  if ('together' in step) return step.together.map(describeStep).join(' | ');
  if ('expect' in step) return `${step.expect} ${'entity' in step && step.entity ? step.entity : ''}${'of' in step ? ` of ${textOf(step.of)}` : ''}`.trimEnd();
  const [verb] = verbsOf(step);
  return verb ? textOf((step as unknown as Record<string, unknown>)[verb]) : '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
