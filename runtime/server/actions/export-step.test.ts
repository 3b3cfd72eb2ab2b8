import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSession } from '../auth/index.ts';
import { runPending } from '../jobs/index.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
let asker: TestPerson;
let other: TestPerson;
let request: string;

beforeAll(async () => {
  const label = '名';
  server = await startTestServer([
    { app: 'depot', kind: 'app', name: 'app', content: { label, needs: ['platform'] } },
    { app: 'depot', kind: 'entity', name: 'box', content: { label: '箱', owner: 'unit', fields: { name: { type: 'text', label }, unit: { type: 'org', label }, code: { type: 'text', label: '密码', sensitivity: { level: 'sensitive', purpose: '开箱', basis: '同意' } }, secret: { type: 'text', label: '暗号' } } } },
    { app: 'depot', kind: 'entity', name: 'wish', content: { label: '申请', fields: { who: { type: 'user', label, default: 'user' }, fields: { type: 'multi-choice', label, options: { name: '名', code: '码', secret: '暗号' } }, job: { type: 'text', label }, rows: { type: 'integer', label }, sample: { type: 'long-text', label } } } },
    ...[['look', { sample: 2 }, { rows: 'made.rows', sample: 'made.sample' }], ['make', { watermark: '"给 " + record.who.name', days: 2 }, { rows: 'made.rows', job: 'made.job' }]].map(([name, more, set]) => ({
      app: 'depot', kind: 'action', name: String(name), content: { entity: 'wish', label, steps: [{ export: { entity: 'box', for: 'record.who', fields: 'record.fields', as: 'made', ...more as object } }, { update: { set } }] },
    })),
    { app: 'depot', kind: 'action', name: 'take', content: { entity: 'wish', label, steps: [{ download: { job: 'record.job' } }] } },
    { app: 'depot', kind: 'role', name: 'asker', content: { label, grants: { box: { read: true, hide: ['secret'] }, wish: { read: true, create: true, actions: ['look', 'make', 'take'], scope: 'all' } } } },
  ]);
  const [own, far] = [await server.addUnit('A'), await server.addUnit('B')];
  for (const [name, unit] of [['near one', own], ['near two', own], ['far', far]] as const) await server.add('depot/box', { name, unit, code: '778899', secret: '暗' });
  const person = (name: string, org: string) => server.addPerson(name, { org, grants: [{ role: 'depot.asker', scope: 'unit', org }] });
  [asker, other] = [await person('asker', own), await person('other', far)];
});
afterAll(() => server.stop());

const act = (who: TestPerson, name: string, id = request) => server.request(who, { method: 'POST', url: `/api/records/depot/wish/${id}/actions/${name}`, payload: {} });
const make = async (fields: string[]) => String((await server.request(asker, { method: 'POST', url: '/api/records/depot/wish', payload: { fields } })).json['id']);

test('a sample counts and shows what the person may read, sensitive values masked', async () => {
  request = await make(['name', 'code']);
  const { json } = await act(asker, 'look');
  expect(json['record']).toMatchObject({ rows: 2, job: null });
  expect(String((json['record'] as { sample: string }).sample)).toMatch(/^near (one|two)，\*{4}\nnear (one|two)，\*{4}$/);
});

test('what the person may not see is not exported', async () => {
  const hidden = await make(['secret']);
  const { json } = await act(asker, 'look', hidden);
  expect(json['record']).toMatchObject({ rows: 2, sample: null });
});

test('a file is handed out by its action only, once per link, to who asked, and for its days', async () => {
  const made = (await act(asker, 'make')).json['record'] as { job: string; rows: number };
  expect(made.rows).toBe(2);
  expect((await act(asker, 'take')).json['code']).toBe('download.not-ready');
  await runPending(server.services);
  const guarded = await server.request(asker, { url: `/api/jobs/${made.job}/file` });
  expect([guarded.status, guarded.json['code']]).toEqual([403, 'download.guarded']);
  expect((await server.request(asker, { url: `/api/jobs/${made.job}` })).json['result']).toBeUndefined();
  const { url } = (await act(asker, 'take')).json['download'] as { url: string };
  expect((await server.request(other, { url })).status).toBe(404);
  const file = await server.request(asker, { url });
  expect([file.status, file.body.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  expect((await server.request(asker, { url })).status).toBe(404);
  const late = (await act(asker, 'take')).json['download'] as { url: string };
  server.pass(10);
  expect((await server.request(asker, { url: late.url })).status).toBe(410);
  server.pass(3 * 24 * 60);
  // Nobody stays signed in that long.
  asker = { ...asker, token: await openSession(server.services, asker.id) };
  expect((await act(asker, 'take')).status).toBe(410);
});
