import { v7 } from 'uuid';
import { entityOf, type Entity } from '../../../model/model.ts';
import type { Context } from '../../context.ts';
import { prepare, withValues } from '../../db/prepared.ts';
import { columnOf, tableOf } from '../../db/quoted-names.ts';
import type { CompiledProcess } from '../compiled-process.ts';
import type { Instance } from '../instance.ts';
import type { Task } from '../task.ts';
import { digestOf, seal, type Sealed } from './seal.ts';

export type OpinionKind = 'decision' | 'sign' | 'advice' | 'return' | 'recall' | 'withdraw';

export interface OpinionInput {
  instance: Instance; compiled: CompiledProcess; task: Task | undefined; kind: OpinionKind;
  outcome: string; outcomeLabel: string; opinion: string | null; by: string; onBehalf: string | null;
  /** The record as the person saw it, when they may. */
  seen: Record<string, unknown> | undefined; seenVersion: number;
}

const insert = prepare(
  `insert into tamga.opinion (id, instance_id, task_id, node_id, label, outcome, outcome_label, opinion, by, at, seen_version, kind, on_behalf, sealed, digest, signature, key_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`);

/** Writes what somebody said, sealed with what they saw; the row is never changed again. */
export async function recordOpinion(ctx: Context, { instance, compiled, task, kind, outcome, outcomeLabel, opinion, by, onBehalf, seen, seenVersion }: OpinionInput): Promise<void> {
  const at = ctx.services.clock.now();
  const node = task?.nodeId ?? 'process';
  const label = task?.label ?? compiled.process.title ?? compiled.process.name ?? compiled.process.id;
  const content: Sealed = {
    id: v7(), instance: instance.id, task: task?.id ?? null, node, label, kind, outcome, outcomeLabel, opinion, by, onBehalf, at: at.toISOString(),
    seenVersion, definition: compiled.definitionId, revision: ctx.model.revision, form: compiled.process.nodes[node]?.userTask?.form ?? null,
    values: seen ? digestOf(seen) : null, files: seen ? await filesOf(ctx, compiled.entity, seen) : [],
  };
  const { digest, signature, keyId } = await seal(ctx, content);
  await ctx.db.query(withValues(insert, [content.id, instance.id, task?.id ?? null, node, label, outcome, outcomeLabel, opinion, by, at, seenVersion, kind, onBehalf, JSON.stringify(content), digest, signature, keyId]));
}

/** The files that hung on the record, each with the digest it had. */
async function filesOf(ctx: Context, entity: Entity, seen: Record<string, unknown>): Promise<Sealed['files']> {
  const ids = entity.fields.filter(({ type }) => type === 'file' || type === 'image').flatMap(({ name }) => (Array.isArray(seen[name]) ? seen[name] : []).flatMap(idOf));
  if (ids.length === 0) return [];
  const file = entityOf(ctx.model, 'platform/file');
  const { rows } = await ctx.db.query<{ id: string; digest: string }>(`select id, ${columnOf(file, 'digest')} as digest from ${tableOf(file)} where id = any($1) order by id`, [ids]);
  return rows;
}

function idOf(value: unknown): string[] {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return typeof id === 'string' ? [id] : [];
}
