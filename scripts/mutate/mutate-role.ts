import { changed, listAt, objectAt, pointerOf } from './change-json.ts';
import type { Mutant, MutateKind } from './mutant.ts';
import type { Source } from '../../runtime/model/source.ts';

const rights = ['read', 'create', 'update', 'delete'];

/** Row rules and field rules of a role. */
export const mutateRole: MutateKind = (source) => Object.entries(objectAt(source.content, 'grants')).flatMap(([entity]) => {
  const path = ['grants', entity];
  const grant = objectAt(objectAt(source.content, 'grants'), entity);
  const mutant = (kind: Mutant['class'], what: string, at: (string | number)[], changedSource: Source): Mutant => ({ class: kind, pointer: pointerOf(at), what, source: changedSource, role: `${source.app}.${source.name}` });
  const canSee = Boolean(grant.read) || rights.some((right) => Boolean(grant[right]));
  return [
    ...rights.filter((right) => 'where' in objectAt(grant, right)).map((right) => mutant('row-rule', `${right} without where`, [...path, right], changed(source, [...path, right], true))),
    ...canSee && grant.scope !== 'all' ? [mutant('row-rule', `scope ${String(grant.scope ?? 'grant')} loosened to all`, [...path, 'scope'], changed(source, [...path, 'scope'], 'all'))] : [],
    ...['hide', 'mask', 'readOnly'].flatMap((rule) => listAt(grant, rule).map((field, at) => mutant('field-rule', `${rule} without ${String(field)}`, [...path, rule, at], changed(source, [...path, rule, at])))),
  ];
});

/** A right or action given to a role that lacks it. */
export const widenRole: MutateKind = (source, all) => Object.keys(objectAt(source.content, 'grants')).flatMap((entity) => {
  const grant = objectAt(objectAt(source.content, 'grants'), entity);
  const role = `${source.app}.${source.name}`;
  const key = entity.includes('/') ? entity : `${source.app}/${entity}`;
  const definition = all.find((each) => each.kind === 'entity' && `${each.app}/${each.name}` === key);
  // Nobody can be given the right to change what only the system keeps.
  if (!definition || 'builtIn' in (definition.content as object)) return [];
  const actions = all.filter((each) => each.kind === 'action' && entityOf(each) === key && objectAt({ content: each.content as never }, 'content').internal !== true).map((each) => each.name);
  const held = listAt(grant, 'actions').map(String);
  return [
    ...['create', 'update', 'delete'].filter((right) => !grant[right]).map((right): Mutant => ({
      class: 'right', pointer: pointerOf(['grants', entity, right]), what: `${right} given`, source: changed(source, ['grants', entity, right], true), role,
    })),
    ...actions.filter((action) => !held.includes(action)).map((action): Mutant => ({
      class: 'right', pointer: pointerOf(['grants', entity, 'actions']), what: `action ${action} given`, source: changed(source, ['grants', entity, 'actions'], [...held, action]), role,
    })),
  ];
});

function entityOf(action: Source): string {
  const name = String((action.content as { entity?: unknown }).entity);
  return name.includes('/') ? name : `${action.app}/${name}`;
}
