import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Source } from '../../model/source.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/start-test-server.ts';
import { runReport } from './run-report.ts';
import { systemContext } from '../context.ts';

const visit = { label: '就诊', owner: 'area', fields: {
  day: { type: 'date', label: '日期' }, at: { type: 'datetime', label: '时间' }, area: { type: 'area', label: '区划' }, kind: { type: 'choice', label: '类别', options: { zeta: '住院', alpha: '门诊' } },
  ward: { type: 'reference', label: '病区', entity: 'ward' }, fee: { type: 'money', label: '费用' }, secret: { type: 'integer', label: '机密' } } };
const measures = [
  { name: 'visits', label: '人次', count: true }, { name: 'inpatients', label: '住院', count: true, where: { kind: 'zeta' } }, { name: 'share', label: '住院率', ratio: { of: 'inpatients', over: 'visits' }, format: 'percent', scale: 1 },
  { name: 'fee', label: '费用', sum: 'fee', scale: 2 }, { name: 'perVisit', label: '次均', compute: 'fee / visits', scale: 2 }, { name: 'middle', label: '中位数', median: 'fee' }, { name: 'wards', label: '病区数', distinct: 'ward' },
];
const all = { read: true, create: true, export: true };
const reports: Record<string, unknown> = {
  all: { label: '就诊统计', entity: 'visit', dimensions: [{ name: 'day', field: 'day', grain: 'month', grains: ['day', 'week', 'quarter', 'half-year', 'year'] }, { name: 'area', field: 'area', level: 'county', levels: ['city', 'town', 'village'] }, { name: 'kind', field: 'kind' }, { name: 'ward', field: 'ward' }, { name: 'floor', field: 'ward.floor' }, { name: 'moment', field: 'at', grain: 'day' }],
    measures, filters: ['at', 'ward', 'fee'], time: 'day', drill: 'visit' },
  months: { label: '月度', entity: 'visit', dimensions: [{ name: 'day', field: 'day', grain: 'month' }], measures: [{ ...measures[0], compare: ['previous', 'lastYear'], running: 'year' }] },
  wards: { label: '病区排名', entity: 'visit', dimensions: [{ name: 'ward', field: 'ward' }], measures: [{ ...measures[0], rank: 'down', compare: ['peers'] }], top: { count: 3, by: 'visits', others: true }, filters: ['day'] },
  first: { label: '最多', entity: 'visit', dimensions: [{ name: 'ward', field: 'ward' }], measures: [{ ...measures[0], rank: 'down' }], top: { count: 1, by: 'visits', others: true }, filters: ['day'] },
  rates: { label: '每千人', entity: 'visit', sources: { people: { entity: 'people' } }, dimensions: [{ name: 'area', field: 'area', level: 'county', in: { people: 'area' } }, { name: 'kind', field: 'kind' }],
    measures: [measures[0], { name: 'people', label: '人口', source: 'people', sum: 'count' }, { name: 'rate', label: '每千人', ratio: { of: 'visits', over: 'people', per: 1000 }, scale: 2 }], sort: ['-rate'] },
  small: { label: '小格', entity: 'visit', dimensions: [{ name: 'kind', field: 'kind' }], measures: [measures[0]], suppressBelow: 7 },
  cross: { label: '交叉', entity: 'visit', dimensions: [{ name: 'area', field: 'area', level: 'county' }, { name: 'kind', field: 'kind' }], measures: measures.slice(0, 3), pivot: 'kind' },
  secrets: { label: '机密', entity: 'visit', measures: [measures[0]], where: { secret: { $gt: 1 } } },
  limited: { label: '限定', entity: 'visit', dimensions: [{ name: 'area', field: 'area' }], measures: [measures[0]], filters: [{ field: 'day', required: true, default: { $during: 'this-year' } }, { field: 'kind', maxValues: 1 }, { field: 'ward.code' }, { field: 'ward' }] },
};
const definitions: Omit<Source, 'file'>[] = [
  { app: 'clinic', kind: 'app', name: 'app', content: { label: '门诊' } },
  { app: 'clinic', kind: 'entity', name: 'visit', content: visit },
  { app: 'clinic', kind: 'entity', name: 'ward', content: { label: '病区', keys: ['code'], fields: { code: { type: 'text', label: '编码' }, name: { type: 'text', label: '名称' }, floor: { type: 'integer', label: '楼层' }, open: { type: 'boolean', label: '开放' } } } },
  { app: 'clinic', kind: 'entity', name: 'people', content: { label: '人口', owner: 'area', fields: { area: { type: 'area', label: '区划' }, count: { type: 'integer', label: '人数' } } } },
  ...Object.entries(reports).map(([name, content]) => ({ app: 'clinic', kind: 'report', name, content })),
  { app: 'clinic', kind: 'list', name: 'visit', content: { entity: 'visit' } },
  { app: 'clinic', kind: 'role', name: 'analyst', content: { label: '分析', reports: Object.keys(reports), grants: { visit: all, people: all, ward: { read: { where: { open: true } } } } } },
  { app: 'clinic', kind: 'role', name: 'clerk', content: { label: '文员', reports: ['all', 'secrets', 'months'], grants: { visit: { read: true, hide: ['secret'] }, ward: { read: true } } } },
];

