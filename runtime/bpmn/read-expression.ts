import type { ModdleElement } from 'bpmn-moddle';
import { childOf, textOf } from './moddle-element.ts';
import type { Condition, InputParameter, TimerDefinition } from './process.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';

const isFeel = (language: string) => /^feel$/i.test(language) || /\/DMN\/\d+\/FEEL\/?$/i.test(language);

/** The FEEL condition of a flow: `language="feel"`, or a text that begins with `=`. */
export function readCondition(expression: ModdleElement, flowId: string, problems: Problem[]): Condition | undefined {
  const body = textOf(expression, 'body');
  const language = textOf(expression, 'language');
  if (body === undefined) problems.push(problem('bpmn.empty-expression', flowId));
  else if (body.startsWith('${') || body.startsWith('#{')) problems.push(problem('bpmn.expression-language', flowId, { language: 'JUEL' }));
  else if (language !== undefined && !isFeel(language)) problems.push(problem('bpmn.expression-language', flowId, { language }));
  else if (language === undefined && !body.startsWith('=')) problems.push(problem('bpmn.condition-language', flowId));
  else return { language: 'feel', text: withoutEquals(body) };
  return undefined;
}

/** A `camunda:inputParameter`: FEEL when it begins with `=`, else literal text. */
export function readInput(parameter: ModdleElement, elementId: string, problems: Problem[]): InputParameter {
  const text = textOf(parameter, 'value') ?? '';
  if (text.startsWith('${') || text.startsWith('#{')) problems.push(problem('bpmn.expression-language', elementId, { language: 'JUEL' }));
  const feel = text.startsWith('=');
  return { name: textOf(parameter, 'name') ?? '', language: feel ? 'feel' : 'text', text: feel ? withoutEquals(text) : text };
}

const period = String.raw`P(?=.)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?)`;
const instant = String.raw`\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?`;
const literal = {
  duration: new RegExp(`^${period}$`),
  date: new RegExp(`^${instant}$`),
  cycle: new RegExp(`^R\\d*/(?:${instant}/)?${period}$`),
};

/** The one of `timeDuration`, `timeDate`, `timeCycle` that the timer has. */
export function readTimer(definition: ModdleElement, nodeId: string, problems: Problem[]): TimerDefinition | undefined {
  const given = ([['duration', 'timeDuration'], ['date', 'timeDate'], ['cycle', 'timeCycle']] as const).flatMap(([kind, property]) => {
    const expression = childOf(definition, property);
    return expression ? [{ kind, text: textOf(expression, 'body') ?? '', language: textOf(expression, 'language') }] : [];
  });
  const [timer] = given;
  if (timer === undefined || given.length > 1) {
    problems.push(problem('bpmn.timer-missing', nodeId));
    return undefined;
  }
  const { kind, text, language } = timer;
  if (language !== undefined && !isFeel(language)) problems.push(problem('bpmn.expression-language', nodeId, { language }));
  if (language !== undefined || text.startsWith('=')) return { kind, language: 'feel', text: withoutEquals(text) };
  if (!literal[kind].test(text)) problems.push(problem('bpmn.timer-format', nodeId, { kind, text }));
  return { kind, language: 'iso8601', text };
}

const withoutEquals = (text: string) => text.replace(/^=/, '').trim();
