import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { entityOf } from '../../model/model.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/start-test-server.ts';
import { sealAudit, verifyAudit, type AuditVerdict } from './index.ts';

const definitions = [
  { app: 'lab', kind: 'app', name: 'app', content: { label: '检验', needs: ['platform'] } },
  { app: 'lab', kind: 'entity', name: 'patient', content: { label: '患者', title: 'name', keys: ['name'], fields: {
    name: { type: 'text', label: '姓名', required: true },
    idCard: { type: 'text', label: '身份证号', sensitivity: { level: 'sensitive', purpose: '识别', basis: '法定职责', mask: 'id-card' } },
  } } },
  { app: 'lab', kind: 'role', name: 'doctor', content: { label: '医生', grants: { patient: { read: true, create: true, update: true, delete: true } } } },
  { app: 'lab', kind: 'role', name: 'desk', content: { label: '前台', grants: { patient: { read: true, mask: ['idCard'] } } } },
];

let server: TestServer;
let doctor: TestPerson;
let desk: TestPerson;
let auditor: TestPerson;
let admin: TestPerson;
let patient: string;

beforeAll(async () => {
  server = await startTestServer(definitions);
  const org = await server.addUnit('A');
  doctor = await server.addPerson('doctor', { org, password: 'Correct-horse-9', grants: [{ role: 'lab.doctor', scope: 'all' }] });
  desk = await server.addPerson('desk', { org, grants: [{ role: 'lab.desk', scope: 'all' }] });
  auditor = await server.addPerson('auditor', { org, grants: [{ role: 'platform.audit-admin', scope: 'all' }] });
  admin = await server.addPerson('boss', { org, grants: [{ role: 'platform.system-admin', scope: 'all' }] });
  const made = await server.request(doctor, { method: 'POST', url: '/api/records/lab/patient', payload: { name: '陈立', idCard: '150502197912302031' } });
  patient = String(made.json['id']);
  await server.request(doctor, { method: 'PATCH', url: `/api/records/lab/patient/${patient}`, payload: { name: '陈力', version: 1 } });
});
afterAll(() => server.stop());

const events = async (filter: object): Promise<Record<string, unknown>[]> => (await server.request(auditor, { url: `/api/records/platform/audit-event?filter=${encodeURIComponent(JSON.stringify(filter))}` })).json['items'] as Record<string, unknown>[];

describe('what is noted', () => {
  test('a change with before and after, the values of sensitive business fields masked', async () => {
    const found = await events({ recordId: patient, event: { $in: ['record.create', 'record.update'] } });
    expect(found.map(({ event, username, title, summary }) => [event, username, title, summary])).toEqual([
      ['record.update', 'doctor', '陈立', '姓名：陈立 → 陈力'],
      ['record.create', 'doctor', '陈立', '姓名：陈立；身份证号：150502********2031'],
    ]);
  });

  test.each([
    ['one record', (id: string) => `/api/records/lab/patient/${id}`, '身份证号', true],
    ['a list', () => '/api/records/lab/patient', '身份证号', true],
    ['a list without the field', () => '/api/records/lab/patient?fields=name', '', false],
  ])('a view of a sensitive field in %s, by whom sees it whole', async (_name, url, text, noted) => {
    const before = (await events({ event: 'record.view' })).length;
    await server.request(desk, { url: url(patient) });
    expect((await events({ event: 'record.view' })).length).toBe(before);
    await server.request(doctor, { url: url(patient) });
    const after = await events({ event: 'record.view' });
    expect(after.length).toBe(before + (noted ? 1 : 0));
    if (noted) expect(after[0]).toMatchObject({ username: 'doctor', summary: expect.stringContaining(text) });
  });

  test('a refused access, with who and what', async () => {
    expect((await server.request(desk, { method: 'DELETE', url: `/api/records/lab/patient/${patient}` })).status).toBe(403);
    expect(await events({ event: 'access.refused', username: 'desk' })).toMatchObject([{ recordId: patient, result: 'refused', object: 'lab/patient' }]);
  });

  test('a change of a person, searched by the user name', async () => {
    await server.request(admin, { method: 'PATCH', url: `/api/records/platform/user/${doctor.id}`, payload: { mobile: '13904750001', version: 1 } });
    await server.request(admin, { method: 'PATCH', url: `/api/records/platform/user/${doctor.id}`, payload: { mobile: '13904750002', version: 2 } });
    const { json } = await server.request(auditor, { url: `/api/records/platform/audit-event?search=doctor&filter=${encodeURIComponent('{"object":"platform/user","event":"record.update"}')}` });
    expect(json['items']).toMatchObject([{ username: 'boss', title: 'doctor的姓名（doctor）', summary: '手机号：13904750001 → 13904750002' }, { summary: '手机号：13904750001' }]);
  });
});

