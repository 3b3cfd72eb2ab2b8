import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { chooseAlternative, type Alternative } from './choose-alternative.ts';
import type { DefinitionProblem, Source } from './source.ts';
import { suggest } from './suggest.ts';

export interface Validator { kinds: string[]; validate: (source: Source) => DefinitionProblem[] }

/** Compiles the JSON Schemas of all kinds once; `validate` then gives every problem of one file. */
export function createValidator(schemas: Record<string, unknown>[]): Validator {
  const ajv = new Ajv2020({ allErrors: true, discriminator: true, strict: true, allowUnionTypes: true, verbose: true, strictTypes: false, strictRequired: false });
  const validators = new Map<string, ValidateFunction>();
  for (const schema of schemas) ajv.addSchema(schema);
  for (const schema of schemas) {
    const id = String(schema['$id']);
    const kind = /([a-z-]+)\.schema\.json$/.exec(id)?.[1];
    const compiled = ajv.getSchema(id);
    if (kind && kind !== 'parts' && compiled) validators.set(kind, compiled);
  }
  return { kinds: [...validators.keys()], validate: (source) => validateSource(source, validators, ajv) };
}

function validateSource(source: Source, validators: Map<string, ValidateFunction>, ajv: Ajv2020): DefinitionProblem[] {
  const validator = validators.get(source.kind);
  if (!validator) {
    return [{ file: source.file, pointer: '/', code: 'definition.unknown-kind', message: `unknown kind "${source.kind}"`, hint: suggest(source.kind, validators.keys()) ?? `one of ${[...validators.keys()].join(', ')}` }];
  }
  if (validator(source.content)) return [];
  return explain(validator.errors ?? [], '', `https://tamga.dev/schema/${source.kind}.schema.json`, ajv).map((p) => ({ file: source.file, ...p }));
}

type Explained = Omit<DefinitionProblem, 'file'>;

/** One problem per mistake: of alternatives only the one that was meant speaks, and a misspelt name is not also a missing one. */
function explain(errors: ErrorObject[], prefix: string, schemaId: string, ajv: Ajv2020): Explained[] {
  const unions = outermost(errors.filter((e) => e.keyword === 'oneOf'));
  const plain = errors.filter((e) => !unions.some((u) => e.instancePath === u.instancePath || e.instancePath.startsWith(`${u.instancePath}/`)));
  const told = plain.filter((e) => !isSaidByAnother(e, plain)).map((e) => toProblem(e, prefix));
  return [...told, ...unions.flatMap((union) => {
    const at = prefix + union.instancePath;
    const chosen = chooseAlternative(union, schemaId, ajv);
    return chosen.errors ? explain(chosen.errors, at, schemaId, ajv) : [noAlternative(at, union.data, chosen.alternatives)];
  })];
}

/** Of alternatives within alternatives the outer ones; the inner ones are looked at once the outer one is chosen. */
function outermost(unions: ErrorObject[]): ErrorObject[] {
  return unions.filter((union, i) => !unions.some((other, j) => other !== union && (union.instancePath === other.instancePath ? j > i : union.instancePath.startsWith(`${other.instancePath}/`))));
}

function isSaidByAnother(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  if (error.keyword !== 'required') return false;
  const missing = missingName(error);
  const here = errors.filter((e) => e !== error && e.instancePath === error.instancePath);
  return here.some((e) => e.keyword === 'discriminator') || here.some((e) => e.keyword === 'additionalProperties' && suggest(unknownName(e), [missing]) !== undefined);
}

function noAlternative(pointer: string, data: unknown, alternatives: readonly Alternative[]): Explained {
  const verbs = [...new Set(alternatives.flatMap((a) => a.required))];
  const unknown = typeof data === 'object' && data !== null ? Object.keys(data).find((key) => !alternatives.some((a) => a.properties.includes(key))) : undefined;
  if (unknown !== undefined) return { pointer: `${pointer}/${escapePointer(unknown)}`, code: 'definition.alternative', message: `"${unknown}" is none of the alternatives`, hint: suggest(unknown, verbs) ?? `one of ${verbs.join(', ')}` };
  const types = [...new Set(alternatives.map((a) => a.type).filter((type) => type !== undefined))];
  const message = types.length > 0 && !types.includes(typeOf(data)) ? `must be ${types.join(' or ')}` : 'fits none of the alternatives';
  return { pointer: pointer || '/', code: 'definition.alternative', message, ...(types.length < 2 && verbs.length > 0 && verbs.length <= 12 ? { hint: `needs one of ${verbs.join(', ')}` } : {}) };
}

function toProblem(error: ErrorObject, prefix: string): Explained {
  const path = prefix + error.instancePath;
  const at = { pointer: path || '/' };
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = unknownName(error);
      const known = Object.keys((error.parentSchema as { properties?: Record<string, unknown> } | undefined)?.properties ?? {});
      return { pointer: `${path}/${escapePointer(name)}`, code: 'definition.unknown-property', message: `unknown property "${name}"`, ...hint(suggest(name, known) ?? (known.length > 0 && known.length <= 12 ? `one of ${known.join(', ')}` : undefined)) };
    }
    case 'required':
      return { ...at, code: 'definition.missing-property', message: `"${missingName(error)}" is missing` };
    case 'discriminator': {
      const tag = String(params['tag']);
      const value = (error.data as Record<string, unknown> | undefined)?.[tag];
      if (value === undefined) return { ...at, code: 'definition.missing-property', message: `"${tag}" is missing` };
      const options = discriminatorValues(error);
      return { pointer: `${path}/${escapePointer(tag)}`, code: 'definition.unknown-type', message: `unknown ${tag} "${String(value)}"`, ...hint(suggest(String(value), options) ?? (options.length > 0 ? `one of ${options.join(', ')}` : undefined)) };
    }
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).map(String);
      return { ...at, code: 'definition.value', message: `"${String(error.data)}" is not allowed`, hint: suggest(String(error.data), allowed) ?? `one of ${allowed.join(', ')}` };
    }
    case 'pattern':
      return { ...at, code: 'definition.name', message: `"${String(error.data)}" does not fit the form of a name here`, hint: String(params['pattern']) };
    default:
      return { ...at, code: error.keyword === 'type' ? 'definition.type' : 'definition.value', message: error.message ?? 'is not right' };
  }
}

function hint(text: string | undefined): { hint?: string } {
  return text === undefined ? {} : { hint: text };
}

function unknownName(error: ErrorObject): string {
  return String((error.params as Record<string, unknown>)['additionalProperty']);
}

function missingName(error: ErrorObject): string {
  return String((error.params as Record<string, unknown>)['missingProperty']);
}


function typeOf(data: unknown): string {
  return data === null ? 'null' : Array.isArray(data) ? 'array' : typeof data;
}

function discriminatorValues(error: ErrorObject): string[] {
  const branches = (error.parentSchema as { oneOf?: { $ref?: string }[] } | undefined)?.oneOf ?? [];
  return branches.map((b) => (b.$ref ?? '').replace(/^.*(Field_|\$defs\/)/, '').replace(/(Node|Page|Section)$/, '').replace(/^[A-Z]/, (first) => first.toLowerCase()).replaceAll('_', '-')).filter((name) => name !== '');
}

/** A name as a part of a JSON pointer. */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
