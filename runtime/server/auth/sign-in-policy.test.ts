import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { generate } from 'otplib';
import { startTestServer, type TestPerson, type TestResponse, type TestServer } from '../../testing/start-test-server.ts';
import { storeParameters } from '../settings/index.ts';

const password = 'Correct-horse-9';
let server: TestServer;
let admin: TestPerson;
let security: TestPerson;
let clerk: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  const org = await server.addUnit('A');
  admin = await server.addPerson('boss', { org, password, grants: [{ role: 'platform.system-admin', scope: 'all' }] });
  security = await server.addPerson('guard', { org, password, grants: [{ role: 'platform.security-admin', scope: 'all' }] });
  clerk = await server.addPerson('clerk', { org, password });
});
afterAll(() => server.stop());
beforeEach(() => server.pool.query('delete from tamga.failed_sign_in'));

const signIn = (username: string, secret: string, otp?: string): Promise<TestResponse> => server.request(null, { method: 'POST', url: '/api/session', payload: { username, password: secret, ...(otp ? { otp } : {}) } });
const fresh = async (username: string, secret = password): Promise<TestPerson> => ({ id: '', token: String((await signIn(username, secret)).json['token']) });
const ask = async (who: TestPerson, url = '/api/messages'): Promise<unknown> => { const { status, json } = await server.request(who, { url }); return status === 200 ? 200 : json['code']; };

/** Sets a parameter as the administrator does; given back afterwards. */
async function withParameter(code: string, value: string, work: () => Promise<void>): Promise<void> {
  const boss = await fresh('boss');
  const { json } = await server.request(boss, { url: `/api/records/platform/parameter?filter=${encodeURIComponent(JSON.stringify({ code }))}` });
  const [{ id, currentValue } = { id: '', currentValue: '' }] = json['items'] as { id: string; currentValue: string }[];
  const url = `/api/records/platform/parameter/${id}`;
  const set = async (to: string): Promise<void> => { await server.pool.query('update app_platform.parameter set current_value = $2 where id = $1', [id, to]); await server.pool.query("select pg_notify('tamga_access', '')"); };
  expect((await server.request(boss, { method: 'PATCH', url, payload: { currentValue: value } })).status).toBe(200);
  try { await work(); } finally { await set(currentValue); await server.request(boss, { method: 'POST', url: `${url}/actions/reset` }); }
}

describe('parameters', () => {
  test.each([['0', '5–120'], ['abc', '5–120'], ['121', '5–120'], ['5.5', '5–120']])('%s minutes of idling are refused with the range', async (value, range) => {
    const { json } = await server.request(admin, { url: `/api/records/platform/parameter?filter=${encodeURIComponent('{"code":"session.idle-minutes"}')}` });
    const [one] = json['items'] as { id: string }[];
    const answer = await server.request(admin, { method: 'PATCH', url: `/api/records/platform/parameter/${one!.id}`, payload: { currentValue: value } });
    expect([answer.status, answer.json['errors']]).toEqual([422, [expect.objectContaining({ field: 'currentValue', message: expect.stringContaining(range) })]]);
  });

  test('hold from the next request on, and stand in the history', async () => {
    const who = await fresh('clerk');
    server.pass(20);
    await withParameter('session.idle-minutes', '15', async () => { expect(await ask(who)).toBe('session.required'); });
    await storeParameters(server.services);
    const { rows } = await server.pool.query("select changes from tamga.history where entity = 'platform/parameter' order by at, id limit 1");
    expect(rows).toEqual([{ changes: { currentValue: ['30', '15'] } }]);
  });

  test.each([['security', 403], ['clerk', 403]])('%s sets none', async (name, status) => {
    const who = name === 'security' ? security : clerk;
    expect((await server.request(who, { method: 'GET', url: '/api/records/platform/parameter' })).status).toBe(status);
  });
});

describe('passwords', () => {
  test('one that somebody else chose must be changed first; old ones do not come back', async () => {
    const boss = await fresh('boss');
    await server.request(boss, { method: 'POST', url: `/api/records/platform/user/${clerk.id}/actions/set-password`, payload: { input: { password: 'First-pass-2026' } } });
    const signed = await signIn('clerk', 'First-pass-2026');
    expect(signed.json['pending']).toBe('password');
    const who = { id: '', token: String(signed.json['token']) };
    expect(await ask(who)).toBe('session.password-expired');
    const change = (current: string, next: string): Promise<TestResponse> => server.request(who, { method: 'PUT', url: '/api/session/password', payload: { current, password: next } });
    expect((await change('First-pass-2026', password)).json).toMatchObject({ status: 422, errors: [{ field: 'password', message: expect.stringContaining('最近 5 次') }] });
    expect((await change('First-pass-2026', 'Second-pass-2026')).status).toBe(204);
    expect(await ask(await fresh('clerk', 'Second-pass-2026'))).toBe(200);
    await server.pool.query('delete from tamga.credential where user_id = $1', [clerk.id]);
  });

  test('one that is too old must be changed', async () => {
    await withParameter('password.max-age-days', '90', async () => {
      server.pass(91 * 24 * 60);
      expect(await ask(await fresh('guard'))).toBe('session.password-expired');
    });
    expect(await ask(await fresh('guard'))).toBe(200);
  });
});

