import { anchor } from './anchor.ts';
import { describeProperties } from './describe-properties.ts';
import type { JsonSchema } from './json-schema.ts';
import { sharedProperties } from './shared-properties.ts';

/** One kind as a section: an example, its own properties, then every part of it. */
export function describeKind(kind: string, schema: JsonSchema, example: string): string {
  const file = kind === 'app' ? '`app-definitions/<app>/app.json`' : `\`app-definitions/<app>/<module>/<name>.${kind}.json\``;
  const parts = Object.entries(schema.$defs ?? {});
  const members = parts.flatMap(([name, part]) => (part.oneOf ?? []).map((member) => [localName(member), name] as const));
  const unionOf = new Map(members.filter((member): member is [string, string] => member[0] !== undefined));
  const sections = parts.map(([name, part]) => describePart(kind, name, part, schema, unionOf.get(name)));
  return [`## ${kind}`, schema.description ?? '', `File: ${file}`, `For example:\n\n\`\`\`json\n${example.trim()}\n\`\`\``, describeProperties(kind, schema), ...sections].filter(Boolean).join('\n\n');
}

/** A part that several others share stands above them, with what they all have. */
function describePart(kind: string, name: string, part: JsonSchema, schema: JsonSchema, union: string | undefined): string {
  const heading = `### ${kind}: ${name}`;
  const members = (part.oneOf ?? []).map(localName).filter((member) => member !== undefined);
  if (members.length > 0 && members.length === part.oneOf?.length) {
    const shared = sharedProperties(members.map((member) => schema.$defs![member]!));
    const list = members.map((member) => `[${memberTitle(schema, member)}](#${anchor(kind, member)})`).join(' · ');
    const common = Object.keys(shared.properties ?? {}).length > 0 ? `Every one of them has:\n\n${describeProperties(kind, shared)}` : '';
    return [heading, part.description ?? '', `One of: ${list}`, common].filter(Boolean).join('\n\n');
  }
  const shared = union === undefined ? undefined : sharedProperties((schema.$defs![union]!.oneOf ?? []).map((member) => schema.$defs![localName(member)!]!));
  const own = { ...part, properties: Object.fromEntries(Object.entries(part.properties ?? {}).filter(([property]) => !(property in (shared?.properties ?? {})))) };
  const rest = union !== undefined && Object.keys(shared?.properties ?? {}).length > 0 ? `Besides what [every ${union}](#${anchor(kind, union)}) has:` : '';
  const table = describeProperties(kind, part.oneOf ? part : own);
  return [heading, part.description ?? '', table === '' ? '' : rest, table].filter(Boolean).join('\n\n');
}

function memberTitle(schema: JsonSchema, member: string): string {
  const fixed = schema.$defs?.[member]?.properties?.['type']?.const;
  return typeof fixed === 'string' ? fixed : member;
}

function localName({ $ref }: JsonSchema): string | undefined {
  return $ref?.startsWith('#/$defs/') ? $ref.slice(8) : undefined;
}
