import { entityOf, type Entity } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { loadRows, type Row } from '../operations/rows.ts';

/** What the references of a stored record are called. */
export async function titlesOf(ctx: Context, entity: Entity, row: Row, names: readonly string[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const name of names) {
    const reference = entity.byName.get(name)?.reference;
    if (!reference || row[name] == null) continue;
    const target = entityOf(ctx.model, reference.entity);
    const [found] = await loadRows(ctx, target, reference.key, [row[name]]);
    const title = found?.[target.title];
    titles.set(name, typeof title === 'string' ? title : '');
  }
  return titles;
}
