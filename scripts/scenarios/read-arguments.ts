import { parseArgs } from 'node:util';

/** What `npm run scenarios` was asked for. */
export interface ScenarioArguments { app?: string; report?: string; counts?: string; sample?: number; jobs: number; files: string[] }

/** Reads the command line; unknown options are refused with the usage. */
export function readArguments(args: string[]): ScenarioArguments {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true,
    options: { app: { type: 'string' }, report: { type: 'string' }, counts: { type: 'string' }, sample: { type: 'string' }, jobs: { type: 'string' } },
  });
  const { app, report, counts, sample, jobs } = values;
  return { ...app ? { app } : {}, ...report ? { report } : {}, ...counts ? { counts } : {}, ...sample ? { sample: wholeNumber('sample', sample) } : {}, jobs: jobs ? wholeNumber('jobs', jobs) : 2, files: positionals };
}

/** How the command is used. */
export const usage = 'npm run scenarios -- [--app APP] [--report FILE] [--sample N] [--jobs N] [FILE…]';

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} is a whole number of at least 1, not "${text}"`);
  return number;
}
