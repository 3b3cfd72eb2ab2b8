import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { sampleDefinitions } from '../../testing/sample-definitions.ts';
import { startTestServer } from '../../testing/start-test-server.ts';
import type { TestPerson, TestServer } from '../../testing/start-test-server.ts';
import { runPending } from '../jobs/index.ts';
import { systemContext } from '../context.ts';
import { safeFileName } from './file-name.ts';
import { filePath } from './file-path.ts';

let server: TestServer;
let writer: TestPerson;
let colleague: TestPerson;
let guest: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  server = await startTestServer(sampleDefinitions);
  const [unit, other] = [await server.addUnit('A'), await server.addUnit('B')];
  writer = await server.addPerson('writer', { org: unit, grants: [{ role: 'lab.writer', scope: 'unit', org: unit }] });
  colleague = await server.addPerson('colleague', { org: unit, grants: [{ role: 'lab.writer', scope: 'unit', org: unit }] });
  guest = await server.addPerson('guest', { org: unit, grants: [{ role: 'lab.guest', scope: 'unit', org: unit }] });
  stranger = await server.addPerson('stranger', { org: other, grants: [{ role: 'lab.writer', scope: 'unit', org: other }] });
});
afterAll(() => server.stop());

function png(width = 2, height = 2): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(16))), chunk('IEND', Buffer.alloc(0))]);
}
const jpeg = (width: number, height: number): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height);
  size.writeUInt16BE(width, 2);
  return Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.from('ffc0001108', 'hex'), size, Buffer.from('03012200021101031101ffd9', 'hex')]);
};
const gif = (width: number, height: number): Buffer => {
  const head = Buffer.from('GIF89a\0\0\0\0\0\0\0;', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return head;
};
const webp = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(30);
  head.write('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0', 0, 'latin1');
  head.writeUIntLE(width - 1, 24, 3);
  head.writeUIntLE(height - 1, 27, 3);
  return head;
};
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

async function upload(who: TestPerson, content: Buffer, name = '照片.png') {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  return server.request(who, { method: 'POST', url: '/api/files', payload: form });
}
const download = (who: TestPerson, id: unknown) => server.request(who, { url: `/api/files/${String(id)}` });

test.each<[string, Buffer, string, number, string]>([
  ['PNG', png(), '照片.PNG', 201, 'image/png'],
  ['JPEG', jpeg(100, 50), 'a.jpeg', 201, 'image/jpeg'],
  ['GIF', gif(10, 10), 'a.gif', 201, 'image/gif'],
  ['WebP', webp(10, 10), 'a.webp', 201, 'image/webp'],
  ['PDF', pdf, '证明.pdf', 201, 'application/pdf'],
  ['an empty file', Buffer.alloc(0), 'a.png', 422, 'file.missing'],
  ['HTML that says it is a picture', Buffer.from('<!doctype html><script>alert(1)</script>'), 'a.png', 415, 'file.type'],
  ['SVG', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'a.svg', 415, 'file.type'],
  ['a text', Buffer.from('a,b\n1,2'), 'a.csv', 415, 'file.type'],
  ['a zip', Buffer.from('504b0304140000000000', 'hex'), 'a.pdf', 415, 'file.type'],
  ['a PNG of billions of pixels', png(60_000, 60_000), 'a.png', 413, 'file.pixels'],
  ['a JPEG of too many pixels', jpeg(60_000, 60_000), 'a.jpg', 413, 'file.pixels'],
  ['a GIF of too many pixels', gif(60_000, 60_000), 'a.gif', 413, 'file.pixels'],
  ['a WebP of too many pixels', webp(16_000, 16_000), 'a.webp', 413, 'file.pixels'],
  ['a PNG without a size', png(0, 0), 'a.png', 415, 'file.type'],
  ['more than 20 MB', Buffer.concat([png(), Buffer.alloc(21 * 1024 * 1024)]), 'a.png', 413, 'file.too-large'],
])('%s', async (_name, content, name, status, told) => {
  const response = await upload(writer, content, name);
  expect([response.status, response.json['type'] === told ? told : response.json['code']]).toEqual([status, told]);
  if (status === 201) expect(response.json).toEqual({ id: expect.any(String), name: expect.any(String), size: content.length, type: told });
  expect(await readdir(join(server.services.home, 'files', 'tmp'))).toEqual([]);
});

