/** What a suite counted. */
export interface Counted { passed: number; failed: number }

/** One part of `npm test`. */
export interface Suite {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** What it counted, read after it ended; left out: one test, its exit code. `undefined` means it broke off. */
  count?: () => Counted | undefined;
}

/** A suite after its run. */
export interface SuiteOutcome extends Counted { name: string; ok: boolean; milliseconds: number; output: string; aborted?: string }