let server: TestServer;
let city: TestPerson;
let county: TestPerson;
let clerk: TestPerson;
const wards: string[] = [];

beforeAll(async () => {
  server = await startTestServer(definitions);
  const org = await server.addUnit('C1');
  city = await server.addPerson('city', { org, grants: [{ role: 'clinic.analyst', scope: 'area-below', area: '150500' }] });
  county = await server.addPerson('county', { org, grants: [{ role: 'clinic.analyst', scope: 'area-below', area: '150523' }] });
  clerk = await server.addPerson('clerk', { org, grants: [{ role: 'clinic.clerk', scope: 'all' }] });
  await server.add('platform/area', { code: '150523100', name: '开鲁镇', level: 'town', parent: '150523' });
  for (const [code, floor, open] of [['W1', 1, true], ['W2', 2, true], ['W3', null, false]] as const) wards.push(await server.add('clinic/ward', { code, name: `病区${code}`, floor, open }));
  const days = ['2025-03-31', '2025-04-01', '2026-01-31', '2026-03-01', '2026-03-31', '2026-04-01', '2026-04-09', null];
  const areas = ['150523', '150524', '150523100', '150500', null];
  for (let i = 0; i < 60; i += 1) {
    const day = days[i % 8] ?? null;
    await server.add('clinic/visit', { day, at: day && `${day}T23:30:00+08:00`, area: areas[i % 5], kind: [null, 'alpha', 'alpha', 'zeta'][i % 4], ward: [...wards, null][(i >> 2) % 4], fee: i % 7 === 0 ? null : i, secret: i });
  }
  await server.add('clinic/people', { area: '150523', count: 4000 });
  await server.add('clinic/people', { area: '150523100', count: 1000 });
});
afterAll(() => server.stop());

const ask = (who: TestPerson, report: string, query: Record<string, unknown> = {}, rest = '') => server.request(who, { url: `/api/reports/clinic/${report}${rest}?${new URLSearchParams(Object.entries(query).map(([k, v]) => [k, typeof v === 'string' ? v : JSON.stringify(v)]))}` });
const rowsOf = async (who: TestPerson, report: string, query: Record<string, unknown> = {}) => (await ask(who, report, query)).json['rows'] as Record<string, unknown>[];

test('groups, totals and derived measures are worked out from the records', async () => {
  const { json } = await ask(city, 'all', { by: 'kind' });
  expect(json['rows']).toMatchObject([{ kind: 'zeta', visits: 12, inpatients: 12, share: 1 }, { kind: 'alpha', visits: 24, share: 0, wards: 3 }, { kind: null, visits: 12 }]);
  expect(json['totals']).toMatchObject({ visits: 48, inpatients: 12, share: 0.25, wards: 3 });
  expect((await ask(city, 'all', { by: '', filter: { fee: { $gt: 1000 } } })).json).toMatchObject({ rows: [], totals: { visits: 0, share: null, fee: null, perVisit: null } });
});

