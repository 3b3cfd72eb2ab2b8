import { createHash } from 'node:crypto';
import { checkProcess, expressionsOf, variablesOf, type Process, type ProcessExpression } from '../../bpmn/index.ts';
import type { FeelType } from '../../expressions/index.ts';
import { serviceTopics } from '../../registry.ts';
import type { Action, BoundProcess, Entity } from '../model.ts';
import type { Source } from '../source.ts';
import { suggest } from '../suggest.ts';
import { feelUser, qualify, suggestName, type Linker, type Place } from './linker.ts';

export interface ProcessNames { roles: Set<string>; messages: Set<string>; actions: Map<string, Map<string, Action>>; forms: Set<string> }

/** Checks a parsed process against the definitions it names and parses its expressions. */
export function linkProcess(source: Source, process: Process, linker: Linker, names: ProcessNames): BoundProcess | undefined {
  const place: Place = { file: source.file, app: source.app };
  for (const p of checkProcess(process)) linker.report(place, `#${p.elementId}`, p.code, p.message, p.hint);
  if (process.entity === undefined) {
    linker.report(place, `#${process.id}`, 'definition.missing-property', 'the process names no entity', 'add tamga:entity="app/entity" to the process');
    return undefined;
  }
  const entity = linker.entity(place, `#${process.id}`, process.entity);
  if (!entity) return undefined;
  for (const node of Object.values(process.nodes)) linkNode(node.id, process, entity, place, linker, names);
  const scope = processScope(process, entity);
  const expressions: BoundProcess['expressions'] = new Map();
  for (const e of expressionsOf(process)) {
    const parsed = linker.expression(place, `#${e.elementId}`, e.text, scope, expected[e.expects]);
    if (parsed) expressions.set(e.text, parsed);
  }
  const xml = String(source.content);
  return { key: process.id, app: source.app, file: source.file, xml, hash: createHash('sha256').update(xml).digest('hex'), entity: entity.key, process, expressions };
}

const expected: Readonly<Record<ProcessExpression['expects'], FeelType | undefined>> = {
  boolean: { kind: 'boolean' }, duration: { kind: 'duration' }, number: { kind: 'number' }, list: { kind: 'list', of: { kind: 'any' } }, any: undefined,
};

/** What conditions and mappings of a process may name; its variables may hold anything; answers of earlier tasks are under their id, hyphens as underscores. */
export function processScope(process: Process, entity: Entity): Record<string, FeelType> {
  const tasks = Object.values(process.nodes).filter((node) => node.userTask);
  const outcomes = Object.fromEntries(tasks.map(({ id }): [string, FeelType] => [id.replaceAll('-', '_'), { kind: 'string' }]));
  const variables = Object.fromEntries(variablesOf(process).map((name): [string, FeelType] => [name, { kind: 'any' }]));
  return { ...variables, record: entity.feel, starter: feelUser, outcome: { kind: 'string' }, outcomes: { kind: 'context', title: 'outcomes', entries: outcomes } };
}

function linkNode(id: string, process: Process, entity: Entity, place: Place, linker: Linker, names: ProcessNames): void {
  const node = process.nodes[id]!;
  const at = `#${id}`;
  const field = (name: string) => {
    if (!entity.byName.has(name) && !linker.isVague(entity, name)) linker.report(place, at, 'definition.unknown-field', `unknown field "${name}" of ${entity.name}`, suggest(name, entity.byName.keys()));
  };
  if (node.status !== undefined) {
    const values = entity.states ? entity.byName.get(entity.states.field)?.options?.map((o) => o.value) ?? [] : [];
    if (linker.isVague(entity, '/states') || (entity.states && linker.isVague(entity, entity.states.field))) return;
    if (!entity.states) linker.report(place, at, 'definition.unknown-state', `"${entity.name}" has no states`);
    else if (!values.includes(node.status)) linker.report(place, at, 'definition.unknown-state', `"${node.status}" is no state of "${entity.name}"`, suggest(node.status, values));
    else if (!entity.states.transitions.some((t) => t.to === node.status && t.by.includes(process.id))) linker.report(place, at, 'definition.state-transition', `no transition to "${node.status}" is made by "${process.id}"`, `add it to "states" of ${entity.name}`);
  }
  if (node.userTask) {
    for (const role of node.userTask.candidateRoles) if (!names.roles.has(role)) linker.report(place, at, 'definition.unknown-role', `unknown role "${role}"`, suggest(role, names.roles));
    if (node.userTask.scope !== undefined) {
      field(node.userTask.scope);
      if (entity.byName.has(node.userTask.scope) && !entity.byName.get(node.userTask.scope)?.reference && !linker.isVague(entity, node.userTask.scope)) linker.report(place, at, 'definition.owner', `"${node.userTask.scope}" is no reference`);
    }
    node.userTask.edits.forEach(field);
    node.userTask.outcomes.forEach((o) => o.requires.forEach(field));
    if (node.userTask.form !== undefined && !names.forms.has(qualify(node.userTask.form, place.app)) && !linker.isDeclared('form', qualify(node.userTask.form, place.app))) linker.report(place, at, 'definition.unknown-form', `unknown form "${node.userTask.form}"`, suggestName(node.userTask.form, place.app, names.forms));
  }
  if (node.serviceTask) {
    const { topic, action, message } = node.serviceTask;
    const topics = serviceTopics.all().map(({ name }) => name);
    const isBuiltIn = topic !== undefined && topics.includes(topic);
    // Any other topic is for external workers, but what looks like a built-in one is a slip.
    if (topic !== undefined && !isBuiltIn && (topic.startsWith('record.') || suggest(topic, topics) !== undefined)) linker.report(place, at, 'definition.unknown-topic', `nobody serves the topic "${topic ?? ''}"`, suggest(topic ?? '', topics) ?? `one of ${topics.join(', ')}`);
    const known = names.actions.get(entity.key);
    if (topic === 'record.action' && (action === undefined || !known?.has(action))) linker.report(place, at, 'definition.unknown-action', `unknown action "${action ?? ''}" of ${entity.name}`, suggest(action ?? '', known?.keys() ?? []));
    if (topic === 'record.message' && (message === undefined || (!names.messages.has(qualify(message, place.app)) && !linker.isDeclared('message', qualify(message, place.app))))) linker.report(place, at, 'definition.unknown-message', `unknown message "${message ?? ''}"`, suggestName(message ?? '', place.app, names.messages));
  }
}
