import type { Entity } from '../../../model/model.ts';
import type { FieldError } from '../../../problems.ts';
import { accessTo } from '../../access/access.ts';
import { createMany, errorsOf } from '../../operations/create-many.ts';
import type { TransactionContext } from '../../operations/in-transaction.ts';
import { parseInput } from '../../operations/parse-input.ts';
import { rowsText, storedTwins, type StoredTwin } from '../../operations/store-rows.ts';
import { update } from '../../operations/update.ts';
import { v7 } from 'uuid';
import type { RowGroup } from './group-rows.ts';
import { readRecords, type SheetRecord } from './read-records.ts';
import type { ReferenceFinder } from './find-references.ts';
import type { MappedColumn } from './map-columns.ts';
import type { ImportRequest } from './import-request.ts';

/** What became of one record of a sheet. */
export interface Outcome { record: SheetRecord; became: 'created' | 'updated' | 'unchanged' | 'failed'; errors: FieldError[] }

/** How the records of a sheet are read and stored. */
export interface Taking { entity: Entity; request: ImportRequest; columns: readonly MappedColumn[]; finder: ReferenceFinder; from1904: boolean; seenKeys: SeenKeys }

/** Keys that rows before had, with the row; those of a batch that is undone are forgotten. */
export interface SeenKeys { all: Map<string, number>; ofBatch: string[] }

/** Stores some records of a sheet; those that refer to others of the same batch come after them. */
export async function takeBatch(tx: TransactionContext, groups: readonly RowGroup[], taking: Taking): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let waiting = groups;
  for (;;) {
    const records = await readRecords(waiting, { clock: tx.services.clock, columns: taking.columns, finder: taking.finder, from1904: taking.from1904 });
    const later = records.filter((record) => waitsForAnother(taking, record));
    // When none of them can be stored first, their references lead nowhere.
    const now = later.length < records.length ? records.filter((record) => !later.includes(record)) : records;
    outcomes.push(...await storeRecords(tx, now, taking));
    if (now.length === records.length) break;
    waiting = later.map((record) => record.group);
  }
  const order = new Map(groups.map((group, i) => [group, i]));
  return outcomes.sort((a, b) => order.get(a.record.group)! - order.get(b.record.group)!);
}

function waitsForAnother({ entity }: Taking, { errors }: SheetRecord): boolean {
  return errors.some(({ code, field }) => code === 'import.no-reference' && entity.byName.get(field ?? '')?.reference?.entity === entity.key);
}

async function storeRecords(tx: TransactionContext, records: readonly SheetRecord[], taking: Taking): Promise<Outcome[]> {
  const twins = await findTwins(tx, records, taking);
  const fresh = records.filter((record) => twins.get(record)?.isSeen !== true);
  const made = new Map((await createMany(tx, taking.entity, fresh.map(({ input, errors }) => ({ input, errors })), { isTrial: taking.request.dryRun })).map((errors, i) => [fresh[i]!, errors]));
  const outcomes: Outcome[] = [];
  for (const record of records) {
    const errors = made.get(record);
    if (errors) outcomes.push({ record, became: errors.length === 0 ? 'created' : 'failed', errors });
    else outcomes.push(await changeRecord(tx, record, twins.get(record)!, taking));
  }
  return outcomes;
}

/** Stored records that the sheet means, found by the key; what the person may not see is not found, and refused as not unique. */
async function findTwins(tx: TransactionContext, records: readonly SheetRecord[], { entity, request, seenKeys }: Taking): Promise<Map<SheetRecord, StoredTwin>> {
  const key = request.key;
  if (!key) return new Map();
  const owner = { org: null, area: null };
  const asked = records.flatMap((record) => {
    const given = Object.fromEntries(key.map((name) => [name, record.input[name]]));
    const { values, errors } = parseInput(tx, entity, given);
    if (errors.length > 0 || key.some((name) => values[name] == null)) return [];
    const text = JSON.stringify(key.map((name) => values[name]));
    const first = seenKeys.all.get(text);
    if (first !== undefined) record.errors.push({ field: key.at(-1)!, code: 'import.repeated', params: { label: entity.byName.get(key.at(-1)!)!.label, value: String(given[key.at(-1)!]).slice(0, 60), first, row: record.group.rows[0]!.number } });
    else {
      seenKeys.ofBatch.push(text);
      seenKeys.all.set(text, record.group.rows[0]!.number);
    }
    return [{ record, row: { id: v7(), values, owner } }];
  });
  if (asked.length === 0) return new Map();
  const found = await storedTwins(tx, entity, rowsText(tx, entity, asked.map(({ row }) => row)), key, accessTo(tx, entity).rows('read'));
  return new Map(asked.flatMap(({ record, row }) => { const twin = found.get(row.id); return twin ? [[record, twin]] : []; }));
}

/** Changes a stored record by what its row says; empty cells change nothing. */
async function changeRecord(tx: TransactionContext, record: SheetRecord, twin: StoredTwin, { entity, request }: Taking): Promise<Outcome> {
  if (record.errors.length > 0) return { record, became: 'failed', errors: record.errors };
  if (request.existing === 'skip') return { record, became: 'unchanged', errors: [] };
  await tx.db.query('savepoint one');
  try {
    const given = Object.fromEntries(Object.entries(record.input).filter(([, value]) => value !== null && value !== undefined));
    const { version } = await update(tx, entity, twin.id, given);
    await tx.db.query('release savepoint one');
    return { record, became: version === twin.version ? 'unchanged' : 'updated', errors: [] };
  } catch (error) {
    const errors = errorsOf(error);
    await tx.db.query('rollback to savepoint one');
    return { record, became: 'failed', errors };
  }
}
