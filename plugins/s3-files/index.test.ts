import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { s3Files } from './index.ts';

const secret = 'secret-of-the-bucket';
const objects = new Map<string, Buffer>();
let store: Server;
let settings: Parameters<typeof s3Files>[0];
let folder: string;
let failures = 0;

/** Works out the signature of version 4 by the published rules, from what arrived. */
function isSigned(request: IncomingMessage): boolean {
  const match = /^AWS4-HMAC-SHA256 Credential=key\/(\d{8})\/cn-north-1\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? '');
  if (!match) return false;
  const [, day, signed, signature] = match as unknown as [string, string, string, string];
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`).join('');
  const canonical = [request.method, request.url, '', headers, signed, request.headers['x-amz-content-sha256']].join('\n');
  const date = String(request.headers['x-amz-date']);
  const toSign = ['AWS4-HMAC-SHA256', date, `${day}/cn-north-1/s3/aws4_request`, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [day, 'cn-north-1', 's3', 'aws4_request'].reduce<Buffer | string>((last, part) => createHmac('sha256', last).update(part).digest(), `AWS4${secret}`);
  return signed.includes('host') && createHmac('sha256', key).update(toSign).digest('hex') === signature;
}

beforeAll(async () => {
  store = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const answer = (status: number, body?: Buffer): void => { response.writeHead(status).end(body); };
      if (!isSigned(request)) return answer(403);
      if (failures > 0) { failures -= 1; return answer(503); }
      const name = request.url ?? '';
      if (request.method === 'PUT') { objects.set(name, Buffer.concat(chunks)); return answer(200); }
      if (request.method === 'DELETE') { objects.delete(name); return answer(204); }
      const found = objects.get(name);
      return found ? answer(200, found) : answer(404);
    });
  });
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
  settings = { endpoint: `http://127.0.0.1:${(store.address() as AddressInfo).port}/`, bucket: 'tamga', region: 'cn-north-1', prefix: 'files/', accessKeyId: 'key', secretAccessKey: secret };
  folder = await mkdtemp(join(tmpdir(), 's3-'));
});
afterAll(async () => { store.close(); await rm(folder, { recursive: true, force: true }); });

test('content is put, read and removed with a signature that the store checks', async () => {
  const path = join(folder, 'a');
  await writeFile(path, '疫苗照片');
  const files = s3Files(settings);
  await files.put('0190-a', path);
  expect([...objects.keys()]).toEqual(['/tamga/files/0190-a']);
  expect(await text(await files.read('0190-a'))).toBe('疫苗照片');
  await files.remove('0190-a');
  await files.remove('0190-a');
  expect(objects.size).toBe(0);
  await expect(files.read('0190-a')).rejects.toThrow('404');
});

test('a store that fails for a moment is asked again; a wrong key is told', async () => {
  const path = join(folder, 'b');
  await writeFile(path, 'x'.repeat(100_000));
  failures = 2;
  await s3Files(settings).put('b', path);
  expect(objects.get('/tamga/files/b')?.length).toBe(100_000);
  await expect(s3Files({ ...settings, secretAccessKey: 'wrong' }).put('c', path)).rejects.toThrow('403');
});
