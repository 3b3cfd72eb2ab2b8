import type { Entity } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import type { Context, RecordProcess } from '../context.ts';
import type { Abilities } from './abilities.ts';
import { loadRows, type Row } from './rows.ts';

interface Told { items: Record<string, unknown>[]; abilities: Abilities; isSet: (index: number, flag: string) => boolean }

/** Adds `can` to the records of a page; what the rules need to know is read for all of them at once. */
export async function addAbilities(ctx: Context, entity: Entity, { items, abilities, isSet }: Told): Promise<void> {
  const ids = items.map((item) => String(item['id']));
  let loading: Promise<Map<string, Row>> | undefined;
  const rows = (): Promise<Map<string, Row>> => loading ??= loadRows(ctx, entity, 'id', ids).then((found) => new Map(found.map((row) => [row.id, row])));
  const processes = ctx.model.processOf.has(entity.key) ? await processesOf(ctx, ids) : undefined;
  await Promise.all(items.map(async (item, index) => {
    const id = ids[index]!;
    item['can'] = await abilities.tell((flag) => isSet(index, flag), async () => present((await rows()).get(id)), processes?.get(id));
  }));
}

/** One that was deleted while the page was read. */
function present(row: Row | undefined): Row {
  if (!row) throw problem('record.busy');
  return row;
}

async function processesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, RecordProcess>> {
  const { rows } = await ctx.db.query<RecordProcess & { record: string }>(
    `select r.id as record, p.* from unnest($1::uuid[]) as r(id) cross join lateral (${ctx.services.processOfRecord('r.id', '$2::uuid')}) p`, [ids, ctx.principal.user?.id ?? null]);
  return new Map(rows.map(({ record, ...process }) => [record, process]));
}
