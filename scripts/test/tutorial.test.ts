import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { formatProblem } from '../../runtime/model/source.ts';
import { loadModel } from '../../runtime/server/load.ts';
import { collectScenarios, openScenarios, startTestDatabase } from '../../runtime/testing/index.ts';
import { projectRoot } from '../checks/project-files.ts';
import { printedFiles } from './printed-files.ts';

const readText = (path: string): Promise<string> => readFile(join(projectRoot, path), 'utf8');
let root: string;
let files: Map<string, string>;

/** What a reader has after typing everything: the project's data with the tutorial's files among it. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tamga-tutorial-'));
  files = printedFiles(await readText('README.md'));
  for (const folder of ['app-definitions', 'workflows', 'seed']) await cp(join(projectRoot, folder), join(root, folder), { recursive: true });
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('the tutorial prints the same files in both languages', async () => {
  expect([...printedFiles(await readText('README.zh-CN.md'))]).toEqual([...files]);
});

test('the printed definitions link', async () => {
  const { problems, model } = await loadModel(root);
  expect(problems.map(formatProblem)).toEqual([]);
  expect(model?.processes.has('vehicle-booking')).toBe(true);
});

test('the printed scenario passes', async () => {
  const { sources } = await loadModel(root);
  const database = await startTestDatabase();
  const host = openScenarios({ root, sources, databaseUrl: database.url });
  try {
    const printed = [...files.keys()].filter((path) => path.endsWith('.scenario.json')).map((path) => join(root, path));
    const { scenarios, problems } = await collectScenarios({ root, sources, files: printed });
    expect([problems, scenarios.length]).toEqual([[], 1]);
    const { passed, error } = await host.run(scenarios[0]!);
    expect([passed, error]).toEqual([true, undefined]);
  } finally {
    await host.close();
    await database.stop();
  }
});

test('the printed grants name people, units and roles that there are', async () => {
  const [header, ...rows] = files.get('seed/vehicle/demo/platform--role-grant.csv')!.trim().split('\n').map((line) => line.split(','));
  expect(header).toEqual(['user', 'role', 'scope', 'org', 'area']);
  const [people, units, areas] = await Promise.all(['seed/materials/demo/platform--user.csv', 'seed/platform/base/organization.csv', 'seed/platform/base/area.csv'].map(readText));
  for (const [user, role = '', , org, area] of rows) {
    expect(people).toContain(`\n${user},`);
    if (org) expect(units).toContain(`\n${org},`);
    if (area) expect(areas).toContain(`\n${area},`);
    expect([...files.keys()]).toContain(`app-definitions/vehicle/roles/${role.split('.')[1]}.role.json`);
  }
});
