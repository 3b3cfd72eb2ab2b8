import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { startTestServer } from '../../../testing/start-test-server.ts';
import type { TestPerson, TestServer } from '../../../testing/start-test-server.ts';
import { runPending } from '../../jobs/index.ts';

type Json = Record<string, unknown>;
interface Report { mode: string; dryRun: boolean; stored: boolean; total: number; created: number; updated: number; unchanged: number; failed: number; errors: { row: number; column: string; code: string; message: string }[] }

const definitions = [
  { app: 'lab', kind: 'app', name: 'app', content: { label: '实验室', needs: ['platform'] } },
  { app: 'lab', kind: 'entity', name: 'ward', content: { label: '科室', owner: 'unit', fields: { code: { type: 'text', label: '编码', required: true, unique: true }, name: { type: 'text', label: '名称', required: true }, unit: { type: 'org', label: '单位', required: true }, up: { type: 'reference', label: '上级', entity: 'ward' } }, title: 'name' } },
  {
    app: 'lab', kind: 'entity', name: 'device',
    content: {
      label: '设备', owner: 'ward', unique: [['serial']], history: true, title: 'name', search: ['name'], states: { field: 'state', initial: 'draft', transitions: [] },
      checks: [{ rule: 'price = null or price >= 0 or kind = "b"', message: '甲类设备价格不能为负', field: 'price' }],
      fields: {
        no: { type: 'sequence', label: '编号', format: 'SB{n:4}' },
        serial: { type: 'text', label: '序列号', required: true, maxLength: 20 },
        name: { type: 'text', label: '名称', required: true, maxLength: 20 },
        kind: { type: 'choice', label: '类别', options: { a: '甲类', b: '乙类' }, default: '"a"' },
        ward: { type: 'reference', label: '科室', entity: 'ward', required: true },
        price: { type: 'money', label: '价格', unit: '元' },
        bought: { type: 'date', label: '购置日期', check: 'value <= today()', message: '购置日期不能晚于今天' },
        portable: { type: 'boolean', label: '便携' },
        secret: { type: 'text', label: '密语' }, note: { type: 'text', label: '备注' },
        doubled: { type: 'money', label: '双倍价', computed: 'price * 2' },
        state: { type: 'choice', label: '状态', options: { draft: '草稿', used: '在用' } },
        parts: { type: 'lines', label: '附件', entity: 'part' },
      },
    },
  },
  { app: 'lab', kind: 'entity', name: 'part', content: { label: '附件', lineOf: { entity: 'device', as: 'device' }, fields: { label: { type: 'text', label: '名称', required: true, maxLength: 5 }, count: { type: 'integer', label: '数量', default: '1', min: 1 } } } },
  { app: 'lab', kind: 'role', name: 'keeper', content: { label: '管理员', grants: { ward: { read: true, create: true, import: true }, device: { read: true, create: true, update: true, export: true, import: true, hide: ['secret'], readOnly: ['note'] }, 'platform/user': { read: true } } } },
  { app: 'lab', kind: 'role', name: 'reader', content: { label: '读者', grants: { ward: { read: true }, device: { read: true, create: true, export: true } } } },
];

let server: TestServer;
let keeper: TestPerson;
let reader: TestPerson;
let neighbour: TestPerson;

beforeAll(async () => {
  server = await startTestServer(definitions);
  const [own, other] = [await server.addUnit('A'), await server.addUnit('B', { area: '150524' })];
  const person = (name: string, role: string, org: string) => server.addPerson(name, { org, grants: [{ role: `lab.${role}`, scope: 'unit', org }] });
  [keeper, reader, neighbour] = [await person('keeper', 'keeper', own), await person('reader', 'reader', own), await person('neighbour', 'keeper', other)];
  await server.add('lab/ward', { code: 'W1', name: '内科', unit: own });
  await server.add('lab/ward', { code: 'W2', name: '外科', unit: own });
  await server.add('lab/ward', { code: 'X1', name: '邻县科室', unit: other });
});
afterAll(() => server.stop());

const header = ['序列号', '名称', '类别', '科室', '价格（元）', '购置日期', '便携'];
const good = (serial: string, more: unknown[] = []): unknown[] => [serial, `设备${serial}`, '乙类', '内科', 12.5, '2026/4/1', '是', ...more];

