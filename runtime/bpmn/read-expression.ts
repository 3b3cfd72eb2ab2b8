import type { ModdleElement } from 'bpmn-moddle';
import { childOf, textOf } from './moddle-element.ts';
import { juelTemplate, juelToFeel } from './juel.ts';
import type { Condition, InputParameter, TimerDefinition } from './process.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import { oneOf } from './read-value.ts';

const isFeel = (language: string) => /^feel$/i.test(language) || /\/DMN\/\d+\/FEEL\/?$/i.test(language);

/** The FEEL condition of a flow: `language="feel"`, or a text that begins with `=`. */
export function readCondition(expression: ModdleElement, flowId: string, problems: Problem[]): Condition | undefined {
  const body = textOf(expression, 'body');
  const language = textOf(expression, 'language');
  if (body === undefined) problems.push(problem('bpmn.empty-expression', flowId));
  else if (language === undefined && isJuel(body)) return readText(body, flowId, problems);
  else if (language !== undefined && !isFeel(language)) problems.push(problem('bpmn.expression-language', flowId, { language }));
  else if (language === undefined && !body.startsWith('=')) problems.push(problem('bpmn.condition-language', flowId));
  else return { language: 'feel', text: withoutEquals(body) };
  return undefined;
}

/** A `camunda:inputParameter`: FEEL when it begins with `=`, else literal text. */
export function readInput(parameter: ModdleElement, elementId: string, problems: Problem[]): InputParameter {
  const text = textOf(parameter, 'value') ?? '';
  const name = textOf(parameter, 'name') ?? '';
  if (!text.startsWith('=') && !/[$#]\{/.test(text)) return { name, language: 'text', text };
  return { name, language: 'feel', text: readText(text, elementId, problems)?.text ?? 'null' };
}

const isJuel = (text: string): boolean => /^[$#]\{/.test(text);

/** A text that is FEEL behind `=`, else JUEL with text around it; a plain text is FEEL when `plain` says so. */
export function readText(text: string, elementId: string, problems: Problem[], plain: 'feel' | 'text' = 'feel'): Condition | undefined {
  if (text.startsWith('=')) return { language: 'feel', text: withoutEquals(text) };
  if (!/[$#]\{/.test(text)) return { language: 'feel', text: plain === 'feel' ? text : JSON.stringify(text) };
  try {
    return { language: 'feel', text: isJuel(text) && text.indexOf('}') === text.length - 1 ? juelToFeel(text.slice(2, -1)) : juelTemplate(text) };
  } catch (error) {
    problems.push(problem('bpmn.juel', elementId, { text, reason: error instanceof Error ? error.message : String(error) }));
    return undefined;
  }
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
  const workingDays = oneOf(textOf(definition, 'tamga:workingDays'), ['true', 'false'], { id: nodeId, name: 'tamga:workingDays', problems }) === 'true';
  if (workingDays && kind !== 'duration') problems.push(problem('bpmn.working-days', nodeId));
  if (language !== undefined && !isFeel(language)) problems.push(problem('bpmn.expression-language', nodeId, { language }));
  if (language !== undefined || text.startsWith('=')) return { kind, language: 'feel', text: withoutEquals(text), workingDays };
  if (isJuel(text)) return { kind, language: 'feel', text: readText(text, nodeId, problems)?.text ?? 'null', workingDays };
  if (!literal[kind].test(text)) problems.push(problem('bpmn.timer-format', nodeId, { kind, text }));
  return { kind, language: 'iso8601', text, workingDays };
}

const withoutEquals = (text: string) => text.replace(/^=/, '').trim();
