import type { JsonSchema } from './json-schema.ts';

/** What all of these have alike, as a schema of its own. */
export function sharedProperties(schemas: JsonSchema[]): JsonSchema {
  const [first, ...others] = schemas;
  const alike = Object.entries(first?.properties ?? {}).filter(([name, property]) => others.length > 0
    && others.every((other) => JSON.stringify(other.properties?.[name]) === JSON.stringify(property) && isRequired(other, name) === isRequired(first!, name)));
  return { properties: Object.fromEntries(alike), required: (first?.required ?? []).filter((name) => alike.some(([each]) => each === name)) };
}

function isRequired({ required }: JsonSchema, name: string): boolean {
  return required?.includes(name) ?? false;
}
