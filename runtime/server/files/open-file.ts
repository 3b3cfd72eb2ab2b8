import type { Readable } from 'node:stream';
import { isId } from '../../fields/index.ts';
import { entityOf } from '../../model/model.ts';
import type { Entity } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { raw, toNative } from '../db/builder.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { predicateSql } from '../query/predicate-sql.ts';

export interface OpenFile { id: string; name: string; size: number; type: string; digest: string; content: () => Promise<Readable> }

/** A file for whoever may read a record that holds it, or, while no record does, for the one who uploaded it. Otherwise there is no such file. */
export async function openFile(ctx: Context, id: string): Promise<OpenFile> {
  if (!isId(id)) throw problem('not-found');
  const entity = entityOf(ctx.model, 'platform/file');
  const { rows: [file] } = await ctx.db.query<Omit<OpenFile, 'content'> & { uploader: string | null }>(
    `select id, ${columnOf(entity, 'name')} as name, ${columnOf(entity, 'size')} as size, ${columnOf(entity, 'contentType')} as type,
       ${columnOf(entity, 'digest')} as digest, created_by as uploader from ${tableOf(entity)} where id = $1`, [id]);
  if (!file) throw problem('not-found');
  const { rows: uses } = await ctx.db.query<{ entity: string; record_id: string; field: string }>('select entity, record_id, field from tamga.file_use where file_id = $1 limit 50', [id]);
  const mine = ctx.principal.kind === 'system' || (uses.length === 0 && file.uploader !== null && file.uploader === ctx.principal.user?.id);
  if (!mine && !(await isAnyReadable(ctx, uses))) throw problem('not-found');
  const { name, size, type, digest } = file;
  return { id, name, size, type, digest, content: () => ctx.services.files.read(id) };
}

async function isAnyReadable(ctx: Context, uses: readonly { entity: string; record_id: string; field: string }[]): Promise<boolean> {
  for (const use of uses) {
    const entity = ctx.model.entities.get(use.entity);
    if (entity && await isReadable(ctx, entity, use.record_id, use.field)) return true;
  }
  return false;
}

/** May the reader see this field of this record whole? A line also needs the lines of its record to be seen. */
async function isReadable(ctx: Context, entity: Entity, id: string, field: string): Promise<boolean> {
  const access = accessTo(ctx, entity);
  const rules = [access.rows('read'), access.clear(field)];
  if (rules.some((rule) => rule.kind === 'none')) return false;
  const parent = entity.lineOf ? entityOf(ctx.model, entity.lineOf.entity) : undefined;
  const parentColumn = entity.lineOf ? entity.byName.get(entity.lineOf.as)?.column : undefined;
  const statement = toNative(raw(`select ?? as parent from ??.?? as t where t.id = ? and ${rules.map(() => '?').join(' and ')}`,
    [`t.${parentColumn ?? 'id'}`, entity.schema, entity.table, id, ...rules.map((rule) => predicateSql(ctx.model, rule, 't'))]) as never);
  const { rows: [row] } = await ctx.db.query<{ parent: string }>(statement.text, statement.values);
  if (!row) return false;
  return parent && entity.lineOf ? isReadable(ctx, parent, row.parent, entity.lineOf.field) : true;
}
