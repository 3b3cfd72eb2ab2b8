import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fieldTypes } from './index.ts';
import { startTestServer, type TestPerson, type TestServer } from '../testing/start-test-server.ts';

type Json = Record<string, unknown>;
/** What every field type is tried with: values in the order in which they sort, values refused with their code, and questions with how many of the values they find. */
interface Fixture { field?: Json; valid: unknown[]; read?: unknown[]; refused: [unknown, string][]; asked?: [Json | string | number | boolean | null, number][] }

let server: TestServer;
let person: TestPerson;
let unit: string;
let other: string;
const missing = '019a0000-0000-7000-8000-000000000000';

const numbers: Pick<Fixture, 'refused'> = { refused: [['abc', 'field.type'], [true, 'field.type'], [[1], 'field.type'], [{}, 'field.type'], ['1e3', 'field.type'], ['0x10', 'field.type'], [1e300, 'field.type'], ['٣', 'field.type']] };

const fixtures: Record<string, () => Fixture> = {
  text: () => ({ field: { minLength: 2, maxLength: 5, pattern: '[^!]*' }, valid: ['阿姨', '苹果', '中国红十', 'ab'], refused: [['a', 'field.too-short'], ['abcdef', 'field.too-long'], ['a!b', 'field.pattern'], [5, 'field.type'], [['ab'], 'field.type'], ['a\u0000b', 'field.type']],
    asked: [['苹果', 1], [{ $ne: '苹果' }, 4], [{ $in: ['ab', '阿姨'] }, 2], [{ $contains: '国' }, 1], [{ $contains: '%' }, 0], [{ $contains: '_' }, 0], [{ $exists: false }, 1], [{ $nin: ['ab'] }, 4]] }),
  'long-text': () => ({ field: { maxLength: 20 }, valid: ['一行', '一行\n二行'], refused: [['长'.repeat(21), 'field.too-long'], [1, 'field.type']], asked: [[{ $contains: '二行' }, 1], [{ $exists: true }, 2]] }),
  integer: () => ({ field: { min: -5, max: 9007199254740991 }, valid: [-5, 0, 7, 9007199254740991], refused: [...numbers.refused, [1.5, 'field.type'], [-6, 'field.too-small'], [9007199254740993, 'field.type']], asked: [[7, 1], [{ $gt: 0 }, 2], [{ $gte: 0, $lte: 7 }, 2], [{ $in: [0, 7, 8] }, 2], [{ $ne: 7 }, 4], [{ $lt: -100 }, 0]] }),
  decimal: () => ({ field: { scale: 3, max: 1e6 }, valid: [-0.001, 0.1, 12.345, 1000000], refused: [...numbers.refused, [0.0001, 'field.too-many-decimals'], [1000000.001, 'field.too-large']], asked: [[0.1, 1], [{ $gt: 0.1 }, 2], [{ $lte: 12.345 }, 3]] }),
  money: () => ({ valid: [-0.01, 0.07, 1.1, 9007199254740.99], refused: [...numbers.refused, [1.005, 'field.too-many-decimals']], asked: [[0.07, 1], [{ $gte: 1.1 }, 2]] }),
  boolean: () => ({ valid: [false, true], refused: [['yes', 'field.type'], [1, 'field.type']], asked: [[true, 1], [{ $ne: true }, 2], [null, 1]] }),
  date: () => ({ valid: ['0001-01-01', '2024-02-29', '2026-04-10', '9999-12-31'], refused: [['2026-02-29', 'field.type'], ['2026-13-01', 'field.type'], ['0000-01-01', 'field.type'], ['20260410', 'field.type'], ['10000-01-01', 'field.type'], ['2026-04-10T00:00:00Z', 'field.type'], [20260410, 'field.type']], asked: [['2024-02-29', 1], [{ $gte: '2024-02-29', $lt: '2026-04-10' }, 1], [{ $gt: '2024-02-29' }, 2], [{ $lte: { today: '+0d' } }, 3]] }),
  datetime: () => ({ valid: ['2026-04-10T08:00:00+08:00', '2026-04-10T00:00:01Z'], read: ['2026-04-10T00:00:00.000Z', '2026-04-10T00:00:01.000Z'], refused: [['2026-04-10', 'field.type'], ['2026-04-10T25:00:00Z', 'field.type'], ['2026-04-10T08:00:00', 'field.type'], ['0000-01-01T00:00:00Z', 'field.type'], ['0001-01-01T00:00:00+08:00', 'field.type'], ['9999-12-31T23:59:59-08:00', 'field.type'], ['2026-04-10T08:00:00+99:00', 'field.type']], asked: [['2026-04-10T00:00:00Z', 1], [{ $gt: '2026-04-10T08:00:00+08:00' }, 1]] }),
  time: () => ({ valid: ['00:00', '09:30:15', '23:59'], read: ['00:00:00', '09:30:15', '23:59:00'], refused: [['24:00', 'field.type'], ['9:30', 'field.type'], ['09:60', 'field.type']], asked: [['09:30:15', 1], [{ $gte: '09:00', $lte: '10:00' }, 1]] }),
  choice: () => ({ field: { options: { a: '甲', b: '乙' } }, valid: ['a', 'b'], refused: [['c', 'field.choice'], ['A', 'field.choice'], [1, 'field.type'], [['a'], 'field.type']], asked: [['a', 1], [{ $in: ['a', 'b'] }, 2], ['z', 0], [{ $ne: 'a' }, 2]] }),
  'multi-choice': () => ({ field: { options: { a: '甲', b: '乙', c: '丙' }, maxCount: 2 }, valid: [['a'], ['a', 'b']], refused: [[['x'], 'field.choice'], [['a', 'b', 'c'], 'field.too-many'], ['a', 'field.type'], [[1], 'field.type']], asked: [[{ $contains: 'a' }, 2], [{ $contains: 'b' }, 1], [{ $exists: false }, 1]] }),
  reference: () => ({ field: { entity: 'platform/organization' }, valid: [unit, other], read: [{ id: unit, title: '单位A' }, { id: other, title: '单位B' }], refused: [[missing, 'field.reference'], ['单位A', 'field.reference'], [5, 'field.reference'], [{ id: 5 }, 'field.reference']], asked: [[unit, 1], [{ id: unit }, 1], [{ $in: [unit, other] }, 2], [{ $below: unit }, 2], [{ $below: other }, 1]] }),
  org: () => ({ valid: [unit, other], read: [{ id: unit, title: '单位A' }, { id: other, title: '单位B' }], refused: [[missing, 'field.reference']], asked: [[other, 1], [{ $below: unit }, 2]] }),
  user: () => ({ valid: [person.id], read: [{ id: person.id, title: 'tester的姓名' }], refused: [[missing, 'field.reference']], asked: [[person.id, 1], [{ $ne: person.id }, 1]] }),
  area: () => ({ valid: ['150500', '150523'], read: [{ id: '150500', title: '区划150500' }, { id: '150523', title: '区划150523' }], refused: [['150599', 'field.reference'], ['1505', 'field.type'], ['15052x', 'field.type']], asked: [['150523', 1], [{ $below: '150500' }, 2], [{ $below: '150523' }, 1]] }),
  json: () => ({ valid: [{ a: [1, null, '文'] }, [1, 2], 'text', 5, false], refused: [['x'.repeat(70_000), 'field.too-long']], asked: [[{ $exists: true }, 5]] }),
  file: () => ({ valid: [], refused: [[[missing], 'field.reference'], ['a.pdf', 'field.type'], [Array(9).fill(missing), 'field.too-many']], asked: [[{ $exists: false }, 1]] }),
  image: () => ({ valid: [], refused: [[[missing], 'field.reference'], [5, 'field.type']], asked: [[{ $exists: true }, 0]] }),
  sequence: () => ({ field: { format: 'N{n:3}' }, valid: [], refused: [], asked: [['N001', 1], [{ $contains: 'N00' }, 1]] }),
  location: () => ({ valid: [{ lng: 119.28, lat: 43.61, address: '开鲁镇' }, '121.5,-90,海上', { lng: -180, lat: 90, address: null }], read: [{ lng: 119.28, lat: 43.61, address: '开鲁镇' }, { lng: 121.5, lat: -90, address: '海上' }, { lng: -180, lat: 90, address: null }],
    refused: [[{ lng: 180.1, lat: 0 }, 'field.location'], [{ lng: 0, lat: -90.5 }, 'field.location'], [{ lng: '119', lat: 43 }, 'field.type'], [{ lat: 43 }, 'field.type'], [{ lng: 1, lat: 1, height: 5 }, 'field.type'], ['开鲁镇', 'field.type'], [[119, 43], 'field.type'], [{ lng: 1, lat: 1, address: '长'.repeat(201) }, 'field.too-long']],
    asked: [[{ $within: { west: 119, east: 120, south: 43, north: 44 } }, 1], [{ $within: { west: -180, east: 180, south: -90, north: 90 } }, 3], [{ $exists: false }, 1]] }),
  references: () => ({ field: { entity: 'platform/organization', maxCount: 2 }, valid: [[unit], [{ id: other }, unit]], read: [[{ id: unit, title: '单位A' }], [{ id: other, title: '单位B' }, { id: unit, title: '单位A' }]], refused: [[[missing], 'field.reference'], [unit, 'field.type'], [['单位A'], 'field.reference'], [[unit, other, missing], 'field.too-many'], [[5], 'field.reference']],
    asked: [[{ $contains: unit }, 2], [{ $contains: other }, 1], [{ $in: [other, missing] }, 1], [{ $exists: false }, 1]] }),
  lines: () => ({ field: { entity: 'part-of-lines' }, valid: [], refused: [['x', 'field.type'], [[1], 'field.type']] }),
};

