import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';
import { writeGenerated } from './reference/write-generated.ts';
import { writeReference } from './reference.ts';

const schemas = join(import.meta.dirname, '..', 'schemas');

/** The TypeScript types of all definition kinds, from `schemas/*.schema.json`. */
export async function generateTypes(): Promise<string> {
  const kinds = readdirSync(schemas).filter((f) => f.endsWith('.schema.json') && !f.startsWith('parts')).map((f) => f.replace('.schema.json', ''));
  const bundle = {
    title: 'Definitions', type: 'object', additionalProperties: false, required: kinds,
    description: 'Every kind of definition by its name.',
    properties: Object.fromEntries(kinds.map((kind) => [kind, { $ref: `${kind}.schema.json` }])),
  };
  return compile(bundle as Parameters<typeof compile>[0], 'Definitions', {
    cwd: `${schemas}/`, additionalProperties: false, bannerComment: '/* Made by `npm run generate` from schemas/*.schema.json; never edited. */', format: false,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  const fresh = [writeGenerated(join(schemas, 'generated', 'types.ts'), await generateTypes(), { check }), writeReference({ check })];
  if (!fresh.every(Boolean)) process.exitCode = 1;
}
