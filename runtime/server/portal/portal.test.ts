import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Source } from '../../model/source.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/start-test-server.ts';

// Two realms that never meet, codes that hold once, and rights that are only those of the portal's definition.
const definitions: Omit<Source, 'file'>[] = [
  { app: 'town', kind: 'app', name: 'app', content: { label: '镇' } },
  { app: 'town', kind: 'entity', name: 'notice', content: { label: '公告', fields: {
    title: { type: 'text', label: '标题', required: true }, secret: { type: 'text', label: '内部' }, open: { type: 'boolean', label: '公开' } } } },
  { app: 'town', kind: 'entity', name: 'wish', content: { label: '心愿', fields: { title: { type: 'text', label: '标题', required: true }, answer: { type: 'text', label: '答复' } } } },
  { app: 'town', kind: 'portal', name: 'portal', content: {
    label: '镇', public: { notice: { fields: ['title'], where: { open: true } }, wish: { fields: ['title'], where: { title: 'nobody' }, create: ['title'] } }, own: { wish: { fields: ['title', 'answer'], create: ['title'] } },
    home: [{ kind: 'search' }], partners: { other: { label: '他方', address: 'https://other.example', secret: 'TAMGA_TEST_NOBODY' } },
    pages: {
      notices: { type: 'list', label: '公告', entity: 'notice', title: 'title', search: true }, notice: { type: 'detail', label: '公告', entity: 'notice', title: 'title', fields: ['title'] },
      ask: { type: 'form', label: '心愿', entity: 'wish', fields: ['title'] }, 'my-ask': { type: 'form', label: '心愿', entity: 'wish', fields: ['title'], login: true }, mine: { type: 'mine', label: '我的', entity: 'wish', title: 'title', fields: ['answer'] } } } },
];

let server: TestServer;
let staff: TestPerson;
const api = '/portal/town/api';
const phone = '13800000001';

beforeAll(async () => {
  server = await startTestServer(definitions);
  staff = await server.addPerson('clerk', { org: await server.addUnit('T1') });
});
afterAll(() => server.stop());

const call = (who: TestPerson | null, method: string, path: string, payload?: unknown, headers = {}) => server.request(who, { method, url: path.startsWith('/') ? path : `${api}/${path}`, ...(payload === undefined ? {} : { payload }), headers });
const codeFor = async (number: string): Promise<string> => String((await call(null, 'POST', 'session/code', { phone: number })).json['demoCode']);
const signIn = async (number: string): Promise<TestPerson> => ({ id: '', token: String((await call(null, 'POST', 'session', { phone: number, code: await codeFor(number) })).json['token']) });

test('a resident is nobody to the staff, and the staff nobody here', async () => {
  const resident = await signIn(phone);
  expect((await call(resident, 'GET', 'me')).json).toMatchObject({ phone: '138****0001', realName: false });
  expect((await call(resident, 'GET', '/api/model')).status).toBe(401);
  expect((await call(resident, 'GET', '/api/records/town/wish')).status).toBe(401);
  expect((await call(staff, 'GET', 'me')).status).toBe(401);
  expect((await call(resident, 'DELETE', 'session')).status).toBe(204);
  expect((await call(resident, 'GET', 'me')).status).toBe(401);
});

test('only public rows and fields are shown', async () => {
  const shown = await server.add('town/notice', { title: '停水', secret: '密', open: true });
  const hidden = await server.add('town/notice', { title: '内部停水', secret: '密', open: false });
  const { json, body } = await call(null, 'GET', 'pages/notices/records');
  expect(json).toMatchObject({ items: [{ title: '停水' }] });
  expect(body.toString()).not.toContain('密');
  expect((await call(null, 'GET', `pages/notice/records/${shown}`)).json).toMatchObject({ title: '停水' });
  expect((await call(null, 'GET', `pages/notice/records/${hidden}`)).status).toBe(404);
  expect((await call(null, 'GET', `pages/notices/records?filter=${encodeURIComponent('{"secret":"密"}')}`)).status).toBe(400);
  expect((await call(null, 'GET', 'pages/nothing')).status).toBe(404);
  expect((await call(null, 'GET', '/portal/nothing/api')).status).toBe(404);
  expect((await call(null, 'GET', '/portal/town/api/nothing')).json).toMatchObject({ code: 'request.no-route' });
});

