import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectRoot } from './checks/project-files.ts';
import { generateReference } from './reference.ts';
import type { JsonSchema } from './reference/json-schema.ts';

const reference = generateReference();
const folder = join(projectRoot, 'schemas');
const kinds = readdirSync(folder).filter((name) => name.endsWith('.schema.json') && name !== 'parts.schema.json').map((name) => name.replace('.schema.json', ''));

test.each(kinds)('every property of %s has its row', (kind) => {
  const section = reference.split(/^## /m).find((each) => each.startsWith(`${kind}\n`)) ?? '';
  const named = new Set([...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, path = '']) => path.split(/\.|\[\]/).findLast(Boolean)));
  expect(propertyNames(JSON.parse(readFileSync(join(folder, `${kind}.schema.json`), 'utf8')) as JsonSchema).filter((name) => !named.has(name))).toEqual([]);
});

test('every link inside leads to a heading', () => {
  const headings = new Set([...reference.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text.toLowerCase().replace(/[^\w\- ]/g, '').replaceAll(' ', '-')));
  const links = [...new Set([...reference.matchAll(/\]\(#([^)]+)\)/g)].map(([, to = '']) => to))];
  expect(links.filter((to) => !headings.has(to))).toEqual([]);
});

function propertyNames(schema: JsonSchema): string[] {
  const below = [...Object.values(schema.properties ?? {}), ...Object.values(schema.$defs ?? {}), ...schema.oneOf ?? [], ...schema.items ? [schema.items] : [], ...typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []];
  return [...Object.keys(schema.properties ?? {}), ...below.flatMap(propertyNames)];
}
