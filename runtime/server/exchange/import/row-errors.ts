import type { Entity } from '../../../model/model.ts';
import { fieldMessage, type FieldError } from '../../../problems.ts';
import type { Context, Queryable } from '../../context.ts';
import type { MappedColumn } from './map-columns.ts';
import { rowOfLine } from './read-records.ts';
import type { Outcome } from './take-batch.ts';
import type { Cell } from './table.ts';

/** One complaint about one cell of a sheet. */
export interface RowError { row: number; column: string; code: string; message: string }

/** The complaints about a record, at the rows and columns they came from. */
export function rowErrors(ctx: Context, entity: Entity, columns: readonly MappedColumn[], { record, errors }: Outcome): RowError[] {
  return errors.map((error) => {
    const { name, index, part } = placeOf(error);
    const column = columns.find((one) => one.column?.path === (part === undefined ? name : `${name}.${part}`)) ?? columns.find((one) => one.column?.path === name);
    const ofLine = index !== undefined && column?.column?.each === undefined;
    const row = record.group.rows[ofLine ? rowOfLine(record.input, name!, index) : 0]!.number;
    const field = name === undefined ? undefined : entity.byName.get(name);
    const label = field && (ctx.locale === 'en' ? field.label.en : field.label.zh);
    const plain: FieldError = { ...error };
    if (ofLine) delete plain.field;
    return { row, column: column?.header ?? label ?? '', code: error.code, message: fieldMessage(plain, ctx.locale) };
  });
}

/** `items[2].name` → items, 2, name. */
function placeOf({ field }: FieldError): { name?: string; index?: number; part?: string } {
  const [, name, index, part] = /^([^[]+)(?:\[(\d+)\](?:\.(.+))?)?$/.exec(field ?? '') ?? [];
  return { ...(name === undefined ? {} : { name }), ...(index === undefined ? {} : { index: Number(index) }), ...(part === undefined ? {} : { part }) };
}

/** Keeps the wrong rows of a batch, as they stood in the sheet, for the error file. */
export async function keepErrors(db: Queryable, job: string, outcomes: readonly Outcome[], told: (outcome: Outcome) => RowError[]): Promise<void> {
  const rows = outcomes.filter(({ became }) => became === 'failed').flatMap((outcome) => {
    const errors = told(outcome);
    return outcome.record.group.rows.map(({ number, cells }) => ({ row: number, cells, errors: errors.filter((error) => error.row === number) }));
  });
  if (rows.length === 0) return;
  await db.query(`insert into tamga.import_error (job, row_number, cells, errors)
    select $1, r.row, r.cells, r.errors from jsonb_to_recordset($2::jsonb) as r (row int, cells jsonb, errors jsonb) on conflict (job, row_number) do update set cells = excluded.cells, errors = excluded.errors`, [job, JSON.stringify(rows).replaceAll('\\u0000', '')]);
}

/** The wrong rows of an import, in portions. */
export async function* keptErrors(db: Queryable, job: string): AsyncGenerator<{ row: number; cells: Cell[]; errors: RowError[] }> {
  let after = 0;
  for (;;) {
    const { rows } = await db.query<{ row_number: number; cells: Cell[]; errors: RowError[] }>('select row_number, cells, errors from tamga.import_error where job = $1 and row_number > $2 order by row_number limit 500', [job, after]);
    for (const { row_number: row, cells, errors } of rows) yield { row, cells, errors };
    const last = rows.at(-1);
    if (!last) return;
    after = last.row_number;
  }
}
