import { hasValues, valueAt } from './same-value.ts';
import { isObject } from './records-api.ts';
import { ScenarioFailure } from './scenario-failure.ts';
import type { EntityShape, ScenarioWorld } from './world.ts';

export interface RowsExpected { equal?: Record<string, unknown>[]; contains?: Record<string, unknown>[]; absent?: Record<string, unknown>[]; count?: number }
export interface RowsCompared { expected: RowsExpected; shape?: EntityShape; ordered?: boolean; texts?: 'equal' | 'contained' }

/** Throws unless the rows are as expected. */
export async function expectRows(world: ScenarioWorld, rows: unknown[], { expected, shape, ordered, texts }: RowsCompared): Promise<void> {
  const { equal, contains = [], absent = [], count } = expected;
  const isLike = (row: unknown, values: Record<string, unknown>) => hasValues(world, row, values, shape, texts);
  if (count !== undefined && rows.length !== count) throw new ScenarioFailure(`${count} rows`, `${rows.length} rows${brief(rows)}`);
  if (equal) {
    const fits = rows.length === equal.length && (ordered ? await everyInOrder(rows, equal, isLike) : await everyOnce(rows, equal, isLike));
    if (!fits) throw new ScenarioFailure(`${ordered ? 'in this order ' : ''}${JSON.stringify(equal)}`, shown(rows, equal));
  }
  for (const values of contains) {
    if (!await some(rows, values, isLike)) throw new ScenarioFailure(`a row with ${JSON.stringify(values)}`, shown(rows, [values]));
  }
  for (const values of absent) {
    if (await some(rows, values, isLike)) throw new ScenarioFailure(`no row with ${JSON.stringify(values)}`, shown(rows, [values]));
  }
}

/** The rows with only the fields that the expectation names. */
export function shown(rows: unknown[], expected: Record<string, unknown>[]): string {
  const names = [...new Set(expected.flatMap((values) => Object.keys(values)))];
  if (!names.length) return `${rows.length} rows${brief(rows)}`;
  const some = rows.slice(0, 20).map((row) => (isObject(row) ? Object.fromEntries(names.map((name) => [name, brieflyOf(valueAt(row, name))])) : row));
  return `${JSON.stringify(some)}${rows.length > 20 ? ` and ${rows.length - 20} more` : ''}`;
}

type IsLike = (row: unknown, values: Record<string, unknown>) => Promise<boolean>;

async function some(rows: unknown[], values: Record<string, unknown>, isLike: IsLike): Promise<boolean> {
  for (const row of rows) if (await isLike(row, values)) return true;
  return false;
}

async function everyInOrder(rows: unknown[], expected: Record<string, unknown>[], isLike: IsLike): Promise<boolean> {
  for (const [at, values] of expected.entries()) if (!await isLike(rows[at], values)) return false;
  return true;
}

async function everyOnce(rows: unknown[], expected: Record<string, unknown>[], isLike: IsLike): Promise<boolean> {
  const fitting: number[][] = [];
  for (const values of expected) {
    const fits: number[] = [];
    for (const [at, row] of rows.entries()) if (await isLike(row, values)) fits.push(at);
    fitting.push(fits);
  }
  return canAssign(fitting);
}

/** Whether each expectation can have a row of its own. */
function canAssign(fitting: number[][]): boolean {
  const owner = new Map<number, number>();
  const assign = (expectation: number, tried: Set<number>): boolean => fitting[expectation]!.some((row) => {
    if (tried.has(row)) return false;
    tried.add(row);
    const before = owner.get(row);
    if (before !== undefined && !assign(before, tried)) return false;
    owner.set(row, expectation);
    return true;
  });
  return fitting.every((_, expectation) => assign(expectation, new Set()));
}

function brieflyOf(value: unknown): unknown {
  return isObject(value) && 'title' in value ? value.title : value;
}

function brief(rows: unknown[]): string {
  if (!rows.length) return '';
  const text = JSON.stringify(rows.slice(0, 5));
  return `: ${text.length > 600 ? `${text.slice(0, 600)}…` : text}`;
}
