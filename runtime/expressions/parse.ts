import { check } from './check/index.ts';
import { compile, type Compiled } from './compile.ts';
import { allFunctions, type Functions } from './functions.ts';
import { newMemory, type Clock, type Frame } from './guard.ts';
import type { ExpressionProblem } from './problems.ts';
import { parseTree } from './syntax.ts';
import type { FeelType } from './types.ts';
import { fromFeel, toFeel, type UsedParts } from './values.ts';

/** A checked expression, ready to be evaluated again and again. */
export type Expression = {
  text: string;
  type: FeelType;
  /** The variables it reads. */
  names: string[];
  /** The paths it reads, variable first, also inside filters and loops: what a server has to fetch. */
  paths: string[][];
  /** The result as plain JSON; null for values that do not fit; throws `ExpressionError` only when a guard stops it. */
  evaluate(values: Record<string, unknown>, clock: Clock): unknown;
};

/** What an expression may use and must result in; `functions` are those of the language and of plugins unless given. */
export type ExpressionScope = { variables: Record<string, FeelType>; expect?: FeelType; functions?: Functions };

/** Parse and check a FEEL expression; there is an expression only when there are no problems. */
export function parse(text: string, scope: ExpressionScope): { expression?: Expression; problems: ExpressionProblem[] } {
  const { variables, expect, functions = allFunctions() } = scope;
  const root = parseTree(text, functions);
  if ('code' in root) return { problems: [root] };
  const { problems, used, called, constants, result } = check(text, root, { variables, functions, expect });
  if (problems.length > 0) return { problems };
  const names = [...used.parts.keys()];
  const memory = newMemory();
  let compiled: Compiled | undefined;
  const expression: Expression = {
    text, type: result.type, names, paths: pathsOf(used),
    evaluate(values, clock) {
      // Most rules of a large model are never run in a given process: compile at the first use.
      compiled ??= compile(result.code, { parameters: names.map((name) => `v_${name}`), called, constants, functions });
      const frame: Frame = { clock, steps: 0, memory };
      const converted = names.map((name) => toFeel(Object.hasOwn(values, name) ? values[name] : null, variables[name]!, frame, used.parts.get(name)));
      return fromFeel(compiled(converted, frame), frame);
    },
  };
  return { expression, problems };
}

function pathsOf({ whole, parts }: UsedParts, path: string[] = []): string[][] {
  const inner = [...parts].flatMap(([name, part]) => pathsOf(part, [...path, name]));
  return path.length > 0 && (whole || inner.length === 0) ? [path, ...inner] : inner;
}
