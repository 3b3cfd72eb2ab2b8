import { v7 } from 'uuid';
import { entityOf, type Entity, type Field } from '../../model/model.ts';
import { invalid, problem } from '../../problems.ts';
import { recordEvent } from '../audit/index.ts';
import { accessTo } from '../access/access.ts';
import { asSystem, type Context } from '../context.ts';
import { raw, toNative } from '../db/builder.ts';
import { predicateSql } from '../query/predicate-sql.ts';
import { describeChanges } from './describe-changes.ts';
import { inTransaction, type TransactionContext } from './in-transaction.ts';
import { remove } from './remove.ts';
import { requireAction } from './require.ts';
import type { Row } from './rows.ts';
import { run, touch, writeHistory } from './store-row.ts';
import { update } from './update.ts';
import { checkReferences, checkTree } from './validate-row.ts';

/** Merges one node of a tree into another: whatever referred to it refers to the other, and it is gone. */
export async function mergeNodes(ctx: Context, entity: Entity, id: string, into: string, version?: number): Promise<{ moved: number }> {
  if (!entity.tree || entity.managed) throw problem('not-found');
  if (id === into) throw problem('merge.self');
  return inTransaction(ctx, async (tx) => {
    // Trees change their shape one step at a time.
    await tx.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`tree ${entity.key}`]);
    const row = await requireAction(tx, entity, id, 'merge');
    if (version !== undefined && version !== row.version) throw problem('record.stale');
    const target = await requireAction(tx, entity, into, 'merge');
    await requireShape(tx, entity, row, target);
    const { rows: running } = await tx.db.query("select 1 from tamga.process_instance where record_id = $1 and status in ('running', 'incident')", [id]);
    if (running.length > 0) throw problem('process.running');
    let moved = 0;
    for (const use of entity.referencedBy) moved += await repoint(tx, entityOf(tx.model, use.entity), use.field, entity, id, target);
    await remove(asSystem(tx), entity, id);
    await noteMerged(tx, entity, row, into);
    return { moved };
  });
}

/** The other node may not lie beneath the one that goes, and its new children may not lie too deep. */
async function requireShape(ctx: TransactionContext, entity: Entity, row: Row, target: Row): Promise<void> {
  const errors = await checkTree(ctx, entity, { ...row, [entity.tree!.parent]: target.id }, '', 'instead');
  // What may not be the node's parent belongs to another tree.
  errors.push(...await checkReferences(ctx, entity, { ...row, [entity.tree!.parent]: target.id }, new Set([entity.tree!.parent])));
  if (errors.length > 0) throw invalid(errors);
}

/** Makes all records that name a node name the other one; refuses when the person may not see one of them. */
async function repoint(ctx: TransactionContext, entity: Entity, name: string, target: Entity, id: string, into: Row): Promise<number> {
  const field = entity.byName.get(name)!;
  const seen = predicateSql(ctx.model, accessTo(ctx, entity).rows('read'), 't');
  const uses = field.references ? raw('?? @> array[?]::uuid[]', [`t.${field.column!}`, id]) : raw('?? = ?', [`t.${field.column!}`, id]);
  const found = toNative(raw('select t.id, t.version, ? as seen from ??.?? t where ? order by t.id for no key update of t', [seen, entity.schema, entity.table, uses]) as never);
  const { rows } = await ctx.db.query<{ id: string; version: number; seen: boolean }>(found.text, found.values);
  // The node may be a child of itself no longer once it is gone.
  const own = rows.filter((row) => !(entity.key === target.key && row.id === id));
  if (own.some((row) => row.seen !== true)) throw problem('merge.unseen', { label: entity.label });
  if (own.length === 0) return 0;
  if (!field.references && dependsOn(entity, name)) {
    for (const row of own) await update(asSystem(ctx), entity, row.id, { [name]: into.id }, undefined, { operation: 'merge' });
    return own.length;
  }
  const ids = own.map((row) => row.id);
  const value = field.references
    ? raw('(select array_agg(distinct x) from unnest(array_replace(??, ?::uuid, ?::uuid)) x)', [field.column!, id, into.id])
    : raw('?::uuid', [into.id]);
  const owned = entity.owner[0] === name;
  const statement = toNative(raw(`update ??.?? set ?? = ?, version = version + 1, updated_at = ?, updated_by = ?::uuid${owned ? ', owner_org = ?::uuid, area_code = ?' : ''} where id = any(?)`,
    [entity.schema, entity.table, field.column!, value, ctx.services.clock.now(), ctx.principal.user?.id ?? null, ...owned ? [into.ownerOrg, into.areaCode] : [], raw('?', [ids])]) as never);
  await run(ctx, entity, statement, { [name]: into[target.title] });
  await note(ctx, entity, own.map((row) => ({ id: row.id, version: row.version + 1 })), { [name]: [id, into.id] }, 'merge');
  for (const row of own) touch(ctx, entity, row.id);
  return own.length;
}

/** Do computed fields or lines' owners follow from this field? Then the record is changed like any other. */
function dependsOn(entity: Entity, name: string): boolean {
  const usesIt = (field: Field): boolean => field.computed?.names.includes(name) === true || Object.values(field.lookup ?? {}).some((expression) => expression.names.includes(name));
  return entity.fields.some(usesIt) || (entity.owner[0] === name && entity.fields.some((field) => field.lines));
}

/** The node that stays gets a version that says what was merged into it. */
async function noteMerged(ctx: TransactionContext, entity: Entity, row: Row, into: string): Promise<void> {
  const statement = toNative(raw('update ??.?? set version = version + 1, updated_at = ?, updated_by = ?::uuid where id = ? returning version', [entity.schema, entity.table, ctx.services.clock.now(), ctx.principal.user?.id ?? null, into]) as never);
  const { rows: [stored] } = await ctx.db.query<{ version: number }>(statement.text, statement.values);
  touch(ctx, entity, into);
  await writeHistory(ctx, entity, into, stored!.version, 'merge', {}, row, { reason: String(row[entity.title] ?? row.id) });
}

async function note(ctx: TransactionContext, entity: Entity, records: readonly { id: string; version: number }[], changes: Record<string, [unknown, unknown]>, operation: string): Promise<void> {
  if (entity.lineOf) return;
  for (const record of records) await recordEvent(ctx, { event: 'record.update', result: 'done', entity, record: record.id, summary: describeChanges(entity, changes), via: operation });
  if (entity.history) await ctx.db.query('insert into tamga.history (id, entity, record_id, version, at, by, operation, via, changes) select unnest($1::uuid[]), $2, unnest($3::uuid[]), unnest($4::int[]), $5, $6, $7, $8, $9',
    [records.map(() => v7()), entity.key, records.map((r) => r.id), records.map((r) => r.version), ctx.services.clock.now(), ctx.principal.user?.id ?? null, operation, ctx.tx.via, JSON.stringify(changes)]);
}