async function xlsx(rows: unknown[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('设备').addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}
const csv = (rows: unknown[][]): string => rows.map((row) => row.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(',')).join('\r\n');

async function post(who: TestPerson, content: Buffer | string, options: Json = {}, { name = 'a.xlsx', entity = 'device', to = 'import' }: { name?: string; entity?: string; to?: string } = {}) {
  const form = new FormData();
  form.append('options', JSON.stringify(options));
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  return server.request(who, { method: 'POST', url: `/api/records/lab/${entity}/${to}`, payload: form });
}
async function imported(rows: unknown[][], options: Json = {}, who = keeper, place: { name?: string; entity?: string } = {}): Promise<{ report: Report; job: Json }> {
  const { status, json } = await post(who, place.name?.endsWith('.csv') ? csv(rows) : await xlsx(rows), options, place);
  if (status !== 202) throw new Error(JSON.stringify(json));
  await runPending(server.services);
  const { json: job } = await server.request(who, { url: `/api/jobs/${String(json['job'])}` });
  if (job['status'] !== 'done') throw new Error(JSON.stringify(job));
  return { report: job['report'] as Report, job };
}
const devices = async (filter: Json = {}, who = keeper): Promise<Json[]> => (await server.request(who, { url: `/api/records/lab/device?pageSize=200&sort=serial&filter=${encodeURIComponent(JSON.stringify(filter))}` })).json['items'] as Json[];

describe('rows', () => {
  test('become records with labels, dates, references, defaults, numbers, computed values, history and lines', async () => {
    const { report } = await imported([[...header, '附件'], good('S1', ['电源；支架']), ['S2', '设备二', null, 'W2', null, 46113, false]]);
    expect(report).toMatchObject({ stored: true, total: 2, created: 2, failed: 0, errors: [] });
    const [first, second] = await devices({ serial: { $in: ['S1', 'S2'] } });
    expect(first).toMatchObject({ serial: 'S1', no: 'SB0001', kind: 'b', ward: { title: '内科' }, price: 12.5, doubled: 25, bought: '2026-04-01', portable: true, state: 'draft' });
    expect(second).toMatchObject({ no: 'SB0002', kind: 'a', ward: { title: '外科' }, price: null, bought: '2026-04-01', portable: false });
    const whole = (await server.request(keeper, { url: `/api/records/lab/device/${String(first!['id'])}` })).json;
    expect((whole['parts'] as Json[]).map(({ label, count }) => [label, count])).toEqual([['电源', 1], ['支架', 1]]);
    expect((await server.request(keeper, { url: `/api/records/lab/device/${String(first!['id'])}/history` })).json['items']).toEqual([expect.objectContaining({ operation: 'create' })]);
    const { rows } = await server.pool.query<{ event: string }>("select event from app_platform.audit_event where object = 'lab/device' order by at, id");
    expect(rows.map(({ event }) => event)).toEqual(['record.create', 'record.create', 'record.import']);
    expect((await server.request(keeper, { url: '/api/records/lab/device?search=shebei' })).json['items']).toHaveLength(2);
  });

  test('with lines of their own rows', async () => {
    const { report } = await imported([[...header, '附件.名称', '附件.数量'], good('L1', ['电池', 2]), [...header.map(() => null), '导线', 3], [...header.map(() => null), '超长的名称了', 0], good('L2', [])], { mode: 'skip-bad' });
    expect(report).toMatchObject({ total: 2, created: 1, failed: 1 });
    expect(report.errors.map(({ row, column, code }) => [row, column, code])).toEqual([[4, '附件.名称', 'field.too-long'], [4, '附件.数量', 'field.too-small']]);
  });

  test('in csv: UTF-8 with and without a mark, GB18030, semicolons, tabs', async () => {
    const rows = (prefix: string) => [['序列号', '名称', '科室'], [`${prefix}1`, '血压计', '内科']];
    expect((await imported(rows('U'), {}, keeper, { name: 'a.csv' })).report.created).toBe(1);
    // The words of the header and of one row in GB18030.
    const gb = Buffer.concat([Buffer.from('d0f2c1d0bac52cc3fbb3c62cbfc6cad20d0a', 'hex'), Buffer.from('G1,'), Buffer.from('d1aad1b9bcc62cc4dabfc6', 'hex')]);
    for (const content of [`\uFEFF${csv(rows('V'))}`, rows('W').map((row) => row.join(';')).join('\n'), rows('T').map((row) => row.join('\t')).join('\n'), gb, Buffer.from(`\uFEFF${csv(rows('Z'))}`, 'utf16le')]) {
      const { status, json } = await post(keeper, content as Buffer, {}, { name: 'a.csv' });
      await runPending(server.services);
      expect([status, (await server.request(keeper, { url: `/api/jobs/${String(json['job'])}` })).json['report']]).toEqual([202, expect.objectContaining({ created: 1 })]);
    }
    expect((await devices({ serial: 'G1' }))[0]).toMatchObject({ name: '血压计' });
  });

  test('that refer to each other, in any order', async () => {
    const { report } = await imported([['编码', '名称', '单位', '上级'], ['C', '丙', '单位A', '乙'], ['B', '乙', '单位A', '甲'], ['A', '甲', '单位A', null], ['D', '丁', '单位A', '没有']], { mode: 'skip-bad' }, keeper, { entity: 'ward' });
    expect(report).toMatchObject({ created: 3, failed: 1, errors: [expect.objectContaining({ row: 5, column: '上级', code: 'import.no-reference' })] });
  });
});

describe('wrong rows', () => {
  const wrong = [header, good('E1'), good('E2').with(2, '丙类'), good('E3').with(3, '邻县科室'), good('E4').with(5, '2026-05-01'), ['', '无序列号', '甲类', '内科'], good('E1'), ['E7', '负', '甲类', '内科', -1], good('S1'), ['E9', null, '丁', '没有', 'x', '昨天', '也许']];
  const told = [[3, '类别', 'field.choice'], [4, '科室', 'import.no-reference'], [5, '购置日期', 'field.check'], [6, '序列号', 'field.required'], [7, '序列号', 'record.not-unique'], [8, '价格（元）', 'record.check'], [9, '序列号', 'record.not-unique'],
    [10, '科室', 'import.no-reference'], [10, '便携', 'field.type'], [10, '价格（元）', 'field.type'], [10, '名称', 'field.required'], [10, '类别', 'field.choice'], [10, '购置日期', 'field.type']];

  test.each<[Json, Json, number]>([
    [{ dryRun: true }, { stored: false, dryRun: true, total: 9, created: 1, failed: 8 }, 0],
    [{ mode: 'all-or-nothing' }, { stored: false, total: 9, created: 1, failed: 8 }, 0],
    [{ mode: 'skip-bad' }, { stored: true, total: 9, created: 1, failed: 8 }, 1],
  ])('with %j are told by row and column, each complaint', async (options, report, stored) => {
    const done = await imported(wrong, options);
    expect(done.report).toMatchObject(report);
    expect(done.report.errors.map(({ row, column, code }) => [row, column, code]).map(String).sort()).toEqual(told.map(String).sort());
    expect(await devices({ serial: { $in: ['E1', 'E2', 'E3', 'E7', 'E9'] } })).toHaveLength(stored);
  });

  test('come back as a sheet that can be mended and imported again', async () => {
    const { job } = await imported([header, good('F1'), good('F2').with(2, '=丙类')], { mode: 'skip-bad' });
    const { body } = await server.request(keeper, { url: (job['result'] as { url: string }).url });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(body.buffer.slice(body.byteOffset, body.byteOffset + body.length) as ArrayBuffer);
    const rows: unknown[][] = [];
    book.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
    expect(rows).toEqual([[...header, '错误', '原行号'], ['F2', '设备F2', "'=丙类", '内科', 12.5, '2026/4/1', '是', expect.stringContaining('类别'), 3]]);
    rows[1]![2] = '乙类';
    expect((await imported(rows)).report).toMatchObject({ created: 1, failed: 0 });
  });
});

describe('a key', () => {
  test('finds stored records: changed, unchanged, new; empty cells change nothing; what is not seen is not found', async () => {
    await imported([header, good('K1'), good('K2')]);
    const { report } = await imported([header, good('K1'), ['K2', '改名', null, null], good('K3'), good('K3')], { key: ['serial'], mode: 'skip-bad' });
    expect(report).toMatchObject({ total: 4, created: 1, updated: 1, unchanged: 1, failed: 1 });
    expect(report.errors[0]).toMatchObject({ row: 5, code: 'import.repeated' });
    expect((await devices({ serial: 'K2' }))[0]).toMatchObject({ name: '改名', price: 12.5, version: 2 });
    expect((await imported([['序列号', '名称'], ['K1', '不改']], { key: ['serial'], existing: 'skip' })).report).toMatchObject({ unchanged: 1 });
    const foreign = await imported([header, good('K1').with(3, '邻县科室')], { key: ['serial'], mode: 'skip-bad' }, neighbour);
    expect(foreign.report).toMatchObject({ failed: 1, errors: [expect.objectContaining({ row: 2, column: '序列号', code: 'record.not-unique' })] });
  });
});

describe('a sheet is refused before any row is read', () => {
  test.each<[string, unknown[][], Json, string, string]>([
    ['an unknown column', [[...header, '类型'], good('R1', ['x'])], {}, 'import.unknown-column', '类型'],
    ['a missing column', [header.filter((name) => name !== '科室')], {}, 'import.missing-column', 'ward'],
    ['a column that is read-only for the role', [[...header, '备注'], good('R1', ['x'])], {}, 'import.locked-column', '备注'],
    ['a hidden column, which reads like an unknown one', [[...header, '密语'], good('R1', ['x'])], {}, 'import.unknown-column', '密语'],
    ['a column that comes twice', [[...header, '名称'], good('R1', ['x'])], {}, 'import.double-column', '名称'],
  ])('%s', async (_name, rows, options, code, field) => {
    const { status, json } = await post(keeper, await xlsx(rows), options);
    expect([status, json['errors']]).toEqual([422, [expect.objectContaining({ code, field })]]);
  });

  test('unless the person says what the column means', async () => {
    const { report } = await imported([[...header.with(1, '叫法'), '类型'], good('M1', ['x'])], { mapping: { 叫法: 'name', 类型: null } });
    expect(report).toMatchObject({ created: 1 });
  });

  test.each<[string, () => Promise<Buffer | string>, string, number, string]>([
    ['csv under the name of xlsx', async () => csv([header, good('R1')]), 'a.xlsx', 415, 'import.type'],
    ['xlsx under the name of csv', () => xlsx([header, good('R1')]), 'a.csv', 415, 'import.type'],
    ['another file', async () => 'x', 'a.pdf', 415, 'import.type'],
    ['an empty file', async () => '', 'a.csv', 422, 'import.empty'],
    ['a broken zip', async () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 7)]), 'a.xlsx', 422, 'import.unreadable'],
    ['bytes that are no text', async () => Buffer.from([1, 0, 2, 0, 3]), 'a.csv', 422, 'import.unreadable'],
    ['a zip bomb', bomb, 'a.xlsx', 422, 'import.bomb'],
  ])('%s', async (_name, content, name, status, code) => {
    const answer = await post(keeper, await content(), {}, { name });
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
  });

  test.each<[string, () => TestPerson, Json, number, string]>([
    ['without the right', () => reader, {}, 403, 'access.denied'],
    ['with an unknown mode', () => keeper, { mode: 'some' }, 400, 'request.bad-value'],
    ['with a key that is none', () => keeper, { key: ['name'] }, 422, 'import.key'],
  ])('%s', async (_name, who, options, status, code) => {
    const answer = await post(who(), await xlsx([header, good('R1')]), options);
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
  });
});

