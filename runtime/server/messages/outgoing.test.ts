import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { entityOf } from '../../model/model.ts';
import { messageChannels, type OutgoingMessage } from '../../registry.ts';
import { sampleDefinitions } from '../../testing/sample-definitions.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/start-test-server.ts';
import { systemContext } from '../context.ts';
import { recordValue } from '../operations/evaluate.ts';
import { loadRow } from '../operations/rows.ts';
import { deliverMessages, sendMessage } from './index.ts';

const flown: OutgoingMessage[] = [];
let failures = 0;
messageChannels.add({
  name: 'pigeon', label: { zh: '信鸽', en: 'Pigeon' }, address: ({ phone }) => phone,
  send: async (message) => {
    if (failures > 0) { failures -= 1; throw new Error('雷雨'); }
    flown.push(message);
    return { receipt: `ring-${flown.length}` };
  },
});

const texts = (zh: string, en: string) => ({ zh, en });
const alarm = {
  app: 'lab', kind: 'message', name: 'alarm',
  content: {
    label: texts('样品告警', 'Sample alarm'), title: texts('样品{{record.name}}（{{record.kind}}）异常', 'Sample {{record.name}} ({{record.kind}}) is off'), body: texts('第{{extra}}次', 'Time {{extra}}'),
    channels: { pigeon: { title: '鸽：{{record.name}}', template: 'coo', values: { name: '{{record.name}}' } }, email: {} }, mergeWithin: 'PT10M',
  },
};
const fire = { app: 'lab', kind: 'message', name: 'fire', content: { title: '起火', body: '请撤离', essential: true, channels: { pigeon: {} } } };

let server: TestServer;
let reader: TestPerson;
let homeless: TestPerson;
let admin: TestPerson;
let id: string;

