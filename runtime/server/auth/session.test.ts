import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestServer } from '../../testing/start-test-server.ts';
import type { TestPerson, TestServer } from '../../testing/start-test-server.ts';
import { entityOf } from '../../model/model.ts';
import { systemContext } from '../context.ts';
import { update } from '../operations/update.ts';
import { isPassword, hashPassword } from './password.ts';
import { passwordErrors } from './credentials.ts';
import { areaPrefix, principalOf } from './principal.ts';

const password = 'Correct-horse-9';
let server: TestServer;
let unit: string;
let below: string;

beforeAll(async () => {
  server = await startTestServer();
  unit = await server.addUnit('A');
  below = await server.addUnit('B', { parent: unit });
  await server.addPerson('zhao', { org: unit, password });
  await server.addPerson('gone', { org: unit, password, active: false });
});
afterAll(() => server.stop());

const signIn = (username: string, secret: string) => server.request(null, { method: 'POST', url: '/api/session', payload: { username, password: secret } });
const status = async (who: TestPerson | null) => (await server.request(who, { url: '/api/messages' })).status;

describe('signing in', () => {
  beforeEach(() => server.pool.query('delete from tamga.failed_sign_in'));

  test('gives a token and a cookie that scripts and other sites cannot use', async () => {
    const response = await signIn('zhao', password);
    expect(response.json).toEqual({ token: expect.stringMatching(/^[\w-]{43}$/), user: { id: expect.any(String), username: 'zhao', name: 'zhao的姓名' }, pending: null });
    expect(response.headers.get('set-cookie')).toMatch(/^tamga_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const { rows } = await server.pool.query("select token_hash as hash from app_platform.session");
    expect(JSON.stringify(rows)).not.toContain(String(response.json['token']));
    expect(await status({ id: '', token: String(response.json['token']) })).toBe(200);
  });

  test.each([
    ['a wrong password', 'zhao', 'Wrong-horse-9', 401],
    ['an unknown person', 'nobody', password, 401],
    ['an inactive person', 'gone', password, 401],
    ['nothing', 'zhao', '', 422],
  ])('%s is refused', async (_name, username, secret, code) => {
    const response = await signIn(username, secret);
    expect([response.status, code === 401 ? response.json['detail'] : '']).toEqual([code, code === 401 ? '用户名或密码不正确' : '']);
  });

  test.each([['a person', 'zhao'], ['a name that nobody has', 'nobody']])('five wrong passwords lock %s for a quarter of an hour', async (_name, username) => {
    for (let i = 0; i < 5; i += 1) expect((await signIn(username, 'Wrong-horse-9')).status).toBe(401);
    expect((await signIn(username, password)).json).toMatchObject({ status: 429, code: 'session.locked', detail: expect.stringContaining('15 分钟') });
    server.pass(14);
    expect((await signIn(username, password)).status).toBe(429);
    server.pass(2);
    expect((await signIn(username, password)).status).toBe(username === 'zhao' ? 200 : 401);
  });

  test('a right password starts a new count', async () => {
    for (let i = 0; i < 4; i += 1) await signIn('zhao', 'Wrong-horse-9');
    expect((await signIn('zhao', password)).status).toBe(200);
    for (let i = 0; i < 4; i += 1) await signIn('zhao', 'Wrong-horse-9');
    expect((await signIn('zhao', password)).status).toBe(200);
  });

  test('many guesses at once do not get past the lock', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('zhao', 'Wrong-horse-9')));
    expect(answers.every(({ status: code }) => code === 401 || code === 429)).toBe(true);
    expect((await signIn('zhao', password)).status).toBe(429);
  });

  test('tries are in the audit trail', async () => {
    await signIn('zhao', 'Wrong-horse-9');
    const { rows } = await server.pool.query("select event, result from app_platform.audit_event where username = 'zhao' order by id desc limit 1");
    expect(rows).toEqual([{ event: 'session.sign-in', result: 'refused' }]);
  });
});

describe('a session', () => {
  const session = async () => ({ id: '', token: String((await signIn('zhao', password)).json['token']) });

  test('ends after half an hour without a request, and not before', async () => {
    const who = await session();
    server.pass(29);
    expect(await status(who)).toBe(200);
    server.pass(29);
    expect(await status(who)).toBe(200);
    server.pass(31);
    expect(await status(who)).toBe(401);
  });

  test('ends after twelve hours of work', async () => {
    const who = await session();
    for (let i = 0; i < 35; i += 1) {
      server.pass(20);
      expect(await status(who)).toBe(200);
    }
    server.pass(21);
    expect(await status(who)).toBe(401);
  });

  test('ends with signing out', async () => {
    const who = await session();
    const response = await server.request(who, { method: 'DELETE', url: '/api/session' });
    expect([response.status, await status(who)]).toEqual([204, 401]);
  });

  test.each<[string, Record<string, string>, number]>([
    ['a change by cookie without the header', {}, 403],
    ['a change by cookie with the header', { 'x-tamga-request': '1' }, 204],
  ])('%s', async (_name, headers, code) => {
    const { token } = await session();
    const response = await server.request(null, { method: 'POST', url: '/api/messages/read-all', headers: { ...headers, cookie: `tamga_session=${token}` } });
    expect(response.status).toBe(code);
    expect((await server.request(null, { url: '/api/messages', headers: { cookie: `tamga_session=${token}` } })).status).toBe(200);
  });

  test.each([['none', ''], ['an invented token', 'x'.repeat(43)], ['rubbish', '%%%']])('%s is refused', async (_name, token) => {
    const response = await server.request(null, { url: '/api/messages', headers: token ? { authorization: `Bearer ${token}` } : {} });
    expect(response.json).toMatchObject({ status: 401, code: 'session.required' });
  });

  test('of a person made inactive ends at once', async () => {
    const { id, token } = await server.addPerson('leaving', { org: unit });
    expect(await status({ id, token })).toBe(200);
    await update(systemContext(server.services), entityOf(server.model, 'platform/user'), id, { active: false });
    expect(await status({ id, token })).toBe(401);
  });
});

