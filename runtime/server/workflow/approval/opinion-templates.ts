import { entityOf } from '../../../model/model.ts';
import { problem } from '../../../problems.ts';
import { asSystem, type Context } from '../../context.ts';
import { columnOf, tableOf } from '../../db/quoted-names.ts';
import { isId } from '../../../fields/index.ts';
import { create } from '../../operations/create.ts';
import { loadRow } from '../../operations/rows.ts';
import { remove } from '../../operations/remove.ts';

export interface OpinionTemplate { id: string; text: string; own: boolean }

/** The person's own opinions first, then those shared by all. */
export async function opinionTemplates(ctx: Context): Promise<{ items: OpinionTemplate[] }> {
  const template = entityOf(ctx.model, 'platform/opinion-template');
  const c = (name: string): string => columnOf(template, name);
  const { rows } = await ctx.db.query<OpinionTemplate>(
    `select id, ${c('text')} as text, ${c('person')} is not null as own from ${tableOf(template)} where ${c('person')} is null or ${c('person')} = $1 order by own desc, ${c('order')}, ${c('text')} limit 50`,
    [ctx.principal.user?.id ?? null]);
  return { items: rows };
}

/** Keeps an opinion for the person who uses it often. */
export async function addOpinionTemplate(ctx: Context, text: string): Promise<{ items: OpinionTemplate[] }> {
  await create(asSystem(ctx), entityOf(ctx.model, 'platform/opinion-template'), { text: text.trim(), person: ctx.principal.user?.id ?? null });
  return opinionTemplates(ctx);
}

/** Only own ones can be thrown away; others do not exist for the person. */
export async function removeOpinionTemplate(ctx: Context, id: string): Promise<void> {
  const entity = entityOf(ctx.model, 'platform/opinion-template');
  const row = isId(id) ? await loadRow(ctx, entity, id) : undefined;
  if (!row || row['person'] !== ctx.principal.user?.id) throw problem('not-found');
  await remove(asSystem(ctx), entity, id);
}
