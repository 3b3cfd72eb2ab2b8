import { isId } from '../../fields/index.ts';
import type { Context } from '../context.ts';

/** A stored version of a process. */
export interface StoredDefinition { id: string; key: string; name: string; version: number; entity: string; xml: string; deploymentId: string | null }

const columns = 'id, key, name, version, entity, xml, deployment_id as "deploymentId"';

/** Versions of processes, newest first. */
export async function definitionsBy(ctx: Context, { key, latest }: { key?: string; latest: boolean }): Promise<StoredDefinition[]> {
  const { rows } = await ctx.db.query<StoredDefinition>(
    `select ${columns} from tamga.process_definition d where ($1::text is null or key = $1) and (not $2 or version = (select max(version) from tamga.process_definition o where o.key = d.key)) order by key, version desc limit 2000`, [key ?? null, latest]);
  return rows;
}

/** One version by its id, or the newest of a process. */
export async function loadDefinition(ctx: Context, where: { id: string } | { key: string }): Promise<StoredDefinition | undefined> {
  if ('key' in where) return (await definitionsBy(ctx, { key: where.key, latest: true }))[0];
  if (!isId(where.id)) return undefined;
  const { rows } = await ctx.db.query<StoredDefinition>(`select ${columns} from tamga.process_definition where id = $1`, [where.id]);
  return rows[0];
}
