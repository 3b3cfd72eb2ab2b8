import { entityOf, type Entity } from '../../model/model.ts';
import { invalid, problem } from '../../problems.ts';
import { isId } from '../../fields/index.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { joined, raw, toNative } from '../db/builder.ts';
import { predicateSql } from '../query/predicate-sql.ts';
import { inTransaction, type TransactionContext } from './in-transaction.ts';
import { mask } from './mask.ts';
import { loadRow, type Row } from './rows.ts';
import { run, touch, writeHistory } from './store-row.ts';
import { checkReferences } from './validate-row.ts';

interface Recycled { record_id: string; title: string; version: number; at: Date; by: string | null; by_name: string | null; clear: boolean }

/** Keeps a record that is about to be deleted, with its lines: as rows of their tables, which later columns do not disturb. */
export async function recycle(ctx: TransactionContext, entity: Entity, id: string, row: Row): Promise<void> {
  const title = row[entity.title];
  const lines = entity.fields.flatMap((field) => field.lines ? [entityOf(ctx.model, field.lines.entity)] : []);
  const parts = lines.map((line) => raw('?::text, (select coalesce(jsonb_agg(to_jsonb(l) order by l.position), \'[]\'::jsonb) from ??.?? l where ?? = ?)', [line.key, line.schema, line.table, `l.${line.byName.get(line.lineOf!.as)!.column!}`, id]));
  const statement = toNative(raw(`insert into tamga.recycled (record_id, entity, title, version, row, lines, at, by) select t.id, ?, ?, t.version, to_jsonb(t), jsonb_build_object(${parts.map(() => '?').join(', ')}), ?::timestamptz, ?::uuid from ??.?? t where t.id = ?`,
    [entity.key, typeof title === 'string' ? title : id, ...parts, ctx.services.clock.now(), ctx.principal.user?.id ?? null, entity.schema, entity.table, id]) as never);
  await ctx.db.query(statement.text, statement.values);
}

/** Deleted records that the person could still delete, newest first. */
export async function findRecycled(ctx: Context, entity: Entity, page: number, pageSize: number): Promise<{ items: Record<string, unknown>[]; page: number; pageSize: number; total: number }> {
  const rule = requireBin(ctx, entity);
  const user = entityOf(ctx.model, 'platform/user');
  const clear = predicateSql(ctx.model, accessTo(ctx, entity).clear(entity.title), 't');
  const from = raw('from tamga.recycled r cross join lateral jsonb_populate_record(null::??.??, r.row) t left join ??.?? u on u.id = r.by where r.entity = ? and ?', [entity.schema, entity.table, user.schema, user.table, entity.key, rule]);
  const list = toNative(raw('select r.record_id, r.title, r.version, r.at, r.by, u.name as by_name, ? as clear ? order by r.at desc, r.record_id limit ? offset ?', [clear, from, pageSize, (page - 1) * pageSize]) as never);
  const count = toNative(raw('select count(*)::int as total ?', [from]) as never);
  const { rows } = await ctx.db.query<Recycled>(list.text, list.values);
  const { rows: [counted] } = await ctx.db.query<{ total: number }>(count.text, count.values);
  const field = entity.byName.get(entity.title);
  return {
    page, pageSize, total: counted?.total ?? 0,
    items: rows.map((row) => ({ id: row.record_id, title: row.clear || !field ? row.title : mask(row.title, field), version: row.version, deletedAt: row.at.toISOString(), deletedBy: row.by ? { id: row.by, title: row.by_name ?? '' } : null })),
  };
}

/** Puts a deleted record and its lines back; what it refers to must still be there, and its unique values free. */
export async function restoreRecycled(ctx: Context, entity: Entity, id: string): Promise<{ id: string }> {
  const rule = requireBin(ctx, entity);
  if (!isId(id)) throw problem('not-found');
  return inTransaction(ctx, async (tx) => {
    const found = toNative(raw('select r.lines from tamga.recycled r cross join lateral jsonb_populate_record(null::??.??, r.row) t where r.record_id = ? and r.entity = ? and ? for update of r', [entity.schema, entity.table, id, entity.key, rule]) as never);
    const { rows: [kept] } = await tx.db.query<{ lines: Record<string, unknown[]> }>(found.text, found.values);
    if (!kept) throw problem('not-found');
    const back = toNative(raw(`insert into ??.?? select t.* from tamga.recycled r cross join lateral jsonb_populate_record(null::??.??, r.row || jsonb_build_object('version', r.version + 1, 'updated_at', ?::timestamptz, 'updated_by', ?::uuid)) t where r.record_id = ? returning id`,
      [entity.schema, entity.table, entity.schema, entity.table, tx.services.clock.now(), tx.principal.user?.id ?? null, id]) as never);
    await run(tx, entity, back, await valuesOf(tx, entity, id));
    for (const [key, rows] of Object.entries(kept.lines)) {
      const line = tx.model.entities.get(key);
      if (!line || rows.length === 0) continue;
      const lines = toNative(raw('insert into ??.?? select * from jsonb_populate_recordset(null::??.??, ?::jsonb)', [line.schema, line.table, line.schema, line.table, JSON.stringify(rows)]) as never);
      await run(tx, line, lines, {});
    }
    const row = (await loadRow(tx, entity, id))!;
    const errors = await checkReferences(tx, entity, row, new Set(entity.fields.filter((field) => !field.lines).map((field) => field.name)));
    if (errors.length > 0) throw invalid(errors);
    await tx.db.query('delete from tamga.recycled where record_id = $1', [id]);
    touch(tx, entity, id);
    await writeHistory(tx, entity, id, row.version, 'undelete', {}, row);
    return { id };
  });
}

/** The rule for deleted rows: those that the person could see and delete. */
function requireBin(ctx: Context, entity: Entity): ReturnType<typeof raw> {
  if (!entity.softDelete) throw problem('not-found');
  const access = accessTo(ctx, entity);
  if (!access.can('delete')) throw problem('access.denied', { action: { zh: `查看已删除的${entity.label.zh}`, en: `see deleted ${entity.label.en}` } });
  return joined([predicateSql(ctx.model, access.rows('read'), 't'), predicateSql(ctx.model, access.rows('delete'), 't')], 'and');
}

/** Values for the complaint about one that is in use by now. */
async function valuesOf(ctx: TransactionContext, entity: Entity, id: string): Promise<Record<string, unknown>> {
  const { rows } = await ctx.db.query<{ row: Record<string, unknown> }>('select row from tamga.recycled where record_id = $1', [id]);
  return Object.fromEntries(entity.fields.flatMap((field) => field.column ? [[field.name, rows[0]?.row[field.column]]] : []));
}
