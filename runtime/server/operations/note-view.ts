import type { Entity } from '../../model/model.ts';
import { accessTo } from '../access/access.ts';
import { recordEvent } from '../audit/index.ts';
import type { Context } from '../context.ts';

const most = 200;

/** Notes that a person saw sensitive fields of records, before they are handed out; hidden and masked ones were not seen. */
export async function noteView(ctx: Context, entity: Entity, records: readonly Record<string, unknown>[]): Promise<void> {
  const fields = sensitiveOf(entity);
  if (ctx.principal.kind === 'system' || fields.length === 0) return;
  const open = fields.filter(({ name }) => accessTo(ctx, entity).clear(name).kind !== 'none');
  const seen = records.filter((record) => open.some(({ name }) => (record[name] ?? null) !== null));
  if (seen.length === 0) return;
  const labels = open.filter(({ name }) => seen.some((record) => (record[name] ?? null) !== null)).map(({ label }) => label.zh).join('、');
  const [only] = seen.length === 1 ? seen : [];
  await recordEvent(ctx, { event: 'record.view', result: 'done', entity, record: only ? String(only['id']) : null, summary: only ? labels : `${labels}；${seen.length} 条：${seen.slice(0, most).map(({ id }) => String(id)).join(' ')}` });
}

const known = new WeakMap<Entity, Entity['fields']>();

function sensitiveOf(entity: Entity): Entity['fields'] {
  let fields = known.get(entity);
  if (!fields) known.set(entity, fields = entity.fields.filter(({ sensitivity }) => sensitivity && sensitivity.level !== 'internal'));
  return fields;
}
