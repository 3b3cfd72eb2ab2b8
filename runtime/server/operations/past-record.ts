import { entityOf, type Entity, type Field } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { loadLines, loadRow, type Row } from './rows.ts';

type Values = Record<string, unknown>;

/** One step in the life of a record, as it is stored. */
export interface Change { id: string; at: Date; by: string | null; by_name: string | null; operation: string; via: string | null; reason: string | null; version: number; changes: Record<string, [unknown, unknown]>; lines: Record<string, Values[]> | null }

/** A record at one time of its life: its fields, and its lines under the names of their fields. */
export interface PastRecord { version: number; at: Date; values: Values }

/** Every change of a record, newest first. */
export async function changesOf(ctx: Context, entity: Entity, id: string): Promise<Change[]> {
  return changesOfMany(ctx, entity, [id], 'version desc');
}

/** Changes of several records, newest first. */
export async function changesOfMany(ctx: Context, entity: Entity, ids: readonly string[], order: 'version desc' | 'at desc' = 'at desc'): Promise<(Change & { record_id: string })[]> {
  const user = entityOf(ctx.model, 'platform/user');
  const { rows } = await ctx.db.query<Change & { record_id: string }>(`select h.*, u.name as by_name from tamga.history h left join "${user.schema}"."${user.table}" u on u.id = h.by where h.record_id = any($1) and h.entity = $2 order by h.${order}, h.id desc limit 2000`, [ids, entity.key]);
  return rows;
}

/** The record as it was at a version: the present one with all later changes taken back. */
export async function recordAt(ctx: Context, entity: Entity, id: string, version: number): Promise<PastRecord> {
  const [row, changes] = [await loadRow(ctx, entity, id), await changesOf(ctx, entity, id)];
  if (!row) throw problem('not-found');
  if (!versionsIn(row, changes).some((known) => known.version === version)) throw problem('not-found');
  const values: Values = { ...row };
  for (const field of entity.fields) if (field.lines) values[field.name] = (await loadLines(ctx, entityOf(ctx.model, field.lines.entity), [id])).get(id) ?? [];
  for (const change of changes) {
    if (change.version <= version) break;
    for (const [noted, [before]] of Object.entries(change.changes)) {
      const field = fieldNoted(entity, noted);
      if (field && !field.lines) values[field.name] = before;
    }
    for (const [noted, before] of Object.entries(change.lines ?? {})) {
      const field = fieldNoted(entity, noted);
      if (field?.lines) values[field.name] = before;
    }
  }
  return { version, at: versionsIn(row, changes).find((known) => known.version === version)!.at, values };
}

/** The versions that a record has had, newest first; one that came with a seed has no entry for its beginning. */
export function versionsIn(row: Row, changes: readonly Change[]): { version: number; at: Date; by: string | null; byName: string | null; operation: string; via: string | null; reason: string | null }[] {
  const told = changes.map((change) => ({ version: change.version, at: change.at, by: change.by, byName: change.by_name, operation: change.operation, via: change.via, reason: change.reason }));
  const first = told.at(-1);
  const begun = first === undefined || (first.operation !== 'create' && first.version > 1);
  return begun ? [...told, { version: first === undefined ? row.version : first.version - 1, at: row.createdAt, by: row.createdBy, byName: null, operation: 'create', via: null, reason: null }] : told;
}

/** The field that a change was noted under, which may have another name since. */
export function fieldNoted(entity: Entity, name: string): Field | undefined {
  return entity.byName.get(name) ?? entity.fields.find((field) => field.was.includes(name));
}
