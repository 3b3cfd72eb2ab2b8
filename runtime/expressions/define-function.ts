import type { FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelTime } from 'feelin';
import type { Frame } from './guard.ts';
import type { FeelType } from './types.ts';

/** One parameter: `optional` may be left out, `rest` takes all further arguments, `restOrList` those or one list of them. */
export type FunctionParameter = {
  name: string; type: FeelType | readonly FeelType[];
  optional?: true; rest?: true; restOrList?: true;
  /** A literal argument is compiled as a pattern when the expression is parsed. */
  pattern?: true;
  /** Only looks at whether and how many: parts of the argument need not be fetched. */
  outside?: true;
  /** Takes `function(a, b) …` over elements of the first argument. */
  comparator?: true;
};

/** A function of the language: what the checker needs, what the reference page shows, and how it runs. */
export type FunctionDefinition = {
  name: string; group: 'number' | 'text' | 'list' | 'date' | 'value' | 'identity' | 'plugin';
  doc: { zh: string; en: string };
  parameters: readonly FunctionParameter[];
  result: FeelType | ((given: FeelType[]) => FeelType);
  /** A condition that holds, so that the example can be tested. */
  example: string;
  /** Called with null arguments too; otherwise one null argument makes the result null. */
  takesNull?: true;
  run(values: unknown[], frame: Frame): unknown;
};

type ValueOf<T> =
  T extends readonly (infer Item)[] ? ValueOf<Item>
    : T extends { kind: 'number' } ? number
      : T extends { kind: 'string' } ? string
        : T extends { kind: 'boolean' } ? boolean
          : T extends { kind: 'date' } ? FeelDate
            : T extends { kind: 'date-time' } ? FeelDateTime
              : T extends { kind: 'time' } ? FeelTime
                : T extends { kind: 'duration' } ? FeelDuration
                  : T extends { kind: 'list' } ? unknown[] : unknown;
type ArgumentOf<P> =
  P extends { comparator: true } ? FeelFunction | undefined
    : P extends { rest: true } | { restOrList: true } ? (P extends { type: infer T } ? ValueOf<T>[] : never)
      : P extends { optional: true; type: infer T } ? ValueOf<T> | undefined
        : P extends { type: infer T } ? ValueOf<T> : never;
type Typed<P extends readonly FunctionParameter[]> = Omit<FunctionDefinition, 'parameters' | 'run'> & {
  parameters: P; run(values: { -readonly [K in keyof P]: ArgumentOf<P[K]> }, frame: Frame): unknown;
};

/** Declare a function whose `run` is typed by its parameters; the caller checks the values before it calls. */
export function defineFunction<const P extends readonly FunctionParameter[]>(definition: Typed<P>): FunctionDefinition {
  return definition as unknown as FunctionDefinition;
}
