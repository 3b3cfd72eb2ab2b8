import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Source } from '../../model/source.ts';
import { pdfText } from '../../testing/scenario/pdf-text.ts';
import { startTestServer } from '../../testing/start-test-server.ts';
import type { TestPerson, TestServer } from '../../testing/start-test-server.ts';
import { buildModel } from '../load.ts';
import { runPending } from '../jobs/index.ts';

type Json = Record<string, unknown>;

const card: Json = {
  label: '卡', entity: 'badge', printWhen: 'state = "on"', message: '{{record.name}}已停用', needs: ['no'], fileName: '{{record.name}}的卡',
  header: [{ text: '页 {{page}}/{{pages}}' }], watermark: '样张',
  content: [{ text: '{{record.name}} {{record.secret}} {{record.mobile}} {{record.unit}}' }, { text: '知道密语', when: 'secret = "芝麻"' }, { fields: ['kind', 'day'] }, { lines: 'rows', columns: [{ field: 'label' }, { value: 'count * 2' }] }, { qr: '{{verify.link}}' }, { barcode: '{{record.no}}' }, { stamp: '测试单位' }, { box: [{ image: 'photo' }] }],
  verify: { shows: ['name', 'mobile'], revokedWhen: 'state = "off"', validUntil: 'day' },
};
const label = '值';
const definitions: Omit<Source, 'file'>[] = [
  { app: 'lab', kind: 'app', name: 'app', content: { label: '实验室', needs: ['platform'] } },
  {
    app: 'lab', kind: 'entity', name: 'badge', content: {
      label: '证', owner: 'unit', title: 'name',
      fields: {
        name: { type: 'text', label, required: true }, no: { type: 'text', label }, unit: { type: 'org', label, required: true }, secret: { type: 'text', label }, day: { type: 'date', label: '日期' }, photo: { type: 'image', label },
        mobile: { type: 'text', label: '手机', sensitivity: { level: 'sensitive', purpose: '联系', basis: '法定', mask: 'mobile' } }, kind: { type: 'choice', label: '种类', options: { a: '甲类' } }, state: { type: 'choice', label, options: { on: '启用', off: '停用' }, default: '"on"' }, rows: { type: 'lines', label, entity: 'row' },
      },
    },
  },
  { app: 'lab', kind: 'entity', name: 'row', content: { label: '行', lineOf: { entity: 'badge', as: 'badge' }, fields: { label: { type: 'text', label: '标签' }, count: { type: 'integer', label } } } },
  { app: 'lab', kind: 'template', name: 'card', content: card },
  { app: 'lab', kind: 'role', name: 'whole', content: { label: '全', grants: { badge: { read: true, create: true, update: true, delete: true, print: ['card'] } } } },
  { app: 'lab', kind: 'role', name: 'part', content: { label: '部分', grants: { badge: { read: true, print: ['card'], hide: ['secret'], mask: ['mobile'] } } } },
  { app: 'lab', kind: 'role', name: 'none', content: { label: '无', grants: { badge: { read: true } } } },
];

let server: TestServer;
let people: Record<'whole' | 'part' | 'none' | 'other', TestPerson>;
let id: string;

beforeAll(async () => {
  server = await startTestServer(definitions);
  const [own, foreign] = [await server.addUnit('A'), await server.addUnit('B')];
  const person = (name: string, role: string, org: string) => server.addPerson(name, { org, grants: [{ role: `lab.${role}`, scope: 'unit', org }] });
  people = { whole: await person('whole', 'whole', own), part: await person('part', 'part', own), none: await person('none', 'none', own), other: await person('other', 'whole', foreign) };
  id = await server.add('lab/badge', { name: '李明', no: 'N1', unit: own, secret: '芝麻', mobile: '13904750001', kind: 'a', day: '2026-05-01', rows: [{ label: '行甲', count: 21 }] });
});
afterAll(() => server.stop());

const print = (who: TestPerson, record = id) => server.request(who, { url: `/api/records/lab/badge/${record}/print/card` });
/** Spaces between words are drawn, not written. */
const plain = (pdf: Buffer) => { const { text, pages } = pdfText(pdf); return { text: text.replace(/\s+/g, ''), pages }; };
const read = async (who: TestPerson) => plain((await print(who)).body);

