import { DateTime } from 'luxon';
import { entityOf, type Entity, type Field } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { get } from './get.ts';
import { viaLabel } from './history.ts';
import { inTransaction } from './in-transaction.ts';
import { changesOf, recordAt, versionsIn, type PastRecord } from './past-record.ts';
import { requireAction } from './require.ts';
import { loadLines, loadRow } from './rows.ts';
import { shownValues, type Shown } from './shown-values.ts';
import { update } from './update.ts';

type Values = Record<string, unknown>;

/** The versions of a record that the person may see, newest first. */
export async function versionsOf(ctx: Context, entity: Entity, id: string): Promise<Values[]> {
  await requireVersions(ctx, entity, id);
  const row = (await loadRow(ctx, entity, id))!;
  return versionsIn(row, await changesOf(ctx, entity, id)).map(({ version, at, by, byName, operation, via, reason }) => ({
    version, at: at.toISOString(), by: by === null ? null : { id: by, title: byName ?? '' }, operation, via: via === null ? null : viaLabel(ctx, entity, via), ...(reason === null ? {} : { reason }), current: version === row.version,
  }));
}

/** The record as it was at a version. */
export async function versionOf(ctx: Context, entity: Entity, id: string, version: number): Promise<Values> {
  await requireVersions(ctx, entity, id);
  return shownRecord(ctx, entity, await recordAt(ctx, entity, id, version));
}

/** The record as it was at a moment, or at the end of a day. */
export async function versionAsOf(ctx: Context, entity: Entity, id: string, text: string): Promise<Values> {
  await requireVersions(ctx, entity, id);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const moment = DateTime.fromISO(text, { zone: ctx.services.clock.zone });
  if (!moment.isValid) throw problem('request.bad-value', { name: 'moment' });
  const end = (day ? moment.endOf('day') : moment).toJSDate();
  const row = (await loadRow(ctx, entity, id))!;
  const found = versionsIn(row, await changesOf(ctx, entity, id)).find((version) => version.at.getTime() <= end.getTime());
  if (!found) throw problem('not-found');
  return shownRecord(ctx, entity, await recordAt(ctx, entity, id, found.version));
}

/** What differs between two versions, field by field and line by line. */
export async function compareVersions(ctx: Context, entity: Entity, id: string, from: number, to: number): Promise<Values> {
  await requireVersions(ctx, entity, id);
  const [a, b] = [await recordAt(ctx, entity, id, from), await recordAt(ctx, entity, id, to)];
  const shown = await shownOf(ctx, entity, [a.values, b.values]);
  const fields = entity.fields.filter((field) => !field.lines && shown.isVisible(field)).flatMap((field) => difference(ctx, shown, field, a.values[field.name], b.values[field.name]));
  const lines: Values[] = [];
  for (const field of entity.fields) {
    if (!field.lines || !shown.isVisible(field)) continue;
    const rows = await compareLines(ctx, entityOf(ctx.model, field.lines.entity), (a.values[field.name] ?? []) as Values[], (b.values[field.name] ?? []) as Values[]);
    if (rows.length > 0) lines.push({ field: field.name, label: say(ctx, field), rows });
  }
  return { from: { version: from, at: a.at.toISOString() }, to: { version: to, at: b.at.toISOString() }, fields, lines };
}

/** Makes a new version that is like an earlier one; whatever holds for a change holds for it. */
export async function restoreVersion(ctx: Context, entity: Entity, id: string, version: number, input: Values, expected?: number): Promise<void> {
  if (!entity.history || entity.lineOf || entity.managed) throw problem('not-found');
  await inTransaction(ctx, async (tx) => {
    await requireAction(tx, entity, id, 'restore');
    const past = await recordAt(tx, entity, id, version);
    const access = accessTo(tx, entity);
    const values: Values = { ...('changeReason' in input ? { changeReason: input['changeReason'] } : {}) };
    for (const field of entity.fields) {
      // What the person may neither see nor change stays as it is.
      if (field.readOnly || field.type === 'sequence' || !access.writable(field.name) || access.clear(field.name).kind !== 'all') continue;
      values[field.name] = field.lines ? await knownLines(tx, entityOf(tx.model, field.lines.entity), id, (past.values[field.name] ?? []) as Values[]) : past.values[field.name] ?? null;
    }
    const text = `${tx.locale === 'en' ? 'Version' : '版本'} ${version}`;
    const given = typeof input['changeReason'] === 'string' && input['changeReason'] !== '' ? `${text}：${input['changeReason']}` : text;
    await update(tx, entity, id, values, expected, { operation: 'restore', reason: given });
  });
}

