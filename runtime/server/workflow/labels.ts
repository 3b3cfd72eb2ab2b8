import type { Process } from '../../bpmn/index.ts';
import { operationLabel } from './approval/sign-outcomes.ts';
import type { Model, Text } from '../../model/model.ts';
import type { Locale } from '../../problems.ts';

/** A text in the reader's language. */
export function textIn(text: Text, locale: Locale): string {
  return locale === 'en' ? text.en : text.zh;
}

export function entityLabel(model: Model, key: string): Text {
  return model.entities.get(key)?.label ?? { zh: key, en: key };
}

/** The button that was pressed. */
export function outcomeLabel(process: Process, nodeId: string, name: string, locale: Locale): string {
  const outcome = process.nodes[nodeId]?.userTask?.outcomes.find((candidate) => candidate.name === name);
  const operation = outcome ? undefined : operationLabel(name);
  return (locale === 'en' ? outcome?.labelEn ?? operation?.en : undefined) ?? outcome?.label ?? operation?.zh ?? name;
}

/** The end that was reached. */
export function finishedLabel(process: Process, endId: string, locale: Locale): string {
  return process.nodes[endId]?.name ?? (locale === 'en' ? 'Ended' : '已结束');
}

/** The roles that may do a task, as people read them. */
export function roleLabels(model: Model, roles: readonly string[], locale: Locale): string {
  return roles.map((role) => { const label = model.roles.get(role)?.label; return label ? textIn(label, locale) : role; }).join(locale === 'en' ? ', ' : '、');
}
