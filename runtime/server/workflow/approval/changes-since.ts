import type { ClientChange } from '../../../model/client-types.ts';
import type { Entity } from '../../../model/model.ts';
import { Problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { historyOf } from '../../operations/history.ts';

/** What has changed in a record since the person last decided on it; nothing for those who see it for the first time. */
export async function changesSince(ctx: Context, entity: Entity, recordId: string): Promise<ClientChange[]> {
  const { rows: [last] } = await ctx.db.query<{ version: number | null }>(
    `select max(t.seen_version) as version from tamga.user_task t join tamga.process_instance i on i.id = t.instance_id where i.record_id = $1 and t.completed_by = $2`, [recordId, ctx.principal.user?.id ?? null]);
  if (last?.version == null) return [];
  const changes = new Map<string, ClientChange>();
  for (const entry of await readable(ctx, entity, recordId)) {
    const { version, changes: changed } = entry as unknown as { version: number; changes: ClientChange[] };
    if (version <= last.version) break;
    // The newest comes first: it has what is there now, the oldest what was there then.
    for (const change of changed) {
      const newer = changes.get(change.field);
      changes.set(change.field, newer ? { ...newer, before: change.before, options: [...newer.options ?? [], ...change.options ?? []] } : change);
    }
  }
  return [...changes.values()].filter(({ field, before, after }) => field !== entity.states?.field && JSON.stringify(before) !== JSON.stringify(after));
}

async function readable(ctx: Context, entity: Entity, id: string): Promise<Record<string, unknown>[]> {
  try {
    return await historyOf(ctx, entity, id);
  } catch (error) {
    if (error instanceof Problem && (error.status === 403 || error.status === 404)) return [];
    throw error;
  }
}
