import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { existsSync } from 'node:fs';
import { sampleDefinitions } from '../../testing/sample-definitions.ts';
import { startTestServer } from '../../testing/start-test-server.ts';
import type { TestPerson, TestServer } from '../../testing/start-test-server.ts';
import { systemContext } from '../context.ts';
import { runPending } from '../jobs/index.ts';
import { exportPath } from './index.ts';

let server: TestServer;
let unit: string;
let writer: TestPerson;
let guest: TestPerson;
let onlooker: TestPerson;

beforeAll(async () => {
  server = await startTestServer(sampleDefinitions);
  unit = await server.addUnit('A');
  const other = await server.addUnit('B');
  const grants = (role: string) => [{ role: `lab.${role}`, scope: 'unit' as const, org: unit }];
  writer = await server.addPerson('writer', { org: unit, grants: grants('writer') });
  guest = await server.addPerson('guest', { org: unit, grants: grants('guest') });
  onlooker = await server.addPerson('onlooker', { org: unit, grants: grants('onlooker') });
  const stranger = await server.addPerson('stranger', { org: other, grants: [{ role: 'lab.writer', scope: 'unit', org: other }] });
  const make = (who: TestPerson, payload: Record<string, unknown>) => server.request(who, { method: 'POST', url: '/api/records/lab/sample', payload });
  await make(writer, { name: '乙', count: 12, weight: 1.5, day: '2026-04-10', at: '2026-04-10T01:30:00Z', kind: 'b', urgent: true, keeper: writer.id, secret: '内部' });
  await make(writer, { name: '=1+1', count: 0, secret: '-2' });
  await make(writer, { name: '甲', kind: 'a' });
  await make(stranger, { name: '外单位' });
});
afterAll(() => server.stop());

const start = (who: TestPerson, payload: Record<string, unknown> = {}) => server.request(who, { method: 'POST', url: '/api/records/lab/sample/export', payload });
const state = async (who: TestPerson, id: unknown) => (await server.request(who, { url: `/api/jobs/${String(id)}` })).json;

