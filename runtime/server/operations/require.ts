import type { Entity } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import { raw } from '../db/builder.ts';
import { predicateSql } from '../query/predicate-sql.ts';
import { isId } from '../../fields/index.ts';
import type { Context } from '../context.ts';
import { shapedStatement } from '../query/shaped-statement.ts';
import { loadRow, locking, rowColumns, toRow, type Row } from './rows.ts';

/** The record, locked, when the person may do the operation on it: 404 when it may not be seen, 403 when only that. */
export async function requireRow(ctx: Context, entity: Entity, id: string, operation: string, lock = true): Promise<Row> {
  if (!isId(id)) throw problem('not-found');
  const access = accessTo(ctx, entity);
  const read = access.rows('read');
  if (read.kind === 'none') throw access.can('read') ? problem('not-found') : problem('access.denied', { action: { zh: `查看${entity.label.zh}`, en: `read ${entity.label.en}` } });
  const hold = lock && operation === 'delete' ? 'delete' : lock;
  if (ctx.principal.kind === 'system') {
    const row = await loadRow(ctx, entity, id, { lock: hold });
    if (!row) throw problem('not-found');
    return row;
  }
  const { rows: [stored] } = await ctx.db.query<Record<string, unknown> & { is_seen: boolean; is_allowed: boolean }>(shapedStatement(entity, {
    key: `require${locking(hold)}`, predicates: [read, access.rows(operation)], values: [id],
    build: ([key], [seen, allowed]) => raw(`select ?, ? as is_seen, ? as is_allowed from ??.?? as t where t.id = ?${locking(hold)}`,
      [rowColumns(entity), predicateSql(ctx.model, seen!, 't'), predicateSql(ctx.model, allowed!, 't'), entity.schema, entity.table, key]),
  }));
  if (stored?.is_seen !== true) throw problem('not-found');
  if (stored.is_allowed !== true) throw problem('access.denied', { action: operationLabel(ctx, entity, operation) });
  return toRow(entity, stored);
}

/** The record, locked, when the person may run the action on it. */
export function requireAction(ctx: Context, entity: Entity, id: string, action: string): Promise<Row> {
  return requireRow(ctx, entity, id, `action:${action}`);
}

/** Refuses an operation on the entity as a whole. */
export function requireOperation(ctx: Context, entity: Entity, operation: string): void {
  if (!accessTo(ctx, entity).can(operation)) throw problem('access.denied', { action: operationLabel(ctx, entity, operation) });
}

const words: Record<string, { zh: string; en: string }> = {
  read: { zh: '查看', en: 'read' }, create: { zh: '新建', en: 'create' }, update: { zh: '修改', en: 'update' }, delete: { zh: '删除', en: 'delete' }, export: { zh: '导出', en: 'export' }, import: { zh: '导入', en: 'import' }, 'action:submit': { zh: '提交', en: 'submit' },
  'action:restore': { zh: '恢复', en: 'restore' }, 'action:move': { zh: '移动', en: 'move' }, 'action:merge': { zh: '合并', en: 'merge' },
};

function operationLabel(ctx: Context, entity: Entity, operation: string): { zh: string; en: string } {
  const action = operation.startsWith('action:') ? ctx.model.actions.get(entity.key)?.get(operation.slice(7))?.label : undefined;
  const word = action ?? words[operation] ?? { zh: operation, en: operation };
  return { zh: `${word.zh}${entity.label.zh}`, en: `${word.en} ${entity.label.en}` };
}