/** Lines that have gone since come back as new ones. */
async function knownLines(ctx: Context, line: Entity, id: string, rows: Values[]): Promise<Values[]> {
  const present = new Set(((await loadLines(ctx, line, [id])).get(id) ?? []).map((row) => row.id));
  const names = line.fields.filter((field) => !field.computed && field.type !== 'sequence' && !field.readOnly && field.name !== line.lineOf?.as).map((field) => field.name);
  return rows.map((row) => ({ ...(present.has(String(row['id'])) ? { id: row['id'] } : {}), ...Object.fromEntries(names.map((name) => [name, row[name] ?? null])) }));
}

async function requireVersions(ctx: Context, entity: Entity, id: string): Promise<void> {
  await get(ctx, entity, id);
  if (!entity.history || entity.lineOf) throw problem('not-found');
}

async function shownRecord(ctx: Context, entity: Entity, { version, at, values }: PastRecord): Promise<Values> {
  const shown = await shownOf(ctx, entity, [values]);
  const record: Values = { id: values['id'], version, at: at.toISOString() };
  for (const field of entity.fields) {
    if (!shown.isVisible(field)) continue;
    record[field.name] = field.lines ? await shownLines(ctx, entityOf(ctx.model, field.lines.entity), (values[field.name] ?? []) as Values[]) : shown.value(field, values[field.name]);
  }
  return record;
}

async function shownLines(ctx: Context, line: Entity, rows: Values[]): Promise<Values[]> {
  const shown = await shownOf(ctx, line, rows);
  const fields = ownFields(line).filter(shown.isVisible);
  return rows.map((row) => ({ id: row['id'], ...Object.fromEntries(fields.map((field) => [field.name, shown.value(field, row[field.name])])) }));
}

async function compareLines(ctx: Context, line: Entity, before: Values[], after: Values[]): Promise<Values[]> {
  const shown = await shownOf(ctx, line, [...before, ...after]);
  const fields = ownFields(line).filter(shown.isVisible);
  const old = new Map(before.map((row, i) => [row['id'], { row, i }]));
  const now = new Set(after.map((row) => row['id']));
  const told = (row: Values | undefined, other: Values | undefined) => fields.flatMap((field) => difference(ctx, shown, field, row?.[field.name], other?.[field.name]));
  return [
    ...after.flatMap((row, i) => {
      const known = old.get(row['id']);
      const changes = told(known?.row, row);
      return known && changes.length === 0 ? [] : [{ id: row['id'], number: i + 1, kind: known ? 'changed' : 'added', changes }];
    }),
    ...before.flatMap((row, i) => now.has(row['id']) ? [] : [{ id: row['id'], number: i + 1, kind: 'removed', changes: told(row, undefined) }]),
  ];
}

const ownFields = (line: Entity): Field[] => line.fields.filter((field) => field.name !== line.lineOf?.as && !field.lines);

function shownOf(ctx: Context, entity: Entity, records: readonly Values[]): Promise<Shown> {
  return shownValues(ctx, entity, records.flatMap((values) => entity.fields.map((field): [Field, unknown] => [field, values[field.name]])));
}

function difference(ctx: Context, shown: Shown, field: Field, before: unknown, after: unknown): Values[] {
  if (JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return [];
  const options = shown.options(field, [before, after]);
  return [{ field: field.name, label: say(ctx, field), type: field.type, before: shown.value(field, before), after: shown.value(field, after), ...(options.length > 0 ? { options } : {}) }];
}

function say(ctx: Context, field: Field): string {
  return ctx.locale === 'en' ? field.label.en : field.label.zh;
}
