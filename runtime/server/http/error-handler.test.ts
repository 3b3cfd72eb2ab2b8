import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sampleDefinitions } from '../../testing/sample-definitions.ts';
import { startTestServer } from '../../testing/start-test-server.ts';
import type { TestPerson, TestServer } from '../../testing/start-test-server.ts';
import { toProblem } from './error-handler.ts';
import { depthOf } from './json-body.ts';

let server: TestServer;
let who: TestPerson;

beforeAll(async () => {
  server = await startTestServer(sampleDefinitions);
  const unit = await server.addUnit('A');
  who = await server.addPerson('writer', { org: unit, grants: [{ role: 'lab.writer', scope: 'unit', org: unit }] });
});
afterAll(() => server.stop());

const json = { 'content-type': 'application/json' };
const samples = '/api/records/lab/sample';

test.each<[string, string, string, unknown, Record<string, string>, number, string]>([
  ['broken JSON', 'POST', samples, '{"name":', json, 400, 'request.unreadable'],
  ['a prototype in JSON', 'POST', samples, '{"__proto__": {"a": 1}}', json, 400, 'request.unreadable'],
  ['nesting that only an attacker needs', 'POST', samples, `{"a":${'['.repeat(40)}${']'.repeat(40)}}`, json, 400, 'request.unreadable'],
  ['a list instead of an object', 'POST', '/api/session', '[]', json, 400, 'request.unreadable'],
  ['more than 1 MB', 'POST', samples, JSON.stringify({ name: 'x'.repeat(1_100_000) }), json, 413, 'request.too-large'],
  ['plain text', 'POST', samples, 'name=x', { 'content-type': 'text/plain' }, 415, 'request.media-type'],
  ['a form', 'POST', samples, 'name=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'request.media-type'],
  ['JSON where a file is wanted', 'POST', '/api/files', '{}', json, 415, 'request.media-type'],
  ['a character that no text may hold', 'POST', '/api/session', JSON.stringify({ username: 'a\u0000b', password: 'x' }), json, 400, 'request.unreadable'],
  ['half a surrogate pair', 'POST', samples, '{"name":"\\ud800"}', json, 400, 'request.unreadable'],
  ['an upload without a boundary', 'POST', '/api/files', '', { 'content-type': 'multipart/form-data' }, 400, 'request.unreadable'],
  ['half an upload', 'POST', '/api/files', '--x', { 'content-type': 'multipart/form-data; boundary=x' }, 400, 'request.unreadable'],
  ['an unknown path', 'GET', '/api/nope', undefined, {}, 404, 'request.no-route'],
  ['an unknown method', 'PUT', '/api/session', '{}', json, 404, 'request.no-route'],
  ['a missing field', 'POST', '/api/session', '{"username":"x"}', json, 422, 'field.required'],
  ['a wrong type', 'POST', '/api/session', '{"username":"x","password":1}', json, 422, 'field.type'],
  ['an unknown field', 'POST', '/api/session', '{"username":"x","password":"y","z":1}', json, 422, 'field.unknown'],
  ['a wrong parameter', 'GET', '/api/messages?page=x', undefined, {}, 400, 'request.bad-value'],
  ['an unknown parameter', 'GET', '/api/messages?nope=1', undefined, {}, 400, 'request.unknown-parameter'],
])('%s', async (_name, method, url, payload, headers, status, code) => {
  const response = await server.request(who, { method, url, ...(payload === undefined ? {} : { payload }), headers });
  expect(response.json).toMatchObject({ type: `https://tamga.dev/problems/${code}`, status, code, title: expect.any(String), detail: expect.any(String), errors: expect.any(Array) });
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
});

test.each([['zh-CN', '请先登录'], ['en', 'Please sign in'], ['en-GB,zh;q=0.5', 'Please sign in'], ['fr', '请先登录'], ['fr, en;q=0.8', 'Please sign in']])('speaks %s', async (language, detail) => {
  expect((await server.request(null, { url: '/api/messages', headers: { 'accept-language': language } })).json['detail']).toBe(detail);
});

test('what nobody foresaw is told by a number only', async () => {
  await server.pool.query('alter table tamga.job rename to job_away');
  const response = await server.request(who, { url: '/api/jobs/00000000-0000-7000-8000-000000000000' });
  await server.pool.query('alter table tamga.job_away rename to job');
  expect(response.json).toMatchObject({ status: 500, code: 'internal', hint: expect.stringMatching(/[0-9a-f-]{36}/) });
  expect(response.body.toString()).not.toMatch(/relation|tamga\.job|select/);
});

test.each<[string, unknown, string]>([
  ['a statement that took too long', { code: '57014' }, 'service.busy'],
  ['a server that stops', { code: '57P01' }, 'service.busy'],
  ['no server', { code: 'ECONNREFUSED' }, 'service.busy'],
  ['no free connection', new Error('timeout exceeded when trying to connect'), 'service.busy'],
  ['a deadlock after all tries', { code: '40P01' }, 'record.busy'],
  ['a lock that is not free', { code: '55P03' }, 'record.busy'],
  ['a mistake of ours', { code: '42703' }, 'internal'],
  ['something thrown', 'text', 'internal'],
  ['nothing', undefined, 'internal'],
])('%s', (_name, error, code) => {
  expect(toProblem(error).code).toBe(code);
});

describe('every answer', () => {
  test('forbids what pages of others could do', async () => {
    const { headers } = await server.request(null, { url: '/api/session' });
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'self';script-src 'self';/), 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY',
      'x-tamga-revision': server.model.revision, 'cache-control': 'no-store',
    });
  });

  test.each([['/healthz', 200], ['/readyz', 200], ['/openapi.json', 200], ['/api/openapi.json', 404]])('%s: %d', async (url, status) => {
    expect((await server.request(null, { url })).status).toBe(status);
  });
});

test.each([['', 0], ['1', 0], ['{}', 1], ['[[1],[2]]', 2], ['{"a":"[[[["}', 1], ['{"a":"\\"[["}', 1], ['{"a":{"b":[]}}', 3]])('depth of %s is %d', (text, depth) => {
  expect(depthOf(text)).toBe(depth);
});
