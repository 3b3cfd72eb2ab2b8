import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createValidator } from '../runtime/model/validate.ts';

const folder = import.meta.dirname;
const read = (path: string): Record<string, unknown> => JSON.parse(readFileSync(join(folder, path), 'utf8')) as Record<string, unknown>;
const validator = createValidator(readdirSync(folder).filter((name) => name.endsWith('.schema.json')).map(read));
const expected = read('examples/expected.json');
const files = validator.kinds.flatMap((kind) => readdirSync(join(folder, 'examples', kind)).map((name) => `${kind}/${name}`));

test.each(files)('%s', (file) => {
  const [kind = '', name = ''] = file.split('/');
  const problems = validator.validate({ file, app: 'permits', kind, name, content: read(`examples/${file}`) });
  expect([...new Set(problems.map((problem) => problem.code))]).toEqual(expected[file] ?? []);
});

test('every kind has a valid and an invalid example', () => {
  for (const kind of validator.kinds) for (const end of ['.valid.json', '.invalid.json']) expect(files.some((file) => file.startsWith(`${kind}/`) && file.endsWith(end))).toBe(true);
});