test('a record is its maker\'s alone', async () => {
  const [one, two] = [await signIn('13800000011'), await signIn('13800000012')];
  const { json } = await call(one, 'POST', 'pages/my-ask/records', { values: { title: '修路' } });
  expect((await call(one, 'GET', `pages/mine/records/${String(json['id'])}`)).json).toMatchObject({ title: '修路', progress: [{ label: '已提交' }] });
  expect((await call(two, 'GET', `pages/mine/records/${String(json['id'])}`)).status).toBe(404);
  expect((await call(one, 'POST', 'pages/my-ask/records', { values: { title: '修路', answer: '自答' } })).json).toMatchObject({ code: 'field.unknown' });
  expect((await call(two, 'GET', 'pages/mine/records')).json).toMatchObject({ items: [] });
});

test('whoever did not sign in needs a verification code, good for one record', async () => {
  const captcha = (await call(null, 'POST', 'captcha', {})).json as { id: string; demo: string };
  const file = (text: string) => call(null, 'POST', 'pages/ask/records', { values: { title: '路灯' }, captcha: { id: captcha.id, text } });
  expect((await call(null, 'POST', 'pages/ask/records', { values: { title: '路灯' } })).json).toMatchObject({ status: 422, code: 'portal.captcha' });
  const both = await Promise.all([file(captcha.demo), file(captcha.demo)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  const words = (await call(null, 'POST', 'captcha', { kind: 'words' })).json as { id: string; question: string; demo: string };
  expect(words.question).toContain('加');
  expect((await call(null, 'POST', 'pages/ask/records', { values: { title: '路灯' }, captcha: { id: words.id, text: 'x' } })).status).toBe(422);
  expect((await call(null, 'POST', 'pages/ask/records', { values: { title: '路灯' }, captcha: { id: words.id, text: words.demo } })).status).toBe(422);
});

test('a code holds once, for five minutes, and only the newest', async () => {
  const number = '13800000002';
  const old = await codeFor(number);
  const fresh = await codeFor(number);
  const enter = (code: string) => call(null, 'POST', 'session', { phone: number, code });
  if (old !== fresh) expect((await enter(old)).json).toMatchObject({ status: 401, code: 'portal.code-wrong' });
  expect((await enter(fresh)).status).toBe(200);
  expect((await enter(fresh)).json).toMatchObject({ status: 401, code: 'portal.code-expired' });
  const late = await codeFor(number);
  server.pass(6);
  expect((await enter(late)).json).toMatchObject({ code: 'portal.code-expired' });
});

test('five wrong codes lock the phone, five codes an hour are enough', async () => {
  const number = '13800000003';
  const code = await codeFor(number);
  const wrong = code === '000000' ? '000001' : '000000';
  for (let i = 0; i < 5; i += 1) expect((await call(null, 'POST', 'session', { phone: number, code: wrong })).json).toMatchObject({ code: 'portal.code-wrong' });
  expect((await call(null, 'POST', 'session', { phone: number, code })).json).toMatchObject({ status: 429, code: 'portal.locked' });
  server.pass(16);
  const statuses = [];
  for (let i = 0; i < 5; i += 1) statuses.push((await call(null, 'POST', 'session/code', { phone: number })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 429]);
  expect((await call(null, 'POST', 'session/code', { phone: '12345' })).json).toMatchObject({ status: 422, errors: [{ field: 'phone' }] });
});

test('by cookie, a change needs a header that no other site can send', async () => {
  const { token } = await signIn('13800000004');
  const headers = { cookie: `tamga_resident=${token}` };
  expect((await call(null, 'PATCH', 'me', { name: '张三' }, headers)).json).toMatchObject({ status: 403, code: 'request.csrf' });
  expect((await call(null, 'PATCH', 'me', { name: '张三' }, { ...headers, 'x-tamga-request': '1' })).json).toMatchObject({ name: '张三' });
});

test('without a way to send messages there is no sign-in, and a code is never told outside of a demo', async () => {
  const resident = await signIn('13800000006');
  server.services.demo = false;
  try {
    expect((await call(null, 'POST', 'session/code', { phone: '13800000005' })).json).toMatchObject({ status: 503, code: 'portal.no-sms' });
    const sent: string[] = [];
    server.services.sendSms = async (_ctx, { values }) => { sent.push(values['code'] ?? ''); };
    const answer = await call(null, 'POST', 'session/code', { phone: '13800000005' });
    expect(answer.json).toEqual({});
    expect((await call(null, 'POST', 'session', { phone: '13800000005', code: sent[0] })).status).toBe(200);
    expect((await call(null, 'POST', 'captcha', {})).json).not.toHaveProperty('demo');
    expect((await call(resident, 'POST', 'partners/other/handover', {})).json).toMatchObject({ status: 503, code: 'portal.service-down' });
  } finally {
    server.services.demo = true;
    delete server.services.sendSms;
  }
});
