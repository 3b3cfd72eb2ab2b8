import { createHash } from 'node:crypto';
import { entityOf, type Entity, type Model } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { get } from './get.ts';
import { requireOperation } from './require.ts';

/** What a person has begun to fill in; `stale`: the record was changed since, `changed`: the form was. */
export interface Draft { values: Record<string, unknown>; at: string; stale: boolean; changed: boolean }

const none = '00000000-0000-0000-0000-000000000000';
const mostBytes = 512 * 1024;

/** The person's own draft for a new record, or for a change of one. */
export async function readDraft(ctx: Context, entity: Entity, id: string | null): Promise<Draft | null> {
  const version = await requireForm(ctx, entity, id);
  const { rows: [row] } = await ctx.db.query<{ values: Record<string, unknown>; at: Date; record_version: number | null; shape: string }>(
    'select values, at, record_version, shape from tamga.draft where user_id = $1 and entity = $2 and record_id = $3', [personOf(ctx), entity.key, id ?? none]);
  return row ? { values: row.values, at: row.at.toISOString(), stale: row.record_version !== version, changed: row.shape !== shapeOf(ctx.model, entity) } : null;
}

/** Keeps it until it is saved, discarded or a month old; nobody else ever sees it. */
export async function writeDraft(ctx: Context, entity: Entity, id: string | null, values: Record<string, unknown>, version?: number): Promise<void> {
  const present = await requireForm(ctx, entity, id);
  const text = JSON.stringify(values);
  if (Buffer.byteLength(text) > mostBytes) throw problem('request.too-large');
  await ctx.db.query(`insert into tamga.draft (user_id, entity, record_id, values, record_version, shape, at) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (user_id, entity, record_id) do update set values = excluded.values, record_version = excluded.record_version, shape = excluded.shape, at = excluded.at`,
  [personOf(ctx), entity.key, id ?? none, text, id === null ? null : version ?? present, shapeOf(ctx.model, entity), ctx.services.clock.now()]);
}

/** Discards it. */
export async function dropDraft(ctx: Context, entity: Entity, id: string | null): Promise<void> {
  await ctx.db.query('delete from tamga.draft where user_id = $1 and entity = $2 and record_id = $3', [personOf(ctx), entity.key, id ?? none]);
}

function personOf(ctx: Context): string {
  if (ctx.principal.kind !== 'user' || !ctx.principal.user) throw problem('access.denied', { action: { zh: '保存草稿', en: 'keep drafts' } });
  return ctx.principal.user.id;
}

/** Whoever may not save the form has no draft of it; returns the record's version. */
async function requireForm(ctx: Context, entity: Entity, id: string | null): Promise<number | null> {
  if (entity.lineOf || entity.managed) throw problem('not-found');
  if (id === null) {
    requireOperation(ctx, entity, 'create');
    return null;
  }
  const record = await get(ctx, entity, id);
  if ((record['can'] as { update: boolean }).update !== true) requireOperation(ctx, entity, 'update');
  return record['version'] as number;
}

/** Names and types of the fields: a draft of another form can be taken over only in part. */
function shapeOf(model: Model, entity: Entity): string {
  const fields = (of: Entity): unknown[] => of.fields.map((field) => [field.name, field.type, field.lines ? fields(entityOf(model, field.lines.entity)) : null]);
  return createHash('sha256').update(JSON.stringify(fields(entity))).digest('hex').slice(0, 16);
}
