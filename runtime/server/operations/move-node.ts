import type { Entity } from '../../model/model.ts';
import { invalid, Problem, problem } from '../../problems.ts';
import { isId } from '../../fields/index.ts';
import { asSystem, type Context } from '../context.ts';
import { raw, toNative } from '../db/builder.ts';
import { inTransaction, type TransactionContext } from './in-transaction.ts';
import { requireAction, requireRow } from './require.ts';
import { update } from './update.ts';

/** Where a node goes: beneath a parent (null: to the top), before or after one of the children there. */
export interface Move { parent?: string | null; before?: string; after?: string; version?: number }

/** Moves a node of a tree with everything beneath it; it may not leave what the person may move. */
export async function moveNode(ctx: Context, entity: Entity, id: string, move: Move): Promise<void> {
  const tree = entity.tree;
  if (!tree || entity.managed) throw problem('not-found');
  await inTransaction(ctx, async (tx) => {
    const row = await requireAction(tx, entity, id, 'move');
    if (move.version !== undefined && move.version !== row.version) throw problem('record.stale');
    const parent = move.parent === undefined ? row[tree.parent] as string | null : move.parent;
    if (parent !== null) await requireReadable(tx, entity, parent);
    const values: Record<string, unknown> = { [tree.parent]: parent };
    if (tree.order) values[tree.order] = await makeRoom(tx, entity, id, parent, move);
    else if (move.before !== undefined || move.after !== undefined) throw problem('tree.sibling');
    await update(asSystem(tx), entity, id, values, undefined, { operation: 'move' });
    await requireAction(tx, entity, id, 'move').catch((error: unknown) => {
      throw error instanceof Problem ? problem('access.denied', { action: { zh: `把${entity.label.zh}移出管辖范围`, en: `move ${entity.label.en} out of the scope` } }) : error;
    });
  });
}

async function requireReadable(ctx: TransactionContext, entity: Entity, parent: string): Promise<void> {
  const field = entity.byName.get(entity.tree!.parent)!;
  const wrong = invalid([{ field: field.name, code: 'field.reference', params: { label: field.label } }]);
  if (!isId(parent)) throw wrong;
  await requireRow(ctx, entity, parent, 'read').catch((error: unknown) => { throw error instanceof Problem ? wrong : error; });
}

/** Numbers the children of a node anew around the place that the moved one takes; returns its number. */
async function makeRoom(ctx: TransactionContext, entity: Entity, id: string, parent: string | null, { before, after }: Move): Promise<number> {
  const [parentColumn, orderColumn] = [entity.byName.get(entity.tree!.parent)!.column!, entity.byName.get(entity.tree!.order!)!.column!];
  const found = toNative(raw('select id from ??.?? where ?? is not distinct from ?::uuid and id <> ? order by ?? nulls last, id for no key update', [entity.schema, entity.table, parentColumn, parent, id, orderColumn]) as never);
  const siblings = (await ctx.db.query<{ id: string }>(found.text, found.values)).rows.map((row) => row.id);
  const neighbour = before ?? after;
  const at = neighbour === undefined ? siblings.length : siblings.indexOf(neighbour);
  if (at < 0) throw problem('tree.sibling');
  const place = before === undefined && after !== undefined ? at + 1 : at;
  siblings.splice(place, 0, id);
  const numbered = toNative(raw('update ??.?? as t set ?? = v.n * 10 from unnest(?::uuid[]) with ordinality as v(id, n) where t.id = v.id and t.id <> ? and ?? is distinct from v.n * 10', [entity.schema, entity.table, orderColumn, raw('?', [siblings]), id, `t.${orderColumn}`]) as never);
  await ctx.db.query(numbered.text, numbered.values);
  return (place + 1) * 10;
}
