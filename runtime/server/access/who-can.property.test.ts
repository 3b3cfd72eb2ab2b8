import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { forgetAccess } from '../auth/index.ts';
import { startTestServer, type TestGrant, type TestPerson, type TestServer } from '../../testing/start-test-server.ts';
import { channels, type Channel } from './channels.ts';

// The reverse answer is compared with what happens when each person tries, on each channel.
const grants: Record<string, object> = {
  all: { read: true, update: true, export: true },
  hidden: { read: true, update: true, export: true, hide: ['secret'] },
  masked: { read: true, update: true, export: true, mask: ['secret', 'name'] },
  fixed: { read: true, update: true, readOnly: ['secret'] },
  part: { read: { where: { kind: 'a' } }, update: true, export: true },
  empty: { read: { where: { due: { $exists: false } } }, update: { where: { kind: 'b' } } },
  mine: { read: true, update: true, scope: 'own' },
  writer: { create: true, update: true },
};
const definitions = [
  { app: 'lab', kind: 'app', name: 'app', content: { label: '检验', needs: ['platform'] } },
  { app: 'lab', kind: 'entity', name: 'case', content: { label: '病例', title: 'name', owner: 'unit', search: ['secret'], fields: {
    name: { type: 'text', label: '名称', required: true }, secret: { type: 'text', label: '诊断' }, kind: { type: 'choice', label: '类', options: { a: '甲', b: '乙' } },
    due: { type: 'date', label: '日期' }, unit: { type: 'org', label: '单位', required: true },
  } } },
  ...Object.entries(grants).map(([name, grant]) => ({ app: 'lab', kind: 'role', name, content: { label: name, grants: { case: grant } } })),
];

const people = ['per0', 'per1', 'per2', 'per3'] as const;
const fields = ['name', 'secret'] as const;
type Measure = 'whole' | 'masked' | 'none';
interface Setup { grants: { person: number; role: string; scope: TestGrant['scope']; unit: number }[]; records: { unit: number; kind: string | null; due: string | null; by: number }[] }

let server: TestServer;
let guard: TestPerson;
let units: string[];
const persons: TestPerson[] = [];

beforeAll(async () => {
  server = await startTestServer(definitions);
  const top = await server.addUnit('T', { area: '150500' });
  units = [top, await server.addUnit('A', { parent: top }), await server.addUnit('B', { parent: top, area: '150524' })];
  guard = await server.addPerson('guard', { org: top, grants: [{ role: 'platform.security-admin', scope: 'all' }] });
  for (const [i, name] of people.entries()) persons.push(await server.addPerson(name, { org: units[i % 3]! }));
});
afterAll(() => server.stop());

const setup: fc.Arbitrary<Setup> = fc.record({
  grants: fc.array(fc.record({ person: fc.nat(3), role: fc.constantFrom(...Object.keys(grants)), scope: fc.constantFrom('own', 'unit', 'unit-below', 'area-below', 'all'), unit: fc.nat(2) }), { minLength: 2, maxLength: 7 }),
  records: fc.array(fc.record({ unit: fc.nat(2), kind: fc.constantFrom('a', 'b', null), due: fc.constantFrom('2026-04-10', null), by: fc.nat(3) }), { minLength: 1, maxLength: 3 }),
});

/** Puts grants and records in place; returns the ids of the records. */
async function arrange({ grants: given, records }: Setup): Promise<string[]> {
  await server.pool.query('delete from app_lab."case"');
  await server.pool.query('delete from app_platform.role_grant where "user" = any($1)', [persons.map(({ id }) => id)]);
  const seen = new Set<string>();
  for (const { person, role, scope, unit } of given) {
    if (seen.has(`${person}${role}`)) continue;
    seen.add(`${person}${role}`);
    await server.add('platform/role-grant', { user: persons[person]!.id, role: `lab.${role}`, scope, ...(scope.startsWith('unit') ? { org: units[unit] } : scope === 'area-below' ? { area: ['150500', '150523', '150524'][unit] } : {}) });
  }
  const ids: string[] = [];
  for (const [i, { unit, kind, due, by }] of records.entries()) {
    const id = await server.add('lab/case', { name: `名称${i}号`, secret: `诊断${i}号`, kind, due, unit: units[unit] });
    await server.pool.query('update app_lab."case" set created_by = $2 where id = $1', [id, persons[by]!.id]);
    ids.push(id);
  }
  forgetAccess(server.services);
  return ids;
}