test('the template holds the columns one may bring, with marks, drop-downs and an example that is not imported', async () => {
  const { body, headers } = await server.request(keeper, { url: '/api/records/lab/device/import-template' });
  expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain('设备导入模板.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(body.buffer.slice(body.byteOffset, body.byteOffset + body.length) as ArrayBuffer);
  const sheet = book.worksheets[0]!;
  expect((sheet.getRow(1).values as unknown[]).slice(1)).toEqual(['*序列号', '*名称', '类别', '*科室', '价格（元）', '购置日期', '便携', '附件']);
  expect(sheet.getCell('C3').dataValidation).toMatchObject({ type: 'list', formulae: ["'选项'!$C$1:$C$2"] });
  expect([book.getWorksheet('选项')!.state, book.getWorksheet('选项')!.getCell('C1').value]).toEqual(['veryHidden', '甲类']);
  expect(JSON.stringify(sheet.getCell('B1').note)).toContain('必填');
  sheet.addRow(['P1', '模板设备', '甲类', '内科']);
  const { json } = await post(keeper, Buffer.from(await book.xlsx.writeBuffer()));
  await runPending(server.services);
  expect((await server.request(keeper, { url: `/api/jobs/${String(json['job'])}` })).json['report']).toMatchObject({ total: 1, created: 1 });
  expect((await server.request(reader, { url: '/api/records/lab/device/import-template' })).status).toBe(403);
});

test('a preview shows what the columns seem to mean', async () => {
  const { json } = await post(keeper, await xlsx([[...header, '序列', '编号'], good('Q1', ['?', 'SB1'])]), {}, { to: 'import/preview' });
  expect((json['columns'] as Json[]).slice(-3)).toEqual([{ header: '便携', path: 'portable', ignored: false }, { header: '序列', path: null, ignored: false, message: '没有名为“序列”的列（是否指“序列号”？）' }, { header: '编号', path: null, ignored: true }]);
  expect(json).toMatchObject({ rows: [['Q1', '设备Q1', '乙类', '内科', 12.5, '2026/4/1', '是', '?', 'SB1']], total: 1, keys: [{ fields: ['serial'], label: '序列号' }] });
});

describe('a running import', () => {
  const many = (prefix: string): unknown[][] => [header, ...Array.from({ length: 1_200 }, (_, i) => good(`${prefix}${i}`))];
  const count = async (prefix: string): Promise<number> => Number((await server.request(keeper, { url: `/api/records/lab/device?count=exact&pageSize=1&filter=${encodeURIComponent(JSON.stringify({ serial: { $contains: prefix } }))}` })).json['total']);

  test('is one at a time, seen by its owner only, and can be cancelled', async () => {
    const { json: { job } } = await post(keeper, await xlsx(many('N')), { mode: 'skip-bad' });
    expect((await post(keeper, await xlsx(many('N')))).json).toMatchObject({ status: 409, code: 'job.running' });
    expect((await server.request(keeper, { url: '/api/jobs' })).json['items']).toEqual(expect.arrayContaining([expect.objectContaining({ id: job, status: 'waiting', task: 'import-records', name: '设备' })]));
    for (const url of [`/api/jobs/${String(job)}`, `/api/jobs/${String(job)}/events`]) expect((await server.request(neighbour, { url })).status).toBe(404);
    expect((await server.request(neighbour, { method: 'POST', url: `/api/jobs/${String(job)}/cancel` })).status).toBe(404);
    expect((await server.request(keeper, { method: 'POST', url: `/api/jobs/${String(job)}/cancel` })).json).toMatchObject({ status: 'cancelled' });
    expect((await server.request(keeper, { method: 'POST', url: `/api/jobs/${String(job)}/cancel` })).json).toMatchObject({ status: 409, code: 'job.ended' });
    await runPending(server.services);
    expect(await count('N')).toBe(0);
    expect((await server.request(keeper, { url: `/api/jobs/${String(job)}/events` })).body.toString()).toMatch(/^data: \{.*"cancelled".*\}\n\n$/);
  });

  test('goes on where it was when the server died, without storing anything twice', async () => {
    const { json: { job } } = await post(keeper, await xlsx(many('D')), { mode: 'skip-bad' });
    // What the first two batches had left.
    await server.pool.query("update tamga.job set status = 'running', state = $2 where id = $1", [job, JSON.stringify({ counts: { total: 1_000, created: 1_000, updated: 0, unchanged: 0, failed: 0 }, row: 1_001, isDone: false })]);
    await runPending(server.services);
    expect((await server.request(keeper, { url: `/api/jobs/${String(job)}` })).json).toMatchObject({ status: 'done', report: { total: 1_200, created: 1_200 } });
    expect(await count('D')).toBe(200);
  });
});

/** A small file that says it holds a gigabyte: the sizes in its directory are raised. */
async function bomb(): Promise<Buffer> {
  const content = await xlsx([header, good('B1')]);
  for (let at = content.indexOf('PK\u0001\u0002'); at !== -1; at = content.indexOf('PK\u0001\u0002', at + 4)) content.writeUInt32LE(1_000_000_000, at + 24);
  return content;
}
