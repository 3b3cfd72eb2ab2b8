import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
let maintainer: TestPerson;
let anybody: TestPerson;

const label = '名';
const definitions = [
  { app: 'codes', kind: 'app', name: 'app', content: { label: '代码', needs: ['platform'] } },
  { app: 'codes', kind: 'dictionary', name: 'drug', content: {
    label: '药品分类', source: '某标准', version: '2024', effective: '2024-01-01',
    items: { A: '西药', A1: { label: '抗菌药', parent: 'A' }, A2: { label: '镇痛药', parent: 'A', until: '2026-03-31' }, B: { label: '中药', from: '2026-05-01' }, C: { label: '旧类', disabled: true } },
    earlier: [{ version: '2010', effective: '2010-01-01', items: { A: '化学药', Z: '取消的分类' } }],
    mappings: { his: { label: '医院系统', codes: { A1: 'W01', A: 'W' }, foreign: { W: '西药', W01: '抗菌', W99: '其他' } } } } },
  { app: 'codes', kind: 'entity', name: 'set', content: { label: '代码集', fields: { code: { type: 'text', label, unique: true }, name: { type: 'text', label } } } },
  { app: 'codes', kind: 'entity', name: 'edition', content: { label: '版本', unique: [['set', 'no']], fields: { set: { type: 'reference', label: '集', entity: 'set' }, no: { type: 'text', label: '版本' }, effective: { type: 'date', label: '生效' }, status: { type: 'choice', label: '状态', options: { draft: '草稿', published: '已发布', retired: '已废止' } } } } },
  { app: 'codes', kind: 'entity', name: 'value', content: {
    label: '代码', unique: [['edition', 'code']], search: ['code', 'name'], codes: { of: 'edition', name: 'set.code', label: 'set.name', version: 'no', effective: 'effective', state: 'status', published: ['published'], kept: ['published', 'retired'], code: 'code', text: 'name', parent: 'parent', order: 'position', from: 'validFrom', until: 'validTo', mappings: 'mappings' },
    fields: { edition: { type: 'reference', label: '版本', entity: 'edition' }, code: { type: 'text', label: '代码' }, name: { type: 'text', label }, parent: { type: 'text', label: '上级' }, position: { type: 'integer', label: '序' }, validFrom: { type: 'date', label: '起' }, validTo: { type: 'date', label: '止' }, mappings: { type: 'lines', label: '对照', entity: 'value-mapping' } } } },
  { app: 'codes', kind: 'entity', name: 'value-mapping', content: { label: '对照', lineOf: { entity: 'value', as: 'value' }, fields: { system: { type: 'text', label: '系统' }, code: { type: 'text', label: '代码' } } } },
  { app: 'codes', kind: 'dictionary', name: 'disease', content: { label: '疾病', records: { entity: 'value', of: 'ICD-10' } } },
  { app: 'codes', kind: 'entity', name: 'case', content: { label: '病例', fields: { drug: { type: 'choice', label: '药品', dictionary: 'drug', leavesOnly: true }, diseases: { type: 'multi-choice', label: '诊断', dictionary: 'disease' }, rows: { type: 'lines', label: '明细', entity: 'case-row' } } } },
  { app: 'codes', kind: 'entity', name: 'case-row', content: { label: '明细', lineOf: { entity: 'case', as: 'whole' }, fields: { drug: { type: 'choice', label: '药品', dictionary: 'drug' }, note: { type: 'text', label: '注' } } } },
  { app: 'codes', kind: 'role', name: 'maintainer', content: { label: '维护', grants: { set: { read: true }, edition: { read: true }, value: { read: true }, case: { read: true, create: true, update: true } } } },
];

const get = (who: TestPerson, url: string) => server.request(who, { url: `/api/dictionaries${url}` });
const codes = (json: Record<string, unknown>) => (json['items'] as { code: string }[]).map(({ code }) => code);

