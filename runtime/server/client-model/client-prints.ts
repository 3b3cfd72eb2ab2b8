import type { Entity } from '../../model/model.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { say } from './client-field.ts';

/** The templates that a person may print an entity's records with. */
export function clientPrints(ctx: Context, entity: Entity): { name: string; label: string }[] {
  const access = accessTo(ctx, entity);
  return [...ctx.model.templates.values()].filter((template) => template.entity === entity.key && access.can(`print:${template.name}`)).map(({ name, label }) => ({ name, label: say(ctx, label) }));
}
