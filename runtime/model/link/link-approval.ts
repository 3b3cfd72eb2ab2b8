import type { Process } from '../../bpmn/index.ts';
import type { Action, Entity } from '../model.ts';
import { suggest } from '../suggest.ts';
import type { Linker, Place } from './linker.ts';

interface ApprovalNames { roles: ReadonlySet<string>; actions: ReadonlyMap<string, ReadonlyMap<string, Action>> }

/** Checks what a process says of withdrawing, and its steps of signers and deadlines, against the definitions they name. */
export function linkApproval(process: Process, entity: Entity, at: { place: Place; linker: Linker; names: ApprovalNames }): void {
  const { place, linker, names } = at;
  const { withdrawAction, withdrawStatus } = process.instance;
  const actions = names.actions.get(entity.key);
  if (withdrawAction !== undefined && !actions?.has(withdrawAction)) linker.report(place, `#${process.id}`, 'definition.unknown-action', `unknown action "${withdrawAction}" of ${entity.name}`, suggest(withdrawAction, actions?.keys() ?? []));
  if (withdrawStatus !== undefined) checkStatus(process, entity, withdrawStatus, at);
  for (const { id, userTask } of Object.values(process.nodes)) {
    for (const role of userTask?.approval.escalateTo ?? []) if (!names.roles.has(role)) linker.report(place, `#${id}`, 'definition.unknown-role', `unknown role "${role}"`, suggest(role, names.roles));
    const signers = userTask?.approval.sign?.signers;
    if (typeof signers === 'object') checkPeople(entity, signers.field, { ...at, pointer: `#${id}` });
  }
}

function checkStatus({ id }: Process, entity: Entity, status: string, { place, linker }: { place: Place; linker: Linker }): void {
  if (linker.isVague(entity, '/states') || (entity.states && linker.isVague(entity, entity.states.field))) return;
  const values = entity.states ? entity.byName.get(entity.states.field)?.options?.map(({ value }) => value) ?? [] : [];
  if (!values.includes(status)) linker.report(place, `#${id}`, 'definition.unknown-state', `"${status}" is no state of "${entity.name}"`, suggest(status, values));
  else if (!entity.states!.transitions.some(({ to, by }) => to === status && by.includes(id))) linker.report(place, `#${id}`, 'definition.state-transition', `no transition to "${status}" is made by "${id}"`, `add it to "states" of ${entity.name}`);
}

/** The field that names signers leads to people: itself, or by a field of its lines. */
function checkPeople(entity: Entity, name: string, { place, linker, pointer }: { place: Place; linker: Linker; pointer: string }): void {
  const field = entity.byName.get(name);
  if (!field) {
    if (!linker.isVague(entity, name)) linker.report(place, pointer, 'definition.unknown-field', `unknown field "${name}" of ${entity.name}`, suggest(name, entity.byName.keys()));
    return;
  }
  if (field.lines || field.type === 'user' || field.reference?.entity === 'platform/user') return;
  linker.report(place, pointer, 'definition.signers', `"${name}" names no people`, 'a field of type user, several users, or lines with a user');
}