/** What a person really gets. */
async function tried(who: TestPerson, channel: Channel, id: string, field: string, raw: string): Promise<Measure> {
  const url = '/api/records/lab/case';
  const ask = async (path: string) => { const { status, json } = await server.request(who, { url: path }); return status === 200 ? json : undefined; };
  const filtered = async (filter: object, more = '') => ((await ask(`${url}?filter=${encodeURIComponent(JSON.stringify(filter))}${more}`))?.['items'] as Record<string, unknown>[] | undefined)?.[0];
  const judge = (value: unknown): Measure => value === raw ? 'whole' : value === undefined || value === null ? 'none' : 'masked';
  switch (channel) {
    case 'detail': return judge((await ask(`${url}/${id}`))?.[field]);
    case 'list': return judge((await filtered({ id }))?.[field]);
    case 'filter': return await filtered({ id, [field]: raw }) ? 'whole' : 'none';
    case 'search': return field === 'secret' && await filtered({ id }, `&search=${encodeURIComponent(raw)}`) ? 'whole' : 'none';
    case 'history': return judge(((await ask(`${url}/${id}/history`))?.['items'] as { changes: { field: string; after: unknown }[] }[] | undefined)?.flatMap(({ changes }) => changes).find((change) => change.field === field)?.after);
    case 'change': {
      const { status } = await server.request(who, { method: 'PATCH', url: `${url}/${id}`, payload: { [field]: '改过' } });
      const { rows: [row] } = await server.pool.query<Record<string, string>>(`update app_lab."case" c set ${field} = $2 from (select ${field} as before from app_lab."case" where id = $1) b where c.id = $1 returning b.before`, [id, raw]);
      expect(row!['before'] === '改过').toBe(status === 200);
      return status === 200 ? 'whole' : 'none';
    }
    case 'export': return 'none';
  }
}

test('who learns or changes a field is who succeeds in it, by each channel, for each record', async () => {
  await fc.assert(fc.asyncProperty(setup, async (given) => {
    const ids = await arrange(given);
    // Exports have a test of their own: they run as jobs.
    for (const channel of channels.filter((one) => one !== 'export')) for (const field of fields) for (const [i, id] of ids.entries()) {
      const { json } = await server.request(guard, { url: `/api/access/who?app=lab&entity=case&field=${field}&channel=${channel}&record=${id}` });
      const told = Object.fromEntries((json['items'] as { user: { username: string }; gives: Measure }[]).map(({ user, gives }) => [user.username, gives]));
      const raw = field === 'name' ? `名称${i}号` : `诊断${i}号`;
      const real: Record<string, Measure> = {};
      for (const [k, who] of persons.entries()) {
        const measure = await tried(who, channel, id, field, raw);
        if (measure !== 'none') real[people[k]!] = measure;
      }
      expect({ channel, field, told }).toEqual({ channel, field, told: real });
    }
  }), { numRuns: 6 });
}, 300_000);

test.each([['guard', 200], ['per0', 403]])('%s asks who can: %i', async (name, status) => {
  const who = name === 'guard' ? guard : persons[0]!;
  expect((await server.request(who, { url: '/api/access/who?app=lab&entity=case&field=secret&channel=list' })).status).toBe(status);
  expect((await server.request(who, { url: `/api/access/explain?app=lab&entity=case&field=secret&channel=list&user=per0` })).status).toBe(status);
});

test('the explanation names the grant that gives it, and those that do not', async () => {
  const [first] = await arrange({ grants: [{ person: 0, role: 'masked', scope: 'all', unit: 0 }, { person: 0, role: 'part', scope: 'unit', unit: 1 }], records: [{ unit: 1, kind: 'a', due: null, by: 1 }, { unit: 2, kind: 'a', due: null, by: 1 }] });
  const { json } = await server.request(guard, { url: `/api/access/explain?app=lab&entity=case&field=secret&channel=detail&user=per0&record=${first}` });
  expect(json).toMatchObject({ user: { username: 'per0' }, answer: 'whole', reasons: [{ role: 'lab.masked', gives: 'masked' }, { role: 'lab.part', gives: 'whole' }] });
});

test.each([['field=sceret', 400], ['entity=cas', 400], ['channel=mind', 400], ['record=x', 404]])('%s is refused: %i', async (part, status) => {
  const query = new URLSearchParams({ app: 'lab', entity: 'case', field: 'secret', channel: 'list' });
  const [name = '', value = ''] = part.split('=');
  query.set(name, value);
  expect((await server.request(guard, { url: `/api/access/who?${query.toString()}` })).status).toBe(status);
});