describe('the second factor', () => {
  const code = (secret: string): Promise<string> => generate({ secret, epoch: Math.floor(server.clock.now().getTime() / 1000) });

  test('is asked of administrators, set up by a code, and each code counts once', async () => {
    await withParameter('sign-in.second-factor', 'administrators', async () => {
      const guard = await fresh('guard');
      expect(await ask(guard)).toBe('session.second-factor-required');
      const { json: { secret, image } } = await server.request(guard, { method: 'POST', url: '/api/session/second-factor' });
      expect(image).toMatch(/^data:image\/png;base64,/);
      const confirm = (text: string): Promise<TestResponse> => server.request(guard, { method: 'PUT', url: '/api/session/second-factor', payload: { code: text } });
      expect((await confirm('000000')).json).toMatchObject({ status: 422, errors: [{ field: 'code' }] });
      expect((await confirm(await code(String(secret)))).status).toBe(204);
      expect((await server.request(guard, { method: 'POST', url: '/api/session/second-factor' })).json).toMatchObject({ status: 409 });
      expect((await signIn('guard', password)).json).toMatchObject({ status: 401, code: 'session.otp-required' });
      expect((await signIn('guard', 'Wrong-horse-9')).json).toMatchObject({ status: 401, code: 'session.wrong-credentials' });
      server.pass(1);
      const once = await code(String(secret));
      const both = await Promise.all([signIn('guard', password, once), signIn('guard', password, once)]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
      const token = String(both.find(({ status }) => status === 200)!.json['token']);
      expect(await ask({ id: '', token })).toBe(200);
      const { rows: [stored] } = await server.pool.query<{ second_factor: Buffer }>('select second_factor from tamga.credential where user_id = $1', [security.id]);
      expect(stored!.second_factor.toString('latin1')).not.toContain(String(secret));
      const boss = await fresh('boss');
      expect(await ask(boss)).toBe('session.second-factor-required');
    });
  });

  test('is reset by the system administrator, who ends the sessions with it', async () => {
    const before = (await server.pool.query('select from app_platform.session where "user" = $1', [security.id])).rowCount;
    expect(before).toBeGreaterThan(0);
    const boss = await fresh('boss');
    expect((await server.request(boss, { method: 'POST', url: `/api/records/platform/user/${security.id}/actions/reset-second-factor` })).status).toBe(200);
    expect((await server.pool.query('select from app_platform.session where "user" = $1', [security.id])).rowCount).toBe(0);
    expect((await signIn('guard', password)).status).toBe(200);
  });
});

describe('sessions', () => {
  test('a person sees where the own are and ends one; nobody else does', async () => {
    const [first, second, other] = [await fresh('guard'), await fresh('guard'), await fresh('boss')];
    const { json } = await server.request(second, { url: '/api/session/devices' });
    const items = json['items'] as { id: string; current: boolean }[];
    const target = items.find(({ current }) => !current)!;
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    expect((await server.request(other, { method: 'DELETE', url: `/api/session/devices/${target.id}` })).status).toBe(404);
    expect((await server.request(second, { method: 'DELETE', url: `/api/session/devices/${target.id}` })).status).toBe(204);
    expect([await ask(first), await ask(second)].sort()).toEqual([200, 'session.required'].sort());
  });

  test('the system administrator sees who is signed in, without the digest, and ends a session', async () => {
    const guard = await fresh('guard');
    const boss = await fresh('boss');
    const { json } = await server.request(boss, { url: `/api/records/platform/session?filter=${encodeURIComponent(JSON.stringify({ user: security.id }))}&sort=-startedAt` });
    const [newest] = json['items'] as Record<string, unknown>[];
    expect(newest).not.toHaveProperty('tokenHash');
    expect((await server.request(boss, { method: 'POST', url: `/api/records/platform/session/${String(newest!['id'])}/actions/end` })).status).toBe(200);
    expect(await ask(guard)).toBe('session.required');
    expect((await server.request(boss, { method: 'DELETE', url: `/api/records/platform/session/${String(newest!['id'])}` })).status).toBe(403);
  });

  test('the oldest ends when a person has too many', async () => {
    await withParameter('session.max-per-person', '2', async () => {
      const three = [];
      for (let i = 0; i < 3; i += 1) { three.push(await fresh('guard')); server.pass(1); }
      expect([await ask(three[0]!), await ask(three[1]!), await ask(three[2]!)]).toEqual(['session.required', 200, 200]);
    });
  });
});

describe('locks', () => {
  test('guessing from one address does not lock the person out elsewhere, unless it goes on', async () => {
    for (let i = 0; i < 5; i += 1) await signIn('guard', 'Wrong-horse-9');
    expect((await signIn('guard', password)).status).toBe(429);
    const { rows } = await server.pool.query('select address, failures from tamga.failed_sign_in order by address');
    expect(rows).toEqual([{ address: '*', failures: 5 }, { address: '127.0.0.1', failures: 5 }]);
    await server.pool.query("update tamga.failed_sign_in set address = '10.0.0.1' where address = '127.0.0.1'");
    expect((await signIn('guard', password)).status).toBe(200);
    await server.pool.query("insert into tamga.failed_sign_in (username, address, failures, at) values ('guard', '*', 49, $1)", [server.clock.now()]);
    await signIn('guard', 'Wrong-horse-9');
    await server.pool.query("delete from tamga.failed_sign_in where address <> '*'");
    expect((await signIn('guard', password)).status).toBe(429);
  });
});
