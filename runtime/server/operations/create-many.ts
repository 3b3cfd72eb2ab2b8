import { v7 } from 'uuid';
import { entityOf, type Entity } from '../../model/model.ts';
import { Problem, problem, type FieldError } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import { together } from '../db/together.ts';
import { ownerOf } from './complete-row.ts';
import { fillNew } from './fill-new.ts';
import type { TransactionContext } from './in-transaction.ts';
import { nextNumbers } from './next-numbers.ts';
import { requireOperation } from './require.ts';
import { translate } from './store-row.ts';
import { coveredRows, insertRows, rowsText, storedTwins, type NewRow } from './store-rows.ts';
import { checkReferencesTogether, validateRow } from './validate-row.ts';
import { requireUnique } from './write-lines.ts';

type Values = Record<string, unknown>;

/** What is given for a new record, and what is known to be wrong with it before. */
export interface NewInput { input: Values; errors?: readonly FieldError[] }

/** A record's way into the store: ready, or what is wrong with it. */
interface Candidate extends NewRow { errors: FieldError[] }

/**
 * Makes many records, each by the same rules as `create`; every one is either stored or told to be wrong, by its place.
 * What the rules look at is loaded together, and a few hundred records are stored by a handful of statements. Files are not taken.
 * A trial is to be undone: it takes no numbers.
 */
export async function createMany(tx: TransactionContext, entity: Entity, inputs: readonly NewInput[], { isTrial = false }: { isTrial?: boolean } = {}): Promise<FieldError[][]> {
  if ((entity.managed || entity.lineOf) && tx.principal.kind !== 'system') throw problem('record.managed');
  requireOperation(tx, entity, 'create');
  const candidates = await Promise.all(inputs.map((input) => judge(tx, entity, input)));
  await refuseTaken(tx, entity, candidates);
  await refuseUncovered(tx, entity, candidates);
  await store(tx, entity, candidates.filter(({ errors }) => errors.length === 0), isTrial);
  return candidates.map(({ errors }) => errors);
}

async function judge(tx: TransactionContext, entity: Entity, { input, errors: known = [] }: NewInput): Promise<Candidate> {
  const id = v7();
  const { values, changed, errors, failed } = await fillNew(tx, entity, input);
  const [found, owner] = await together(checkReferencesTogether(tx, entity, values, changed), ownerOf(tx, entity, values, id));
  for (const e of [...known, ...found]) failed.add(e.field ?? '');
  errors.push(...known, ...found, ...await validateRow(tx, entity, values, changed, failed));
  for (const field of entity.fields) {
    if (!field.lines || !Array.isArray(values[field.name])) continue;
    try {
      requireUnique(entityOf(tx.model, field.lines.entity), values[field.name] as Values[], new Map(), field.name);
    } catch (error) {
      errors.push(...errorsOf(error));
    }
  }
  return { id, values, owner, errors };
}

/** Values that may not repeat, neither among the new records nor against stored ones. */
async function refuseTaken(tx: TransactionContext, entity: Entity, candidates: readonly Candidate[]): Promise<void> {
  for (const group of entity.unique) {
    const seen = new Set<string>();
    const open = candidates.filter(({ errors, values }) => errors.length === 0 && group.every((name) => values[name] != null));
    const first = open.filter((row) => {
      const key = JSON.stringify(group.map((name) => row.values[name]));
      if (seen.has(key)) row.errors.push(notUnique(entity, group, row.values));
      return !seen.has(key) && seen.add(key);
    });
    if (first.length === 0) continue;
    const taken = await storedTwins(tx, entity, rowsText(tx, entity, first), group);
    for (const row of first) if (taken.has(row.id)) row.errors.push(notUnique(entity, group, row.values));
  }
}

function notUnique(entity: Entity, group: readonly string[], values: Values): FieldError {
  const field = entity.byName.get(group.at(-1)!)!;
  const value = values[field.name];
  return { field: field.name, code: 'record.not-unique', params: { label: field.label, value: !field.reference && (typeof value === 'string' || typeof value === 'number') ? value : '' } };
}

async function refuseUncovered(tx: TransactionContext, entity: Entity, candidates: readonly Candidate[]): Promise<void> {
  const rule = accessTo(tx, entity).rows('create');
  const open = candidates.filter(({ errors }) => errors.length === 0);
  if (rule.kind === 'all' || open.length === 0) return;
  const covered = await coveredRows(tx, entity, rowsText(tx, entity, open), rule);
  for (const row of open) if (!covered.has(row.id)) row.errors.push({ ...(entity.owner[0] ? { field: entity.owner[0] } : {}), code: 'access.denied', params: { action: { zh: `在该范围内新建${entity.label.zh}`, en: `create ${entity.label.en} here` } } });
}

/** Stores all at once; when the database objects, half by half, until the culprit stands alone. */
async function store(tx: TransactionContext, entity: Entity, rows: readonly Candidate[], isTrial: boolean): Promise<void> {
  if (rows.length === 0) return;
  const numbered: [Values, string][] = [];
  await tx.db.query('savepoint many');
  try {
    for (const field of entity.fields) {
      // A trial must not keep others from their numbers.
      if (field.type !== 'sequence' || isTrial) continue;
      const open = rows.filter(({ values }) => values[field.name] == null);
      const numbers = await nextNumbers(tx, entity, field.name, open.map(({ values }) => values));
      open.forEach(({ values }, i) => { values[field.name] = numbers[i]; numbered.push([values, field.name]); });
    }
    await insertRows(tx, entity, rows);
    await tx.db.query('release savepoint many');
  } catch (error) {
    if (!isData(error)) throw error;
    await tx.db.query('rollback to savepoint many');
    for (const [values, name] of numbered) delete values[name];
    if (rows.length === 1) {
      rows[0]!.errors.push(...errorsOf(translate(entity, error, rows[0]!.values)));
      return;
    }
    const half = Math.ceil(rows.length / 2);
    await store(tx, entity, rows.slice(0, half), isTrial);
    await store(tx, entity, rows.slice(half), isTrial);
  }
}

/** A value that the database refuses: too large, repeated by somebody else meanwhile, or its reference deleted meanwhile. */
function isData(error: unknown): boolean {
  return ['22003', '23503', '23505'].includes(String((error as { code?: unknown } | null)?.code));
}

/** The complaints in a refusal; anything else is thrown on. */
export function errorsOf(error: unknown): FieldError[] {
  if (!(error instanceof Problem) || error.status >= 500) throw error;
  return error.errors.length > 0 ? error.errors : [{ code: error.code, params: error.params }];
}
