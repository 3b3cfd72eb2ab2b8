import type { FieldType } from '../fields/index.ts';

type Schema = Record<string, unknown>;
type FieldSchema = Schema & { properties: Schema };

/** The schemas with one more alternative of a field for each type that a plugin added: the common options and those of a text. */
export function withFieldTypes(schemas: Schema[], types: readonly FieldType[]): Schema[] {
  return schemas.map((schema) => (String(schema['$id']).endsWith('/entity.schema.json') ? withFields(schema, types) : schema));
}

function withFields(schema: Schema, types: readonly FieldType[]): Schema {
  const parts = schema['$defs'] as Record<string, Schema>;
  const text = parts['Field_text'] as FieldSchema;
  const field = parts['Field'] as Schema & { oneOf: { $ref: string }[] };
  const added = types.map((type) => ({ name: type.name, part: `Field_${type.name.replaceAll('-', '_')}` })).filter(({ part }) => parts[part] === undefined);
  if (added.length === 0) return schema;
  const more = Object.fromEntries(added.map(({ name, part }) => [part, { ...text, title: `${name} field`, description: 'Of a plugin.', properties: { ...text.properties, type: { const: name } } }]));
  return { ...schema, $defs: { ...parts, ...more, Field: { ...field, oneOf: [...field.oneOf, ...added.map(({ part }) => ({ $ref: `#/$defs/${part}` }))] } } };
}
