import type { Action, Entity } from '../../model/model.ts';
import type { ClientAction } from '../../model/client-types.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { clientField, say } from './client-field.ts';

/** The actions that a person may run on records of an entity, or on its list. */
export function clientActions(ctx: Context, entity: Entity, on: 'record' | 'list'): ClientAction[] {
  const access = accessTo(ctx, entity);
  const declared = [...(ctx.model.actions.get(entity.key)?.values() ?? [])].filter((a) => a.on === on && !a.internal && access.can(`action:${a.name}`));
  const actions = declared.map((a) => clientAction(ctx, entity, a));
  if (on === 'record' && ctx.model.processOf.has(entity.key) && access.can('action:submit')) {
    actions.push({ name: 'submit', label: ctx.locale === 'en' ? 'Submit' : '提交', on, style: 'primary', input: [] });
  }
  return actions;
}

function clientAction(ctx: Context, entity: Entity, action: Action): ClientAction {
  return {
    name: action.name, label: say(ctx, action.label), on: action.on, style: action.style, ...(action.confirm ? { confirm: say(ctx, action.confirm) } : {}),
    // Inputs of an action are no fields of the entity: its field rights do not speak of them.
    input: action.input.map((f) => clientField({ ...ctx, principal: { kind: 'system', user: ctx.principal.user, grants: [] } }, entity, f)),
  };
}