test('comes back as it was, named in Chinese, and cannot run anything', async () => {
  const content = png();
  const { json: { id } } = await upload(writer, content, '2026年 照片".png');
  const response = await download(writer, id);
  expect(response.body.equals(content)).toBe(true);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'content-length': String(content.length),
    'content-disposition': `inline; filename="2026_ ___.png"; filename*=UTF-8''2026%E5%B9%B4%20%E7%85%A7%E7%89%87_.png`,
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  const again = await server.request(writer, { url: `/api/files/${String(id)}`, headers: { 'if-none-match': response.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
});

test('is for its uploader until a record holds it, then for readers of that field', async () => {
  const { json: { id } } = await upload(writer, pdf, '证明.pdf');
  expect(await Promise.all([writer, colleague, guest, stranger].map(async (who) => (await download(who, id)).status))).toEqual([200, 404, 404, 404]);
  const made = await server.request(writer, { method: 'POST', url: '/api/records/lab/sample', payload: { name: '样品一', scan: [id] } });
  expect([made.status, made.json['scan']]).toEqual([201, [expect.objectContaining({ id, name: '证明.pdf' })]]);
  expect(await Promise.all([writer, colleague, guest, stranger].map(async (who) => (await download(who, id)).status))).toEqual([200, 200, 404, 404]);
  const { json: record } = await server.request(colleague, { url: `/api/records/lab/sample/${String(made.json['id'])}` });
  const kept = await server.request(colleague, { method: 'PATCH', url: `/api/records/lab/sample/${String(record['id'])}`, payload: { name: '样品一改', scan: [id], version: record['version'] } });
  expect(kept.status).toBe(200);
});

test('of a line belongs to its record, and is free again when the line is gone', async () => {
  const { json: { id: photo } } = await upload(writer, png());
  const { json: { id: foreign } } = await upload(stranger, png());
  const make = (id: unknown) => server.request(writer, { method: 'POST', url: '/api/records/lab/sample', payload: { name: '带部件', parts: [{ label: '一' }, { label: '二', photo: [id] }] } });
  expect((await make(foreign)).json).toMatchObject({ status: 422, errors: [{ field: 'parts[1].photo', code: 'field.reference', message: expect.stringMatching(/^第2行：/) }] });
  const { json: { id, version } } = await make(photo);
  expect(await Promise.all([writer, colleague, stranger].map(async (who) => (await download(who, photo)).status))).toEqual([200, 200, 404]);
  await server.request(writer, { method: 'PATCH', url: `/api/records/lab/sample/${String(id)}`, payload: { parts: [{ label: '三' }], version } });
  expect((await server.pool.query('select 1 from tamga.file_use where file_id = $1', [photo])).rowCount).toBe(0);
});

test('is free again when its record is gone', async () => {
  const { json: { id: scan } } = await upload(writer, pdf, 'a.pdf');
  const { json: { id: photo } } = await upload(writer, png());
  const { json: { id } } = await server.request(writer, { method: 'POST', url: '/api/records/lab/sample', payload: { name: '将删除', scan: [scan], parts: [{ label: '一', photo: [photo] }] } });
  const uses = async () => (await server.pool.query('select 1 from tamga.file_use where file_id = any($1)', [[scan, photo]])).rowCount;
  expect(await uses()).toBe(2);
  expect((await server.request(writer, { method: 'DELETE', url: `/api/records/lab/sample/${String(id)}` })).status).toBe(204);
  expect(await uses()).toBe(0);
});

test.each(['00000000-0000-7000-8000-000000000000', 'x', '..%2f..%2fetc%2fpasswd'])('no file %s', async (id) => {
  expect((await download(writer, id)).status).toBe(404);
});

test("somebody else's upload cannot be put on a record", async () => {
  const { json: { id } } = await upload(stranger, png());
  const response = await server.request(writer, { method: 'POST', url: '/api/records/lab/sample', payload: { name: '样品二', scan: [id] } });
  expect([response.status, response.json['errors']]).toEqual([422, [expect.objectContaining({ field: 'scan', code: 'field.reference' })]]);
});

test('what no record has held for a day is purged', async () => {
  const { json: { id: unused } } = await upload(writer, png());
  const { json: { id: used } } = await upload(writer, png());
  await server.request(writer, { method: 'POST', url: '/api/records/lab/sample', payload: { name: '样品三', scan: [used] } });
  const purge = async () => {
    await server.services.enqueue(systemContext(server.services), 'purge', {});
    await runPending(server.services);
    return [unused, used].map((id) => existsSync(filePath(server.services.home, String(id))));
  };
  expect(await purge()).toEqual([true, true]);
  server.pass(25 * 60);
  expect(await purge()).toEqual([false, true]);
});

test.each([
  ['a.png', 'png', 'a.png'], ['照片.JPEG', 'jpg', '照片.jpg'], ['C:\\dir\\x.exe', 'png', 'x.exe.png'], ['../../etc/passwd', 'pdf', 'passwd.pdf'],
  ['\u202Egnp.exe', 'png', 'gnp.exe.png'], ['', 'pdf', 'file.pdf'], ['.pdf', 'pdf', 'file.pdf'], ['a\r\nb: c.png', 'png', 'ab_ c.png'], ['字'.repeat(300), 'png', `${'字'.repeat(120)}.png`],
])('file name %j.%s is kept as %j', (given, ending, kept) => {
  expect(safeFileName(given, ending)).toBe(kept);
});
