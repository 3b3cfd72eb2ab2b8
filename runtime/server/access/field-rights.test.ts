import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/start-test-server.ts';

// What a role hides or masks stays so on every way in: figures, search, and lines written with their record.
const clinic = [
  { app: 'clinic', kind: 'app', name: 'app', content: { label: '门诊' } },
  { app: 'clinic', kind: 'entity', name: 'visit', content: {
    label: '就诊', search: ['name', 'secret'], fields: {
      name: { type: 'text', label: '姓名', required: true }, secret: { type: 'text', label: '诊断' }, fee: { type: 'money', label: '费用' },
      items: { type: 'lines', label: '项目', entity: 'visit-item' } } } },
  { app: 'clinic', kind: 'entity', name: 'visit-item', content: {
    label: '项目', lineOf: { entity: 'visit', as: 'visit' }, fields: { title: { type: 'text', label: '名称' }, discount: { type: 'integer', label: '减免' } } } },
  { app: 'clinic', kind: 'report', name: 'fees', content: { label: '费用', entity: 'visit', measures: [{ name: 'fee', label: '费用', sum: 'fee' }] } },
  { app: 'clinic', kind: 'report', name: 'dear', content: { label: '高额', entity: 'visit', measures: [{ name: 'count', label: '次数', count: true, where: { fee: { $gt: 100 } } }] } },
  { app: 'clinic', kind: 'report', name: 'visits', content: { label: '人次', entity: 'visit', measures: [{ name: 'count', label: '次数', count: true }] } },
  { app: 'clinic', kind: 'role', name: 'doctor', content: { label: '医生', reports: ['fees', 'dear', 'visits'], grants: { visit: { read: true, create: true, update: true } } } },
  { app: 'clinic', kind: 'role', name: 'desk', content: { label: '导诊', reports: ['fees', 'dear', 'visits'], grants: {
    visit: { read: true, create: true, update: true, hide: ['secret', 'fee'] }, 'visit-item': { read: true, readOnly: ['discount'] } } } },
];

let server: TestServer;
let doctor: TestPerson;
let desk: TestPerson;
let visit: string;
const base = '/api/records/clinic/visit';

beforeAll(async () => {
  server = await startTestServer(clinic);
  const org = await server.addUnit('C1');
  doctor = await server.addPerson('doctor', { org, grants: [{ role: 'clinic.doctor', scope: 'all' }] });
  desk = await server.addPerson('desk', { org, grants: [{ role: 'clinic.desk', scope: 'all' }] });
  visit = await server.add('clinic/visit', { name: '张三', secret: '高血压', fee: 120, items: [{ title: '挂号', discount: 5 }] });
});
afterAll(() => server.stop());

test.each([['fees', 200, 403], ['dear', 200, 403], ['visits', 200, 200]])('report %s answers the doctor %i and the desk %i', async (report, forDoctor, forDesk) => {
  expect((await server.request(doctor, { url: `/api/reports/clinic/${report}` })).status).toBe(forDoctor);
  expect((await server.request(desk, { url: `/api/reports/clinic/${report}` })).status).toBe(forDesk);
});

test.each([['张三', 1, 1], ['高血压', 1, 0], ['无此人', 0, 0]])('a search for %s finds %i for the doctor, %i for the desk, which may not see the diagnosis', async (text, forDoctor, forDesk) => {
  const found = async (who: TestPerson): Promise<unknown> => (await server.request(who, { url: `${base}?search=${encodeURIComponent(text)}` })).json['total'];
  expect(await found(doctor)).toBe(forDoctor);
  expect(await found(desk)).toBe(forDesk);
});

test('a field of a line that is read-only for the person is not changed through its record', async () => {
  const { json } = await server.request(desk, { url: `${base}/${visit}` });
  const [item] = json['items'] as { id: string }[];
  const change = (who: TestPerson, discount: number) => server.request(who, { method: 'PATCH', url: `${base}/${visit}`, payload: { items: [{ id: item!.id, title: '挂号费', discount }] } });
  expect((await change(desk, 100)).json).toMatchObject({ status: 422, code: 'field.read-only', errors: [{ field: 'items[0].discount' }] });
  expect((await change(doctor, 10)).status).toBe(200);
  const kept = await server.request(desk, { method: 'PATCH', url: `${base}/${visit}`, payload: { items: [{ id: item!.id, title: '挂号' }] } });
  expect(kept.json).toMatchObject({ items: [{ title: '挂号', discount: 10 }] });
});
