import { entityOf, type Entity, type Field } from '../../model/model.ts';
import { invalid, type FieldError } from '../../problems.ts';
import { raw, toNative } from '../db/builder.ts';
import type { Context } from '../context.ts';
import type { TransactionContext } from './in-transaction.ts';

/** A file as records show it. */
export interface FileInfo { id: string; name: string; size: number; type: string }

/** Names, sizes and types of uploaded files by id, in one statement. */
export async function filesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, FileInfo & { uploader: string | null }>> {
  if (ids.length === 0) return new Map();
  const file = entityOf(ctx.model, 'platform/file');
  const column = (name: string) => file.byName.get(name)?.column ?? name;
  const statement = toNative(raw('select id, ?? as name, ?? as size, ?? as type, created_by as uploader from ??.?? where id = any(?)',
    [column('name'), column('size'), column('contentType'), file.schema, file.table, raw('?', [[...new Set(ids)]])]) as never);
  const { rows } = await ctx.db.query<FileInfo & { uploader: string | null }>(statement.text, statement.values);
  return new Map(rows.map((r) => [r.id, r]));
}

/** Ties the files named in a record (or a line, `prefix` naming it) to it; only own uploads and files that the record already has may be named. */
export async function attachFiles(ctx: TransactionContext, entity: Entity, recordId: string, values: Record<string, unknown>, changed: ReadonlySet<string>, prefix = ''): Promise<void> {
  const fields = fileFields(entity).filter((f) => changed.has(f.name));
  if (fields.length === 0) return;
  await keepFiles(ctx, fields.flatMap((f) => (values[f.name] as string[] | null) ?? []));
  const errors = await checkFiles(ctx, entity, recordId, values, changed, prefix);
  if (errors.length > 0) throw invalid(errors);
  for (const field of fields) {
    await ctx.db.query('delete from tamga.file_use where record_id = $1 and field = $2', [recordId, field.name]);
    await ctx.db.query('insert into tamga.file_use (file_id, entity, record_id, field) select unnest($1::uuid[]), $2, $3, $4 on conflict do nothing', [(values[field.name] as string[] | null) ?? [], entity.key, recordId, field.name]);
  }
}

/** Complaints about files that are not the person's to name, or not of the kind the field takes. */
export async function checkFiles(ctx: Context, entity: Entity, recordId: string, values: Record<string, unknown>, changed: ReadonlySet<string>, prefix = ''): Promise<FieldError[]> {
  const fields = fileFields(entity).filter((f) => changed.has(f.name));
  if (fields.length === 0) return [];
  const files = await filesOf(ctx, fields.flatMap((f) => (values[f.name] as string[] | null) ?? []));
  const { rows } = await ctx.db.query<{ file_id: string }>('select file_id from tamga.file_use where record_id = $1', [recordId]);
  const attached = new Set(rows.map((r) => r.file_id));
  const errors: FieldError[] = [];
  for (const field of fields) {
    for (const id of (values[field.name] as string[] | null) ?? []) {
      const file = files.get(id);
      const usable = file && (ctx.principal.kind === 'system' || attached.has(id) || file.uploader === ctx.principal.user?.id);
      if (!usable) errors.push({ field: `${prefix}${field.name}`, code: 'field.reference', params: { label: field.label } });
      else errors.push(...checkFile(field, file).map((e) => ({ ...e, field: `${prefix}${field.name}` })));
    }
  }
  return errors;
}

/** Frees the files of records that are gone; nobody else's use of them ends. */
export async function detachFiles(ctx: TransactionContext, entity: Entity, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length > 0 && fileFields(entity).length > 0) await ctx.db.query('delete from tamga.file_use where record_id = any($1)', [recordIds]);
}

function fileFields(entity: Entity): Field[] {
  return entity.fields.filter((f) => f.type === 'file' || f.type === 'image');
}

/** Unused uploads are purged after a day: not while a record is taking them. */
async function keepFiles(ctx: TransactionContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const file = entityOf(ctx.model, 'platform/file');
  const statement = toNative(raw('select id from ??.?? where id = any(?) order by id for key share', [file.schema, file.table, raw('?', [ids])]) as never);
  await ctx.db.query(statement.text, statement.values);
}

function checkFile(field: Field, file: FileInfo): FieldError[] {
  const accept = field.type === 'image' ? ['image'] : field.accept;
  const kind = file.type.startsWith('image/') ? 'image' : file.type === 'application/pdf' ? 'pdf' : 'other';
  if (accept && !accept.includes(kind)) return [{ field: field.name, code: 'file.type', params: { accept: accept.join(', ') } }];
  const max = field.maxSize ?? 10;
  return file.size > max * 1024 * 1024 ? [{ field: field.name, code: 'file.too-large', params: { max } }] : [];
}
