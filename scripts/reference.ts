import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeExtension } from './reference/describe-extension.ts';
import { describeFunctions } from './reference/describe-functions.ts';
import { describeKind } from './reference/describe-kind.ts';
import { typeOf } from './reference/describe-properties.ts';
import type { JsonSchema } from './reference/json-schema.ts';
import { writeGenerated } from './reference/write-generated.ts';

const folder = join(import.meta.dirname, '..', 'schemas');
const target = join(folder, 'generated', 'reference.md');

/** The reference of the definition language: every kind with every option, BPMN attributes, FEEL functions. */
export function generateReference(): string {
  const schemas = new Map(readdirSync(folder).filter((name) => name.endsWith('.schema.json')).map((name) => [name.replace('.schema.json', ''), read<JsonSchema>(name)]));
  const parts = schemas.get('parts')!;
  schemas.delete('parts');
  const kinds = [...schemas].map(([kind, schema]) => describeKind(kind, schema, readFileSync(join(folder, 'examples', kind, 'minimal.valid.json'), 'utf8')));
  return `${[
    '<!-- Made by `npm run reference` from schemas/*.json and the functions of runtime/expressions; never edited. -->',
    '# Reference of the definition language',
    'What a definition means as a whole stands in [app-definitions/README.md](../../app-definitions/README.md); this page lists every option. What is left out takes its default.',
    `Kinds: ${[...schemas.keys(), 'process'].map((kind) => `[${kind}](#${kind})`).join(' · ')} · [shared parts](#parts) · [FEEL functions](#feel-functions)`,
    ...kinds, describeExtension(read('bpmn-extension.json')), describeParts(parts), describeFunctions(),
  ].join('\n\n')}\n`;
}

function describeParts(schema: JsonSchema): string {
  const sections = Object.entries(schema.$defs ?? {}).map(([name, part]) => `### parts: ${name}\n\n${part.description ?? ''}\n\nType: ${typeOf('parts', part)}`);
  return ['## parts', schema.description ?? '', ...sections].join('\n\n');
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
}

/** Writes the reference, or with `--check` tells whether the one there is stale. */
export function writeReference({ check }: { check: boolean }): boolean {
  return writeGenerated(target, generateReference(), { check });
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !writeReference({ check: process.argv.includes('--check') })) process.exitCode = 1;
