import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
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
  return { kinds: [...validators.keys()], validate: (source) => validateSource(source, validators) };
}

function validateSource(source: Source, validators: Map<string, ValidateFunction>): DefinitionProblem[] {
  const validator = validators.get(source.kind);
  if (!validator) {
    return [{ file: source.file, pointer: '/', code: 'definition.unknown-kind', message: `unknown kind "${source.kind}"`, hint: suggest(source.kind, validators.keys()) }];
  }
  if (validator(source.content)) return [];
  return meaningful(validator.errors ?? []).map((error) => toProblem(source.file, error));
}

/** An alternative that failed as a whole says less than its parts; keep the deepest complaint per place. */
function meaningful(errors: ErrorObject[]): ErrorObject[] {
  const branches = errors.filter((e) => e.keyword === 'oneOf' || e.keyword === 'anyOf');
  return errors.filter((error) => {
    if (error.keyword === 'oneOf' || error.keyword === 'anyOf') {
      // The alternatives' own complaints follow only where one of them got past its type.
      return !errors.some((e) => e !== error && e.instancePath.startsWith(error.instancePath) && isSpecific(e, error));
    }
    const branch = branches.find((b) => error.schemaPath.startsWith(b.schemaPath.replace(/\/(oneOf|anyOf)$/, '/')) || error.instancePath.startsWith(b.instancePath));
    return !branch || isSpecific(error, branch);
  });
}

function isSpecific(error: ErrorObject, branch: ErrorObject): boolean {
  if (error.keyword === 'oneOf' || error.keyword === 'anyOf') return error.instancePath.length > branch.instancePath.length;
  return error.instancePath.length > branch.instancePath.length || !['type', 'required', 'additionalProperties', 'const'].includes(error.keyword)
    || (error.keyword === 'additionalProperties' && typeof branch.data === 'object' && !isStepLike(error));
}

// The alternatives of a step differ by their one required verb: complaints of the other verbs are noise.
function isStepLike(error: ErrorObject): boolean {
  return error.schemaPath.includes('Step');
}

function toProblem(file: string, error: ErrorObject): DefinitionProblem {
  const at = { file, pointer: error.instancePath || '/' };
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      const known = Object.keys((error.parentSchema as { properties?: Record<string, unknown> } | undefined)?.properties ?? {});
      return { file, pointer: `${error.instancePath}/${escapePointer(name)}`, code: 'definition.unknown-property', message: `unknown property "${name}"`, hint: suggest(name, known) ?? (known.length > 0 && known.length <= 12 ? `one of ${known.join(', ')}` : undefined) };
    }
    case 'required':
      return { ...at, code: 'definition.missing-property', message: `"${String(params['missingProperty'])}" is missing` };
    case 'discriminator': {
      const options = discriminatorValues(error);
      const value = String(params['tagValue']);
      return { ...at, code: 'definition.unknown-type', message: `unknown ${String(params['tag'])} "${value}"`, hint: suggest(value, options) ?? (options.length > 0 ? `one of ${options.join(', ')}` : undefined) };
    }
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).map(String);
      return { ...at, code: 'definition.value', message: `"${String(error.data)}" is not allowed`, hint: suggest(String(error.data), allowed) ?? `one of ${allowed.join(', ')}` };
    }
    case 'pattern':
      return { ...at, code: 'definition.name', message: `"${String(error.data)}" does not fit the form of a name here`, hint: String(params['pattern']) };
    case 'oneOf': case 'anyOf': {
      const known = stepVerbs(error);
      const unknown = typeof error.data === 'object' && error.data !== null ? Object.keys(error.data).find((k) => !known.includes(k)) : undefined;
      return { ...at, code: 'definition.alternative', message: known.length > 0 && unknown ? `"${unknown}" is none of the alternatives` : 'fits none of the alternatives', hint: unknown ? suggest(unknown, known) ?? `one of ${known.join(', ')}` : undefined };
    }
    default:
      return { ...at, code: error.keyword === 'type' ? 'definition.type' : 'definition.value', message: error.message ?? 'is not right' };
  }
}

function discriminatorValues(error: ErrorObject): string[] {
  const branches = (error.parentSchema as { oneOf?: { $ref?: string }[] } | undefined)?.oneOf ?? [];
  return branches.map((b) => (b.$ref ?? '').replace(/^.*Field_/, '').replaceAll('_', '-')).filter((name) => name !== '');
}

function stepVerbs(error: ErrorObject): string[] {
  const branches = (error.parentSchema as { oneOf?: { $ref?: string }[] } | undefined)?.oneOf ?? [];
  return branches.map((b) => /\/(\w+)Step$/.exec(b.$ref ?? '')?.[1]?.toLowerCase() ?? '').filter((name) => name !== '');
}

export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
