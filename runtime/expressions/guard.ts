import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import type { RE2JS } from 're2js';

/** The one clock and zone of the system, handed in so that tests and processes can set it. */
export type Clock = { now(): Date; zone: string; /** Do people work on the day `2026-02-17`? Left out: Monday to Friday. */ isWorkday?(date: string): boolean };

/** Bounds that keep a definition from blocking the process; none is near what real rules need. */
export const limits = {
  expressionLength: 2_000, nesting: 64, listSize: 10_000, textLength: 10_000, patternLength: 500, programSize: 2_000, steps: 300_000,
};

/** Thrown by `evaluate` when a guard stops it; never for a value of the wrong type, which gives null. */
export class ExpressionError extends Error {
  readonly code = 'expression.too-complex';
  readonly limit: keyof typeof limits;

  constructor(limit: keyof typeof limits) {
    super(`The expression was stopped: it exceeds the limit of ${limits[limit]} for ${limit}`);
    this.name = 'ExpressionError';
    this.limit = limit;
  }
}

/** One evaluation: its clock, the work done so far (a step is about one node evaluated), and what earlier ones left. */
export type Frame = { clock: Clock; steps: number; memory: Memory; now?: FeelDateTime };

/** What an expression keeps from one evaluation to the next, because making it is slow. */
export type Memory = { patterns: Map<string, RE2JS>; dates: Map<string, FeelDate | null>; lastNow?: { instant: number; zone: string; local: FeelDateTime } };

/** What making a date or a duration costs, in steps: they are that much slower than a number. */
const temporalCost = { duration: 200, dateTime: 60, other: 25 };

export const newMemory = (): Memory => ({ patterns: new Map(), dates: new Map() });

export function charge(frame: Frame, steps: number): void {
  frame.steps += steps;
  if (frame.steps > limits.steps) throw new ExpressionError('steps');
}

/** Let a value pass if it is not too large, and pay for looking at it once. */
export function admit(frame: Frame, value: unknown): void {
  if (typeof value === 'string') {
    if (value.length > limits.textLength) throw new ExpressionError('textLength');
    charge(frame, 1 + value.length / 50);
  } else if (Array.isArray(value)) {
    if (value.length > limits.listSize) throw new ExpressionError('listSize');
    charge(frame, 1 + value.length);
  } else {
    charge(frame, 1);
  }
}

/** Let a result pass; a date or duration that was made for it is paid for. */
export function admitResult(frame: Frame, value: unknown): void {
  admit(frame, value);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) charge(frame, costOf(value));
}

function costOf(value: object): number {
  if (value instanceof FeelDuration) return temporalCost.duration;
  if (value instanceof FeelDateTime) return temporalCost.dateTime;
  return value instanceof FeelDate || value instanceof FeelTime ? temporalCost.other : 1;
}
