import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { runJob } from '../jobs/index.ts';
import { changesBy, isMonotone, periodBefore } from './trend-alerts.ts';

test.each([
  ['2026-04-10', 'day', 0, '2026-04-09', '2026-04-10'], ['2026-04-10', 'week', 0, '2026-03-30', '2026-04-06'], ['2026-04-06', 'week', 1, '2026-03-23', '2026-03-30'],
  ['2026-03-31', 'month', 0, '2026-02-01', '2026-03-01'], ['2026-01-01', 'month', 1, '2025-11-01', '2025-12-01'],
] as const)('of %s the complete %s %i back is %s to %s', (today, grain, back, from, until) => {
  expect(periodBefore(today, grain, back)).toEqual({ from, until });
});

test.each([[[1, 2, 3], 'rise', true], [[1, 2, 2], 'rise', false], [[3, 2, 1], 'fall', true], [[3, 1, 2], 'fall', false], [[5], 'rise', true]] as const)('%j as a %s: %j', (figures, direction, expected) => {
  expect(isMonotone(figures, direction)).toBe(expected);
});

test.each([[150, 100, 'rise', 50, true], [149, 100, 'rise', 50, false], [50, 100, 'fall', 50, true], [10, 0, 'rise', 1, false], [10, null, 'rise', 1, false]] as const)('%d after %j as a %s of %d %%: %j', (value, before, direction, percent, expected) => {
  expect(changesBy(value, before, direction, percent)).toBe(expected);
});

const label = (zh: string) => ({ label: zh });
const record = { entity: 'warning', set: { rule: 'rule', text: '"" + string(value)', unit: 'rule.unit' }, open: { field: 'status', open: 'open', cleared: 'cleared', clearedAt: 'clearedAt' } };
const definitions = [
  { kind: 'app', name: 'app', content: { ...label('疫情'), needs: ['platform'] } },
  { kind: 'entity', name: 'infection', content: { ...label('病例'), owner: 'unit', fields: { disease: { type: 'text', ...label('病种') }, day: { type: 'date', ...label('日期') }, number: { type: 'integer', ...label('例数') }, unit: { type: 'org', ...label('单位') } } } },
  { kind: 'entity', name: 'watch', content: { ...label('规则'), owner: 'unit', fields: { disease: { type: 'text', ...label('病种') }, periods: { type: 'integer', ...label('连续') }, percent: { type: 'integer', ...label('幅度') }, days: { type: 'integer', ...label('天数') }, unit: { type: 'org', ...label('单位') } } } },
  { kind: 'entity', name: 'warning', content: { ...label('预警'), owner: 'unit', fields: { rule: { type: 'reference', ...label('规则'), entity: 'watch' }, text: { type: 'text', ...label('内容') }, unit: { type: 'org', ...label('单位') }, status: { type: 'choice', ...label('状态'), options: { open: '未处理', cleared: '已解除' } }, clearedAt: { type: 'datetime', ...label('解除时间') } } } },
  { kind: 'entity', name: 'silence', content: { ...label('断报'), owner: 'unit', fields: { rule: { type: 'reference', ...label('规则'), entity: 'watch' }, unit: { type: 'org', ...label('单位') }, status: { type: 'choice', ...label('状态'), options: { open: '未处理', cleared: '已解除' } } } } },
  { kind: 'alert', name: 'rising', content: { ...label('连升'), kind: 'trend', rules: 'watch', of: 'infection', match: { disease: 'disease' }, sum: 'number', date: 'day', grain: 'day', direction: 'rise', periods: 'periods', percent: 'percent', record } },
  { kind: 'alert', name: 'silent', content: { ...label('断报'), kind: 'no-data', rules: 'watch', of: 'infection', match: { disease: 'disease' }, date: 'day', days: 'days', record: { entity: 'silence', set: { rule: 'rule', unit: 'rule.unit' }, open: { field: 'status', open: 'open', cleared: 'cleared' } } } },
  { kind: 'job', name: 'look', content: { ...label('检查'), cron: '0 6 * * *', run: [{ alert: 'rising' }, { alert: 'silent' }] } },
].map((definition) => ({ app: 'plague', ...definition }));

let server: TestServer;
let unit: string;
beforeAll(async () => { server = await startTestServer(definitions); unit = await server.addUnit('A'); });
afterAll(() => server.stop());

const found = async (table: string) => (await server.pool.query<{ line: string }>(`select concat_ws(' ', status, ${table === 'warning' ? 'text' : "''"}) as line from app_plague.${table} order by id`)).rows.map(({ line }) => line.trim());
const report = (day: string, number: number, disease = '流感') => server.add('plague/infection', { disease, day, number, unit });
const look = () => runJob(server.services, 'plague/look');

test('figures that rise day by day and by so much are warned of once and cleared when they no longer do', async () => {
  await server.add('plague/watch', { disease: '流感', periods: 2, percent: 20, days: 3, unit });
  // Of another disease, and of today, which is not over.
  await report('2026-04-09', 500, '麻疹');
  await report('2026-04-10', 900);
  for (const [day, number] of [['2026-04-07', 10], ['2026-04-08', 20], ['2026-04-09', 23]] as const) await report(day, number);
  await look();
  expect(await found('warning')).toEqual([]);
  await report('2026-04-09', 1);
  expect(await look()).toBe(1);
  expect(await look()).toBe(0);
  expect(await found('warning')).toEqual(['open 24']);
  server.pass(24 * 60);
  await look();
  expect(await found('warning')).toEqual(['open 24']);
  server.pass(24 * 60);
  await look();
  expect(await found('warning')).toEqual(['cleared 24']);
});

test('nothing for some days is warned of once, until something comes', async () => {
  expect(await found('silence')).toEqual([]);
  server.pass(2 * 24 * 60);
  expect(await look()).toBe(1);
  expect(await look()).toBe(0);
  expect(await found('silence')).toEqual(['open']);
  await report('2026-04-14', 1);
  await look();
  expect(await found('silence')).toEqual(['cleared']);
});