describe('rights', () => {
  test('know the units below, the area and the last day', async () => {
    const { id } = await server.addPerson('lisi', {
      org: below,
      grants: [
        { role: 'platform.system-admin', scope: 'unit-below', org: unit }, { role: 'platform.system-admin', scope: 'unit', org: unit },
        { role: 'platform.system-admin', scope: 'area-below', area: '150500' }, { role: 'platform.system-admin', scope: 'all', validUntil: '2026-04-09' },
        { role: 'platform.system-admin', scope: 'own', validUntil: server.clock.now().toISOString().slice(0, 10) },
      ],
    });
    const { grants, user } = await principalOf(server.services, id);
    expect(user).toEqual({ id, name: 'lisi的姓名', username: 'lisi', org: { id: below, name: '单位B', area: '150523' } });
    expect(grants.map(({ scope, orgs, area }) => [scope, [...orgs].sort(), area])).toEqual(expect.arrayContaining([
      ['unit-below', [unit, below].sort(), null], ['unit', [unit], null], ['area-below', [], '1505'], ['own', [], null],
    ]));
    expect(grants).toHaveLength(4);
  });

  test('change at once with a grant or a unit', async () => {
    const { id } = await server.addPerson('sun', { org: unit, grants: [{ role: 'platform.system-admin', scope: 'unit-below', org: unit }] });
    const orgs = async () => (await principalOf(server.services, id)).grants[0]?.orgs.length;
    const before = await orgs() ?? 0;
    await server.addUnit('C', { parent: below });
    expect(await orgs()).toBe(before + 1);
    await server.add('platform/role-grant', { user: id, role: 'platform.system-admin', scope: 'all' });
    expect((await principalOf(server.services, id)).grants).toHaveLength(2);
  });

  test('changed by another process are noticed, also after the connection that listens broke', async () => {
    const { id } = await server.addPerson('zhou', { org: unit });
    const grants = async () => (await principalOf(server.services, id)).grants.length;
    const grantElsewhere = async () => {
      await server.pool.query(`insert into app_platform.role_grant (id, version, created_at, updated_at, "user", role, scope, org) values (gen_random_uuid(), 1, now(), now(), $1, 'platform.system-admin', 'unit', gen_random_uuid())`, [id]);
      await server.pool.query("select pg_notify('tamga_access', '')");
      await sleep(200);
    };
    expect(await grants()).toBe(0);
    await grantElsewhere();
    expect(await grants()).toBe(1);
    const { rowCount } = await server.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tamga-access' and datname = current_database()");
    expect(rowCount).toBe(1);
    await sleep(2_500);
    expect(await grants()).toBe(1);
    await grantElsewhere();
    expect(await grants()).toBe(2);
  });

  test.each([['150000', '15'], ['150500', '1505'], ['150523', '150523'], ['150523100', '150523100'], ['150523100000', '150523100'], ['150523000000', '150523'], ['150523100201', '150523100201']])('area %s covers %s…', (code, prefix) => {
    expect(areaPrefix(code)).toBe(prefix);
  });
});

test('the sign-in page of a demo shows its people; another shows nobody', async () => {
  await server.addPerson('qian', { org: unit, grants: [{ role: 'platform.system-admin', scope: 'unit', org: unit }] });
  const { noteDemoPeople } = await import('./demo-people.ts');
  await noteDemoPeople(server.pool, [{ username: 'qian', password: 'tamga-demo-2026' }]);
  const page = async () => (await server.request(null, { url: '/api/session' })).json;
  expect(await page()).toEqual({ demo: true, people: [{ username: 'qian', password: 'tamga-demo-2026', name: 'qian的姓名', roles: '系统管理员（单位A）', does: '维护机构与人员、运行参数，看不到业务数据，也不授权。', app: '系统管理' }] });
  server.services.demo = false;
  expect(await page()).toEqual({ demo: false });
  server.services.demo = true;
});

describe('passwords', () => {
  test('are stored as salted hashes with their cost', async () => {
    const [first, second] = await Promise.all([hashPassword('a'), hashPassword('a')]);
    expect(first).toMatch(/^scrypt\$15\$8\$1\$/);
    expect(first).not.toBe(second);
    expect(await Promise.all([isPassword('a', first), isPassword('b', first), isPassword('a', null)])).toEqual([true, false, false]);
  });

  test.each([
    ['short', 'field.too-short'], ['alllowercase', 'field.check'], ['Zhao-password', 'field.check'], ['long '.repeat(41), 'field.too-long'], ['good-enough-1', undefined], ['good-enough-', 'field.check'], ['通用密码通用密码Ab-', undefined],
  ])('%.20s… %s', async (text, code) => {
    expect((await passwordErrors(server.services, text, 'zhao'))[0]?.code).toBe(code);
  });
});
