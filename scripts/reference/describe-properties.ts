import { anchor } from './anchor.ts';
import type { JsonSchema } from './json-schema.ts';

interface Row { path: string; type: string; required: boolean; text: string }

/** The properties of a schema as a table; properties of nested objects stand below with their whole path. */
export function describeProperties(kind: string, schema: JsonSchema): string {
  const rows = rowsOf(kind, '', schema);
  if (rows.length === 0) return '';
  return ['| property | type | required | meaning |', '| --- | --- | --- | --- |', ...rows.map((row) => `| \`${row.path}\` | ${row.type} | ${row.required ? 'yes' : ''} | ${row.text} |`)].join('\n');
}

function rowsOf(kind: string, path: string, schema: JsonSchema): Row[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [{ path: at, type: typeOf(kind, property), required: schema.required?.includes(name) ?? false, text: textOf(property) }, ...rowsOf(kind, at, property)];
  });
  const named = typeof schema.additionalProperties === 'object' ? rowsOf(kind, `${path}.<name>`, schema.additionalProperties) : [];
  const items = schema.items ? rowsOf(kind, `${path}[]`, schema.items) : [];
  const choices = (schema.oneOf ?? []).flatMap((choice) => rowsOf(kind, path, choice));
  return [...own, ...named, ...items, ...choices];
}

/** A type in words, such as "list of [FieldPath](#parts-fieldpath)". */
export function typeOf(kind: string, schema: JsonSchema): string {
  if (schema.$ref) return link(kind, schema.$ref);
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum) return schema.enum.map(code).join(' · ');
  if (schema.oneOf) return schema.oneOf.map((each) => typeOf(kind, each)).join(' or ');
  if (schema.items) return `list of ${typeOf(kind, schema.items)}`;
  if (typeof schema.additionalProperties === 'object') return `name → ${typeOf(kind, schema.additionalProperties)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : schema.type ?? 'any';
  return schema.pattern ? `${type} like ${code(schema.pattern)}` : `${{ boolean: 'true or false', integer: 'whole number', string: 'text' }[type] ?? type}${limits(schema)}`;
}

function limits({ minimum, maximum, minLength, maxLength }: JsonSchema): string {
  const [from, to] = [minimum ?? minLength, maximum ?? maxLength];
  const unit = minLength !== undefined || maxLength !== undefined ? ' characters' : '';
  if (from !== undefined && to !== undefined) return `, ${from}–${to}${unit}`;
  return from !== undefined && from > 1 ? `, at least ${from}${unit}` : to !== undefined ? `, at most ${to}${unit}` : '';
}

function link(kind: string, reference: string): string {
  const [file = '', part] = reference.split('#/$defs/');
  const of = file === '' ? kind : file.replace('.schema.json', '');
  return part === undefined ? `[${of}](#${of})` : `[${part}](#${anchor(of, part)})`;
}

function textOf({ description = '', examples }: JsonSchema): string {
  const example = examples?.length ? ` For example ${examples.map(code).join(', ')}.` : '';
  return cell(description + example);
}

function code(value: unknown): string {
  return `\`${cell(String(value))}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