describe('who reads and who changes it', () => {
  test.each([['doctor', 403], ['boss', 403], ['auditor', 200]])('%s searches: %i', async (who, status) => {
    const person = { doctor, boss: admin, auditor }[who];
    expect((await server.request(person!, { url: '/api/records/platform/audit-event' })).status).toBe(status);
    expect((await server.request(person!, { url: '/api/audit/verify' })).status).toBe(status);
  });

  test('nobody changes or deletes an event, nor can the program', async () => {
    const [one] = await events({});
    for (const person of [auditor, admin]) for (const method of ['PATCH', 'DELETE']) {
      expect((await server.request(person, { method, url: `/api/records/platform/audit-event/${String(one?.['id'])}`, ...(method === 'PATCH' ? { payload: { summary: 'x' } } : {}) })).status).toBe(403);
    }
    for (const text of ["update app_platform.audit_event set summary = 'x'", 'delete from app_platform.audit_event', 'truncate app_platform.audit_event', 'delete from tamga.audit_link', 'update tamga.audit_seal set count = 0']) {
      await expect(server.pool.query(text)).rejects.toThrow('only added to');
    }
  });

  test('what cannot be noted does not happen', async () => {
    await server.pool.query("alter table app_platform.audit_event add constraint full_disk check (event <> 'record.update' and event <> 'record.view') not valid");
    try {
      const { json: { version } } = await server.request(desk, { url: `/api/records/lab/patient/${patient}` });
      expect((await server.request(doctor, { method: 'PATCH', url: `/api/records/lab/patient/${patient}`, payload: { name: '无痕', version } })).status).toBeGreaterThanOrEqual(500);
      expect((await server.request(doctor, { url: `/api/records/lab/patient/${patient}` })).status).toBeGreaterThanOrEqual(500);
      expect((await server.request(desk, { url: `/api/records/lab/patient/${patient}` })).json).toMatchObject({ name: '陈力', version });
    } finally {
      await server.pool.query('alter table app_platform.audit_event drop constraint full_disk');
    }
  });
});

describe('the seal', () => {
  const verify = (): Promise<AuditVerdict> => verifyAudit({ db: server.pool, model: server.model, home: server.services.home, now: server.clock.now() });
  /** What somebody could do who has the database in hand; taken back afterwards. */
  const tampered = async (texts: readonly string[]): Promise<AuditVerdict> => {
    const client = new Client(server.pool.options);
    await client.connect();
    try {
      await client.query('begin');
      for (const table of ['app_platform.audit_event', 'tamga.audit_seal', 'tamga.audit_link']) await client.query(`alter table ${table} disable trigger only_added_to`);
      for (const text of texts) await client.query(text);
      return await verifyAudit({ db: client, model: server.model, home: server.services.home, now: server.clock.now() });
    } finally {
      await client.query('rollback');
      await client.end();
    }
  };
  let third: string;
  beforeAll(async () => {
    await sealAudit(server.services);
    await server.request(doctor, { method: 'POST', url: '/api/records/lab/patient', payload: { name: '高娃' } });
    await sealAudit(server.services);
    third = (await server.pool.query<{ id: string }>('select audit_id as id from tamga.audit_link where batch = 1 order by position limit 1 offset 2')).rows[0]!.id;
  });

  test('holds over all batches', async () => {
    const { rows: [{ count } = { count: 0 }] } = await server.pool.query<{ count: number }>('select count(*)::int as count from app_platform.audit_event');
    expect(await verify()).toEqual({ intact: true, rows: count, batches: 2, unsealed: 0 });
    expect((await server.request(auditor, { url: '/api/audit/verify' })).json).toMatchObject({ intact: true });
  });

  test('counts what is not sealed yet: looking at it, and a change', async () => {
    await server.request(doctor, { method: 'POST', url: '/api/records/lab/patient', payload: { name: '白音' } });
    expect(await verify()).toMatchObject({ intact: true, unsealed: 2 });
  });

  const entity = () => entityOf(server.model, 'platform/audit-event');
  test.each<[string, () => string[], object]>([
    ['a changed text', () => [`update app_platform.audit_event set summary = '改过' where id = '${third}'`], { kind: 'altered', batch: 1 }],
    ['a changed person', () => [`update app_platform.audit_event set username = 'somebody' where id = '${third}'`], { kind: 'altered', batch: 1 }],
    ['a time changed by a microsecond', () => [`update app_platform.audit_event set at = at + interval '1 microsecond' where id = '${third}'`], { kind: 'altered', batch: 1 }],
    ['a deleted row', () => [`delete from app_platform.audit_event where id = '${third}'`], { kind: 'missing', batch: 1 }],
    ['a deleted row with its link', () => [`delete from app_platform.audit_event where id = '${third}'`, `delete from tamga.audit_link where audit_id = '${third}'`], { kind: 'altered', batch: 1 }],
    ['a seal with another count', () => ['update tamga.audit_seal set count = 1 where batch = 1'], { kind: 'seal', batch: 1 }],
    ['a batch taken out', () => ['delete from tamga.audit_seal where batch = 1'], { kind: 'seal', batch: 1 }],
    ['the end cut off', () => ['delete from tamga.audit_seal where batch = 2', 'delete from app_platform.audit_event where id in (select audit_id from tamga.audit_link where batch = 2)'], { kind: 'cut-off', batch: 2 }],
    ['a row put in later', () => [`insert into ${entity().schema}.${entity().table} (id, version, created_at, updated_at, at, event, result, channel) values ('00000000-0000-7000-8000-00000000000a', 1, '2026-01-01', '2026-01-01', '2026-01-01', 'record.create', 'done', 'web')`], { kind: 'added', id: '00000000-0000-7000-8000-00000000000a' }],
  ])('%s is found', async (_name, texts, flaw) => {
    expect(await tampered(texts())).toMatchObject({ intact: false, flaw });
  });
});
