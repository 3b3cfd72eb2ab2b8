import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isAllowed, webhookChannel } from './index.ts';

let other: Server;
const taken: unknown[] = [];
const secret = 'a-secret-of-both-sides';

beforeAll(async () => {
  other = createServer((request, response) => {
    void text(request).then((body) => {
      if (request.url === '/moved') return response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
      const signature = `sha256=${createHmac('sha256', secret).update(`${String(request.headers['x-tamga-time'])}\n${body}`).digest('hex')}`;
      if (request.headers['x-tamga-signature'] !== signature) return response.writeHead(401).end();
      taken.push(JSON.parse(body));
      return response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
});
afterAll(() => { other.close(); });

const url = (path = '/hook', host = '127.0.0.1') => `http://${host}:${(other.address() as AddressInfo).port}${path}`;
const message = { id: '0190-a', to: { id: 'u1', name: '李四', email: null, phone: '13800000001' }, title: '异常告警', body: '作业失败', message: 'platform/alarm', template: null };

test('signed JSON arrives, without phone numbers', async () => {
  expect(await webhookChannel({ url: url(), secret, allowPrivate: false }, () => true).send(message)).toEqual({ receipt: '202' });
  expect(taken).toEqual([{ id: '0190-a', kind: 'platform/alarm', to: { id: 'u1', name: '李四' }, title: '异常告警', body: '作业失败' }]);
});

test.each([
  ['a redirect', () => webhookChannel({ url: url('/moved'), secret, allowPrivate: true }, () => true), 'answered 302'],
  ['another secret', () => webhookChannel({ url: url(), secret: 'x'.repeat(16), allowPrivate: true }, () => true), 'answered 401'],
  ['this machine by its address', () => webhookChannel({ url: url(), secret, allowPrivate: true }), '127.0.0.1 may not'],
  ['this machine by its name', () => webhookChannel({ url: url('/hook', 'localhost'), secret, allowPrivate: true }), 'may not be sent to'],
])('%s is refused', async (_, channel, problem) => {
  await expect(channel().send(message)).rejects.toThrow(problem);
});

test.each([
  ['8.8.8.8', true, true], ['10.1.2.3', false, true], ['172.31.0.1', false, true], ['192.168.1.1', false, true], ['127.0.0.1', false, false], ['169.254.169.254', false, false], ['0.0.0.0', false, false],
  ['::1', false, false], ['fe80::1', false, false], ['fd12::1', false, true], ['::ffff:127.0.0.1', false, false], ['::ffff:7f00:1', false, false], ['2400:3200::1', true, true], ['no address', false, false],
])('%s: allowed %j, and %j where private ones are', (address, open, withPrivate) => {
  expect([isAllowed(address, false), isAllowed(address, true)]).toEqual([open, withPrivate]);
});
