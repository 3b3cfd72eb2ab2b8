import type { Outcome, UserTaskBinding } from '../../../bpmn/index.ts';
import type { Task } from '../task.ts';

/** What people who were added to a step may say. */
export const signOutcomes: readonly Outcome[] = [
  { name: 'agree', label: '同意', labelEn: 'Agree', opinion: 'optional', requires: [], style: 'primary' },
  { name: 'disagree', label: '不同意', labelEn: 'Disagree', opinion: 'required', requires: [], style: 'danger' },
];

// What approval operations leave behind, beside the outcomes that a process names.
const labels: Record<string, { zh: string; en: string }> = {
  agree: { zh: '同意', en: 'Agree' }, disagree: { zh: '不同意', en: 'Disagree' }, return: { zh: '退回', en: 'Returned' }, recall: { zh: '撤回', en: 'Recalled' },
  withdraw: { zh: '撤销申请', en: 'Withdrawn' }, advice: { zh: '协办意见', en: 'Advice' },
};

/** The ways a task can be finished: those of its step, or those of somebody who was added to it. */
export function outcomesFor({ place }: Pick<Task, 'place'>, binding: UserTaskBinding): readonly Outcome[] {
  return place === null || place === 'seat' ? binding.outcomes : signOutcomes;
}

/** The text of what an operation left behind. */
export function operationLabel(name: string): { zh: string; en: string } | undefined {
  return Object.hasOwn(labels, name) ? labels[name] : undefined;
}
