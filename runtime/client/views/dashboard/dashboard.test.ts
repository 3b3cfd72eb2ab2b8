import { describe, expect, test } from '@jest/globals';
import type { ClientDashboard, ClientWidget } from '../../../model/client-types.ts';
import { drillOf, groupBy } from '../report/report-data.ts';
import type { ReportData } from '../report/report-data.ts';
import { dashboardToAmis } from './to-amis.ts';

const a = { id: 'a', title: '一楼书架' };
const b = { id: 'b', title: '二楼书架' };
const data: ReportData = {
  columns: [{ name: 'shelf', label: '书架', type: 'reference', role: 'dimension' }, { name: 'onHand', label: '在库', type: 'integer', role: 'measure', unit: '件' }],
  rows: [{ shelf: a, kind: 'novel', onHand: 10 }, { shelf: b, kind: 'novel', onHand: 5 }, { shelf: a, kind: 'essay', onHand: 7 }, { shelf: null, kind: null, onHand: 1 }],
  totals: { onHand: 23 },
};
const widget = (more: Partial<ClientWidget>): ClientWidget => ({ type: 'figure', label: '藏书', report: { app: 'm', name: 'stock' }, measures: [{ name: 'onHand', label: '在库', unit: '件' }], width: 4, ...more });
const dashboard = (...widgets: ClientWidget[]): ClientDashboard => ({ kind: 'dashboard', app: 'm', name: 'd', label: 'D', widgets });
const bodyOf = (one: ClientWidget) => (dashboardToAmis(dashboard(one), [{ data, failure: null }], 1100)['columns'] as { md: number; body: { body: Record<string, unknown> }[] }[])[0];

describe('report figures', () => {
  test('rows are added up by a dimension', () => expect(groupBy(data.rows, 'shelf', ['onHand']).map(({ label, values }) => [label, values['onHand']])).toEqual([['一楼书架', 17], ['二楼书架', 5], ['（空）', 1]]));
  test('a row leads to the records behind it', () => {
    const dimensions = [{ name: 'shelf', type: 'reference', label: '书架' }, { name: 'kind', type: 'choice', label: '类别', options: [{ value: 'novel', label: '小说' }] }];
    expect(drillOf({ dimensions }, data.rows[0] ?? {})).toEqual({ condition: { shelf: 'a', kind: 'novel' }, text: '一楼书架 · 小说' });
    expect(drillOf({ dimensions }, data.rows[3] ?? {}).condition).toEqual({ shelf: { $exists: false }, kind: { $exists: false } });
  });
});

describe('dashboard → amis', () => {
  const dimension = { name: 'shelf', label: '书架' };
  test.each<[string, Partial<ClientWidget>, Record<string, unknown>]>([
    ['a figure without dimension is the total', { type: 'figure' }, { type: 'tamga-figures', figures: [{ label: '在库', text: '23', unit: '件' }] }],
    ['a figure by dimension', { type: 'figure', dimension }, { type: 'tamga-figures', figures: [{ label: '一楼书架', text: '17' }, { label: '二楼书架', text: '5' }, { label: '（空）' }] }],
    ['a table', { type: 'table', dimension }, { type: 'tamga-table', heads: ['书架', '在库（件）'], rows: [['一楼书架', '17'], ['二楼书架', '5'], ['（空）', '1']] }],
    ['a table without dimension shows the rows as they are', { type: 'table' }, { type: 'tamga-table', textColumns: 1, rows: [['一楼书架', '10'], ['二楼书架', '5'], ['一楼书架', '7'], ['（空）', '1']] }],
    ['bars without dimension go by the first one', { type: 'bar' }, { body: { config: { series: [{ data: [{ value: 17 }, { value: 5 }, { value: 1 }] }] } } }],
    ['bars', { type: 'bar', dimension }, { type: 'tamga-chart', body: { type: 'chart', config: { series: [{ type: 'bar', data: [{ value: 17, label: { formatter: '17' } }, { value: 5 }, { value: 1 }] }] } } }],
    ['a line', { type: 'line', dimension }, { body: { config: { series: [{ type: 'line' }] } } }],
    ['a pie', { type: 'pie', dimension }, { body: { config: { series: [{ type: 'pie', data: [{ name: '一楼书架  73.9%', value: 17 }, {}, {}] }] } } }],
  ])('%s', (_title, more, expected) => expect(bodyOf(widget(more))?.body[0]?.body).toMatchObject(expected));

  test('width and failure', () => {
    const schema = dashboardToAmis(dashboard(widget({ width: 6 })), [{ data: null, failure: '无权' }], 1100);
    expect(schema['columns']).toMatchObject([{ md: 6, body: [{ body: { type: 'tamga-note', text: '无权', tone: 'error' } }] }]);
  });
  test('charts hold data, no scripts', () => expect(JSON.stringify(bodyOf(widget({ type: 'pie', dimension })))).not.toMatch(/function|=>|\$\{/));
});
