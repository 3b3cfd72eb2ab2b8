import type { ClientField } from '../../model/client-types.ts';
import { findCodes } from './code-labels.ts';
import { findAmong } from './combobox.tsx';
import type { Choice } from './combobox.tsx';

type Find = (text: string, parent: Choice | null) => Choice[] | Promise<Choice[]>;

/** Do codes of the field lie beneath others? Maintained ones may. */
export function hasLevels(field: ClientField): boolean {
  return field.dictionary !== undefined || field.options?.some((option) => option.parent !== undefined) === true;
}

/** The choices of a field for a text, or one level of them; what is no longer offered is left out unless it is `kept`. */
export function choicesIn(field: ClientField, kept: string | null): Find {
  const { dictionary } = field;
  if (dictionary !== undefined) return async (text, parent) => (await findCodes(dictionary, text, parent?.id ?? '')).map(({ code, label }) => ({ id: code, title: label, hint: code }));
  const options = (field.options ?? []).filter((option) => option.disabled !== true || option.value === kept);
  const parents = new Set(options.map((option) => option.parent));
  const labelOf = (code: string | undefined): string | undefined => options.find((option) => option.value === code)?.label;
  const choiceOf = (option: (typeof options)[number], hint?: string): Choice => ({ id: option.value, title: option.label, ...(hint === undefined ? {} : { hint }), ...(field.leavesOnly === true && parents.has(option.value) ? { disabled: true } : {}) });
  if (!hasLevels(field)) return findAmong(options.map((option) => choiceOf(option)));
  const all = findAmong(options.map((option) => choiceOf(option, labelOf(option.parent))));
  return (text, parent) => (text.trim() === '' ? options.filter((option) => option.parent === parent?.id).map((option) => choiceOf(option)) : all(text));
}
