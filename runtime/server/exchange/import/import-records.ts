import { recordEvent } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { inTransaction, type TransactionContext } from '../../operations/in-transaction.ts';
import { problem } from '../../../problems.ts';
import { referenceFinder } from './find-references.ts';
import { groupRows, headerOfTable, type RowGroup } from './group-rows.ts';
import { mostAtOnce, requireImport, type ImportRequest } from './import-request.ts';
import { requireColumns, type MappedColumn } from './map-columns.ts';
import { openTable } from './open-table.ts';
import { keepErrors, keptErrors, rowErrors, type RowError } from './row-errors.ts';
import { takeBatch, type Outcome, type SeenKeys, type Taking } from './take-batch.ts';
import type { Table } from './table.ts';

/** What an import did, or would do. */
export interface ImportReport {
  mode: ImportRequest['mode']; dryRun: boolean;
  /** Whether anything of it is stored. */
  stored: boolean;
  total: number; created: number; updated: number; unchanged: number; failed: number;
  /** The first complaints; all of them stand in the error file. */
  errors: RowError[];
}

type Counts = Pick<ImportReport, 'total' | 'created' | 'updated' | 'unchanged' | 'failed'>;

/** How far an import has come, kept with what it stored. */
interface State { counts: Counts; row: number; isDone: boolean }

export interface ImportWork { path: string; job: string; progress: (done: number, total: number | null) => Promise<void> }

const batchSize = 500;
const mostTold = 200;

/**
 * Imports a sheet under the context's rights. `skip-bad` commits batch by batch and remembers the last row with each, so that it goes on there after a
 * crash; `all-or-nothing` and a dry run are one transaction, undone when anything is wrong or nothing is meant to stay.
 */
export async function importRecords(ctx: Context, request: ImportRequest, work: ImportWork): Promise<{ report: ImportReport; headers: string[] }> {
  const entity = requireImport(ctx, request);
  const { table, close } = await openTable(work.path, request.name);
  try {
    const columns = requireColumns(ctx, entity, await headerOfTable(table), { updates: request.key !== undefined, ...(request.mapping ? { mapping: request.mapping } : {}) });
    const parts = { entity, request, columns, from1904: table.from1904, seenKeys: { all: new Map<string, number>(), ofBatch: [] } };
    const run: Run = { ctx, work, table, columns, keys: parts.seenKeys, taking: (tx) => ({ ...parts, finder: referenceFinder(tx) }), told: (outcome) => rowErrors(ctx, entity, columns, outcome) };
    const isWhole = request.dryRun || request.mode === 'all-or-nothing';
    const counts = isWhole ? await importAtOnce(run, request) : await importByBatch(run);
    const stored = !request.dryRun && counts.created + counts.updated > 0 && (request.mode === 'skip-bad' || counts.failed === 0);
    const report: ImportReport = { mode: request.mode, dryRun: request.dryRun, stored, ...counts, errors: await firstErrors(ctx, work.job) };
    await recordEvent(ctx, { event: 'record.import', result: counts.failed > 0 && !stored ? 'refused' : 'done', entity, summary: `${request.name}：${request.dryRun ? '试导入，' : ''}共 ${counts.total} 条，新增 ${counts.created}，更新 ${counts.updated}，未变 ${counts.unchanged}，错误 ${counts.failed}${stored || request.dryRun ? '' : '，未保存'}` });
    return { report, headers: columns.map(({ header }) => header) };
  } finally {
    close();
  }
}

interface Run { ctx: Context; work: ImportWork; table: Table; columns: MappedColumn[]; keys: SeenKeys; taking: (tx: TransactionContext) => Taking; told: (outcome: Outcome) => RowError[] }

/** Ends a transaction whose work is not to stay. */
class Undo extends Error {}

async function importAtOnce({ ctx, work, table, columns, taking, told }: Run, request: ImportRequest): Promise<Counts> {
  const { pool } = ctx.services;
  const before = await stateOf(ctx, work.job);
  if (before?.isDone) return before.counts;
  let counts = noCounts();
  try {
    await inTransaction(ctx, async (tx) => {
      counts = noCounts();
      await pool.query('delete from tamga.import_error where job = $1', [work.job]);
      const own = taking(tx);
      own.seenKeys.all.clear();
      for await (const batch of batchesOf(table, columns, 0)) {
        const outcomes = await takeBatch(tx, batch, own);
        count(counts, outcomes);
        if (!request.dryRun && counts.total > mostAtOnce) throw problem('import.too-many-rows', { max: mostAtOnce });
        // Beside the transaction: they stay when it is undone.
        await keepErrors(pool, work.job, outcomes, told);
        await work.progress(counts.total, table.total === null ? null : table.total - 1);
      }
      if (request.dryRun || counts.failed > 0) throw new Undo();
      await keepState(tx, work.job, { counts, row: 0, isDone: true });
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return counts;
}

async function importByBatch({ ctx, work, table, columns, keys, taking, told }: Run): Promise<Counts> {
  let state: State = await stateOf(ctx, work.job) ?? { counts: noCounts(), row: 0, isDone: false };
  for await (const batch of batchesOf(table, columns, state.row)) {
    keys.ofBatch = [];
    state = await inTransaction(ctx, async (tx) => {
      for (const key of keys.ofBatch.splice(0)) keys.all.delete(key);
      const outcomes = await takeBatch(tx, batch, taking(tx));
      const next: State = { counts: { ...state.counts }, row: batch.at(-1)!.rows.at(-1)!.number, isDone: false };
      count(next.counts, outcomes);
      await keepErrors(tx.db, work.job, outcomes, told);
      await keepState(tx, work.job, next);
      return next;
    });
    await work.progress(state.counts.total, table.total === null ? null : table.total - 1);
  }
  return state.counts;
}

/** Records after a row, some hundreds at a time. */
async function* batchesOf(table: Table, columns: readonly MappedColumn[], after: number): AsyncGenerator<RowGroup[]> {
  let batch: RowGroup[] = [];
  for await (const group of groupRows(table, columns)) {
    if (group.rows[0]!.number <= after) continue;
    batch.push(group);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function noCounts(): Counts {
  return { total: 0, created: 0, updated: 0, unchanged: 0, failed: 0 };
}

function count(counts: Counts, outcomes: readonly Outcome[]): void {
  counts.total += outcomes.length;
  for (const { became } of outcomes) counts[became] += 1;
}

async function stateOf(ctx: Context, job: string): Promise<State | null> {
  const { rows: [row] } = await ctx.services.pool.query<{ state: State | null }>('select state from tamga.job where id = $1', [job]);
  return row?.state ?? null;
}

async function keepState(tx: TransactionContext, job: string, state: State): Promise<void> {
  await tx.db.query('update tamga.job set state = $2 where id = $1', [job, JSON.stringify(state)]);
}

async function firstErrors(ctx: Context, job: string): Promise<RowError[]> {
  const first: RowError[] = [];
  for await (const { errors } of keptErrors(ctx.services.pool, job)) {
    first.push(...errors);
    if (first.length >= mostTold) break;
  }
  return first.slice(0, mostTold);
}
