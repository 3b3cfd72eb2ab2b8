import { describe, expect, test } from '@jest/globals';
import type { ClientField, ClientList } from '../../../model/client-types.ts';
import { conditionOf, listRequest, readState, writeState } from './list-query.ts';
import { listToAmis } from './to-amis.ts';

const field = (name: string, type: string, more: Partial<ClientField> = {}): ClientField => ({ name, type, label: name, ...more });
const list: ClientList = {
  kind: 'list', app: 'library', name: 'orders', entity: 'loan', entityApp: 'library', label: '借阅单', sort: '-createdAt', pageSize: 20,
  columns: [field('no', 'sequence', { sortable: true }), field('status', 'choice', { sortable: true }), field('total', 'money', { unit: '元' }), field('copy.dueDate', 'date')],
  filters: [field('no', 'text'), field('status', 'choice'), field('book', 'reference'), field('area', 'area'), field('date', 'date'), field('at', 'datetime'), field('total', 'money'), field('urgent', 'boolean')],
  tabs: [{ label: '全部' }, { label: '草稿', where: { status: 'draft' } }], open: 'detail', can: { create: true, export: true, import: false }, actions: [],
  fields: [], title: 'no', view: 'table', looks: ['table'], summary: [], edit: [], bulk: { actions: [], delete: false, edit: false }, prints: [],
};
const read = (query: string) => readState(new URLSearchParams(query), list);
const look = { mode: 'table', sort: '-status', api: 'rows-1', emptyText: '没有', loadFailed: '失败' } as const;

describe('list state in the address', () => {
  test.each([
    ['', { page: 1, pageSize: 20, sort: '', tab: 0, search: '', filters: {} }],
    ['page=3&pageSize=50&sort=-status&search=小说&tab=1&f.status=draft', { page: 3, pageSize: 50, sort: '-status', tab: 1, search: '小说', filters: { status: 'draft' } }],
    ['page=-1&pageSize=7&sort=secret&tab=9&f.secret=1', { page: 1, pageSize: 20, sort: '', tab: 0, filters: {} }],
  ])('%s', (query, expected) => expect(read(query)).toMatchObject(expected));

  test.each(['', 'tab=1&search=a&f.status=draft&sort=no&page=2&pageSize=50'])('%s is written back as it was', (query) => expect(writeState(read(query), list).toString()).toBe(query));
});

describe('condition', () => {
  test.each<[string, unknown]>([
    ['', null],
    ['f.no=A', { no: { $contains: 'A' } }],
    ['f.status=draft', { status: 'draft' }],
    ['f.book=m1|小说', { book: 'm1' }],
    ['f.area=150523|东区', { area: { $below: '150523' } }],
    ['f.date=2026-01-01~2026-01-31', { date: { $gte: '2026-01-01', $lte: '2026-01-31' } }],
    ['f.date=~2026-01-31', { date: { $lte: '2026-01-31' } }],
    ['f.at=2026-01-01~', { at: { $gte: '2026-01-01T00:00:00+08:00' } }],
    ['f.total=10~', { total: { $gte: 10 } }],
    ['f.urgent=true', { urgent: true }],
    ['where={"copy":"b1"}&whereText=A', { copy: 'b1' }],
    ['where=nonsense', null],
    ['tab=1&f.no=A', { $and: [{ status: 'draft' }, { no: { $contains: 'A' } }] }],
  ])('%s', (query, expected) => expect(conditionOf(read(query), list)).toEqual(expected));

  test('the request names the list, its columns and the order', () => expect(listRequest(read('sort=-status&page=2'), list)).toMatchObject({ list: 'library/orders', fields: 'no,status,total,copy.dueDate', sort: '-status', page: 2, pageSize: 20 }));
});

describe('list → amis', () => {
  const schema = listToAmis(list, look);
  const columns = schema['columns'] as Record<string, unknown>[];
  test.each([
    [0, { type: 'tamga-cell', name: 'no', opens: { app: 'library', entity: 'loan' }, label: { sortable: true, sorted: 'none' } }],
    [1, { name: 'status', label: { sortable: true, sorted: 'descending' } }],
    [2, { className: 'is-number', label: { text: 'total（元）', sortable: false } }],
    [3, { name: 'copy.dueDate', width: 112 }],
  ])('column %d', (index, expected) => expect(columns[index]).toMatchObject(expected));
  test('only the first column opens the row', () => expect(columns.filter((column) => 'opens' in column)).toHaveLength(1));
  test('a list may open another record', () => expect((listToAmis({ ...list, opens: { field: 'order', app: 'library', entity: 'order' } }, look)['columns'] as Record<string, unknown>[])[0]?.['opens']).toEqual({ app: 'library', entity: 'order', field: 'order' }));
  test('on phones rows are cards', () => expect(listToAmis(list, { ...look, mode: 'cards' })).toMatchObject({ mode: 'cards', card: { type: 'tamga-card' } }));
  test('the schema is data without templates or scripts', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(JSON.parse(JSON.stringify(schema)));
    expect(JSON.stringify(schema)).not.toMatch(/\$\{|<%|javascript:|"(?:tpl|html|adaptor|onEvent)"/);
  });
});
