import type { Process } from './process.ts';

/** A FEEL text of the process and what its value has to be. */
export type ProcessExpression = { readonly elementId: string; readonly text: string; readonly expects: 'boolean' | 'duration' | 'any' };

/** Every FEEL text of the process with its place, for the linker's type check. */
export function expressionsOf(process: Process): ProcessExpression[] {
  const conditions = Object.values(process.flows).flatMap(({ id, condition }): ProcessExpression[] =>
    (condition === undefined ? [] : [{ elementId: id, text: condition.text, expects: 'boolean' }]));
  const inNodes = Object.values(process.nodes).flatMap(({ id, timer, serviceTask }): ProcessExpression[] => [
    ...(timer?.language === 'feel' ? [{ elementId: id, text: timer.text, expects: timer.kind === 'duration' ? 'duration' as const : 'any' as const }] : []),
    ...(serviceTask?.inputs ?? []).filter(({ language }) => language === 'feel').map(({ text }) => ({ elementId: id, text, expects: 'any' as const })),
  ]);
  return [...conditions, ...inNodes];
}
