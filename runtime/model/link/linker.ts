import { parse, type Expression, type FeelType } from '../../expressions/index.ts';
import type { Entity, Field, Text } from '../model.ts';
import type { Damage } from '../repair-source.ts';
import type { DefinitionProblem, Source } from '../source.ts';
import { suggest } from '../suggest.ts';

/** Names that every record has without declaring them. */
export const systemFields = ['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'ownerOrg', 'areaCode'] as const;
/** Names that would collide with what the server adds to a record. */
export const reservedNames: readonly string[] = [...systemFields, 'can', 'instance', 'value', 'record', 'input', 'searchTokens', 'changeReason'];

/** Collects problems of one file while its parts are linked. */
export interface Place { file: string; app: string; damage?: Damage }

/** Shared state of one link run. */
export interface Linker {
  problems: DefinitionProblem[];
  entities: Map<string, Entity>;
  report: (place: Place, pointer: string, code: string, message: string, hint?: string) => void;
  expression: (place: Place, pointer: string, text: string, variables: Record<string, FeelType>, expect?: FeelType) => Expression | undefined;
  /** The entity a name refers to, from within an app; a problem when there is none. */
  entity: (place: Place, pointer: string, name: string) => Entity | undefined;
  /** Does a file of this kind and `app/name` exist, whether or not it could be used? What is wrong with it is told already. */
  isDeclared: (kind: string, key: string) => boolean;
  /** Is so little known of the entity's field (or of the entity) that nothing can be said against its use? */
  isVague: (entity: Entity, part?: string) => boolean;
}

/** Makes the collector of one link run. */
export function createLinker(entities: Map<string, Entity>, sources: readonly Source[]): Linker {
  const declared = new Set(sources.map((s) => `${s.kind} ${s.app}/${s.name}`));
  const unusable = new Set(sources.filter((s) => s.damage?.whole).map((s) => `${s.app}/${s.name}`));
  const damages = new Map<string, Damage>(sources.flatMap((s) => s.kind === 'entity' && s.damage ? [[`${s.app}/${s.name}`, s.damage] as const] : []));
  const problems: DefinitionProblem[] = [];
  const report: Linker['report'] = (place, pointer, code, message, hint) => {
    problems.push({ file: place.file, pointer: place.damage?.original(pointer) ?? pointer, code, message, ...(hint ? { hint } : {}) });
  };
  return {
    problems, entities, report,
    isDeclared: (kind, key) => declared.has(`${kind} ${key}`) || unusable.has(key),
    isVague: (entity, part) => {
      const damage = damages.get(entity.key);
      if (damage?.whole) return true;
      const pointer = part?.startsWith('/') ? part : `/fields/${part ?? ''}`;
      return part !== undefined && (damage?.parts.has(pointer) === true || isUnresolved(entity.byName.get(part)));
    },
    expression: (place, pointer, text, variables, expect) => {
      const parsed = parse(text, { variables, ...(expect ? { expect } : {}) });
      for (const p of parsed.problems) report(place, pointer, p.code, `${p.message} in \`${text}\``);
      return parsed.problems.length > 0 ? undefined : parsed.expression;
    },
    entity: (place, pointer, name) => {
      const key = qualify(name, place.app);
      const found = entities.get(key);
      if (!found && !unusable.has(key)) report(place, pointer, 'definition.unknown-entity', `unknown entity "${name}"`, suggestName(name, place.app, entities.keys()));
      return found;
    },
  };
}

/** A reference or choice whose target is not known; that was told where it is declared. */
function isUnresolved(field: Field | undefined): boolean {
  return field !== undefined && ((['reference', 'org', 'user', 'area'].includes(field.type) && !field.reference) || (field.type === 'lines' && !field.lines) || (field.type === 'references' && !field.references) || (['choice', 'multi-choice'].includes(field.type) && !field.options && !field.dictionary));
}

/** `name` → `app/name`. */
export function qualify(name: string, app: string): string {
  return name.includes('/') ? name : `${app}/${name}`;
}

/** The nearest known `app/name`, in the short form the author would write. */
export function suggestName(name: string, app: string, keys: Iterable<string>): string | undefined {
  if (name.includes('/')) return suggest(name, keys);
  const short = [...keys].map((key) => key.startsWith(`${app}/`) ? key.slice(app.length + 1) : key);
  return suggest(name, short);
}

/** A label as authors write it. */
export type LabelSource = string | { zh: string; en?: string };

/** A label in both languages; the Chinese text stands in where there is no English one. */
export function toText(label: LabelSource): Text {
  return typeof label === 'string' ? { zh: label, en: label } : { zh: label.zh, en: label.en ?? label.zh };
}

/** camelCase or kebab-case → snake_case. */
export function toSnake(name: string): string {
  return name.replaceAll('-', '_').replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
}

export const feelUser: FeelType = {
  kind: 'context', title: 'user', entries: {
    id: { kind: 'string' }, name: { kind: 'string' }, username: { kind: 'string' },
    org: { kind: 'context', title: 'org', entries: { id: { kind: 'string' }, name: { kind: 'string' }, area: { kind: 'string' } } },
  },
};
export const feelBoolean: FeelType = { kind: 'boolean' };
