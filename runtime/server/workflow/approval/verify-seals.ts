import { entityOf } from '../../../model/model.ts';
import { problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { drivenEntity } from '../no-record.ts';
import { columnOf, tableOf } from '../../db/quoted-names.ts';
import { loadInstance } from '../instance.ts';
import { maySeeInstance } from '../readable.ts';
import { tasksOf } from '../task.ts';
import { canonical, digestOf, type Sealed } from './seal.ts';
import { signaturePort } from './signature.ts';

/** Whether a sealed opinion still is what was said, and whether what was seen still is what it was. */
export interface SealVerdict { opinion: string; holds: boolean; row: boolean; signature: boolean | 'unknown-key'; values: boolean | 'not-kept'; files: boolean }

interface Row {
  id: string; task: string | null; node: string; label: string; kind: string; outcome: string; outcomeLabel: string; opinion: string | null; by: string; onBehalf: string | null; at: Date;
  seenVersion: number; sealed: Sealed | null; digest: string | null; signature: string | null; keyId: string | null; seen: Record<string, unknown> | null;
}

/** Looks at every sealed opinion of an instance. */
export async function verifySeals(ctx: Context, instanceId: string): Promise<{ items: SealVerdict[] }> {
  const instance = await loadInstance(ctx, instanceId);
  if (!instance || !await maySeeInstance(ctx, instance, await tasksOf(ctx, instance.id), drivenEntity(ctx.model, instance.entity))) throw problem('not-found');
  const { rows } = await ctx.db.query<Row>(
    `select o.id, o.task_id as task, o.node_id as node, o.label, o.kind, o.outcome, o.outcome_label as "outcomeLabel", o.opinion, o.by, o.on_behalf as "onBehalf", o.at, o.seen_version as "seenVersion",
       o.sealed, o.digest, o.signature, o.key_id as "keyId", case when o.kind in ('decision', 'sign') then t.seen end as seen
     from tamga.opinion o left join tamga.user_task t on t.id = o.task_id where o.instance_id = $1 order by o.at, o.id`, [instance.id]);
  const items: SealVerdict[] = [];
  for (const row of rows) items.push(await verdictOf(ctx, instance.id, row));
  return { items };
}

async function verdictOf(ctx: Context, instance: string, row: Row): Promise<SealVerdict> {
  const { sealed, digest, signature, keyId } = row;
  if (!sealed || digest === null || signature === null || keyId === null) return { opinion: row.id, holds: false, row: false, signature: false, values: 'not-kept', files: false };
  const shown = {
    id: row.id, instance, task: row.task, node: row.node, label: row.label, kind: row.kind, outcome: row.outcome, outcomeLabel: row.outcomeLabel, opinion: row.opinion,
    by: row.by, onBehalf: row.onBehalf, at: row.at.toISOString(), seenVersion: row.seenVersion,
  };
  const isRow = canonical({ ...sealed, ...shown }) === canonical(sealed) && digestOf(sealed) === digest;
  const signed = await signaturePort(ctx.services).verify(digest, signature, keyId);
  const values = row.seen === null || sealed.values === null ? 'not-kept' : digestOf(row.seen) === sealed.values;
  const files = await areFilesSame(ctx, sealed.files);
  return { opinion: row.id, holds: isRow && signed === true && values !== false && files, row: isRow, signature: signed ?? 'unknown-key', values, files };
}

async function areFilesSame(ctx: Context, files: Sealed['files']): Promise<boolean> {
  if (files.length === 0) return true;
  const file = entityOf(ctx.model, 'platform/file');
  const { rows } = await ctx.db.query<{ id: string; digest: string }>(`select id, ${columnOf(file, 'digest')} as digest from ${tableOf(file)} where id = any($1)`, [files.map(({ id }) => id)]);
  const now = new Map(rows.map(({ id, digest }) => [id, digest]));
  return files.every(({ id, digest }) => now.get(id) === digest);
}
