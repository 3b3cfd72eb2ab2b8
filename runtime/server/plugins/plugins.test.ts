import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from '../../expressions/index.ts';
import { fieldTypeOf, fieldTypes } from '../../fields/index.ts';
import { withFieldTypes } from '../../model/with-field-types.ts';
import { actionSteps, freezeRegistry, serviceTopics } from '../../registry.ts';
import { setUpPlugins } from './index.ts';

let root: string;
let count = 0;

beforeAll(async () => { root = await mkdtemp(join(tmpdir(), 'plugins-')); });
afterAll(() => rm(root, { recursive: true, force: true }));

/** A folder with plugins, each given as the body of what it exports. */
async function folderWith(plugins: Record<string, string>): Promise<string> {
  const folder = join(root, String(count += 1));
  for (const [name, body] of Object.entries(plugins)) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'index.ts'), `export default ${body};\n`);
  }
  return folder;
}

const added = 'api.function({ name: "twice", doc: { zh: "两倍", en: "Twice" }, parameters: [{ name: "n", type: { kind: "number" } }], result: { kind: "number" }, example: "twice(2) = 4", run: ([n]) => n * 2 })';

test('no plugins are no failure', async () => {
  expect(await setUpPlugins(join(root, 'nowhere'), {})).toEqual([]);
  expect(await setUpPlugins(await folderWith({ a: '{ name: "a", setup() { throw new Error("never") } }' }), { TAMGA_PLUGINS: 'none' })).toEqual([]);
});

test('plugins add functions, field types, steps and topics, in the order of their needs', async () => {
  const folder = await folderWith({
    alpha: '{ name: "alpha", needs: ["beta"], setup: (api) => { api.actionStep({ name: `alpha ${api.settings.word ?? ""}`, doc: { zh: "", en: "" }, parameters: {}, result: "string", run: () => "" }); } }',
    beta: `{ name: "beta", settings: { type: "object", additionalProperties: false, properties: { word: { type: "string" } } }, setup: (api) => { ${added}; api.serviceTopic({ name: "beta.topic", serve: async () => {} }); api.fieldType({ name: "plate", column: () => "text", parse: (value) => ({ value: String(value).toUpperCase() }), operators: ["$eq"], feel: "string", sortable: true }); } }`,
  });
  expect(await setUpPlugins(folder, { TAMGA_PLUGIN_BETA: '{"word":"x"}' })).toEqual([{ name: 'beta' }, { name: 'alpha' }]);
  expect(parse('twice(21)', { variables: {} }).expression?.evaluate({}, { now: () => new Date(0), zone: 'UTC' })).toBe(42);
  expect(fieldTypeOf({ type: 'plate' }).parse('蒙G1', { type: 'plate' } as never)).toEqual({ value: '蒙G1' });
  expect([serviceTopics.get('beta.topic')?.name, actionSteps.get('alpha ')?.name]).toEqual(['beta.topic', 'alpha ']);
  const [schema] = withFieldTypes([{ $id: 'x/entity.schema.json', $defs: { Field_text: { properties: { type: { const: 'text' } } }, Field: { oneOf: [] } } }], fieldTypes());
  expect(JSON.stringify(schema)).toContain('{"const":"plate"}');
});

test.each([
  ['a name that is taken', { one: `{ name: "one", setup: (api) => api.function({ name: "sum" }) }` }, {}, 'plugins/one: the FEEL function "sum" is there already'],
  ['a failure in its setup', { two: '{ name: "two", setup() { throw new Error("no license") } }' }, {}, 'plugins/two: no license'],
  ['another name than its folder', { three: '{ name: "tree", setup() {} }' }, {}, 'plugins/three: calls itself "tree"'],
  ['no plugin in it', { four: '42' }, {}, 'plugins/four: index.ts has no'],
  ['a need that is not there', { five: '{ name: "five", needs: ["fife"], setup() {} }' }, {}, 'plugins/five: needs the plugin "fife"'],
  ['a circle of needs', { six: '{ name: "six", needs: ["seven"], setup() {} }', seven: '{ name: "seven", needs: ["six"], setup() {} }' }, {}, 'needs itself by way of'],
  ['wrong settings', { eight: '{ name: "eight", settings: { type: "object", additionalProperties: false, properties: { port: { type: "integer" } } }, setup() {} }' }, { TAMGA_PLUGIN_EIGHT: '{"prot":1}' }, 'plugins/eight: TAMGA_PLUGIN_EIGHT: / must NOT have additional properties "prot"'],
  ['settings that are no JSON', { nine: '{ name: "nine", settings: { type: "object" }, setup() {} }' }, { TAMGA_PLUGIN_NINE: '{' }, 'plugins/nine: TAMGA_PLUGIN_NINE:'],
  ['settings where it has none', { ten: '{ name: "ten", setup() {} }' }, { TAMGA_PLUGIN_TEN: '{}' }, 'this plugin has no settings'],
  ['a wanted one that is not there', { eleven: '{ name: "eleven", setup() {} }' }, { TAMGA_PLUGINS: 'twelve' }, 'there is no plugin "twelve" (eleven)'],
  ['a wanted one without its settings', { mail: '{ name: "mail", settings: { type: "object", required: ["host"], properties: { host: { type: "string" } } }, setup() {} }' }, { TAMGA_PLUGINS: 'mail' }, 'plugins/mail: needs TAMGA_PLUGIN_MAIL'],
])('%s is refused and names the plugin', async (_, plugins, env, message) => {
  await expect(setUpPlugins(await folderWith(plugins), env)).rejects.toThrow(message);
});

test('a plugin without the settings it needs is off, and what needs it', async () => {
  const folder = await folderWith({
    mail: '{ name: "mail", settings: { type: "object", required: ["host"], properties: { host: { type: "string" } } }, setup() { throw new Error("never"); } }',
    post: '{ name: "post", needs: ["mail"], setup() { throw new Error("never"); } }',
  });
  expect(await setUpPlugins(folder, {})).toEqual([{ name: 'mail', off: 'needs TAMGA_PLUGIN_MAIL' }, { name: 'post', off: 'needs mail' }]);
});

test('once the server has started nothing is added', async () => {
  freezeRegistry();
  await expect(setUpPlugins(await folderWith({ late: '{ name: "late", setup: (api) => api.serviceTopic({ name: "late.topic", serve: async () => {} }) }' }), {})).rejects.toThrow('plugins/late: the service topic "late.topic" comes too late');
});
