import type { FunctionDefinition } from './define-function.ts';
import { dateFunctions } from './functions/date.ts';
import { identityFunctions } from './functions/identity.ts';
import { listFunctions } from './functions/list.ts';
import { numberFunctions } from './functions/number.ts';
import { textFunctions } from './functions/text.ts';
import { valueFunctions } from './functions/value.ts';
import type { Clock } from './guard.ts';
import type { FeelType } from './types.ts';
import { fromFeel, toFeel } from './values.ts';

/** A function that a plugin adds: it gets and returns plain JSON values. */
export type ExtraFunction = Omit<FunctionDefinition, 'group' | 'result' | 'run'> & { result: FeelType; run(values: unknown[], clock: Clock): unknown };

/** The functions an expression may call, by name. */
export type Functions = ReadonlyMap<string, FunctionDefinition>;

/** The functions of the language and those of plugins, by name; throws when a name is taken. */
export function createFunctions(extra: readonly ExtraFunction[] = []): Functions {
  const own = [...numberFunctions, ...textFunctions, ...listFunctions, ...dateFunctions, ...valueFunctions, ...identityFunctions];
  const all = new Map<string, FunctionDefinition>();
  for (const definition of [...own, ...extra.map(fromExtra)]) {
    if (all.has(definition.name)) throw new Error(`The function "${definition.name}" is defined twice`);
    all.set(definition.name, definition);
  }
  return all;
}

function fromExtra(extra: ExtraFunction): FunctionDefinition {
  return {
    ...extra, group: 'plugin',
    run: (values, frame) => toFeel(extra.run(values.map((value) => fromFeel(value, frame)), frame.clock), extra.result, frame),
  };
}
