import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import type { Scenario } from '../../schemas/generated/types.ts';
import type { Source } from '../model/source.ts';
import { loadSources } from '../server/load.ts';
import { openScenarios } from './open-scenarios.ts';
import type { ScenarioHost } from './open-scenarios.ts';
import { startTestDatabase } from './test-database.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = (kind: string, name: string, content: unknown): Source => ({ file: `app-definitions/den/${name}.${kind}.json`, app: 'den', kind, name, content });

/** A small app of its own: things in boxes. */
const den: Source[] = [
  source('app', 'app', { label: '小屋' }),
  source('entity', 'box', { label: '箱', fields: { code: { type: 'text', label: '编号', required: true, unique: true }, name: { type: 'text', label: '名称' } } }),
  source('entity', 'thing', { label: '物', fields: {
    name: { type: 'text', label: '名称', required: true, unique: true },
    box: { type: 'reference', label: '箱', entity: 'box' },
    count: { type: 'integer', label: '数量', min: 1 },
    day: { type: 'date', label: '日期' },
    photo: { type: 'image', label: '照片' },
    use: { type: 'choice', label: '用途', options: { light: '照明', other: '其他' } },
  } }),
  source('role', 'keeper', { label: '管理员', grants: { box: { read: true, scope: 'all' }, thing: { read: true, create: true, update: true, delete: true, scope: 'all' } } }),
  source('role', 'auditor', { label: '审计员', excludes: ['den.keeper'], grants: { thing: { read: true, scope: 'all' } } }),
  source('role', 'guest', { label: '访客', grants: { thing: { read: true, scope: 'all' } } }),
];

let server: Awaited<ReturnType<typeof startTestDatabase>>;
let host: ScenarioHost;
let sources: Source[];

beforeAll(async () => {
  server = await startTestDatabase();
  const loaded = await loadSources(root);
  sources = [...loaded.sources.filter((each) => each.app === 'platform'), ...den];
  host = openScenarios({ root, sources, databaseUrl: server.url });
});
afterAll(async () => {
  await host.close();
  await server.stop();
});

const given: Scenario['given'] = {
  clock: '2026-04-10T09:00+08:00', seed: [],
  people: { keeper: { role: 'den.keeper' }, guest: { role: 'den.guest' } },
  records: [{ entity: 'box', with: { code: 'B1', name: '红箱' }, save: 'box' }],
};

async function run(steps: unknown[], variant?: Parameters<ScenarioHost['run']>[1]): Promise<string> {
  const scenario: Scenario = { title: 'a', given, steps: steps as Scenario['steps'] };
  const { passed, error } = await host.run({ file: 'a.scenario.json', app: 'den', scenario }, variant);
  return passed ? 'passed' : error ?? 'failed without a reason';
}

const thing = { as: 'keeper', create: 'thing', with: { name: '灯', box: 'B1', count: 2, day: { today: '+1d' } }, save: 'lamp' };

describe('a scenario that goes as written passes', () => {
  test.each<[string, unknown[]]>([
    ['values, keys and dates', [thing, { as: 'guest', get: '$lamp', equal: { name: '灯', box: '红箱', count: 2, day: '2026-04-11' } }]],
    ['a reference compared by key and by id', [thing, { expect: 'records', entity: 'thing', equal: [{ box: 'B1' }] }, { expect: 'records', entity: 'thing', where: { box: 'B1' }, equal: [{ box: '$box' }] }]],
    ['a record found by its values', [thing, { as: 'keeper', update: { entity: 'thing', find: { name: '灯' } }, with: { count: 3 } }, { expect: 'records', entity: 'thing', equal: [{ count: 3 }] }]],
    ['a refusal', [{ ...thing, with: { name: '灯', count: 0 }, save: undefined, refused: { status: 422, field: 'count' } }]],
    ['a missing right', [{ ...thing, as: 'guest', save: undefined, refused: { status: 403 } }]],
    ['a grant of a role that there is not', [{ create: 'platform/role-grant', with: { user: '$keeper', role: 'den.nobody', scope: 'all' }, refused: { status: 422, code: 'field.choice', field: 'role' } }]],
    ['a grant of a role that another one excludes', [
      { create: 'platform/role-grant', with: { user: '$keeper', role: 'den.auditor', scope: 'all' }, refused: { status: 422, code: 'grant.exclusive', field: 'role', message: '“审计员”与该用户已有的“管理员”' } },
      { together: [{ create: 'platform/role-grant', with: { user: '$guest', role: 'den.auditor', scope: 'all' } }, { create: 'platform/role-grant', with: { user: '$guest', role: 'den.keeper', scope: 'all' } }], succeed: 1 }]],
    ['a stale version', [thing, { as: 'keeper', update: '$lamp', with: { count: 5 } }, { as: 'keeper', update: '$lamp', with: { count: 6 }, version: 1, refused: { status: 409, code: 'record.stale' } }]],
    ['a deletion', [thing, { as: 'keeper', delete: '$lamp' }, { expect: 'records', entity: 'thing', count: 0 }]],
    ['a race', [{ together: [thing, { ...thing, save: 'other' }], succeed: 1, refused: { status: [409, 422] } }, { expect: 'records', entity: 'thing', count: 1 }]],
    ['a file', [thing, { as: 'keeper', update: '$lamp', with: { photo: { file: 'a.png' } } }, { as: 'keeper', get: '$lamp', equal: { photo: [{ name: 'a.png' }] } }]],
    ['a file that is not what it says', [thing, { as: 'keeper', update: '$lamp', with: { photo: { file: 'a.png', content: 'no picture' } }, refused: { status: 415 } }]],
    ['a session that outlives the clock', [thing, { clock: '+3d' }, { as: 'keeper', get: '$lamp', equal: { count: 2 } }]],
    ['signing in', [{ login: { username: 'keeper', password: 'Scenario-2026!' } }, { login: { username: 'keeper', password: 'wrong' }, refused: { status: 401 } }]],
    ['any request', [{ call: { path: '/api/records/den/thing' }, refused: { status: 401 } }, { as: 'guest', call: { path: '/api/records/den/thing?count=exact' }, status: 200, equal: { total: 0 } }]],
    ['the history', [thing, { as: 'keeper', update: '$lamp', with: { count: 9 } }, { as: 'keeper', expect: 'history', of: '$lamp', contains: [{ operation: 'create' }, { operation: 'update', field: 'count', before: 2, after: 9 }] }]],
    ['the texts of choices in the history', [{ as: 'keeper', create: 'thing', with: { name: '烛', use: 'light' }, save: 'candle' }, { as: 'keeper', expect: 'history', of: '$candle', contains: [{ field: 'use', after: 'light', options: [{ value: 'light', label: '照明' }] }] }]],
  ])('%s', async (_, steps) => {
    expect(await run(steps)).toBe('passed');
  });
});

