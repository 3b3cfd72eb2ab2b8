import type { Expression } from '../../expressions/index.ts';
import type { Entity } from '../../model/model.ts';
import { accessTo } from '../access/access.ts';
import type { Context, RecordProcess } from '../context.ts';
import type { Predicate } from '../query/condition.ts';
import { resolvePath } from '../query/path.ts';
import type { Query } from '../query/plan-select.ts';
import { evaluate, recordValue } from './evaluate.ts';
import type { Row } from '../row.ts';

/** What may be done with a record now. */
export interface Can { update: boolean; delete: boolean; actions: string[] }

/** What the record's statement is asked besides its values, and what follows from the answers. */
export interface Abilities { flags: () => Query['flags']; tell: (isSet: (flag: string) => boolean, row: () => Promise<Row>, process: RecordProcess | undefined) => Promise<Can> }

/** The rights of the context's person on single records of an entity; `submit` starts its process. */
export function abilitiesOf(ctx: Context, entity: Entity): Abilities {
  const access = accessTo(ctx, entity);
  const actions = [...ctx.model.actions.get(entity.key)?.values() ?? []].filter((action) => !action.internal && action.on === 'record' && access.can(`action:${action.name}`));
  const submits = ctx.model.processOf.has(entity.key) && access.can('action:submit');
  const byPeople = !entity.managed && !entity.lineOf;
  const builtIn = [...entity.history && byPeople ? ['restore'] : [], ...entity.tree && byPeople ? ['move', 'merge'] : []].filter((name) => access.can(`action:${name}`));
  const within = (operation: string, states: readonly string[] | undefined): Predicate => byPeople ? both(access.rows(operation), inStates(ctx, entity, states)) : { kind: 'none' };
  return {
    flags: () => [
      { name: 'update', predicate: within('update', entity.states?.editable) }, { name: 'delete', predicate: within('delete', entity.states?.deletable) },
      ...actions.map(({ name }) => ({ name: `action ${name}`, predicate: access.rows(`action:${name}`) })),
      ...builtIn.map((name) => ({ name: `action ${name}`, predicate: access.rows(`action:${name}`) })),
      ...submits ? [{ name: 'submit', predicate: access.rows('action:submit') }, { name: 'initial', predicate: isInitial(ctx, entity) }] : [],
    ],
    async tell(isSet, row, process) {
      const can: Can = { update: isSet('update'), delete: isSet('delete'), actions: [] };
      for (const { name, when } of actions) if (isSet(`action ${name}`) && (!when || await holds(ctx, entity, when, await row()))) can.actions.push(name);
      for (const name of builtIn) if (isSet(`action ${name}`) && (name !== 'restore' || can.update)) can.actions.push(name);
      // Nothing runs and the record is in its first state, or it waits for this person as its applicant.
      if (submits && isSet('submit') && (process?.running ? process.waits : isSet('initial'))) can.actions.push('submit');
      return can;
    },
  };
}

async function holds(ctx: Context, entity: Entity, when: Expression, row: Row): Promise<boolean> {
  return (await evaluate(ctx, when, { record: recordValue(entity, row), user: ctx.principal.user, input: {} })) === true;
}

/** People change a record only in certain states. */
function inStates(ctx: Context, entity: Entity, states: readonly string[] = []): Predicate {
  if (!entity.states || ctx.principal.kind === 'system') return { kind: 'all' };
  return { kind: 'compare', path: resolvePath(ctx.model, entity, entity.states.field), operator: '$in', value: states };
}

function isInitial(ctx: Context, entity: Entity): Predicate {
  if (!entity.states) return { kind: 'all' };
  return { kind: 'compare', path: resolvePath(ctx.model, entity, entity.states.field), operator: '$eq', value: entity.states.initial };
}

function both(a: Predicate, b: Predicate): Predicate {
  if (a.kind === 'none' || b.kind === 'all') return a;
  return a.kind === 'all' ? b : { kind: 'and', parts: [a, b] };
}
