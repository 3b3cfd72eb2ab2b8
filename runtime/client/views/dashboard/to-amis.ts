import type { ClientDashboard, ClientField, ClientWidget } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import type { AmisSchema } from '../list/to-amis.ts';
import { dimensionText, groupBy, measureText } from '../report/report-data.ts';
import type { Group, ReportData } from '../report/report-data.ts';

export interface WidgetData { data: ReportData | null; failure: string | null; dimensions?: ClientField[] }

const colours = ['#1a5fb4', '#2e8b57', '#c77700', '#7a4fb5', '#008a99', '#b23a48', '#5b6b7f', '#a3701a', '#9aa6b5'];

/** A dashboard as an amis schema: a grid of cards; figures and tables are our renderers, charts are amis charts on plain ECharts options. */
export function dashboardToAmis(dashboard: ClientDashboard, data: readonly WidgetData[], pageWidth: number): AmisSchema {
  return {
    type: 'grid',
    className: 'dashboard',
    columns: dashboard.widgets.map((widget, index) => ({
      md: widget.width,
      columnClassName: widget.type === 'figure' && widget.dimension === undefined && widget.width <= 4 ? 'is-figure' : undefined,
      body: [{ type: 'tamga-widget', label: widget.label, link: widget.link, body: bodyOf(widget, data[index] ?? { data: null, failure: null }, pageWidth <= 720 ? pageWidth : (pageWidth * widget.width) / 12) }],
    })),
  };
}

function bodyOf(widget: ClientWidget, { data, failure, dimensions = [] }: WidgetData, width: number): AmisSchema {
  if (failure !== null) return { type: 'tamga-note', text: failure, tone: 'error' };
  if (data === null) return { type: 'tamga-note', text: t('state.loading') };
  const names = widget.measures.map((measure) => measure.name);
  if (widget.type === 'figure' && widget.dimension === undefined) {
    return { type: 'tamga-figures', figures: widget.measures.map((measure) => ({ label: measure.label, text: measureText(data.totals[measure.name] ?? totalOf(data, measure.name)), unit: measure.unit })) };
  }
  if (widget.type === 'table' && widget.dimension === undefined) return wholeTable(widget, data, dimensions);
  const axis = widget.dimension?.name ?? data.columns.find((column) => column.role === 'dimension')?.name ?? '';
  const groups = groupBy(data.rows, axis, names, dimensions.find((field) => field.name === axis));
  if (groups.length === 0) return { type: 'tamga-note', text: t('dashboard.none') };
  if (widget.type === 'figure') {
    const [measure] = widget.measures;
    return { type: 'tamga-figures', figures: groups.map((group) => ({ label: group.label, text: measureText(group.values[measure?.name ?? '']), unit: measure?.unit })) };
  }
  if (widget.type === 'table') return tableOf(widget, groups);
  return { type: 'tamga-chart', label: widget.label, table: tableOf(widget, groups), body: { type: 'chart', height: 260, replaceChartOption: true, config: widget.type === 'pie' ? pieOf(widget, groups, width) : axisOf(widget, groups, width) } };
}

const totalOf = (data: ReportData, measure: string): number => data.rows.reduce((sum, row) => sum + (typeof row[measure] === 'number' ? row[measure] : 0), 0);

function tableOf(widget: ClientWidget, groups: Group[]): AmisSchema {
  return {
    type: 'tamga-table', label: widget.label,
    heads: [widget.dimension?.label ?? '', ...widget.measures.map((measure) => (measure.unit === undefined ? measure.label : `${measure.label}（${measure.unit}）`))],
    rows: groups.map((group) => [group.label, ...widget.measures.map((measure) => measureText(group.values[measure.name]))]),
  };
}