describe('a record on paper', () => {
  test('shows what its reader may see: all of it, or less', async () => {
    const whole = await read(people.whole);
    expect(whole.pages).toBe(1);
    for (const text of ['李明', '芝麻', '13904750001', '单位A', '知道密语', '甲类', '2026-05-01', '行甲', '42', '页1/1']) expect(whole.text).toContain(text);
    const part = await read(people.part);
    expect(part.text).toContain('139****0001');
    for (const text of ['芝麻', '13904750001', '知道密语']) expect(part.text).not.toContain(text);
  });

  test('is named, noted in the audit log, and not for everybody', async () => {
    expect(decodeURIComponent((await print(people.whole)).headers.get('content-disposition') ?? '')).toContain('李明的卡.pdf');
    const { rows } = await server.pool.query<{ summary: string }>("select summary from app_platform.audit_event where event = 'record.print' limit 1");
    expect(rows[0]!.summary).toMatch(/^卡；验证码 \w{4}-/);
    expect([(await print(people.none)).status, (await print(people.other)).status, (await print(people.whole, 'x')).status, (await server.request(people.whole, { url: `/api/records/lab/badge/${id}/print/nope` })).status]).toEqual([403, 404, 404, 404]);
  });

  test('is refused by name when something is missing or its time is not come', async () => {
    const bare = await server.add('lab/badge', { name: '无号', unit: (await server.pool.query<{ id: string }>("select id from app_platform.organization where code = 'A'")).rows[0]!.id });
    expect((await print(people.whole, bare)).json).toMatchObject({ status: 422, errors: [{ field: 'no', code: 'field.required' }] });
    await server.request(people.whole, { method: 'PATCH', url: `/api/records/lab/badge/${bare}`, payload: { no: 'N2', state: 'off' } });
    expect((await print(people.whole, bare)).json).toMatchObject({ status: 409, code: 'print.refused', detail: '无号已停用' });
    const many = (ids: string[]) => server.request(people.whole, { method: 'POST', url: '/api/records/lab/badge/print/card', payload: { ids } });
    expect((await many([id, bare])).json).toMatchObject({ status: 409, errors: [{ field: 'ids[1]' }] });
    const { json: { job } } = await many([id]);
    await runPending(server.services);
    const { body } = await server.request(people.whole, { url: `/api/jobs/${String(job)}/file` });
    expect(plain(body)).toMatchObject({ pages: 1, text: expect.stringContaining('李明') });
  });
});

test('anybody learns by its code whether a paper is genuine, and hardly more', async () => {
  const { rows: [paper] } = await server.pool.query<{ code: string }>('select code from tamga.printed_paper where record_id = $1', [id]);
  const ask = async (code: string) => (await server.request(null, { url: `/api/verify/${code}` })).json;
  expect(await ask(paper!.code.toLowerCase())).toMatchObject({ state: 'genuine', label: '卡', validUntil: '2026-05-01', shows: [{ label: '值', value: '李明' }, { label: '手机', value: '139****0001' }] });
  expect(await ask('AAAABBBBCCCCDDDD')).toEqual({ state: 'unknown' });
  expect((await server.request(null, { url: `/verify/${paper!.code}` })).body.toString()).toContain('核验通过');
  expect((await server.request(null, { url: '/verify/%3Cscript%3E' })).body.toString()).not.toContain('<script>');
  server.pass(60 * 24 * 40);
  expect(await ask(paper!.code)).toMatchObject({ state: 'expired' });
  server.pass(-60 * 24 * 40);
  await server.request(people.whole, { method: 'PATCH', url: `/api/records/lab/badge/${id}`, payload: { state: 'off' } });
  expect(await ask(paper!.code)).toMatchObject({ state: 'revoked' });
  let status = 200;
  for (let i = 0; i < 40 && status !== 429; i += 1) status = (await server.request(null, { url: '/api/verify/AAAABBBBCCCCDDDD' })).status;
  expect(status).toBe(429);
});

test.each<[string, Json, string]>([
  ['an unknown field in a text', { content: [{ text: '{{record.nmae}}' }] }, '/content/0/text: unknown field "nmae" (did you mean "name"?)'],
  ['an unknown name', { content: [{ text: '{{recrod.name}}' }] }, '/content/0/text: unknown name "recrod" (did you mean "record"?)'],
  ['page numbers in the content', { content: [{ text: '{{page}}' }] }, '/content/0/text: unknown name "page"'],
  ['a verification that there is not', { content: [{ qr: '{{verify.link}}' }] }, '/content/0/qr: "verify" needs "verify" in the template'],
  ['a loop', { content: [{ text: '{{#each record.rows}}x{{/each}}' }] }, '/content/0/text: "each" is not possible here'],
  ['an unescaped value', { content: [{ text: '{{{record.name}}}' }] }, '/content/0/text: unescaped values are not allowed'],
  ['a picture that is none', { content: [{ image: 'name' }] }, '/content/0/image: "name" is no picture'],
  ['lines that are none', { content: [{ lines: 'name', columns: [{ field: 'label' }] }] }, '/content/0/lines: "name" is no lines field'],
  ['a rule with an unknown name', { content: [{ text: 'x', when: 'stat = "on"' }] }, '/content/0/when: '],
  ['an action that is not there', { content: [{ text: 'x' }], after: 'count' }, '/after: "count" is no internal action of "badge"'],
  ['an unknown verb', { content: [{ html: '<b>' }] }, '/content/0/html: "html" is none of the alternatives'],
])('%s is refused at check', async (_name, more, told) => {
  const broken = definitions.map((one) => one.kind === 'template' ? { ...one, content: { label: '卡', entity: 'badge', ...more } } : one);
  const { problems } = await buildModel(broken.map((one) => ({ file: `${one.app}/${one.name}.${one.kind}.json`, ...one })));
  expect(problems.map(({ file, pointer, message, hint }) => `${file} ${pointer}: ${message}${hint ? ` (${hint})` : ''}`)).toEqual(expect.arrayContaining([expect.stringContaining(`lab/card.template.json ${told}`)]));
});
