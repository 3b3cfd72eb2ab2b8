/** The one clock and zone of the system, handed in so that tests and processes can set it. */
export type Clock = { now(): Date; zone: string };

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

/** One evaluation: its clock, and the work it has done so far (a step is about one node evaluated). */
export type Frame = { clock: Clock; steps: number };

export function charge(frame: Frame, steps: number): void {
  frame.steps += steps;
  if (frame.steps > limits.steps) throw new ExpressionError('steps');
}

/** Let an argument pass if it is not too large, and pay for looking at it once. */
export function admit(frame: Frame, value: unknown): void {
  if (typeof value === 'string') {
    if (value.length > limits.textLength) throw new ExpressionError('textLength');
    charge(frame, 1 + value.length / 100);
  } else if (Array.isArray(value)) {
    if (value.length > limits.listSize) throw new ExpressionError('listSize');
    charge(frame, 1 + value.length);
  } else {
    charge(frame, 1);
  }
}
