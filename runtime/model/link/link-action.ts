import type * as S from '../../../schemas/generated/types.ts';
import type { Expression, FeelType } from '../../expressions/index.ts';
import type { Dictionary } from '../dictionary.ts';
import { actionSteps } from '../../registry.ts';
import type { Action, Assign, Entity, Step } from '../model.ts';
import { suggest } from '../suggest.ts';
import { checkCondition, resolvePath } from './check-condition.ts';
import { feelTypeOf, linkField, linkFieldRules } from './link-entity.ts';
import { feelBoolean, feelUser, qualify, suggestName, systemFields, toText, type Linker, type Place } from './linker.ts';

type Steps = S.Action['steps'];
interface Scope { place: Place; linker: Linker; variables: Record<string, FeelType>; entities: Map<string, Entity>; messages: Set<string>; processes: Set<string>; roles: Set<string>; action: Entity | undefined; line?: Entity }
export interface ActionNames { messages: Set<string>; processes: Set<string>; roles: Set<string>; dictionaries: Map<string, Dictionary> }

/** Links one action: its input fields and all steps, with the names each step adds. */
export function linkAction(source: S.Action, name: string, place: Place, linker: Linker, names: ActionNames): Action | undefined {
  const entity = linker.entity(place, '/entity', source.entity);
  const input = Object.entries(source.input ?? {}).map(([n, raw]) => ({ raw, field: linkField(n, raw, place, `/input/${n}`, linker, names.dictionaries) }));
  const inputType: FeelType = { kind: 'context', title: 'input', entries: Object.fromEntries(input.map(({ field }) => [field.name, feelTypeOf(field, linker.entities)])) };
  const lost = Object.fromEntries((place.damage?.names ?? []).map((n): [string, FeelType] => [n, { kind: 'any' }]));
  const variables: Record<string, FeelType> = { ...lost, user: feelUser, input: inputType, ...(source.on !== 'list' ? { record: entity?.feel ?? { kind: 'any' } } : {}) };
  for (const { field, raw } of input) linkFieldRules(field, raw, place, `/input/${field.name}`, linker, { ...variables, ...(inputType.kind === 'context' ? inputType.entries as Record<string, FeelType> : {}) }, linker.entities);
  const scope: Scope = { place, linker, variables, entities: linker.entities, messages: names.messages, processes: names.processes, roles: names.roles, action: entity };
  const when = source.when === undefined ? undefined : linker.expression(place, '/when', source.when, variables, feelBoolean);
  const steps = linkSteps(source.steps, '/steps', scope);
  if (!entity) return undefined;
  return {
    app: place.app, name, entity: entity.key, label: toText(source.label), on: source.on ?? 'record', internal: source.internal ?? false,
    style: source.style ?? 'default', input: input.map((i) => i.field), steps, ...(when ? { when } : {}), ...(source.confirm ? { confirm: toText(source.confirm) } : {}),
  };
}

function linkSteps(steps: Steps, pointer: string, scope: Scope): Step[] {
  // Names made by a step are known to the steps after it.
  const inner: Scope = { ...scope, variables: { ...scope.variables } };
  return steps.map((step, i) => linkStep(step, `${pointer}/${i}`, inner)).filter((s): s is Step => s !== undefined);
}

