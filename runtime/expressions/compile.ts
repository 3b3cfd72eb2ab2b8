import { FeelDateTime, FeelDuration, FeelFunction, FeelRange, evaluate, isFunction, isRange } from 'feelin';
import type { FunctionDefinition, FunctionParameter } from './define-function.ts';
import type { Functions } from './functions.ts';
import { addDecimals, tidyNumber } from './functions/number.ts';
import { ExpressionError, admit, admitResult, charge, limits, type Frame } from './guard.ts';
import { compareValues, payDeep } from './order.ts';
import { types, type FeelType } from './types.ts';
import { dateOf, toFeel } from './values.ts';

/** What runs: called with the values of the parameters, within one frame. */
export type Compiled = (values: readonly unknown[], frame: Frame) => unknown;

/**
 * Compile a guarded text once. The interpreter's public door parses at each call, but a function definition
 * evaluates to a function that keeps its compiled body, so the text is made the body of one.
 */
export function compile(text: string, { parameters, called, constants, functions }: Parts): Compiled {
  const cell: Cell = { frame: undefined, overhead: 2 };
  const context: Record<string, unknown> = Object.fromEntries(constants);
  for (const [name, guard] of Object.entries(guards(cell))) if (text.includes(`${name}(`)) context[name] = guard;
  for (const [name, code] of called) context[code] = bind(functions.get(name)!, cell);
  // For each turn of a loop the interpreter copies all names, twice.
  cell.overhead += (Object.keys(context).length + parameters.length) / 2;
  const { value: body, warnings } = evaluate(`function(${parameters.join(', ')}) ${text}`, context);
  if (!isFunction(body)) throw new Error(`Not compiled: ${text}`);
  return (values, frame) => {
    const outer = cell.frame;
    cell.frame = frame;
    try {
      return body.fn(...values) ?? null;
    } catch (error) {
      if (error instanceof ExpressionError) throw error;
      return null;
    } finally {
      cell.frame = outer;
      // The interpreter adds to this list at each run and never empties it.
      warnings.length = 0;
    }
  };
}

type Parts = { parameters: readonly string[]; called: ReadonlyMap<string, string>; constants: ReadonlyMap<string, unknown>; functions: Functions };

/** The frame of the evaluation that is going on (functions are bound once, frames come and go), and what a turn of a loop costs besides its body. */
type Cell = { frame: Frame | undefined; overhead: number };

function frameOf(cell: Cell): Frame {
  if (!cell.frame) throw new Error('No evaluation is going on');
  return cell.frame;
}

function bind(definition: FunctionDefinition, cell: Cell): FeelFunction {
  const { parameters } = definition;
  const isOneList = parameters.length === 1 && parameters[0]?.restOrList === true;
  return new FeelFunction((...given: unknown[]) => {
    const frame = frameOf(cell);
    for (const value of given) admit(frame, value);
    const values = isOneList ? [given.length === 1 && Array.isArray(given[0]) ? given[0] : given] : parameters.map((parameter, index) => parameter.rest ? given.slice(index) : given[index]);
    for (const [index, parameter] of parameters.entries()) {
      const value = values[index] ?? null;
      if (value !== null ? !isAcceptable(frame, value, parameter) : !parameter.optional && !definition.takesNull) return null;
      if (value === null && parameter.optional) values[index] = undefined;
    }
    const result = definition.run(values.map((value, index) => value === undefined && !parameters[index]?.optional ? null : value), frame) ?? null;
    admitResult(frame, result);
    return result;
  }, ['...values']);
}

function isAcceptable(frame: Frame, value: unknown, { type, rest, restOrList, comparator }: FunctionParameter): boolean {
  if (rest || restOrList || comparator) return true;
  return 'kind' in type ? isOfType(frame, value, type) : type.some((possible) => isOfType(frame, value, possible));
}

const isOfType = (frame: Frame, value: unknown, type: FeelType): boolean => {
  switch (type.kind) {
    case 'any': return true;
    case 'list': return Array.isArray(value);
    case 'number': case 'string': case 'boolean': return typeof value === type.kind;
    default: return toFeel(value, type, frame) === value;
  }
};

/** The functions that the checker writes around parts of an expression. */
function guards(cell: Cell): Record<string, FeelFunction> {
  const guard = (run: (frame: Frame, ...given: unknown[]) => unknown) => new FeelFunction((...given: unknown[]) => run(frameOf(cell), ...given), ['...values']);
  return {
    g_value: guard(value),
    g_add: guard((frame, a, b) => add(frame, a, b, 1)),
    g_subtract: guard((frame, a, b) => add(frame, a, b, -1)),
    g_deep: guard((frame, given) => { payDeep(frame, given); return given; }),
    g_part: guard((frame, given) => { charge(frame, Array.isArray(given) ? 1 + given.length : 1); return given; }),
    g_list: guard((frame, given, weight) => list(frame, given, cell.overhead + Number(weight))),
    g_numbers: guard((frame, from, to, weight) => numbers(frame, from, to, cell.overhead + Number(weight))),
    g_range: guard((_, range) => isRange(range) && isReversed(range) ? empty : range),
    g_less: guard((frame, a, b) => ordered(frame, a, b, (order) => order < 0)),
    g_most: guard((frame, a, b) => ordered(frame, a, b, (order) => order <= 0)),
    g_same: guard((frame, a, b) => a === null || b === null ? a === b : ordered(frame, a, b, (order) => order === 0)),
    g_between: guard((frame, given, low, high) => {
      const [above, below] = [ordered(frame, low, given, isNotMore), ordered(frame, given, high, isNotMore)];
      return above === null || below === null ? null : above && below;
    }),
  };
}

function add(frame: Frame, a: unknown, b: unknown, sign: 1 | -1): number | null {
  charge(frame, 1);
  return typeof a === 'number' && typeof b === 'number' ? addDecimals([a, sign * b]) : null;
}

const isNotMore = (order: number): boolean => order <= 0;

function ordered(frame: Frame, a: unknown, b: unknown, test: (order: number) => boolean): boolean | null {
  charge(frame, a instanceof FeelDuration ? 100 : typeof a === 'object' ? 10 : 1);
  const order = compareValues(a, b);
  return order === null ? null : test(order);
}

function value(frame: Frame, given: unknown): unknown {
  admitResult(frame, given);
  // Only a date plus hours comes with a zone here; it stays a date, as the checker said.
  if (given instanceof FeelDateTime && given.timezone !== null) return dateOf(given);
  return typeof given === 'number' ? tidyNumber(given) : given;
}

function list(frame: Frame, given: unknown, turn: number): unknown {
  if (!Array.isArray(given)) return null;
  if (given.length > limits.listSize) throw new ExpressionError('listSize');
  charge(frame, 1 + given.length * turn);
  return given;
}

function numbers(frame: Frame, from: unknown, to: unknown, turn: number): unknown {
  if (typeof from !== 'number' || typeof to !== 'number' || !Number.isInteger(from) || !Number.isInteger(to)) return null;
  const size = Math.abs(to - from) + 1;
  if (size > limits.listSize) throw new ExpressionError('listSize');
  charge(frame, 1 + size * turn);
  const step = from <= to ? 1 : -1;
  return Array.from({ length: size }, (_, index) => from + index * step);
}

const empty = new FeelRange({ start: 0, end: 0, 'start included': false, 'end included': false, valueType: types.number.kind });
const isReversed = (range: FeelRange): boolean => (compareValues(range.start, range.end) ?? 0) > 0;