test('time: comparisons, running totals, gaps and the unfinished period', async () => {
  expect(await rowsOf(city, 'months', { filter: { day: { $gte: '2026-01-01', $lte: '2026-04-30' } } })).toEqual([
    { day: '2026-01', visits: 7, visitsPrevious: null, visitsPreviousChange: null, visitsLastYear: null, visitsLastYearChange: null, visitsRunning: 7 },
    { day: '2026-02', visits: null, visitsPrevious: 7, visitsPreviousChange: null, visitsLastYear: null, visitsLastYearChange: null, visitsRunning: null },
    { day: '2026-03', visits: 11, visitsPrevious: null, visitsPreviousChange: null, visitsLastYear: 7, visitsLastYearChange: 0.571, visitsRunning: 18 },
    { day: '2026-04', visits: 11, visitsPrevious: 11, visitsPreviousChange: 0, visitsLastYear: 6, visitsLastYearChange: 0.833, visitsRunning: 29, $mark: 'incomplete' },
  ]);
  const { json } = await ask(city, 'months', { by: '', filter: { day: '2026-03' } });
  expect(json['totals']).toMatchObject({ visits: 11, visitsPrevious: 0, visitsLastYear: 7 });
  expect(await rowsOf(city, 'all', { by: 'moment', filter: { at: { $gte: '2026-03-31T00:00:00+08:00', $lte: '2026-04-09T23:59:59+08:00' } } })).toMatchObject([{ moment: '2026-03-31' }, { moment: '2026-04-01' }, { moment: '2026-04-02', visits: null, $mark: 'gap' }, {}, {}, {}, {}, {}, {}, { moment: '2026-04-09' }]);
});

test('ranking shares places, keeps those equal to the last and sums up the others', async () => {
  expect(await rowsOf(city, 'wards', { filter: { day: '2026' } })).toMatchObject([
    { ward: { title: '病区W2' }, visits: 10, visitsRank: 1, visitsPeers: 7.3 }, { ward: { title: '病区W3' }, visits: 7, visitsRank: 2 }, { ward: { title: '病区W1' }, visits: 6, visitsRank: 3 }, { ward: null, visits: 6, visitsRank: 3 },
  ]);
  expect(await rowsOf(city, 'first', { filter: { day: '2025' } })).toMatchObject([{ visits: 7, visitsRank: 1 }, { ward: null, visits: 6, visitsRank: null, $mark: 'others' }]);
});

test('a second entity stands beside where the dimensions meet; no base, no rate', async () => {
  expect(await rowsOf(city, 'rates', { by: 'area' })).toMatchObject([{ area: { id: '150523' }, visits: 24, people: 5000, rate: 4.8 }, { area: { id: '150500' }, rate: null }, { area: { id: '150524' }, visits: 12, people: null, rate: null }]);
  // A source without the dimension shows its figure for each of its values.
  expect((await rowsOf(city, 'rates')).filter((r) => Object(r['area']).id === '150523').map((r) => r['people'])).toEqual([5000, 5000, 5000]);
});

test('small figures are hidden with one more, and nobody gets behind them', async () => {
  expect((await ask(county, 'small')).json).toMatchObject({ rows: [{ kind: 'zeta', visits: null }, { kind: 'alpha', visits: 12 }, { kind: null, visits: null }], totals: { visits: 24 } });
  expect(await rowsOf(county, 'small', { filter: { kind: { $in: ['zeta', 'alpha'] } } })).toMatchObject([{ visits: null }, { visits: null }]);
  expect((await ask(county, 'small', { filter: { kind: 'zeta' } })).json).toMatchObject({ rows: [{ visits: null }], totals: { visits: null } });
  expect((await ask(county, 'small', { measure: 'visits' }, '/drill')).status).toBe(404);
});

test('a pivot brings the totals of its rows and columns', async () => {
  const { json } = await ask(city, 'cross');
  const subtotals = json['subtotals'] as Record<string, unknown>[];
  expect(subtotals).toContainEqual(expect.objectContaining({ kind: 'zeta', visits: 12 }));
  expect(subtotals.filter((s) => !('kind' in s)).reduce((sum, s) => sum + Number(s['visits']), 0)).toBe(48);
});