function linkStep(step: Steps[number], pointer: string, scope: Scope): Step | undefined {
  const { place, linker } = scope;
  const parsed = (at: string, text: string, expect?: FeelType, more: Record<string, FeelType> = {}) => linker.expression(place, `${pointer}${at}`, text, { ...scope.variables, ...more }, expect);
  const when = step.when === undefined ? {} : optional('when', parsed('/when', step.when, feelBoolean));
  const add = (name: string | undefined, entity: Entity | undefined) => { if (name) scope.variables[name] = entity?.feel ?? { kind: 'any' }; };
  const assign = (at: string, set: Record<string, string>, entity: Entity | undefined, more: Record<string, FeelType> = {}): Assign => linkAssign(set, `${pointer}${at}`, entity, scope, more);
  if ('check' in step) {
    const rule = parsed('/check/rule', step.check.rule, feelBoolean);
    return rule && { kind: 'check', ...when, rule, ...optional('field', step.check.field), message: toText(step.check.message), ...optional('forbid', step.check.forbid) };
  }
  if ('update' in step) {
    const record = step.update.record ?? 'record';
    return { kind: 'update', ...when, record, set: assign('/update/set', step.update.set, recordEntity(record, `${pointer}/update/record`, scope)) };
  }
  if ('create' in step) {
    const entity = linker.entity(place, `${pointer}/create/entity`, step.create.entity);
    const set = assign('/create/set', step.create.set, entity);
    add(step.create.as, entity);
    return entity && { kind: 'create', ...when, entity: entity.key, set, ...optional('as', step.create.as) };
  }
  if ('find' in step) {
    const entity = linker.entity(place, `${pointer}/find/entity`, step.find.entity);
    const where = assign('/find/where', step.find.where, entity);
    const orCreate = step.find.orCreate === undefined ? undefined : assign('/find/orCreate', step.find.orCreate, entity);
    add(step.find.as, entity);
    return entity && { kind: 'find', ...when, entity: entity.key, where, as: step.find.as, ...optional('orCreate', orCreate) };
  }
  if ('each' in step) {
    const of = step.each.of === undefined ? undefined : parsed('/each/of', step.each.of);
    const records = step.each.records;
    const entity = records ? linker.entity(place, `${pointer}/each/records/entity`, records.entity) : undefined;
    const item: FeelType = entity ? entity.feel : of?.type.kind === 'list' ? of.type.of : { kind: 'any' };
    if (step.each.of === undefined && !records) linker.report(place, `${pointer}/each`, 'definition.missing-property', '"of" or "records" is missing');
    const line = entity ?? [...scope.entities.values()].find((e) => e.feel === item);
    const steps = linkSteps(step.each.steps, `${pointer}/each/steps`, { ...scope, variables: { ...scope.variables, [step.each.as]: item }, ...(line ? { line } : {}) });
    const found = entity && records ? { entity: entity.key, where: assign('/each/records/where', records.where, entity), sort: records.sort ?? [] } : undefined;
    return { kind: 'each', ...when, ...optional('of', of), ...optional('records', found), as: step.each.as, steps };
  }
  if ('post' in step || 'take' in step) return linkPosting(step, pointer, scope, when);
  if ('reserve' in step || 'release' in step) {
    const kind = 'reserve' in step ? 'reserve' as const : 'release' as const;
    const body = 'reserve' in step ? step.reserve : step.release;
    const ledger = ledgerOf(body.ledger, `${pointer}/${kind}/ledger`, scope);
    const key = assign(`/${kind}/key`, body.key, ledger && scope.entities.get(ledger.ledger!.balance));
    const quantity = parsed(`/${kind}/quantity`, body.quantity, { kind: 'number' });
    return ledger && quantity && { kind, ...when, ledger: ledger.key, key, quantity, ...optional('field', body.field), ...optional('message', body.message ? toText(body.message) : undefined) };
  }
  if ('send' in step) {
    const message = qualify(step.send.message, place.app);
    if (!scope.messages.has(message) && !linker.isDeclared('message', message)) linker.report(place, `${pointer}/send/message`, 'definition.unknown-message', `unknown message "${step.send.message}"`, suggestName(step.send.message, place.app, scope.messages));
    checkRoles(step.send.to.roles ?? [], `${pointer}/send/to/roles`, scope);
    return { kind: 'send', ...when, message, roles: step.send.to.roles ?? [], ...optional('user', step.send.to.user) };
  }
  if ('delete' in step) {
    recordEntity(step.delete.record, `${pointer}/delete/record`, scope);
    return { kind: 'delete', ...when, record: step.delete.record };
  }
  if ('resetSecondFactor' in step) {
    if (scope.action?.key !== 'platform/user') linker.report(place, `${pointer}/resetSecondFactor`, 'definition.type', 'only people of platform/user have a second factor');
    return { kind: 'resetSecondFactor', ...when };
  }
  if ('setPassword' in step) {
    const password = parsed('/setPassword/password', step.setPassword.password, { kind: 'string' });
    if (scope.action?.key !== 'platform/user') linker.report(place, `${pointer}/setPassword`, 'definition.type', 'only people of platform/user have passwords');
    return password && { kind: 'setPassword', ...when, password, field: step.setPassword.field ?? 'password' };
  }
  if ('export' in step) return linkExport(step.export, pointer, scope, when);
  if ('download' in step) {
    const job = parsed('/download/job', step.download.job, { kind: 'string' });
    return job && { kind: 'download', ...when, job };
  }
  if ('call' in step) return linkCall(step.call, pointer, scope, when);
  const process = step.start.process;
  if (!scope.processes.has(process)) linker.report(place, `${pointer}/start/process`, 'definition.unknown-process', `unknown process "${process}"`, suggest(process, scope.processes));
  return { kind: 'start', ...when, process };
}