beforeAll(async () => {
  server = await startTestServer(definitions);
  const unit = await server.addUnit('A');
  maintainer = await server.addPerson('maintainer', { org: unit, grants: [{ role: 'codes.maintainer', scope: 'all' }] });
  anybody = await server.addPerson('anybody', { org: unit });
  const set = await server.add('codes/set', { code: 'ICD-10', name: '疾病分类' });
  const edition = (no: string, effective: string, status: string) => server.add('codes/edition', { set, no, effective, status });
  const [old, now, next, future] = [await edition('1.0', '2020-01-01', 'retired'), await edition('2.0', '2024-01-01', 'published'), await edition('3.0', '2026-06-01', 'draft'), await edition('2.5', '2026-05-01', 'published')];
  const value = (of: string, code: string, name: string, more: Record<string, unknown> = {}) => server.add('codes/value', { edition: of, code, name, ...more });
  await value(old, 'I10', '高血压病', { position: 1 });
  await value(old, 'J99', '旧病', { position: 2 });
  await value(now, 'I10', '原发性高血压', { position: 2, mappings: [{ system: 'his', code: '401' }] });
  await value(now, 'I10.1', '恶性高血压', { position: 3, parent: 'I10', mappings: [{ system: 'his', code: '401' }] });
  await value(now, 'A00', '霍乱', { position: 1, validTo: '2026-03-31' });
  await value(future, 'I10', '将来的高血压');
  for (const [code, name] of [['I10', '原发性高血压'], ['K00', '新病']] as const) await value(next, code, name);
});
afterAll(() => server.stop());

test('fixed codes are looked up by day, version, text, pinyin and parent; expired ones only when asked for', async () => {
  const asked = async (query: string) => codes((await get(anybody, `/codes/drug?${query}`)).json);
  expect(await asked('')).toEqual(['A', 'A1']);
  expect(await asked('date=2026-03-31')).toEqual(['A', 'A1', 'A2']);
  expect(await asked('date=2026-05-01')).toEqual(['A', 'A1', 'B']);
  expect(await asked('all=true')).toEqual(['A', 'A1', 'A2', 'B', 'C']);
  expect(await asked('parent=A')).toEqual(['A1']);
  expect(await asked('parent=')).toEqual(['A']);
  expect(await asked('q=kjy')).toEqual(['A1']);
  expect(await asked('codes=A2,C')).toEqual(['A2', 'C']);
  expect(await asked('version=2010')).toEqual(['A', 'Z']);
  expect(await asked('date=2015-01-01')).toEqual(['A', 'Z']);
  expect((await get(anybody, '/codes/drug?version=1999')).status).toBe(404);
  expect((await get(anybody, '/codes/nothing')).status).toBe(404);
  expect((await get(anybody, '/codes/drug?date=2026')).status).toBe(400);
});

test('maintained codes are looked up the same way, under the name of their file or their own; drafts are nobody’s', async () => {
  const { json } = await get(anybody, '/codes/disease');
  expect([codes(json), json['dictionary']]).toEqual([['I10', 'I10.1'], { app: 'codes', name: 'disease', label: '疾病分类', version: '2.0', effective: '2024-01-01' }]);
  const asked = async (query: string) => codes((await get(anybody, `/codes/ICD-10?${query}`)).json);
  expect(await asked('q=高血压')).toEqual(['I10', 'I10.1']);
  expect(await asked('q=gxy&parent=I10')).toEqual(['I10.1']);
  expect(await asked('parent=')).toEqual(['I10']);
  expect(await asked('date=2025-01-01')).toEqual(['A00', 'I10', 'I10.1']);
  expect(await asked('date=2021-01-01')).toEqual(['I10', 'J99']);
  expect(await asked('date=2026-05-01')).toEqual(['I10']);
  expect(await asked('version=1.0')).toEqual(['I10', 'J99']);
  expect(await asked('limit=1&page=2')).toEqual(['I10.1']);
  expect((await get(maintainer, '/codes/ICD-10?version=3.0')).status).toBe(404);
  expect((await get(anybody, '/codes/ICD-99')).status).toBe(404);
  expect((await server.request(null, { url: '/api/dictionaries/codes/ICD-10' })).status).toBe(401);
});

test('codes are translated both ways, and gaps are told', async () => {
  const ask = async (url: string) => (await get(anybody, url)).json;
  expect((await ask('/codes/drug/translate?system=his&code=A1'))['codes']).toEqual([{ code: 'W01', label: '抗菌' }]);
  expect((await ask('/codes/drug/translate?system=his&code=W01&direction=from'))['codes']).toEqual([{ code: 'A1', label: '抗菌药' }]);
  expect(await ask('/codes/drug/translate?system=his&code=W99&direction=from')).toMatchObject({ codes: [], gap: true });
  expect((await ask('/codes/drug/translate?system=his'))['gaps']).toEqual({ own: [], foreign: [{ code: 'W99', label: '其他' }] });
  expect((await get(anybody, '/codes/drug/translate?system=his&code=NO')).status).toBe(404);
  expect((await get(anybody, '/codes/drug/translate?system=lis')).status).toBe(404);
  expect((await ask('/codes/ICD-10/translate?system=his&code=401&direction=from'))['codes']).toEqual([{ code: 'I10', label: '原发性高血压' }, { code: 'I10.1', label: '恶性高血压' }]);
  expect((await ask('/codes/ICD-10/translate?system=his&code=I10'))['codes']).toEqual([{ code: '401', label: null }]);
});

