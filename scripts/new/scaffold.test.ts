import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { formatProblem } from '../../runtime/model/source.ts';
import { loadModel } from '../../runtime/server/load.ts';
import { collectScenarios, openScenarios, startTestDatabase } from '../../runtime/testing/index.ts';
import { projectRoot } from '../checks/project-files.ts';
import { MistakenOrder, scaffold } from './scaffold.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tamga-new-'));
  for (const folder of ['app-definitions/platform', 'seed/platform']) await cp(join(projectRoot, folder), join(root, folder), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('app, entities and process are written, link, and do what the scenario says', async () => {
  await scaffold(root, ['app', 'fleet', '车队']);
  expect((await loadModel(root)).problems.map(formatProblem)).toEqual([]);
  await scaffold(root, ['entity', 'fleet/trip', '出车']);
  await scaffold(root, ['entity', 'fleet/vehicle', '车辆']);
  expect(await scaffold(root, ['process', 'fleet/trip', '出车“审批” & <会签>'])).toContain('workflows/fleet/trip.bpmn');
  const { model, problems, sources } = await loadModel(root);
  expect(problems.map(formatProblem)).toEqual([]);
  expect(model?.apps.get('fleet')?.menu.map(({ items }) => items.map(({ key }) => key))).toEqual([['fleet/trip', 'fleet/vehicle']]);
  expect([model?.processes.has('trip'), model?.roles.has('fleet.reviewer')]).toEqual([true, true]);
  const database = await startTestDatabase();
  const host = openScenarios({ root, sources, databaseUrl: database.url });
  try {
    const { scenarios, problems: wrong } = await collectScenarios({ root, sources, files: ['trip', 'vehicle'].map((name) => join(root, `app-definitions/fleet/${name}/${name}.scenario.json`)) });
    expect([wrong, scenarios.length]).toEqual([[], 2]);
    for (const scenario of scenarios) expect(await host.run(scenario)).toMatchObject({ passed: true });
  } finally {
    await host.close();
    await database.stop();
  }
});

test('a plugin is written whole', async () => {
  expect(await scaffold(root, ['plugin', 'number-plates', '车牌号'])).toEqual(['plugins/number-plates/index.ts', 'plugins/number-plates/index.test.ts', 'plugins/number-plates/README.md']);
  expect(await readFile(join(root, 'plugins/number-plates/index.ts'), 'utf8')).toContain("name: 'number-plates'");
});

test.each([
  ['an app that is there', ['app', 'platform', '平台'], 'exists already'],
  ['an app that is not there', ['entity', 'nowhere/trip', '出车'], 'app-definitions/nowhere/app.json does not exist'],
  ['an entity that is not there', ['process', 'platform/nothing', '审批'], 'does not exist'],
  ['a name with capitals', ['app', 'Fleet', '车队'], '"Fleet" is no name'],
  ['a way out of the folder', ['entity', 'platform/../x', '出车'], 'usage'],
  ['an entity without an app', ['entity', 'trip', '出车'], '"" is no name'],
  ['a kind that is not there', ['form', 'fleet', '车队'], 'usage'],
  ['a kind of every object', ['constructor', 'fleet', '车队'], 'usage'],
  ['no label', ['app', 'fleet2'], 'usage'],
])('%s is refused and nothing is written', async (_, order, message) => {
  const before = await readdir(root, { recursive: true });
  const failure = await scaffold(root, order).then(() => undefined, (error: unknown) => error);
  expect(failure).toBeInstanceOf(MistakenOrder);
  expect(String(failure)).toContain(message);
  expect(await readdir(root, { recursive: true })).toEqual(before);
});
