import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from '../../expressions/index.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/start-test-server.ts';
import { addWorkdays, workdayCalendar } from './index.ts';

const china = { zone: 'Asia/Shanghai', isWorkday: workdayCalendar(new Map()) };

test.each([
  ['a working day', '2026-04-13T09:00+08:00', 1, '2026-04-14T01:00:00.000Z'], ['over a weekend', '2026-04-10T09:00+08:00', 1, '2026-04-13T01:00:00.000Z'],
  ['over the national holiday', '2026-09-30T15:30+08:00', 1, '2026-10-08T07:30:00.000Z'], ['a Saturday that is worked', '2026-10-09T09:00+08:00', 1, '2026-10-10T01:00:00.000Z'],
  ['from a Sunday', '2026-04-12T09:00+08:00', 3, '2026-04-15T01:00:00.000Z'], ['backwards', '2026-04-13T09:00+08:00', -1, '2026-04-10T01:00:00.000Z'], ['none', '2026-04-12T09:00+08:00', 0, '2026-04-12T01:00:00.000Z'],
])('%s', (_name, from, days, expected) => {
  expect(addWorkdays(new Date(from), days, china).toISOString()).toBe(expected);
});

test.each([
  ['is working day(date("2026-10-01"))', false], ['is working day(date("2026-10-10"))', true], ['add working days(date("2026-09-30"), 1)', '2026-10-08'], ['add working days(date("2026-10-08"), -1)', '2026-09-30'],
  ['working days between(date("2026-09-30"), date("2026-10-10"))', 3], ['working days between(date("2026-10-10"), date("2026-09-30"))', -3], ['add working days(date("2026-09-30"), 1.5)', null], ['add working days(date("2026-09-30"), 3000)', null],
])('%s is %j', (text, result) => {
  expect(parse(text, { variables: {} }).expression?.evaluate({}, { ...china, now: () => new Date('2026-04-10T01:00:00Z') })).toBe(result);
});

let server: TestServer;
let admin: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  admin = await server.addPerson('boss', { org: await server.addUnit('A'), grants: [{ role: 'platform.system-admin', scope: 'all' }] });
});
afterAll(() => server.stop());

test('a day that the site enters goes before, from the next question on, and no more when it is taken back', async () => {
  const next = (): string => addWorkdays(new Date('2026-04-10T09:00+08:00'), 1, server.services.clock).toISOString().slice(0, 10);
  expect(next()).toBe('2026-04-13');
  const made = await server.request(admin, { method: 'POST', url: '/api/records/platform/calendar-day', payload: { date: '2026-04-11', kind: 'workday', name: '汛期值班' } });
  expect(next()).toBe('2026-04-11');
  expect((await server.request(admin, { method: 'POST', url: '/api/records/platform/calendar-day', payload: { date: '2026-04-11', kind: 'holiday' } })).json).toMatchObject({ status: 422, errors: [{ field: 'date' }] });
  await server.request(admin, { method: 'DELETE', url: `/api/records/platform/calendar-day/${String(made.json['id'])}` });
  expect(next()).toBe('2026-04-13');
});