test('the difference between versions tells what came and went; a draft is compared only for those who may read it', async () => {
  const { json } = await get(anybody, '/codes/ICD-10/difference?from=1.0&to=2.0');
  expect([json['counts'], json['added'], json['retired']]).toEqual([{ added: 2, retired: 1, changed: 1 }, [{ code: 'A00', label: '霍乱' }, { code: 'I10.1', label: '恶性高血压' }], [{ code: 'J99', label: '旧病' }]]);
  expect((await get(maintainer, '/codes/ICD-10/difference?from=2.0&to=3.0')).json['counts']).toMatchObject({ added: 1, retired: 1 });
  expect((await get(anybody, '/codes/ICD-10/difference?from=2.0&to=3.0')).status).toBeGreaterThanOrEqual(403);
});

test('a part of a word finds dictionaries and codes of both kinds', async () => {
  const found = async (q: string) => { const { json } = await get(anybody, `?app=codes&q=${q}`); return [(json['dictionaries'] as { name: string }[]).map(({ name }) => name), (json['terms'] as { code: string }[]).map(({ code }) => code)]; };
  expect(await found('分类')).toEqual([['drug'], []]);
  expect(await found('高血压')).toEqual([[], ['I10', 'I10.1']]);
  expect(await found('抗菌')).toEqual([[], ['A1']]);
});

test('people choose codes that are valid today and no groups; records keep what they have', async () => {
  const send = async (values: Record<string, unknown>) => { const { status, json } = await server.request(maintainer, { method: 'POST', url: '/api/records/codes/case', payload: values }); return status === 201 ? 'made' : (json['errors'] as { field: string; code: string }[])[0]; };
  expect(await send({ drug: 'A1', diseases: ['I10'] })).toBe('made');
  expect(await send({ drug: 'A2' })).toMatchObject({ field: 'drug', code: 'field.code-expired' });
  expect(await send({ drug: 'C' })).toMatchObject({ code: 'field.code-expired' });
  expect(await send({ drug: 'A' })).toMatchObject({ code: 'field.code-group' });
  expect(await send({ diseases: ['I10', 'X99'] })).toMatchObject({ field: 'diseases', code: 'field.choice' });
  expect(await send({ diseases: ['A00'] })).toMatchObject({ code: 'field.code-expired' });
  expect(await send({ rows: [{ drug: 'A1' }, { drug: 'A2' }] })).toMatchObject({ field: 'rows[1].drug', code: 'field.code-expired' });
  const id = await server.add('codes/case', { drug: 'A2', diseases: ['A00'], rows: [{ drug: 'A2', note: '旧' }] });
  const { json } = await server.request(maintainer, { url: `/api/records/codes/case/${id}` });
  const rows = (json['rows'] as { id: string; drug: string }[]).map((row) => ({ id: row.id, drug: row.drug, note: '改' }));
  expect((await server.request(maintainer, { method: 'PATCH', url: `/api/records/codes/case/${id}`, payload: { drug: 'A2', diseases: ['A00', 'I10'], rows } })).status).toBe(200);
});

test('the browser learns which choices are no longer offered', async () => {
  const { json } = await server.request(maintainer, { url: '/api/model/codes/form/case' });
  const fields = (json['sections'] as { fields: { name: string; options?: { value: string; disabled?: boolean; parent?: string }[]; dictionary?: unknown }[] }[]).flatMap((section) => section.fields);
  expect(fields.find(({ name }) => name === 'drug')!.options!.map(({ value, disabled }) => [value, disabled ?? false])).toEqual([['A', false], ['A1', false], ['A2', true], ['B', true], ['C', true], ['Z', true]]);
  expect(fields.find(({ name }) => name === 'diseases')!.dictionary).toEqual({ app: 'codes', name: 'disease' });
});
