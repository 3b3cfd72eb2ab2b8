import type { Condition, Entity } from '../../model/model.ts';
import { isId } from '../../fields/index.ts';
import type { Context } from '../context.ts';
import { resolvePath, type ResolvedPath } from '../query/path.ts';
import { asSystem } from '../context.ts';
import { problem } from '../../problems.ts';
import { parseCondition, pathsOf } from '../query/condition.ts';
import { find } from './find.ts';
import { titleIn } from './title-in.ts';

/** Names of units, areas and people are no secret to whoever is signed in; everything else follows the reader's rights. */
const open = ['platform/area', 'platform/organization', 'platform/user'];

/** Choices of a reference field: id, title and a hint that tells them apart. */
export async function findOptions(ctx: Context, entity: Entity, input: { text?: string; filter?: Condition; ids?: readonly string[]; parent?: string; limit: number }): Promise<{ id: string; title: string; hint?: string }[]> {
  const keyed = entity.key === 'platform/area' ? 'code' : 'id';
  const hints = hintFields(entity);
  const parts: Condition[] = [];
  if (input.filter) parts.push(input.filter);
  if (input.parent !== undefined) parts.push({ [entity.tree?.parent ?? 'parent']: input.parent === '' ? null : input.parent });
  if (input.ids) parts.push({ [keyed]: { $in: keyed === 'id' ? input.ids.filter(isId) : input.ids } });
  if (entity.byName.get('enabled')?.type === 'boolean' && !input.ids) parts.push({ enabled: { $ne: false } });
  const fields = [...new Set([keyed, entity.title, ...hints])].filter((n) => n !== 'id');
  // A reader without the right to see a hint still gets the title.
  for (const name of fields) resolvePath(ctx.model, entity, name);
  const reader = open.includes(entity.key) ? asSystem(ctx) : ctx;
  if (reader !== ctx && input.filter) refuseTelling(ctx, entity, input.filter, fields);
  const { items } = await find(reader, entity, { ...(parts.length > 0 ? { filter: { $and: parts } } : {}), ...(input.text ? { search: input.text } : {}), pageSize: input.limit, count: 'none', fields, sort: entity.key === 'platform/area' ? ['code'] : entity.sort });
  return items.map((item) => {
    const hint = hints.map((name) => titleIn(item[name])).filter((text) => text !== '').join(' · ');
    return { id: String(item[keyed]), title: titleIn(item[entity.title]) || String(item[keyed]), ...(hint ? { hint } : {}) };
  });
}

/** Choices are found without the reader's rights: a filter may only ask for what is shown, and for kinds and places. */
function refuseTelling(ctx: Context, entity: Entity, filter: Condition, shown: readonly string[]): void {
  const isOpen = ({ text, hops, field }: ResolvedPath): boolean => shown.includes(text)
    || (hops.every(({ to }) => open.includes(to)) && !field.sensitivity && ['reference', 'org', 'user', 'area', 'boolean', 'choice'].includes(field.type));
  const user = { id: ctx.principal.user?.id, org: ctx.principal.user?.org?.id, area: ctx.principal.user?.org?.area };
  const telling = pathsOf(parseCondition(ctx.model, entity, filter, { clock: ctx.services.clock, user })).find((path) => !isOpen(path));
  if (telling) throw problem('request.unknown-field', { name: telling.text, suggestion: '' });
}

function hintFields(entity: Entity): string[] {
  // Sign-in names are nobody's business; other keys tell records apart, such as the material and warehouse of a batch.
  const telling = [...open.includes(entity.key) ? [] : entity.keys, 'code', 'spec', 'brand', 'no', 'expiryDate'];
  return entity.fields.filter((f) => f.name !== entity.title && telling.includes(f.name)).map((f) => f.name).slice(0, 3);
}