describe('a scenario that does not go as written fails and says where', () => {
  test.each<[string, unknown[], string[]]>([
    ['a wrong value', [thing, { as: 'guest', get: '$lamp', equal: { count: 3 } }], ['step 2 (/steps/1) guest: get $lamp', 'expected: [{"count":3}]', 'got: [{"count":2}]']],
    ['a wrong number of rows', [thing, { expect: 'records', entity: 'thing', count: 2 }], ['step 2 (/steps/1) expect records thing', 'expected: 2 rows', 'got: 1 rows']],
    ['a row that is missing', [thing, { expect: 'records', entity: 'thing', contains: [{ name: '床' }] }], ['expected: a row with {"name":"床"}', 'got: [{"name":"灯"}]']],
    ['a row that should not be there', [thing, { expect: 'records', entity: 'thing', absent: [{ name: '灯' }] }], ['expected: no row with {"name":"灯"}']],
    ['a refusal that does not come', [{ ...thing, refused: { status: 422 } }], ['step 1 (/steps/0) keeper: create thing', 'expected: refused with status 422', 'got: 201']],
    ['a refusal nobody expects', [{ ...thing, with: { name: '灯', count: 0 } }], ['expected: success', 'got: 422', 'count']],
    ['a refusal for another reason', [{ ...thing, with: { name: '灯', count: 0 }, refused: { status: 422, field: 'name' } }], ['expected: refused with field name', 'got: 422']],
    ['a race that both win', [{ together: [thing, { ...thing, with: { name: '床' }, save: 'bed' }], succeed: 1 }], ['expected: 1 of 2 steps to succeed', 'got: 2']],
    ['an unknown person', [{ ...thing, as: 'nobody' }], ['expected: a person "nobody"', 'got: only keeper, guest']],
    ['an unknown name', [{ submit: '$what' }], ['expected: a saved record "$what"']],
    ['an unknown entity', [{ create: 'what', with: {} }], ['expected: an entity "den/what"']],
    ['an unknown natural key', [{ ...thing, with: { name: '灯', box: 'B9' } }], ['expected: a record of den/box called "B9"', 'got: none']],
    ['a clock that goes back', [{ clock: '-1d' }], ['expected: a later moment']],
  ])('%s', async (_, steps, parts) => {
    const error = await run(steps);
    for (const part of parts) expect(error).toContain(part);
  });
});

describe('other definitions on the same tables', () => {
  const changed = (name: string, change: (content: Record<string, unknown>) => unknown): Source[] => sources.map((each) => (
    each.app === 'den' && each.name === name ? { ...each, content: change(structuredClone(each.content) as Record<string, unknown>) } : each));

  test('a scenario notices a check that is gone', async () => {
    const variant = await host.variant(changed('thing', (content) => ({ ...content, fields: { ...content.fields as object, count: { type: 'integer', label: '数量' } } })), 'den');
    if ('problems' in variant) throw new Error('does not link');
    expect(await run([{ ...thing, with: { name: '灯', count: 0 }, refused: { status: 422 } }], variant)).toContain('got: 201');
    expect(await run([thing], variant)).toBe('passed');
  });

  test('a scenario notices a unique group that is gone', async () => {
    const variant = await host.variant(changed('thing', (content) => ({ ...content, fields: { ...content.fields as object, name: { type: 'text', label: '名称' } } })), 'den', { entity: 'den/thing', fields: ['name'] });
    if ('problems' in variant) throw new Error('does not link');
    expect(await run([thing, { ...thing, refused: { status: 422 } }], variant)).toContain('got: 201');
  });

  test('definitions that do not link are told', async () => {
    const variant = await host.variant(changed('thing', (content) => ({ ...content, title: 'what' })), 'den');
    expect('problems' in variant && variant.problems.length).toBeGreaterThan(0);
  });
});
