import type { Entity } from '../../model/model.ts';
import { accessTo } from '../access/access.ts';
import { asSystem, type Context } from '../context.ts';
import { find } from './find.ts';
import { titleIn } from './title-in.ts';

/** Units and people are named on every record; they are no secret to whoever is signed in. */
const open = ['platform/organization', 'platform/user'];

/** Of some records those that the person may read, with their titles. */
export async function readableOf(ctx: Context, entity: Entity, ids: readonly string[]): Promise<Map<string, { id: string; title: string }>> {
  const reader = open.includes(entity.key) ? asSystem(ctx) : ctx;
  const wanted = [...new Set(ids)];
  const found = new Map<string, { id: string; title: string }>();
  if (wanted.length === 0 || !accessTo(reader, entity).can('read')) return found;
  for (let at = 0; at < wanted.length; at += most) {
    const part = wanted.slice(at, at + most);
    const { items } = await find(reader, entity, { where: { id: { $in: part } }, fields: [entity.title], pageSize: part.length, count: 'none', sort: [] });
    for (const item of items) found.set(String(item['id']), { id: String(item['id']), title: titleIn(item[entity.title]) });
  }
  return found;
}

const most = 1000;
