import { describe, expect, test } from '@jest/globals';
import type { ClientWidget } from '../../../model/client-types.ts';
import { drillOf, measureText, periodText, type ReportData } from '../report/report-data.ts';
import { dashboardToAmis } from './to-amis.ts';

const shelf = (id: string, title: string) => ({ id, title });
const onHand = { name: 'onHand', label: '在库', type: 'decimal', role: 'measure' as const, unit: '件' };
const data: ReportData = {
  columns: [{ name: 'shelf', label: '书架', type: 'reference', role: 'dimension' }, onHand, { ...onHand, name: 'onHandLastYearChange', label: '在库 同比', of: 'onHand', kind: 'lastYearChange', format: 'percent' }],
  rows: [{ shelf: shelf('a', '一楼书架'), onHand: 17 }, { shelf: shelf('b', '二楼书架'), onHand: 5 }, { shelf: null, onHand: 1 }],
  totals: { onHand: 23, onHandLastYearChange: 0.15 }, more: false, filter: {}, at: '2026-04-10T01:00:00.000Z',
};
const widget = (more: Partial<ClientWidget> = {}): ClientWidget => ({ type: 'bar', label: 'W', report: { app: 'm', name: 'r' }, measures: [{ name: 'onHand', label: '在库', unit: '件' }], width: 12, height: 2, count: 10, ...more });
const bodyOf = (one: ClientWidget, shown = data) => (dashboardToAmis([one], [{ data: shown, failure: null }], { width: 1100 })['columns'] as { md: number; body: { body: Record<string, unknown> }[] }[])[0];

describe('report figures', () => {
  test('a row leads to the records behind it', () => {
    const dimensions = [{ name: 'shelf', path: 'shelf', type: 'reference', label: '书架' }, { name: 'kind', path: 'kind', type: 'choice', label: '类别', options: [{ value: 'novel', label: '小说' }] }];
    expect(drillOf({ dimensions }, { shelf: shelf('a', '一楼书架'), kind: 'novel' })).toEqual({ row: { shelf: 'a', kind: 'novel' }, text: '一楼书架 · 小说' });
    expect(drillOf({ dimensions }, { shelf: null }).row).toEqual({ shelf: null });
  });
  test.each([['2026', '2026年'], ['2026-H2', '2026年下半年'], ['2026-Q3', '2026年三季度'], ['2026-04', '2026年4月'], ['2026-W05', '2026年第5周'], ['2026-04-10', '2026-04-10']])('the period %s is %s', (key, text) => expect(periodText(key)).toBe(text));
  test.each([[0.8, { format: 'percent', scale: 1 }, '80.0%'], [0.2, { format: 'percent', scale: 1, kind: 'lastYearChange' }, '+20.0%'], [1234.5, { scale: 2 }, '1,234.50'], [null, {}, '—'], [-0.02, { format: 'points', kind: 'previousChange' }, '-2.0个百分点']] as const)('%p with %j reads %s', (value, look, text) => expect(measureText(value, look)).toBe(text));
});

describe('dashboard → amis', () => {
  const dimension = { name: 'shelf', label: '书架' };
  test.each<[string, Partial<ClientWidget>, Record<string, unknown>]>([
    ['a figure without dimension is the total, with its change', { type: 'figure' }, { type: 'tamga-figures', figures: [{ label: '在库', text: '23', unit: '件', beside: [{ label: '同比', text: '+15.0%', isUp: true }] }] }],
    ['a figure by dimension', { type: 'figure', dimension }, { type: 'tamga-figures', figures: [{ label: '一楼书架', text: '17' }, { label: '二楼书架', text: '5' }, { label: '（空）' }] }],
    ['a table', { type: 'table' }, { type: 'tamga-table', heads: ['书架', '在库（件）', '在库 同比（件）'], rows: [['一楼书架', '17', '—'], ['二楼书架', '5', '—'], ['（空）', '1', '—']] }],
    ['bars', { type: 'bar', dimension }, { type: 'tamga-chart', option: { series: [{ type: 'bar', data: [{ value: 17, label: { formatter: '17' } }, { value: 5 }, { value: 1 }] }] } }],
    ['a line', { type: 'line', dimension }, { option: { series: [{ type: 'line', connectNulls: false }] } }],
    ['a pie', { type: 'pie', dimension }, { option: { series: [{ type: 'pie', data: [{ name: '一楼书架  73.9%', value: 17 }, {}, {}] }] } }],
    ['a gauge', { type: 'gauge', max: 50 }, { option: { series: [{ type: 'gauge', max: 50, data: [{ value: 23 }] }] } }],
    ['a ranking', { type: 'ranking', dimension, count: 2 }, { type: 'tamga-ranking', items: [{ place: 1, label: '一楼书架', share: 1 }, { place: 2 }] }],
    ['a map', { type: 'map', dimension, map: 'counties' }, { type: 'tamga-map', map: 'counties', option: { series: [{ type: 'map', data: [{ name: '一楼书架', value: 17, index: 0 }, { name: '二楼书架' }] }, { type: 'effectScatter' }] } }],
  ])('%s', (_title, more, expected) => expect(bodyOf(widget(more))?.body[0]?.body).toMatchObject(expected));

  test('what was not reported is no 0', () => expect(bodyOf(widget({ type: 'figure' }), { ...data, rows: [], totals: { onHand: null } })?.body[0]?.body).toMatchObject({ figures: [{ text: '暂无数据', isNone: true }] }));
  test('a period without records is a gap, the unfinished one stands out', () => {
    const months = { ...data, columns: [{ name: 'shelf', label: '月', type: 'period', role: 'dimension' as const, grain: 'month' }, onHand], rows: [{ shelf: '2026-02', onHand: 3 }, { shelf: '2026-03', onHand: null, $mark: 'gap' }, { shelf: '2026-04', onHand: 1, $mark: 'incomplete' }] };
    expect(bodyOf(widget({ type: 'line', dimension }), months)?.body[0]?.body).toMatchObject({ option: { series: [{ data: [{ value: 3 }, { value: null }, { value: 1, itemStyle: { borderWidth: 2 } }] }] } });
  });
  test('width and failure', () => {
    const schema = dashboardToAmis([widget({ width: 6 })], [{ data: null, failure: '无权' }], { width: 1100 });
    expect(schema['columns']).toMatchObject([{ md: 6, body: [{ body: { type: 'tamga-note', text: '无权', tone: 'error' } }] }]);
  });
  test('charts hold data, no scripts', () => expect(JSON.stringify(bodyOf(widget({ type: 'pie', dimension })))).not.toMatch(/function|=>|\$\{/));
});
