import { entityOf, type Entity } from '../../model/model.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { find } from './find.ts';
import { historyEntries, historyOf } from './history.ts';
import { changesOfMany } from './past-record.ts';
import { titleIn } from './title-in.ts';

const mostRecords = 200;
const mostEntries = 200;

/** What happened to a record and to the records around it that the reader may see, newest first. */
export async function timelineOf(ctx: Context, entity: Entity, id: string): Promise<Record<string, unknown>[]> {
  const own = await historyOf(ctx, entity, id);
  const around = ctx.model.details.get(entity.key)?.timeline ?? [];
  const others = await Promise.all(around.map(({ entity: key, by }) => changesAround(ctx, entityOf(ctx.model, key), by, id)));
  return [...own, ...others.flat()].sort((a, b) => String(b['at']).localeCompare(String(a['at'])) || String(b['id']).localeCompare(String(a['id']))).slice(0, mostEntries);
}

async function changesAround(ctx: Context, entity: Entity, by: string, id: string): Promise<Record<string, unknown>[]> {
  // Asking by a field that may not be seen whole would tell its value.
  if (!accessTo(ctx, entity).can('read') || accessTo(ctx, entity).clear(by).kind === 'none') return [];
  const { items } = await find(ctx, entity, { filter: { [by]: id }, fields: [entity.title], sort: ['-updatedAt'], pageSize: mostRecords, count: 'none' });
  const titles = new Map(items.map((item) => [String(item['id']), titleIn(item[entity.title])]));
  const rows = (await changesOfMany(ctx, entity, [...titles.keys()])).slice(0, mostEntries);
  const entries = await historyEntries(ctx, entity, rows);
  const label = ctx.locale === 'en' ? entity.label.en : entity.label.zh;
  return entries.map((entry, i) => ({ ...entry, of: { app: entity.app, entity: entity.name, label, id: rows[i]!.record_id, title: titles.get(rows[i]!.record_id) ?? '' } }));
}