/** Whose records, under whose rights, and what of them. */
function linkExport(body: S.ExportStep['export'], pointer: string, scope: Scope, when: { when?: Expression }): Step | undefined {
  const parsed = (name: 'for' | 'fields' | 'filter' | 'search' | 'watermark', expect?: FeelType): Expression | undefined => body[name] === undefined ? undefined : scope.linker.expression(scope.place, `${pointer}/export/${name}`, body[name], scope.variables, expect ?? { kind: 'any' });
  const entity = scope.linker.entity(scope.place, `${pointer}/export/entity`, body.entity);
  const where: Assign = {};
  for (const [path, text] of Object.entries(body.where ?? {})) {
    if (entity) resolvePath(path, entity, scope.place, `${pointer}/export/where/${path}`, scope.linker);
    const expression = scope.linker.expression(scope.place, `${pointer}/export/where/${path}`, text, scope.variables, { kind: 'any' });
    if (expression) where[path] = expression;
  }
  const [person, fields] = [parsed('for'), parsed('fields')];
  const more = { ...optional('filter', parsed('filter')), ...optional('search', parsed('search', { kind: 'string' })), ...optional('watermark', parsed('watermark', { kind: 'string' })) };
  scope.variables[body.as] = { kind: 'any' };
  return entity && person && fields && { kind: 'export', ...when, entity: entity.key, for: person, fields, where, ...more, ...optional('sample', body.sample), days: body.days ?? 1, as: body.as };
}

/** A plugin says which parameters its step needs and what comes of it. */
function linkCall(call: S.CallStep['call'], pointer: string, scope: Scope, when: { when?: Expression }): Step | undefined {
  const { place, linker } = scope;
  const known = actionSteps.get(call.step);
  if (!known) linker.report(place, `${pointer}/call/step`, 'definition.unknown-step', `no plugin adds the step "${call.step}"`, suggest(call.step, actionSteps.all().map(({ name }) => name)));
  const given: Assign = {};
  for (const [name, text] of Object.entries(call.with ?? {})) {
    const kind = known?.parameters[name];
    if (known && !kind) linker.report(place, `${pointer}/call/with/${name}`, 'definition.unknown-parameter', `"${call.step}" has no parameter "${name}"`, suggest(name, Object.keys(known.parameters)));
    const expression = linker.expression(place, `${pointer}/call/with/${name}`, text, scope.variables, { kind: kind ?? 'any' });
    if (expression) given[name] = expression;
  }
  for (const name of Object.keys(known?.parameters ?? {})) if (!(name in (call.with ?? {}))) linker.report(place, `${pointer}/call/with`, 'definition.missing-property', `the step "${call.step}" needs "${name}"`);
  if (call.as !== undefined) scope.variables[call.as] = { kind: known?.result ?? 'any' };
  return known && { kind: 'call', ...when, step: known.name, with: given, ...optional('as', call.as) };
}

