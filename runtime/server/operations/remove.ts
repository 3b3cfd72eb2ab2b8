import { entityOf, type Entity } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { raw, toNative } from '../db/builder.ts';
import type { Context } from '../context.ts';
import { inTransaction } from './in-transaction.ts';
import { readableOf } from './readable-of.ts';
import { recycle } from './recycle.ts';
import { requireRow } from './require.ts';
import { deleteLines, deleteRow, writeHistory } from './store-row.ts';
import { requireEditable } from './update.ts';

/** Deletes a record that nothing refers to; its lines go with it. */
export async function remove(ctx: Context, entity: Entity, id: string, version?: number): Promise<void> {
  if ((entity.managed || entity.lineOf) && ctx.principal.kind !== 'system') throw problem('record.managed');
  await inTransaction(ctx, async (tx) => {
    const row = await requireRow(tx, entity, id, 'delete');
    if (version !== undefined && version !== row.version) throw problem('record.stale');
    requireEditable(tx, entity, row, entity.states?.deletable);
    for (const { entity: key, field: name } of entity.referencedBy) {
      const other = entityOf(tx.model, key);
      const column = other.byName.get(name)?.column;
      if (!column) continue;
      // A record may refer to itself, as the root of a tree does.
      const statement = toNative(raw(`select count(*)::int as count, (array_agg(id order by created_at))[1:3] as first from ??.?? where ${other.byName.get(name)!.references ? '?? @> array[?]::uuid[]' : '?? = ?'}${key === entity.key ? ' and id <> ?' : ''}`, [other.schema, other.table, column, id, ...key === entity.key ? [id] : []]) as never);
      const { rows } = await tx.db.query<{ count: number; first: string[] | null }>(statement.text, statement.values);
      const count = rows[0]?.count ?? 0;
      if (count > 0) throw problem('record.referenced', { count, label: other.label, names: await namesOf(tx, other, rows[0]?.first ?? []) });
    }
    if (entity.softDelete) await recycle(tx, entity, id, row);
    for (const { lines } of entity.fields) if (lines) await deleteLines(tx, entityOf(tx.model, lines.entity), id, entity.softDelete);
    await deleteRow(tx, entity, id);
    await writeHistory(tx, entity, id, row.version + 1, 'delete', Object.fromEntries(entity.fields.filter((f) => f.column && row[f.name] != null).map((f) => [f.name, [row[f.name], null]])), row);
  });
}

/** Some of the records in the way by their titles, as far as the person may read them. */
async function namesOf(ctx: Context, entity: Entity, ids: readonly string[]): Promise<{ zh: string; en: string } | string> {
  const names = [...(await readableOf(ctx, entity, ids)).values()].map(({ title }) => title).filter((title) => title !== '');
  return names.length === 0 ? '' : { zh: `（${names.join('、')}${ids.length > 2 ? '等' : ''}）`, en: ` (${names.join(', ')}${ids.length > 2 ? ' …' : ''})` };
}