async function exported(who: TestPerson, payload: Record<string, unknown> = {}): Promise<{ job: string; url: string; rows: unknown[][]; sheet: ExcelJS.Worksheet }> {
  const { json: { job } } = await start(who, payload);
  await runPending(server.services);
  const { result } = await state(who, job) as { result: { url: string } };
  const book = new ExcelJS.Workbook();
  const { body } = await server.request(who, { url: result.url });
  await book.xlsx.load(body.buffer.slice(body.byteOffset, body.byteOffset + body.length) as ArrayBuffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  const rows: unknown[][] = [];
  sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return { job: String(job), url: result.url, rows, sheet };
}

describe('an export', () => {
  test('holds what the person may read, numbers as numbers, codes as labels, no formula', async () => {
    const { rows, sheet } = await exported(writer);
    expect(rows).toEqual([
      ['名称', '件数（件）', '重量', '日期', '时间', '类别', '加急', '保管人', '密级说明', '扫描件'],
      ["'=1+1", 0, undefined, undefined, undefined, undefined, undefined, undefined, "'-2"],
      ['甲', undefined, undefined, undefined, undefined, '甲类'],
      ['乙', 12, 1.5, new Date('2026-04-10T00:00:00Z'), new Date('2026-04-10T09:30:00Z'), '乙类', '是', 'writer的姓名', '内部'],
    ].map((row) => row));
    expect(sheet.views).toEqual([expect.objectContaining({ state: 'frozen', ySplit: 1 })]);
    expect([sheet.name, sheet.getColumn(4).numFmt, sheet.getColumn(3).numFmt]).toEqual(['样品', 'yyyy-mm-dd', '0.00']);
  });

  test.each<[string, Record<string, unknown>, unknown[][]]>([
    ['a filter', { filter: { kind: 'b' }, fields: ['name', 'kind'] }, [['名称', '类别'], ['乙', '乙类']]],
    ['an order', { sort: '-name', fields: 'name' }, [['名称'], ['乙'], ['甲'], ["'=1+1"]]],
    ['a search', { search: '甲', fields: ['name'] }, [['名称'], ['甲']]],
    ['a list', { list: 'lab/sample', filter: { name: '乙' } }, [['名称', '数量（件）', '用户名'], ['乙', 12, 'writer']]],
    ['nothing', { filter: { name: '丙' }, fields: ['name'] }, [['名称']]],
  ])('follows %s', async (_name, payload, rows) => {
    expect((await exported(writer, payload)).rows).toEqual(rows);
  });

  test('as csv: the same rows as text, the mark of UTF-8 first, formulas guarded', async () => {
    const { json: { job } } = await start(writer, { format: 'csv', fields: ['name', 'count', 'day', 'at', 'kind'] });
    await runPending(server.services);
    const { body, headers } = await server.request(writer, { url: `/api/jobs/${String(job)}/file` });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(body.toString()).toBe("\uFEFF名称,件数（件）,日期,时间,类别\r\n'=1+1,0,,,\r\n甲,,,,甲类\r\n乙,12,2026-04-10,2026-04-10 09:30,乙类\r\n");
  });

  test('one at a time for each person', async () => {
    const { json: { job } } = await start(writer);
    expect((await start(writer)).json).toMatchObject({ status: 409, code: 'job.running' });
    expect((await start(guest)).status).toBe(202);
    await runPending(server.services);
    expect((await state(writer, job))['status']).toBe('done');
  });

  test('leaves out fields that are hidden, and does not take them as a filter', async () => {
    const { rows } = await exported(guest);
    expect(rows[0]).not.toContain('密级说明');
    expect(JSON.stringify(rows)).not.toContain('内部');
    expect((await start(guest, { filter: { secret: '内部' } })).json).toMatchObject({ status: 400, code: 'request.unknown-field' });
  });

  test.each<[string, Record<string, unknown>, number, string]>([
    ['an unknown field', { fields: ['nope'] }, 400, 'request.unknown-field'],
    ['an unknown list', { list: 'lab/nope' }, 400, 'request.bad-value'],
    ['another format', { format: 'exe' }, 422, 'field.type'],
    ['an unknown parameter', { x: 1 }, 422, 'field.unknown'],
  ])('with %s is refused', async (_name, payload, status, code) => {
    expect((await start(writer, payload)).json).toMatchObject({ status, code });
  });

  test('needs the right to export', async () => {
    expect((await start(onlooker)).json).toMatchObject({ status: 403, code: 'access.denied' });
    expect((await server.request(writer, { method: 'POST', url: '/api/records/lab/nope/export', payload: {} })).status).toBe(404);
  });

  test('that lost its right while it waited fails with a sentence', async () => {
    const leaving = await server.addPerson('leaving', { org: unit });
    const grant = await server.add('platform/role-grant', { user: leaving.id, role: 'lab.writer', scope: 'unit', org: unit, validUntil: '2026-04-10' });
    const { json: { job } } = await start(leaving);
    expect(await state(leaving, job)).toMatchObject({ status: 'waiting', progress: { done: 0, total: null } });
    await server.pool.query('delete from app_platform.role_grant where id = $1', [grant]);
    const { forgetAccess } = await import('../auth/index.ts');
    forgetAccess(server.services);
    await runPending(server.services);
    expect(await state(leaving, job)).toMatchObject({ status: 'failed', error: '您没有“查看样品”的权限' });
  });

  test('is for its owner only and expires after a day', async () => {
    const { job, url } = await exported(writer, { fields: ['name'] });
    expect(await state(writer, job)).toEqual({ id: job, task: 'export-records', name: '样品', createdAt: expect.any(String), status: 'done', progress: { done: 3, total: 3 }, result: { file: job, url, name: expect.stringMatching(/^样品 \d{4}-\d\d-\d\d\.xlsx$/) } });
    expect([(await state(guest, job))['status'], (await server.request(guest, { url })).status, (await state(writer, 'x'))['status']]).toEqual([404, 404, 404]);
    expect((await server.request(writer, { url })).headers.get('content-disposition')).toContain("filename*=UTF-8''%E6%A0%B7%E5%93%81");
    const { openSession } = await import('../auth/index.ts');
    server.pass(24 * 60 + 1);
    const later = { ...writer, token: await openSession(server.services, writer.id) };
    expect((await server.request(later, { url })).json).toMatchObject({ status: 410, code: 'link.expired' });
    await server.services.enqueue(systemContext(server.services), 'purge', {});
    await runPending(server.services);
    expect(existsSync(exportPath(server.services.home, job))).toBe(false);
    expect((await server.request(later, { url })).json).toMatchObject({ status: 410, code: 'link.expired' });
  });

  test('is in the audit trail', async () => {
    const { rows } = await server.pool.query('select "user", object, summary from app_platform.audit_event where event = \'record.export\' order by id limit 1');
    expect(rows).toEqual([{ user: writer.id, object: 'lab/sample', summary: expect.stringMatching(/^3 条；字段：/) }]);
  });
});