const label = '值';
/** One entity for each type, with the field `value-of` it and a number that keeps them in order. */
const definitions = [
  { app: 'kinds', kind: 'app', name: 'app', content: { label: '类型', needs: ['platform'] } },
  { app: 'kinds', kind: 'entity', name: 'part-of-lines', content: { label: '行', lineOf: { entity: 'of-lines', as: 'whole' }, fields: { name: { type: 'text', label } } } },
];

beforeAll(async () => {
  unit = other = missing;
  person = { id: missing, token: '' };
  const entities = fieldTypes().map(({ name }) => ({ app: 'kinds', kind: 'entity', name: `of-${name}`, content: { label: name, fields: { at: { type: 'integer', label: '次序' }, it: { type: name, label, ...fixtures[name]!().field } } } }));
  const right = { read: true, create: true, update: true, delete: true };
  const role = { app: 'kinds', kind: 'role', name: 'tester', content: { label: '测试', grants: { ...Object.fromEntries(fieldTypes().map(({ name }) => [`of-${name}`, right])), 'platform/organization': { read: true } } } };
  server = await startTestServer([...definitions, ...entities, role]);
  unit = await server.addUnit('A');
  other = await server.addUnit('B', { parent: unit });
  person = await server.addPerson('tester', { org: unit, grants: [{ role: 'kinds.tester', scope: 'all' }] });
});
afterAll(() => server.stop());

