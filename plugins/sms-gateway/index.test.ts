import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { smsChannel } from './index.ts';

let gateway: Server;
const taken: unknown[] = [];

beforeAll(async () => {
  gateway = createServer((request, response) => {
    void text(request).then((body) => {
      const answer = (status: number, value: unknown): void => { response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value)); };
      const signature = createHmac('sha256', 'secret').update(`${String(request.headers['x-time'])}\n${body}`).digest('hex');
      if (request.headers['x-key'] !== 'key' || request.headers['x-signature'] !== signature) return answer(401, { code: 'SIGNATURE', message: '签名不符' });
      const sms = JSON.parse(body) as { phone: string };
      if (sms.phone === '13900000000') return answer(200, { code: 'BLACKLIST', message: '黑名单' });
      taken.push(sms);
      return answer(200, { code: 'OK', id: `r${taken.length}` });
    });
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
});
afterAll(() => { gateway.close(); });

const settings = (more: object = {}) => ({ url: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`, key: 'key', secret: 'secret', signName: '通辽卫健', templates: { 'low-stock': 'SMS_77' }, freeText: false, ...more });
const message = (phone: string, template: { id: string; values: Record<string, string> } | null = { id: 'low-stock', values: { name: '手套' } }) =>
  ({ id: '0190-a', to: { id: 'u', name: '李四', email: null, phone }, title: '低库存', body: '手套在库 99', message: 'shop/low-stock', template });

test('a registered text goes out with signature, template and values; the id is the receipt', async () => {
  expect(await smsChannel(settings()).send(message('13800000001'))).toEqual({ receipt: 'r1' });
  expect(taken).toEqual([{ requestId: '0190-a', phone: '13800000001', signName: '通辽卫健', template: 'SMS_77', params: { name: '手套' } }]);
});

test('a text of its own goes out only where the gateway takes it', async () => {
  await smsChannel(settings({ freeText: true })).send(message('13800000001', null));
  expect(taken.at(-1)).toMatchObject({ text: '手套在库 99' });
  await expect(smsChannel(settings()).send(message('13800000001', null))).rejects.toThrow('没有短信模板');
});

test.each([
  ['a template that is not registered', {}, message('13800000001', { id: 'other', values: {} }), '“other”未在设置中登记'],
  ['a number the gateway refuses', {}, message('13900000000'), '200 BLACKLIST 黑名单'],
  ['a wrong secret', { secret: 'x' }, message('13800000001'), '401 SIGNATURE'],
])('%s is told', async (_, more, sms, problem) => {
  await expect(smsChannel(settings(more)).send(sms)).rejects.toThrow(problem);
});

test.each([['13812345678', '13812345678'], ['0475-8211111', null], [null, null]])('the phone %j is reached at %j', (phone, address) => {
  expect(smsChannel(settings()).address({ id: 'u', name: '李四', email: null, phone })).toBe(address);
});