describe('what a reader may not ask', () => {
  test.each<[string, string, Record<string, unknown>, number, string]>([
    ['county', 'all', { filter: { area: '150524' } }, 403, 'report.out-of-scope'],
    ['county', 'all', { filter: { area: { $below: '150500' } } }, 403, 'report.out-of-scope'],
    ['city', 'limited', { filter: { day: '2026', 'ward.code': 'W9' } }, 422, 'report.unknown-value'],
    ['city', 'limited', { filter: { day: '2026', 'ward.code': 'W3' } }, 403, 'report.out-of-scope'],
    ['city', 'limited', { filter: {} }, 422, 'field.required'],
    ['city', 'limited', { filter: { day: '2026', kind: { $in: ['alpha', 'zeta'] } } }, 422, 'report.too-many-values'],
    ['city', 'all', { grain: 'hour' }, 400, 'request.bad-value'],
    ['city', 'all', { level: 'county2' }, 400, 'request.bad-value'],
    ['city', 'all', { by: 'secret' }, 400, 'request.bad-value'],
    ['city', 'all', { filter: { secret: 1 } }, 400, 'request.unknown-field'],
    ['city', 'all', { filter: { day: { $gte: '2026-02-01', $lte: '2026-01-01' } } }, 422, 'request.period-reversed'],
    ['clerk', 'secrets', {}, 403, 'access.denied'],
    ['clerk', 'rates', {}, 403, 'access.denied'],
  ])('%s asks %s for %j: %i %s', async (who, report, query, status, code) => {
    expect((await ask({ city, county, clerk }[who]!, report, query)).json).toMatchObject({ status, code });
  });
  test('defaults hold until something is chosen', async () => expect((await ask(city, 'limited')).json).toMatchObject({ totals: { visits: 29 }, filter: { day: { $gte: '2026-01-01' } } }));
  test('export needs its own right', async () => {
    expect((await ask(clerk, 'all', {}, '/export')).status).toBe(403);
    const { body } = await ask(county, 'all', { by: 'kind', format: 'csv' }, '/export');
    expect(body.toString()).toMatch(/^\u{feff}类别,人次,住院,住院率,费用,次均,中位数,病区数\n住院,\d+,\d+,100\.0%,/u);
    expect((await ask(county, 'all', { by: 'kind', format: 'pdf' }, '/export')).body.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await ask(county, 'all', { by: 'kind' }, '/export')).body.subarray(0, 2).toString()).toBe('PK');
  });
  test('too many groups and too slow a statement say so', async () => {
    const ctx = systemContext(server.services);
    const failing = { ...ctx, db: { query: () => Promise.reject(Object.assign(new Error('slow'), { code: '57014' })) } as never };
    await expect(runReport(failing, 'clinic/all')).rejects.toMatchObject({ code: 'report.too-slow' });
    const many = { ...ctx, db: { query: () => Promise.resolve({ rows: Array.from({ length: 5001 }, () => ({ h0: 0, d0: null, v0_0: 1 })) }) } as never };
    await expect(runReport(many, 'clinic/wards')).rejects.toMatchObject({ code: 'report.too-many-groups' });
    await expect(runReport(many, 'clinic/small')).rejects.toMatchObject({ code: 'report.too-many-groups' });
  });
});

test('the list behind a figure has as many records as the figure says', async () => {
  const maybe = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined });
  await fc.assert(fc.asyncProperty(fc.record({
    who: fc.constantFrom('city', 'county'), by: fc.subarray(['day', 'area', 'kind', 'ward', 'floor', 'moment']), grain: fc.constantFrom('day', 'week', 'month', 'quarter', 'half-year', 'year'), level: fc.constantFrom('city', 'county', 'town', 'village'),
    day: maybe(fc.constantFrom<unknown>('2026', '2026-Q1', '2026-W14', { $gte: '2026-03-31' }, { $lt: '2026-04-01' }, { $exists: false })), fee: maybe(fc.constantFrom<unknown>({ $gte: 10 }, { $lt: 40 })), at: maybe(fc.constant({ $gte: '2026-01-31T15:00:00Z' })),
    pick: fc.nat(1000), measure: fc.constantFrom('visits', 'inpatients'),
  }), async ({ who, by, grain, level, day, fee, at, pick, measure }) => {
    const person = { city, county }[who]!;
    const filter = Object.fromEntries(Object.entries({ day, fee, at }).filter(([, v]) => v !== undefined));
    const query = { by: by.join(','), grain, level, filter };
    const { rows, totals } = (await ask(person, 'all', query)).json as { rows: Record<string, unknown>[]; totals: Record<string, unknown> };
    const some = rows.filter((r) => r['$mark'] !== 'gap');
    if (by.length > 0) expect(some.reduce((sum, r) => sum + Number(r[measure]), 0)).toBe(totals[measure]);
    const row = by.length === 0 || some.length === 0 ? totals : some[pick % some.length]!;
    const drill = (await ask(person, 'all', { ...query, row: Object.fromEntries(by.filter((d) => d in row).map((d) => [d, row[d]])), measure }, '/drill')).json as { list: string; filter: unknown };
    const found = await server.request(person, { url: `/api/records/clinic/visit?${new URLSearchParams({ list: `clinic/${drill.list}`, filter: JSON.stringify(drill.filter), count: 'exact', pageSize: '1' })}` });
    expect({ drill: drill.filter, total: found.json['total'] }).toEqual({ drill: drill.filter, total: row[measure] });
  }), { numRuns: 40 });
});
