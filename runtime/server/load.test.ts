import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { formatProblem } from '../model/source.ts';
import { shopFiles } from '../testing/shop-definitions.ts';
import { loadModel } from './load.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tamga-定义 '));
  await cp(join(import.meta.dirname, '../../app-definitions/platform'), join(root, 'app-definitions/platform'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Writes the shop's files with some of them replaced (or, with null, left out), and tells the problems. */
async function problemsWith(changes: Record<string, string | null>): Promise<string[]> {
  const files: Record<string, unknown> = { ...shopFiles(), ...changes };
  for (const [path, content] of Object.entries(files)) {
    if (content === null) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
  return (await loadModel(root)).problems.map(formatProblem);
}

const order = 'app-definitions/shop/order/order.entity.json';

test('files that are right give a model', async () => {
  expect(await problemsWith({ 'app-definitions/shop/README.md': '# 说明', 'app-definitions/shop/order/.DS_Store': '' })).toEqual([]);
});

describe('a file that is wrong as a whole is told once', () => {
  test.each<[string, Record<string, string | null>, string]>([
    ['a comma too many', { [order]: '{\n  "label": "订单",\n}' }, `${order} /: line 3, column 1: "}" stands where a name in double quotes is expected [definition.syntax]`],
    ['a bracket that is not closed', { [order]: '{\n  "label": "订单"' }, `${order} /: line 2, column 16: the file ends where "," or "}" is expected [definition.syntax]`],
    ['a wrong kind of quotes', { [order]: '{ "label": “订单” }' }, `${order} /: line 1, column 12: "“" stands where a value is expected [definition.syntax]`],
    ['an empty file', { [order]: '' }, `${order} /: line 1, column 1: the file ends where a value is expected [definition.syntax]`],
    ['something after the end', { [order]: '{} {}' }, `${order} /: line 1, column 4: "{" stands where the end of the file is expected [definition.syntax]`],
    ['a list instead of an object', { [order]: '[]' }, `${order} /: must be object [definition.type]`],
    ['a name twice in one object', { 'app-definitions/shop/goods/goods-kind.dictionary.json': '{ "label": "类别",\n "items": { "food": "食品", "tool": "工具", "food": "食物" } }' }, 'app-definitions/shop/goods/goods-kind.dictionary.json /items/food: line 2, column 41: "food" stands twice in one object [definition.duplicate]'],
    ['a file without a kind', { 'app-definitions/shop/order/order.json': '{}' }, 'app-definitions/shop/order/order.json /: "order.json" names no kind (name.<kind>.json in kebab-case) [definition.file]'],
    ['a file with capital letters', { 'app-definitions/shop/order/Order.list.json': '{}' }, 'app-definitions/shop/order/Order.list.json /: "Order.list.json" names no kind (name.<kind>.json in kebab-case) [definition.file]'],
    ['a misspelt kind', { 'app-definitions/shop/stock/floor.entity.json': null, 'app-definitions/shop/stock/floor.entiti.json': '{}' }, 'app-definitions/shop/stock/floor.entiti.json /: unknown kind "entiti" (did you mean "entity"?) [definition.unknown-kind]'],
    ['a file of another type', { 'app-definitions/shop/order/post.ts': 'export {}' }, 'app-definitions/shop/order/post.ts /: this file is no definition (app-definitions/<app>/<module>/<name>.<kind>.json) [definition.file]'],
    ['an app without app.json', { 'app-definitions/shop/app.json': null }, 'app-definitions/shop/app.json /: the folder "shop" has no app.json [definition.unknown-app]'],
    ['an app.json that cannot be read', { 'app-definitions/shop/app.json': '{' }, 'app-definitions/shop/app.json /: line 1, column 2: the file ends where a name in double quotes is expected [definition.syntax]'],
    ['two entities of one name', { 'app-definitions/shop/more/order.entity.json': JSON.stringify(shopFiles()[order]) }, `${order} /: entity shop/order is declared twice (also in app-definitions/shop/more/order.entity.json) [definition.duplicate]`],
    ['two actions of one name', { 'app-definitions/shop/more/place.action.json': JSON.stringify(shopFiles()['app-definitions/shop/order/place.action.json']) }, 'app-definitions/shop/order/place.action.json /: "shop/order" already has an action "place" [definition.duplicate]'],
    ['a process for an app that does not exist', { 'workflows/shp/other.bpmn': String(shopFiles()['workflows/shop/approval.bpmn']).replaceAll('"approval"', '"other"').replace('shop/order', 'shop/goods').replaceAll(/ tamga:(status|scope)="\w+"/g, '') }, 'app-definitions/shp/app.json /: the folder "shp" has no app.json (did you mean "shop"?) [definition.unknown-app]'],
  ])('%s', async (_name, changes, line) => {
    expect(await problemsWith(changes)).toEqual([line]);
  });
});

test('a byte order mark before the text is no mistake', async () => {
  expect(await problemsWith({ [order]: `\uFEFF${JSON.stringify(shopFiles()[order])}` })).toEqual([]);
});
