import type { Entity } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { get } from './get.ts';
import { changesOf, fieldNoted, type Change } from './past-record.ts';
import { shownValues } from './shown-values.ts';

const most = 500;

/** Every change of a record that the person may see, newest first; hidden fields are left out, masked ones masked. */
export async function historyOf(ctx: Context, entity: Entity, id: string): Promise<Record<string, unknown>[]> {
  await get(ctx, entity, id);
  return historyEntries(ctx, entity, (await changesOf(ctx, entity, id)).slice(0, most));
}

/** Stored changes as the person may see them. */
export async function historyEntries(ctx: Context, entity: Entity, rows: readonly Change[]): Promise<(Record<string, unknown> & { id: string; at: string })[]> {
  const shown = await shownValues(ctx, entity, rows.flatMap((row) => Object.entries(row.changes).flatMap(([name, pair]) => { const field = fieldNoted(entity, name); return field ? pair.map((value): [typeof field, unknown] => [field, value]) : []; })));
  return rows.map((row) => ({
    id: row.id, at: row.at.toISOString(), by: row.by ? { id: row.by, title: row.by_name ?? '' } : null, operation: row.operation, version: row.version,
    via: row.via === null ? null : viaLabel(ctx, entity, row.via), ...(row.reason === null ? {} : { reason: row.reason }),
    changes: Object.entries(row.changes).flatMap(([noted, [before, after]]) => {
      const field = fieldNoted(entity, noted);
      if (!field || !shown.isVisible(field)) return [];
      const options = shown.options(field, [before, after]);
      return [{ field: field.name, label: ctx.locale === 'en' ? field.label.en : field.label.zh, before: shown.value(field, before), after: shown.value(field, after), ...(options.length > 0 ? { options } : {}) }];
    }),
  }));
}

/** The action or process that made a change, as people know it. */
export function viaLabel(ctx: Context, entity: Entity, via: string): string {
  const action = ctx.model.actions.get(entity.key)?.get(via);
  if (action) return ctx.locale === 'en' ? action.label.en : action.label.zh;
  return ctx.model.processes.get(via)?.process.name ?? via;
}