beforeAll(async () => {
  server = await startTestServer([...sampleDefinitions, alarm, fire]);
  const unit = await server.addUnit('A');
  reader = await server.addPerson('reader', { org: unit });
  homeless = await server.addPerson('homeless', { org: unit });
  admin = await server.addPerson('boss', { org: unit, grants: [{ role: 'platform.system-admin', scope: 'all' }] });
  const user = (await server.request(admin, { url: `/api/records/platform/user/${reader.id}` })).json;
  await server.request(admin, { method: 'PATCH', url: `/api/records/platform/user/${reader.id}`, payload: { mobile: '13800000001', version: user['version'] } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  await deliver();
  flown.length = 0;
  failures = 0;
  id = await server.add('lab/sample', { name: '血样', kind: 'a', keeper: reader.id, at: '2026-04-10T01:30:00Z' });
});

async function send(message: string, to: TestPerson[], extra = '一'): Promise<void> {
  const ctx = systemContext(server.services);
  const entity = entityOf(ctx.model, 'lab/sample');
  await sendMessage(ctx, message, to.map((person) => person.id), { record: recordValue(entity, (await loadRow(ctx, entity, id))!), extra }, { app: 'lab', entity: 'sample', id });
}
const deliver = () => deliverMessages(systemContext(server.services));
const outgoing = async (query = '') => (await server.request(admin, { url: `/api/records/platform/outgoing-message?sort=-queuedAt&pageSize=50${query}` })).json['items'] as Record<string, unknown>[];
const newest = async () => (await server.pool.query<Record<string, unknown>>('select id, status, attempts, problem from app_platform.outgoing_message order by queued_at desc, id desc limit 1')).rows[0]!;
const settings = (payload?: unknown) => server.request(reader, payload === undefined ? { url: '/api/messages/settings' } : { method: 'PUT', url: '/api/messages/settings', payload });

test('a message goes to the mailbox and to the channels that it names, each with its own text', async () => {
  await send('lab/alarm', [reader, homeless]);
  await deliver();
  expect(flown).toEqual([{ id: expect.any(String), to: { id: reader.id, name: 'reader的姓名', email: null, phone: '13800000001' }, title: '鸽：血样', body: '第一次', message: 'lab/alarm', template: { id: 'coo', values: { name: '血样' } } }]);
  const rows = (await outgoing()).slice(0, 4).map(({ channel, recipient, status, problem, receipt }) => [(recipient as { title: string }).title, channel, status, problem, receipt]);
  expect(rows.sort()).toEqual([
    ['homeless的姓名', 'email', 'skipped', '未配置该渠道', null], ['homeless的姓名', 'pigeon', 'skipped', '没有该渠道的联系方式', null],
    ['reader的姓名', 'email', 'skipped', '未配置该渠道', null], ['reader的姓名', 'pigeon', 'sent', null, 'ring-1'],
  ]);
});

test('people read it in their language', async () => {
  await send('lab/alarm', [reader]);
  await deliver();
  const title = async (language: string) => ((await server.request(reader, { url: '/api/messages', headers: { 'accept-language': language } })).json['items'] as { title: string; body: string }[])[0];
  expect([await title('zh-CN'), await title('en')]).toMatchObject([{ title: '样品血样（甲类）异常', body: '第一次' }, { title: expect.stringMatching(/^Sample 血样 \(.+\) is off$/), body: 'Time 一' }]);
});

test('a repeated message is merged into the unread one, until that is read or old', async () => {
  const count = async () => ((await server.request(reader, { url: '/api/messages?pageSize=100' })).json['items'] as { link: { id: string }; count?: number; body: string }[]).filter(({ link }) => link.id === id).map(({ count: times = 1, body }) => `${body}×${times}`);
  await send('lab/alarm', [reader], '一');
  await send('lab/alarm', [reader], '二');
  await send('lab/alarm', [reader], '三');
  await deliver();
  expect([await count(), flown.length]).toEqual([['第三次×3'], 1]);
  server.pass(11);
  await send('lab/alarm', [reader], '四');
  expect(await count()).toEqual(['第四次×1', '第三次×3']);
});

test('people switch kinds off and name quiet hours, but not for what is essential', async () => {
  expect((await settings()).json).toEqual({
    quiet: null, off: [], channels: [{ name: 'pigeon', label: '信鸽', reaches: true }],
    kinds: [{ key: 'lab/alarm', label: '样品告警', app: '实验室', essential: false, channels: ['pigeon'] }, { key: 'lab/fire', label: 'fire', app: '实验室', essential: true, channels: ['pigeon'] }],
  });
  const off = [{ kind: 'lab/alarm', channel: 'pigeon' }];
  expect((await settings({ quiet: null, off })).json).toMatchObject({ off });
  await send('lab/alarm', [reader]);
  await send('lab/fire', [reader]);
  await deliver();
  expect(flown.map(({ message }) => message)).toEqual(['lab/fire']);
  const now = server.clock.now().getTime();
  const at = (minutes: number) => new Date(now + 8 * 3_600_000 + minutes * 60_000).toISOString().slice(11, 16);
  expect((await settings({ quiet: { from: at(-10), until: at(20) }, off: [] })).status).toBe(200);
  id = await server.add('lab/sample', { name: '尿样', kind: 'a', keeper: reader.id, at: '2026-04-10T01:30:00Z' });
  await send('lab/alarm', [reader]);
  await send('lab/fire', [reader]);
  await deliver();
  expect(flown.map(({ message }) => message)).toEqual(['lab/fire', 'lab/fire']);
  server.pass(21);
  await deliver();
  expect(flown.at(-1)).toMatchObject({ message: 'lab/alarm', body: '第一次' });
});

test.each([
  ['an essential kind', { quiet: null, off: [{ kind: 'lab/fire', channel: 'pigeon' }] }, 422, 'message.essential'],
  ['a kind that is not there', { quiet: null, off: [{ kind: 'lab/none', channel: 'pigeon' }] }, 422, 'message.unknown-kind'],
  ['quiet hours without length', { quiet: { from: '22:00', until: '22:00' }, off: [] }, 422, 'message.quiet-hours'],
  ['a time that is none', { quiet: { from: '25:00', until: '22:00' }, off: [] }, 422, undefined],
])('%s is refused', async (_, payload, status, code) => {
  const { status: answered, json } = await settings(payload);
  expect([answered, (json['errors'] as { code: string }[])[0]?.code]).toEqual([status, code ?? expect.any(String)]);
});

test('a channel that fails is tried again later and later, in the end an administrator sends it again', async () => {
  failures = 6;
  await send('lab/fire', [reader]);
  await deliver();
  expect(await newest()).toMatchObject({ status: 'waiting', attempts: 1, problem: '雷雨' });
  await deliver();
  expect(await newest()).toMatchObject({ attempts: 1 });
  for (const minutes of [2, 6, 31, 121, 721]) { server.pass(minutes); await deliver(); }
  admin = await server.addPerson('boss2', { org: await server.addUnit('B'), grants: [{ role: 'platform.system-admin', scope: 'all' }] });
  const failed = await newest();
  expect(failed).toMatchObject({ status: 'failed', attempts: 6 });
  expect((await outgoing())[0]).not.toHaveProperty('body');
  const resend = (who: TestPerson) => server.request(who, { method: 'POST', url: `/api/records/platform/outgoing-message/${String(failed['id'])}/actions/resend`, payload: {} });
  expect((await resend(await server.addPerson('nobody', { org: await server.addUnit('C') }))).status).toBe(403);
  expect((await resend(admin)).status).toBe(200);
  await deliver();
  expect(await newest()).toMatchObject({ status: 'sent', problem: null });
  expect((await resend(admin)).json).toMatchObject({ status: 409, code: 'record.no-action' });
});

test('two servers send each message once', async () => {
  await Promise.all(Array.from({ length: 5 }, () => send('lab/fire', [reader])));
  await Promise.all([deliver(), deliver(), deliver()]);
  expect(flown.length).toBe(5);
});
