import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const schemas = join(dirname(fileURLToPath(import.meta.url)), '..', 'schemas');
const target = join(schemas, 'generated', 'types.ts');

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
  const text = await generateTypes();
  if (process.argv.includes('--check')) {
    if (readFileSync(target, 'utf8') !== text) { console.error('schemas/generated/types.ts is stale: run npm run generate'); process.exit(1); }
  } else {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
