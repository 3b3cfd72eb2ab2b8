import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Scenario } from '../../../schemas/generated/types.ts';
import type { DefinitionProblem } from '../../model/source.ts';
import { scenarioVerbs, verbsOf } from './describe-step.ts';
import { isObject } from './records-api.ts';

/** A scenario, or every problem of its file. */
export interface ParsedScenario { scenario?: Scenario; problems: DefinitionProblem[] }

interface Validators { whole: ValidateFunction; step: (name: string) => ValidateFunction }

const stepNames: Record<string, string> = {
  create: 'Create', update: 'Update', delete: 'Delete', get: 'Get', submit: 'Submit', act: 'Act', claim: 'Claim', unclaim: 'Unclaim', complete: 'Complete',
  export: 'Export', report: 'Report', call: 'Call', run: 'Run', clock: 'Clock', login: 'Login', together: 'Together',
};
const expectNames: Record<string, string> = { records: 'ExpectRecords', tasks: 'ExpectTasks', messages: 'ExpectMessages', history: 'ExpectHistory', instance: 'ExpectInstance' };

const schemas = new URL('../../../schemas/', import.meta.url);
let validators: Validators | undefined;

/** Reads a scenario; every problem is told with its place. */
export function parseScenario(file: string, text: string): ParsedScenario {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { problems: [{ file, pointer: '', code: 'definition.unreadable', message: `not JSON: ${(error as Error).message}` }] };
  }
  validators ??= compileValidators();
  const steps = isObject(data) && Array.isArray(data.steps) ? data.steps : [];
  // Steps are told apart by their verb first: the errors of one `oneOf` branch are of use, those of twenty are not.
  const outside = errorsOf(validators.whole, data);
  const problems = [
    ...outside.map((error) => problemOf(file, '', error)),
    ...steps.flatMap((step, at) => stepProblems(validators!, file, `/steps/${at}`, step)),
  ];
  return problems.length ? { problems } : { scenario: data as Scenario, problems };
}

function stepProblems(using: Validators, file: string, pointer: string, step: unknown): DefinitionProblem[] {
  const complain = (code: string, message: string, at = ''): DefinitionProblem[] => [{ file, pointer: `${pointer}${at}`, code, message }];
  if (!isObject(step)) return complain('definition.invalid', 'a step is an object');
  const named = verbsOf(step);
  if (named.length === 0) return complain('scenario.no-verb', `no verb among ${Object.keys(step).join(', ') || 'nothing'}; the verbs are ${scenarioVerbs.join(', ')}`);
  // `report`, `run` and the like are verbs only by themselves; `expect` and `call` may not stand beside them either.
  if (named.length > 1) return complain('scenario.several-verbs', `one verb a step, not ${named.join(' and ')}`);
  const [verb] = named as [string];
  const name = verb === 'expect' ? expectNames[String(step.expect)] : stepNames[verb];
  if (!name) return complain('definition.invalid', `expect is one of ${Object.keys(expectNames).join(', ')}`, '/expect');
  if (verb === 'together' && Array.isArray(step.together)) {
    const { together, ...rest } = step;
    const shell = errorsOf(using.step('Together'), { ...rest, together: [{ clock: '+0d' }, { clock: '+0d' }] });
    return [
      ...together.length < 2 ? complain('definition.invalid', 'at least two steps together', '/together') : [],
      ...shell.map((error) => problemOf(file, pointer, error)),
      ...together.flatMap((each, at) => stepProblems(using, file, `${pointer}/together/${at}`, each)),
    ];
  }
  return errorsOf(using.step(name), step).map((error) => problemOf(file, pointer, error));
}

function errorsOf(validate: ValidateFunction, data: unknown): ErrorObject[] {
  return validate(data) ? [] : validate.errors ?? [];
}

function problemOf(file: string, pointer: string, error: ErrorObject): DefinitionProblem {
  const { additionalProperty, allowedValues, allowedValue } = error.params as { additionalProperty?: string; allowedValues?: unknown[]; allowedValue?: unknown };
  const at = additionalProperty === undefined ? error.instancePath : `${error.instancePath}/${additionalProperty}`;
  const message = additionalProperty !== undefined ? `unknown property "${additionalProperty}"`
    : allowedValues ? `${error.message}: ${allowedValues.join(', ')}` : allowedValue !== undefined ? `${error.message}: ${String(allowedValue)}` : error.message ?? error.keyword;
  return { file, pointer: `${pointer}${at}`, code: additionalProperty === undefined ? 'definition.invalid' : 'definition.unknown-property', message };
}

/** Each verb is compiled when it is first met; the whole file without its steps. */
function compileValidators(): Validators {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const [parts, scenario] = ['parts', 'scenario'].map((name) => JSON.parse(readFileSync(new URL(`${name}.schema.json`, schemas), 'utf8')) as ScenarioSchema);
  ajv.addSchema([parts!, scenario!]);
  const { steps, ...properties } = scenario!.properties;
  const whole = ajv.compile({ ...scenario, $id: new URL('scenario-without-steps', scenario!.$id).href, properties: { ...properties, steps: { ...steps, items: {} } } });
  return { whole, step: (name) => ajv.getSchema(`${scenario!.$id}#/$defs/Scenario${name}Step`)! };
}

interface ScenarioSchema { $id: string; properties: Record<string, object> }
