import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';

/** What an alternative of a `oneOf` asks for at its top. */
export interface Alternative { type?: string; required: string[]; properties: string[] }

type Branch = { $ref?: string; type?: string; required?: string[]; properties?: Record<string, unknown> };

/** The alternative that an author most likely meant, with its own complaints; none when nothing speaks for one of them. */
export function chooseAlternative(union: ErrorObject, schemaId: string, ajv: Ajv2020): { errors?: ErrorObject[]; alternatives: Alternative[] } {
  const branches = (union.schema as Branch[]).map((branch) => compile(branch, schemaId, ajv));
  const alternatives = branches.map(({ schema }): Alternative => ({ ...(schema.type ? { type: schema.type } : {}), required: schema.required ?? [], properties: Object.keys(schema.properties ?? {}) }));
  const judged = branches.map(({ validate }) => {
    validate(union.data);
    const errors = [...validate.errors ?? []];
    return { errors, distance: distanceOf(errors) };
  }).sort((a, b) => a.distance - b.distance);
  const [best, second] = judged;
  const isClear = best !== undefined && best.distance < 1000 && (best.distance < 100 || second === undefined || second.distance >= 1000);
  return { alternatives, ...(isClear ? { errors: best.errors } : {}) };
}

/** A wrong type says that something else was meant, a missing name nearly so; other complaints are details. */
function distanceOf(errors: readonly ErrorObject[]): number {
  return errors.filter((e) => e.instancePath === '').reduce((sum, { keyword }) => sum + (keyword === 'type' ? 1000 : keyword === 'required' || keyword === 'const' ? 100 : keyword === 'additionalProperties' ? 10 : 1), 0);
}

const compiled = new WeakMap<Ajv2020, Map<string, { schema: Branch; validate: ValidateFunction }>>();

function compile(branch: Branch, schemaId: string, ajv: Ajv2020): { schema: Branch; validate: ValidateFunction } {
  let known = compiled.get(ajv);
  if (!known) compiled.set(ajv, (known = new Map()));
  const absolute = JSON.stringify(branch).replaceAll('"$ref":"#/', `"$ref":"${schemaId}#/`).replaceAll('"$ref":"parts.', '"$ref":"https://tamga.dev/schema/parts.');
  let found = known.get(absolute);
  if (!found) {
    const schema = JSON.parse(absolute) as Branch;
    const validate = schema.$ref === undefined ? ajv.compile(schema) : ajv.getSchema(schema.$ref);
    if (!validate) throw new Error(`The schema ${schema.$ref ?? ''} is not known.`);
    known.set(absolute, (found = { schema: validate.schema as Branch, validate }));
  }
  return found;
}
