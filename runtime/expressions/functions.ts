import type { FunctionDefinition } from './define-function.ts';
import { dateFunctions } from './functions/date.ts';
import { identityFunctions } from './functions/identity.ts';
import { listFunctions } from './functions/list.ts';
import { numberFunctions } from './functions/number.ts';
import { textFunctions } from './functions/text.ts';
import { valueFunctions } from './functions/value.ts';
import { namedList } from '../registry.ts';
import type { Clock } from './guard.ts';
import type { FeelType } from './types.ts';
import { fromFeel, toFeel } from './values.ts';

/** A function that a plugin adds: it gets and returns plain JSON values. */
export type ExtraFunction = Omit<FunctionDefinition, 'group' | 'result' | 'run'> & { result: FeelType; run(values: unknown[], clock: Clock): unknown };

/** The functions an expression may call, by name. */
export type Functions = ReadonlyMap<string, FunctionDefinition>;

const list = namedList<FunctionDefinition>('FEEL function', [...numberFunctions, ...textFunctions, ...listFunctions, ...dateFunctions, ...valueFunctions, ...identityFunctions]);

let known: Functions | undefined;

/** The functions of the language and those of plugins, by name. */
export function allFunctions(): Functions {
  return known ??= new Map(list.all().map((definition) => [definition.name, definition]));
}

/** Adds the function of a plugin. */
export function addFunction(extra: ExtraFunction): void {
  list.add(fromExtra(extra));
  known = undefined;
}

/** The functions of the language and further ones, for tests; throws when a name is taken. */
export function createFunctions(extra: readonly ExtraFunction[] = []): Functions {
  return new Map(namedList('FEEL function', [...list.all(), ...extra.map(fromExtra)]).all().map((definition) => [definition.name, definition]));
}

function fromExtra(extra: ExtraFunction): FunctionDefinition {
  return {
    ...extra, group: 'plugin',
    run: (values, frame) => toFeel(extra.run(values.map((value) => fromFeel(value, frame)), frame.clock), extra.result, frame),
  };
}