function linkPosting(step: S.PostStep | S.TakeStep, pointer: string, scope: Scope, when: { when?: Expression }): Step | undefined {
  const kind = 'post' in step ? 'post' : 'take';
  const body = 'post' in step ? step.post : step.take;
  const ledger = ledgerOf(body.ledger, `${pointer}/${kind}/ledger`, scope);
  const balance = ledger && scope.entities.get(ledger.ledger!.balance);
  const more: Record<string, FeelType> = kind === 'take' ? { balance: balance?.feel ?? { kind: 'any' }, quantity: { kind: 'number' } } : {};
  const set = linkAssign(body.set, `${pointer}/${kind}/set`, ledger, scope, more);
  const common = { ...when, set, ...optional('field', body.field), ...optional('message', body.message ? toText(body.message) : undefined) };
  if ('post' in step) {
    if (step.post.as) scope.variables[step.post.as] = ledger?.feel ?? { kind: 'any' };
    if (ledger) for (const name of [...ledger.ledger!.key, ledger.ledger!.quantity, ledger.ledger!.direction]) {
      if (!(name in body.set)) scope.linker.report(scope.place, `${pointer}/post/set`, 'definition.missing-property', `the ledger needs "${name}"`);
    }
    return ledger && { kind: 'post', ...common, ledger: ledger.key, fromFrozen: step.post.fromFrozen ?? false, ...optional('as', step.post.as) };
  }
  const where = linkAssign(step.take.where, `${pointer}/take/where`, balance, scope, {});
  const quantity = scope.linker.expression(scope.place, `${pointer}/take/quantity`, step.take.quantity, scope.variables, { kind: 'number' });
  if (step.take.only) checkCondition(step.take.only, balance, scope.place, `${pointer}/take/only`, scope.linker);
  if (balance) step.take.order.forEach((path, i) => resolvePath(path.replace(/^-/, ''), balance, scope.place, `${pointer}/take/order/${i}`, scope.linker));
  if (step.take.taken !== undefined && scope.line && !scope.line.byName.has(step.take.taken) && !scope.linker.isVague(scope.line, step.take.taken)) scope.linker.report(scope.place, `${pointer}/take/taken`, 'definition.unknown-field', `unknown field "${step.take.taken}"`, suggest(step.take.taken, scope.line.byName.keys()));
  return ledger && quantity && { kind: 'take', ...common, ledger: ledger.key, where, order: step.take.order, quantity, ...optional('only', step.take.only), ...optional('taken', step.take.taken) };
}

function ledgerOf(name: string, pointer: string, scope: Scope): Entity | undefined {
  const entity = scope.linker.entity(scope.place, pointer, name);
  if (entity && !entity.ledger && !scope.linker.isVague(entity, '/ledger')) scope.linker.report(scope.place, pointer, 'definition.no-ledger', `"${name}" is no ledger`);
  return entity?.ledger ? entity : undefined;
}

/** Field (or path, for conditions) → expression, each checked against the field's type. */
export function linkAssign(set: Record<string, string>, pointer: string, entity: Entity | undefined, scope: Pick<Scope, 'place' | 'linker' | 'variables' | 'entities'>, more: Record<string, FeelType>): Assign {
  const assign: Assign = {};
  for (const [path, text] of Object.entries(set)) {
    const field = entity && !(systemFields as readonly string[]).includes(path) ? resolvePath(path, entity, scope.place, `${pointer}/${path}`, scope.linker) : undefined;
    const expect: FeelType = !field || field.reference || field.lines ? { kind: 'any' } : feelTypeOf(field, scope.entities);
    const expression = scope.linker.expression(scope.place, `${pointer}/${path}`, text, { ...scope.variables, ...more }, expect);
    if (expression) assign[path] = expression;
  }
  return assign;
}

function recordEntity(path: string, pointer: string, scope: Scope): Entity | undefined {
  const [root, ...rest] = path.split('.');
  const start = [...scope.entities.values()].find((e) => e.feel === scope.variables[root!]);
  if (!start && scope.variables[root!]?.kind === 'any') return undefined;
  if (!start) {
    scope.linker.report(scope.place, pointer, 'definition.unknown-record', `"${root}" is no record here`, suggest(root!, Object.keys(scope.variables)));
    return undefined;
  }
  if (rest.length === 0) return start;
  const field = resolvePath(rest.join('.'), start, scope.place, pointer, scope.linker);
  return field?.reference ? scope.entities.get(field.reference.entity) : undefined;
}

/** Reports roles that no app declares. */
export function checkRoles(names: string[], pointer: string, scope: Pick<Scope, 'place' | 'linker' | 'roles'>): void {
  names.forEach((name, i) => {
    if (!scope.roles.has(name)) scope.linker.report(scope.place, `${pointer}/${i}`, 'definition.unknown-role', `unknown role "${name}"`, suggest(name, scope.roles));
  });
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