/** A table widget that names no dimension shows the report's own rows. */
function wholeTable(widget: ClientWidget, data: ReportData, dimensions: ClientField[]): AmisSchema {
  const heads = data.columns.filter((column) => column.role === 'dimension');
  return {
    type: 'tamga-table', label: widget.label, textColumns: heads.length,
    heads: [...heads.map((column) => column.label), ...widget.measures.map((measure) => (measure.unit === undefined ? measure.label : `${measure.label}（${measure.unit}）`))],
    rows: data.rows.map((row) => [...heads.map((column) => dimensionText(row[column.name], dimensions.find((field) => field.name === column.name))), ...widget.measures.map((measure) => measureText(row[measure.name]))]),
  };
}

/** Options of a bar or line chart of a width; names are broken into lines, none is left out. Measures of two units get two axes. */
export function axisOf(widget: Pick<ClientWidget, 'type' | 'measures'>, groups: readonly Group[], width: number): Record<string, unknown> {
  const units = [...new Set(widget.measures.map((measure) => measure.unit ?? ''))].slice(0, 2);
  const hasLabels = groups.length <= 8 && widget.measures.length === 1;
  const place = Math.max(28, Math.floor((width - 110) / groups.length) - 6);
  const isTurned = place < 44;
  return {
    color: colours,
    animationDuration: 300,
    tooltip: { trigger: 'axis' },
    legend: widget.measures.length > 1 ? { top: 0 } : undefined,
    grid: { left: 8, right: 16, top: (widget.measures.length > 1 ? 34 : 24) + (units.some((unit) => unit !== '') ? 20 : 0), bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: groups.map((group) => group.label), axisTick: { alignWithLabel: true }, axisLabel: { interval: 0, rotate: isTurned ? 40 : 0, width: isTurned ? 90 : place, overflow: isTurned ? 'truncate' : 'break', lineHeight: 15 } },
    yAxis: units.map((unit, index) => ({ type: 'value', name: unit, minInterval: 1, splitLine: { show: index === 0 } })),
    series: widget.measures.map((measure) => ({
      name: measure.label, type: widget.type === 'line' ? 'line' : 'bar', barMaxWidth: 36, yAxisIndex: Math.max(0, units.indexOf(measure.unit ?? '')),
      // ECharts' templates know no thousands separators, so each label brings its own text.
      data: groups.map((group) => ({ value: group.values[measure.name] ?? 0, label: { show: hasLabels, position: 'top', formatter: measureText(group.values[measure.name] ?? 0) } })),
    })),
  };
}

const mostSlices = 8;

/** A ring with its shares in the legend: labels around it would collide as soon as slices are thin. */
function pieOf(widget: ClientWidget, groups: readonly Group[], width: number): Record<string, unknown> {
  const [measure] = widget.measures;
  const valueOf = (group: Group): number => group.values[measure?.name ?? ''] ?? 0;
  const sorted = [...groups].sort((a, b) => valueOf(b) - valueOf(a));
  const total = sorted.reduce((sum, group) => sum + valueOf(group), 0);
  const rest = sorted.slice(mostSlices).reduce((sum, group) => sum + valueOf(group), 0);
  const slices = [...sorted.slice(0, mostSlices).map((group) => ({ name: group.label, value: valueOf(group) })), ...(sorted.length > mostSlices ? [{ name: t('dashboard.others'), value: rest }] : [])];
  const isBeside = width >= 420;
  return {
    color: colours,
    animationDuration: 300,
    tooltip: { trigger: 'item' },
    legend: isBeside ? { type: 'scroll', orient: 'vertical', left: '54%', top: 'middle' } : { type: 'scroll', bottom: 0 },
    series: [{
      name: measure?.label, type: 'pie', radius: isBeside ? ['46%', '78%'] : ['40%', '66%'], center: isBeside ? ['27%', '50%'] : ['50%', '42%'], label: { show: false },
      data: slices.map((slice) => ({ ...slice, name: `${slice.name}  ${total === 0 ? 0 : Math.round((slice.value / total) * 1000) / 10}%` })),
    }],
  };
}
