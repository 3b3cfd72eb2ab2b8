import { entityOf, type PortalPage } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { find } from '../operations/find.ts';
import { findOptions } from '../operations/options.ts';

const county = 6;

/** How many records of a map page lie in each county, under the reader's rights. */
export async function countByArea(ctx: Context, page: Extract<PortalPage, { type: 'map' }>): Promise<{ code: string; name: string; count: number }[]> {
  const entity = entityOf(ctx.model, page.entity);
  const counts = new Map<string, number>();
  for (let at = 1; ; at += 1) {
    const { items } = await find(ctx, entity, { ...(page.where ? { where: page.where } : {}), fields: [page.area], pageSize: 200, page: at, count: 'none' });
    for (const row of items) {
      const code = (row[page.area] as { id?: string } | null)?.id?.slice(0, county);
      if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    if (items.length < 200 || at >= 25) break;
  }
  const names = await findOptions(ctx, entityOf(ctx.model, 'platform/area'), { ids: [...counts.keys()], limit: 100 });
  return names.map(({ id, title }) => ({ code: id, name: title, count: counts.get(id) ?? 0 }));
}
