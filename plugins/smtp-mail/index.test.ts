import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { smtpChannel } from './index.ts';

let server: Server;
const mails: string[] = [];
const commands: string[] = [];

/** The little of SMTP that a mail needs; it refuses one recipient. */
beforeAll(async () => {
  server = createServer((socket) => {
    let isData = false;
    let text = '';
    const answer = (line: string): void => {
      commands.push(line.split(' ')[0]!.toUpperCase());
      if (line.startsWith('EHLO')) socket.write('250-mail.test\r\n250 AUTH PLAIN\r\n');
      else if (line.startsWith('AUTH PLAIN')) socket.write(Buffer.from(line.split(' ')[2]!, 'base64').toString() === '\0tamga\0secret' ? '235 ok\r\n' : '535 no\r\n');
      else if (line.includes('gone@')) socket.write('550 no such mailbox\r\n');
      else if (line === 'DATA') { isData = true; socket.write('354 go\r\n'); }
      else if (line === 'QUIT') socket.end('221 bye\r\n');
      else socket.write(/^(HELO|MAIL|RCPT|RSET)/.test(line) ? '250 ok\r\n' : '502 not here\r\n');
    };
    socket.write('220 mail.test\r\n');
    socket.on('error', () => undefined).on('data', (chunk: Buffer) => {
      text += chunk.toString();
      for (let end = text.indexOf(isData ? '\r\n.\r\n' : '\r\n'); end >= 0; end = text.indexOf(isData ? '\r\n.\r\n' : '\r\n')) {
        const part = text.slice(0, end);
        text = text.slice(end + (isData ? 5 : 2));
        if (isData) { isData = false; mails.push(part); socket.write('250 queued as 42\r\n'); } else answer(part);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => { server.close(); });

const settings = () => ({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, security: 'none' as const, from: '卫健委 <noreply@example.gov.cn>', user: 'tamga', password: 'secret' });
const message = (email: string) => ({ id: '0190-a', to: { id: 'u', name: '李四', email, phone: null }, title: '低库存预警', body: '手套在库 99，请补充。', message: 'shop/low-stock', template: null });

test('a mail arrives with its sender, subject and text, and the answer is the receipt', async () => {
  expect(await smtpChannel(settings()).send(message('lisi@example.gov.cn'))).toEqual({ receipt: '250 queued as 42' });
  const [mail = ''] = mails;
  expect(mail).toContain('<noreply@example.gov.cn>');
  expect(mail).toContain('<lisi@example.gov.cn>');
  expect(mail).toContain('Message-ID: <0190-a@tamga>');
  expect(Buffer.from(mail.split('\r\n\r\n')[1]!.replaceAll('\r\n', ''), 'base64').toString() + mail).toContain('手套在库 99');
  expect(commands).toContain('AUTH');
});

test.each([
  ['a mailbox that is not there', () => smtpChannel(settings()).send(message('gone@example.gov.cn')), 'no such mailbox'],
  ['a wrong password', () => smtpChannel({ ...settings(), password: 'x' }).send(message('lisi@example.gov.cn')), '535'],
  ['a server without encryption where it is asked for', () => smtpChannel({ ...settings(), security: 'starttls' }).send(message('lisi@example.gov.cn')), 'STARTTLS'],
])('%s is told', async (_, send, text) => {
  await expect(send()).rejects.toThrow(text);
});

test('a person without an address is not reached', () => {
  expect(smtpChannel(settings()).address({ id: 'u', name: '李四', email: null, phone: null })).toBeNull();
});
