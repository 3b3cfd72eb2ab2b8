import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Source } from '../model/source.ts';
import { collectScenarios } from './collect-scenarios.ts';

const entity = (app: string, name: string): Source => ({ file: `${name}.entity.json`, app, kind: 'entity', name, content: {} });
const sources = [entity('shop', 'order'), entity('shop', 'bill'), entity('den', 'thing')];
const steps = [{ create: 'thing', with: {} }];
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tamga-collect-'));
  const write = (path: string, content: unknown): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), JSON.stringify(content));
  };
  write('app-definitions/shop/sale/a.scenario.json', { title: 'a', steps });
  write('app-definitions/shop/sale/b.scenario.json', { title: 'b', app: 'den', steps });
  write('app-definitions/den/c.scenario.json', { title: 'c', steps });
  write('app-definitions/shop/sale/order.entity.json', {});
  write('out side/d.json', { title: 'd', steps });
  write('out side/e.json', { title: 'e', app: 'shop', steps });
  write('out side/bad.json', { title: 'bad', steps: [{ jump: 1 }] });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each<[string, { files?: string[]; app?: string }, string[], string[]]>([
  ['all', {}, ['c den', 'a shop', 'b den'], []],
  ['those of an app', { app: 'shop' }, ['a shop', 'b den'], []],
  ['a folder', { files: ['app-definitions/den'] }, ['c den'], []],
  ['a file from outside, its app by the entities it names', { files: ['out side/d.json'] }, ['d den'], []],
  ['a file from outside, its app by itself', { files: ['out side/e.json'] }, ['e shop'], []],
  ['a file from outside, its app by the command', { files: ['out side/d.json'], app: 'shop' }, ['d shop'], []],
  ['a file that is wrong', { files: ['out side/bad.json', 'out side/d.json'] }, ['d den'], ['out side/bad.json /steps/0/jump']],
  ['a file that is missing', { files: ['none.json'] }, [], ['none.json /']],
])('%s', async (_, which, found, problems) => {
  const files = which.files?.map((file) => join(root, file));
  const result = await collectScenarios({ root, sources, ...which, ...files ? { files } : {} });
  expect(result.scenarios.map(({ app, scenario }) => `${scenario.title} ${app}`)).toEqual(found);
  expect(result.problems.map(({ file, pointer }) => `${file} ${pointer}`)).toEqual(problems);
});
