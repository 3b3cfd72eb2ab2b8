import { parse, type Expression, type FeelType } from '../../expressions/index.ts';
import type { Entity, Text } from '../model.ts';
import type { DefinitionProblem } from '../source.ts';
import { suggest } from '../suggest.ts';

/** Names that every record has without declaring them. */
export const systemFields = ['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'ownerOrg', 'areaCode'] as const;
/** Names that would collide with what the server adds to a record. */
export const reservedNames: readonly string[] = [...systemFields, 'can', 'instance', 'value', 'record', 'input'];

/** Collects problems of one file while its parts are linked. */
export interface Place { file: string; app: string }

/** Shared state of one link run. */
export interface Linker {
  problems: DefinitionProblem[];
  entities: Map<string, Entity>;
  report: (place: Place, pointer: string, code: string, message: string, hint?: string) => void;
  expression: (place: Place, pointer: string, text: string, variables: Record<string, FeelType>, expect?: FeelType) => Expression | undefined;
  /** The entity a name refers to, from within an app; a problem when there is none. */
  entity: (place: Place, pointer: string, name: string) => Entity | undefined;
}

/** Makes the collector of one link run. */
export function createLinker(entities: Map<string, Entity>): Linker {
  const problems: DefinitionProblem[] = [];
  const report: Linker['report'] = (place, pointer, code, message, hint) => {
    problems.push({ file: place.file, pointer, code, message, ...(hint ? { hint } : {}) });
  };
  return {
    problems, entities, report,
    expression: (place, pointer, text, variables, expect) => {
      const parsed = parse(text, { variables, ...(expect ? { expect } : {}) });
      for (const p of parsed.problems) report(place, pointer, p.code, `${p.message} in \`${text}\``, p.suggestion ? `did you mean "${p.suggestion}"?` : undefined);
      return parsed.problems.length > 0 ? undefined : parsed.expression;
    },
    entity: (place, pointer, name) => {
      const key = qualify(name, place.app);
      const found = entities.get(key);
      if (!found) report(place, pointer, 'definition.unknown-entity', `unknown entity "${name}"`, suggestName(name, place.app, entities.keys()));
      return found;
    },
  };
}

/** `name` → `app/name`. */
export function qualify(name: string, app: string): string {
  return name.includes('/') ? name : `${app}/${name}`;
}

/** The nearest known `app/name`, in the short form the author would write. */
export function suggestName(name: string, app: string, keys: Iterable<string>): string | undefined {
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
