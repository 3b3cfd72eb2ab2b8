import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFiles, projectRoot } from '../checks/project-files.ts';

const readmes = projectFiles(['.'], /(^|\/)README(\.zh-CN)?\.md$/);
const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

test.each(readmes.map(({ path, text }) => [path, text]))('links and commands of %s are there', (path, text) => {
  const links = [...text.matchAll(/\]\(([^)#:\s]+)(#[^)]*)?\)/g)].map(([, to = '']) => to);
  const commands = [...text.matchAll(/npm run ([a-z][a-z:|]*)/g)].flatMap(([, names = '']) => names.split('|'));
  expect(links.filter((to) => !existsSync(join(projectRoot, dirname(path), to)))).toEqual([]);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});