const send = (method: string, path: string, payload?: unknown) => server.request(person, { method, url: `/api/records/kinds/${path}`, ...(payload === undefined ? {} : { payload }) });
const find = async (type: string, query: string): Promise<Json[]> => (await send('GET', `of-${type}?pageSize=200&${query}`)).json['items'] as Json[];

test('every type has a fixture', () => {
  expect(Object.keys(fixtures).sort()).toEqual(fieldTypes().map((type) => type.name).sort());
});

describe.each(fieldTypes().map((type) => [type.name, type] as const))('%s', (name, type) => {
  test('values come back as they were given; nothing stays nothing', async () => {
    const { valid, read } = fixtures[name]!();
    for (const [at, value] of [...valid, null].entries()) {
      const made = await send('POST', `of-${name}`, { at, ...(name === 'sequence' || name === 'lines' ? {} : { it: value }) });
      const expected = at === valid.length ? { sequence: 'N001', lines: [] }[name] ?? null : (read ?? valid)[at];
      expect([value, made.status, made.json['it']]).toEqual([value, 201, expected]);
      const id = String(made.json['id']);
      expect((await send('GET', `of-${name}/${id}`)).json['it']).toEqual(expected);
      if (at < valid.length) {
        // To nothing and back.
        expect((await send('PATCH', `of-${name}/${id}`, { it: null })).json['it']).toBeNull();
        expect((await send('PATCH', `of-${name}/${id}`, { it: (read ?? valid)[at] })).json['it']).toEqual(expected);
      }
    }
  });

  test('other values are refused by name and code, and nothing is stored', async () => {
    for (const [value, code] of fixtures[name]!().refused) {
      const { status, json } = await send('POST', `of-${name}`, { at: 99, it: value });
      expect([JSON.stringify(value).slice(0, 60), status, json['errors']]).toEqual([JSON.stringify(value).slice(0, 60), 422, [expect.objectContaining({ field: 'it', code })]]);
    }
    expect(await find(name, 'filter={"at":99}')).toEqual([]);
  });

  test('questions find what they mean; operators of other types are refused', async () => {
    for (const [condition, count] of fixtures[name]!().asked ?? []) {
      expect([condition, (await find(name, `filter=${encodeURIComponent(JSON.stringify({ it: condition }))}`)).length]).toEqual([condition, count]);
    }
    for (const operator of ['$eq', '$ne', '$lt', '$lte', '$gt', '$gte', '$in', '$nin', '$contains', '$below', '$exists']) {
      if ((type.operators as readonly string[]).includes(operator)) continue;
      const { status } = await send('GET', `of-${name}?filter=${encodeURIComponent(JSON.stringify({ it: { [operator]: 'x' } }))}`);
      expect([operator, status]).toEqual([operator, 400]);
    }
  });

  test('sorting follows the values, nothing last; a type that has no order is not sorted by', async () => {
    if (!type.sortable) {
      expect((await send('GET', `of-${name}?sort=it`)).status).toBe(400);
      return;
    }
    const up = (await find(name, 'sort=it')).map((item) => item['at']);
    const down = (await find(name, 'sort=-it')).map((item) => item['at']);
    expect([up, down]).toEqual([[...up].sort(), [...up].reverse()]);
  });
});
