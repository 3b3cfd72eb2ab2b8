import type { Entity } from '../../model/model.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { evaluate, recordValue } from './evaluate.ts';
import type { Row } from './rows.ts';

/** An action that the person's role names, and whether it is possible on a record now. */
export interface OfferedAction { name: string; possible: (row: Row) => Promise<boolean> }

/** Actions of an entity that the person may run on some records; `submit` starts its process. */
export function allowedActions(ctx: Context, entity: Entity): OfferedAction[] {
  const access = accessTo(ctx, entity);
  const offered: OfferedAction[] = [];
  for (const action of ctx.model.actions.get(entity.key)?.values() ?? []) {
    if (action.internal || action.on === 'list' || !access.can(`action:${action.name}`)) continue;
    const when = action.when;
    offered.push({ name: action.name, possible: async (row) => !when || (await evaluate(ctx, when, { record: recordValue(entity, row), user: ctx.principal.user, input: {} })) === true });
  }
  if (ctx.model.processOf.has(entity.key) && access.can('action:submit')) offered.push({ name: 'submit', possible: (row) => ctx.services.canSubmit(ctx, entity, row) });
  return offered;
}
