import type { Condition, InputParameter, Process, ProcessNode } from './process.ts';

/** A FEEL text of the process and what its value has to be. */
export type ProcessExpression = { readonly elementId: string; readonly text: string; readonly expects: 'boolean' | 'duration' | 'list' | 'number' | 'any' };

/** Every FEEL text of the process with its place, for the linker's type check. */
export function expressionsOf(process: Process): ProcessExpression[] {
  const conditions = Object.values(process.flows).flatMap(({ id, condition }) => expect(id, condition, 'boolean'));
  return [...conditions, ...Object.values(process.nodes).flatMap(inNode)];
}

function inNode({ id, timer, serviceTask, inputs, outputs, multi, condition, script, call, userTask }: ProcessNode): ProcessExpression[] {
  const parameters = new Set<InputParameter>([...serviceTask?.inputs ?? [], ...inputs, ...outputs]);
  return [
    ...(timer?.language === 'feel' ? [{ elementId: id, text: timer.text, expects: timer.kind === 'duration' ? 'duration' as const : 'any' as const }] : []),
    ...[...parameters].filter(({ language }) => language === 'feel').map(({ text }) => ({ elementId: id, text, expects: 'any' as const })),
    ...(multi && multi.times.from !== 'signers' ? expect(id, multi.times.condition, multi.times.from === 'collection' ? 'list' : 'number') : []),
    ...expect(id, multi?.completion, 'boolean'), ...expect(id, condition, 'boolean'),
    ...(script ? [{ elementId: id, text: script.text, expects: 'any' as const }] : []),
    ...(call?.in ?? []).flatMap(({ source }) => expect(id, source, 'any')),
    ...expect(id, userTask?.assigneeExpression, 'any'),
  ];
}

function expect(elementId: string, condition: Condition | undefined, expects: ProcessExpression['expects']): ProcessExpression[] {
  return condition === undefined ? [] : [{ elementId, text: condition.text, expects }];
}

// What a multi-instance activity and its items bring along.
const always = ['loopCounter', 'nrOfInstances', 'nrOfCompletedInstances', 'nrOfActiveInstances', 'votes', 'item'];

/** Names of variables that the process sets itself or says to get from outside. */
export function variablesOf(process: Process): string[] {
  const inNodes = Object.values(process.nodes).flatMap(({ inputs, outputs, multi, script, decision, call, catches }) => [
    ...inputs.map(({ name }) => name), ...outputs.map(({ name }) => name), multi?.elementVariable, script?.resultVariable, decision?.resultVariable,
    ...(call?.out ?? []).map(({ target }) => target), catches?.codeVariable, catches?.messageVariable,
  ]);
  return [...new Set([...always, ...process.variables, ...inNodes.flatMap((name) => name ?? [])])];
}
