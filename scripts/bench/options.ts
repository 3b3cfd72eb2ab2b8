import { parseArgs } from 'node:util';

export const measureNames = ['list', 'count', 'get', 'create', 'update', 'complete', 'inbox', 'boot', 'import', 'report', 'search'] as const;
export type MeasureName = (typeof measureNames)[number];

/** How much is measured. */
export interface Options {
  measures: readonly MeasureName[];
  rows: number;
  /** Seconds of one run; ours and by hand take turns. */
  seconds: number;
  /** How often each of the two runs. */
  rounds: number;
  connections: number;
  /** Entities of the large model. */
  entities: number;
  /** Open tasks to complete, in all runs together. */
  tasks: number;
  /** Running and ended instances behind the task list. */
  live: number;
  finished: number;
  /** Rows of the sheet that is imported. */
  sheet: number;
}

export const usage = `npm run bench -- [--quick] [--rows N] [--seconds S] [--rounds N] [${measureNames.join(' ')}]`;

/** Reads the command line; `--quick` proves in seconds that everything works and tells little about speed. */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { quick: { type: 'boolean' }, rows: { type: 'string' }, seconds: { type: 'string' }, rounds: { type: 'string' } } });
  const unknown = positionals.find((name) => !isMeasure(name));
  if (unknown !== undefined) throw new Error(`There is no measure "${unknown}". ${usage}`);
  const measures = positionals.filter(isMeasure);
  const amount = values.quick
    ? { rows: 3_000, seconds: 0.3, rounds: 1, entities: 60, tasks: 240, live: 1_000, finished: 5_000, sheet: 1_000 }
    : { rows: 200_000, seconds: 3, rounds: 4, entities: 1_300, tasks: 24_000, live: 100_000, finished: 1_000_000, sheet: 100_000 };
  return {
    ...amount, connections: 16, measures: measures.length > 0 ? measures : measureNames,
    ...values.rows ? { rows: positive('rows', values.rows) } : {}, ...values.seconds ? { seconds: positive('seconds', values.seconds) } : {}, ...values.rounds ? { rounds: positive('rounds', values.rounds) } : {},
  };
}

function isMeasure(name: string): name is MeasureName {
  return (measureNames as readonly string[]).includes(name);
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new Error(`--${name} is a number above 0, not "${text}". ${usage}`);
  return number;
}
