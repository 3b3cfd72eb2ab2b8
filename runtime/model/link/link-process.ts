import { createHash } from 'node:crypto';
import { linkApproval } from './link-approval.ts';
import { checkProcess, expressionsOf, variablesOf, type Process, type ProcessExpression } from '../../bpmn/index.ts';
import { textsOf } from '../../dmn/index.ts';
import type { FeelType } from '../../expressions/index.ts';
import { serviceTopics } from '../../registry.ts';
import type { Action, BoundProcess, Entity, Model } from '../model.ts';
import { noEntity } from '../no-entity.ts';
import type { Source } from '../source.ts';
import { suggest } from '../suggest.ts';
import { feelUser, qualify, suggestName, type Linker, type Place } from './linker.ts';

export interface ProcessNames { roles: Set<string>; messages: Set<string>; actions: Map<string, Map<string, Action>>; forms: Set<string>; processes: readonly Process[]; decisions: Model['decisions'] }

/** Checks a parsed process against the definitions it names and parses its expressions. */
export function linkProcess(source: Source, process: Process, linker: Linker, names: ProcessNames): BoundProcess | undefined {
  const place: Place = { file: source.file, app: source.app };
  for (const p of checkProcess(process)) linker.report(place, `#${p.elementId}`, p.code, p.message, p.hint);
  if (process.entity === undefined && !standsAlone(process, names.processes)) {
    linker.report(place, `#${process.id}`, 'definition.missing-property', 'the process names no entity', 'add tamga:entity="app/entity" to the process; only processes that others call, or that begin with an event, do without');
    return undefined;
  }
  const entity = process.entity === undefined ? noEntity : linker.entity(place, `#${process.id}`, process.entity);
  if (!entity) return undefined;
  for (const node of Object.values(process.nodes)) linkNode(node.id, process, entity, place, linker, names);
  const scope = { ...processScope(process, entity), ...decisionVariables(process, names.decisions) };
  const expressions: BoundProcess['expressions'] = new Map();
  for (const e of [...expressionsOf(process), ...decisionTexts(process, names.decisions)]) {
    const parsed = linker.expression(place, `#${e.elementId}`, e.text, scope, expected[e.expects]);
    if (parsed) expressions.set(e.text, parsed);
  }
  linkApproval(process, entity, { place, linker, names });
  const xml = String(source.content);
  return { key: process.id, app: source.app, file: source.file, xml, hash: createHash('sha256').update(xml).digest('hex'), entity: entity.key, process, expressions };
}

/** Without a record anything may be a variable: whoever starts the process gives them. */
export function freeNames(all: readonly string[]): Record<string, FeelType> {
  const texts = all.map((text) => text.replace(/"(?:[^"\\]|\\.)*"/g, ''));
  const names = texts.flatMap((text) => [...text.matchAll(/(?<![\w.])([A-Za-z_]\w*)(?!\w*\s*\()/g)].map(([, name]) => name ?? ''));
  return Object.fromEntries(names.filter((name) => !feelWords.has(name)).map((name): [string, FeelType] => [name, { kind: 'any' }]));
}

const feelWords = new Set(['and', 'or', 'not', 'if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', 'satisfies', 'between', 'instance', 'of', 'true', 'false', 'null', 'function', 'external']);

const expected: Readonly<Record<ProcessExpression['expects'], FeelType | undefined>> = {
  boolean: { kind: 'boolean' }, duration: { kind: 'duration' }, number: { kind: 'number' }, list: { kind: 'list', of: { kind: 'any' } }, any: undefined,
};

/** What conditions and mappings of a process may name; its variables may hold anything; answers of earlier tasks are under their id, hyphens as underscores. */
export function processScope(process: Process, entity: Entity): Record<string, FeelType> {
  const tasks = Object.values(process.nodes).filter((node) => node.userTask);
  const outcomes = Object.fromEntries(tasks.map(({ id }): [string, FeelType] => [id.replaceAll('-', '_'), { kind: 'string' }]));
  const variables = Object.fromEntries(variablesOf(process).filter((name) => /^[A-Za-z_]\w*$/.test(name)).map((name): [string, FeelType] => [name, { kind: 'any' }]));
  return { ...(entity === noEntity ? freeNames(expressionsOf(process).map(({ text }) => text)) : {}), ...variables, record: entity.feel, starter: feelUser, outcome: { kind: 'string' }, outcomes: { kind: 'context', title: 'outcomes', entries: outcomes } };
}

/** Ids of processes that others call. */
export function calledProcesses(processes: readonly Process[]): Set<string> {
  return new Set(processes.flatMap(({ nodes }) => Object.values(nodes).flatMap(({ call }) => call?.calledElement ?? [])));
}

/** Without a record a process can only be called, or begin by itself. */
function standsAlone(process: Process, all: readonly Process[]): boolean {
  const starts = Object.values(process.nodes).filter(({ type, scopeId }) => type === 'startEvent' && scopeId === process.id);
  return (starts.length > 0 && starts.every(({ event }) => event !== undefined)) || calledProcesses(all).has(process.id);
}

/** Results of required decisions, under the names that those who require them know. */
function decisionVariables(process: Process, decisions: Model['decisions']): Record<string, FeelType> {
  const asked = Object.values(process.nodes).flatMap(({ decision }) => decisions.get(decision?.decision ?? '')?.decisions ?? []);
  return Object.fromEntries(asked.map(({ variable }): [string, FeelType] => [variable, { kind: 'any' }]));
}

function decisionTexts(process: Process, decisions: Model['decisions']): ProcessExpression[] {
  return Object.values(process.nodes).flatMap(({ id, decision }) => (decision === undefined ? [] : textsOf(decisions.get(decision.decision)?.decisions ?? [], decision.decision).map((each) => ({ ...each, elementId: id }))));
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
  if (node.call && !names.processes.some(({ id: known }) => known === node.call?.calledElement)) linker.report(place, at, 'definition.unknown-process', `unknown process "${node.call.calledElement}"`, suggest(node.call.calledElement, names.processes.map(({ id: known }) => known)));
  const called = names.processes.find(({ id: known }) => known === node.call?.calledElement);
  if (called?.entity !== undefined && called.entity !== process.entity) linker.report(place, at, 'definition.unknown-process', `"${called.id}" drives another entity, "${called.entity}"`);
  if (node.decision && !names.decisions.has(node.decision.decision)) linker.report(place, at, 'definition.unknown-decision', `unknown decision "${node.decision.decision}"`, suggest(node.decision.decision, names.decisions.keys()));
  if (node.serviceTask) {
    const { topic, action, message } = node.serviceTask;
    const topics = serviceTopics.all().map(({ name }) => name);
    const isBuiltIn = topic !== undefined && topics.includes(topic);
    // Any other topic is for external workers, but what looks like a built-in one is a slip.
    if (topic !== undefined && !isBuiltIn && (topic.startsWith('record.') || suggest(topic, topics) !== undefined)) linker.report(place, at, 'definition.unknown-topic', `nobody serves the topic "${topic ?? ''}"`, suggest(topic ?? '', topics) ?? `one of ${topics.join(', ')}`);
    if (isBuiltIn && entity === noEntity) linker.report(place, at, 'definition.missing-property', `"${topic ?? ''}" needs a record: the process names no entity`);
    const known = names.actions.get(entity.key);
    if (topic === 'record.action' && (action === undefined || !known?.has(action))) linker.report(place, at, 'definition.unknown-action', `unknown action "${action ?? ''}" of ${entity.name}`, suggest(action ?? '', known?.keys() ?? []));
    if (topic === 'record.message' && (message === undefined || (!names.messages.has(qualify(message, place.app)) && !linker.isDeclared('message', qualify(message, place.app))))) linker.report(place, at, 'definition.unknown-message', `unknown message "${message ?? ''}"`, suggestName(message ?? '', place.app, names.messages));
  }
}
