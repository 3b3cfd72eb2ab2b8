import type { ClientDashboard, ClientField, ClientWidget } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import type { AmisSchema } from '../list/to-amis.ts';
import { groupBy, measureText } from '../report/report-data.ts';
import type { Group, ReportData } from '../report/report-data.ts';

export interface WidgetData { data: ReportData | null; failure: string | null; dimension?: ClientField }

const colours = ['#1a5fb4', '#2e8b57', '#c77700', '#7a4fb5', '#008a99', '#b23a48', '#5b6b7f'];

/** A dashboard as an amis schema: a grid of cards; figures and tables are our renderers, charts are amis charts on plain ECharts options. */
export function dashboardToAmis(dashboard: ClientDashboard, data: readonly WidgetData[]): AmisSchema {
  return {
    type: 'grid',
    className: 'dashboard',
    columns: dashboard.widgets.map((widget, index) => ({
      md: widget.width,
      body: [{ type: 'tamga-widget', label: widget.label, link: widget.link, body: bodyOf(widget, data[index] ?? { data: null, failure: null }) }],
    })),
  };
}

function bodyOf(widget: ClientWidget, { data, failure, dimension }: WidgetData): AmisSchema {
  if (failure !== null) return { type: 'tamga-note', text: failure, tone: 'error' };
  if (data === null) return { type: 'tamga-note', text: t('state.loading') };
  const names = widget.measures.map((measure) => measure.name);
  if (widget.type === 'figure' && widget.dimension === undefined) {
    return { type: 'tamga-figures', figures: widget.measures.map((measure) => ({ label: measure.label, text: measureText(data.totals[measure.name] ?? totalOf(data, measure.name)), unit: measure.unit })) };
  }
  const groups = groupBy(data.rows, widget.dimension?.name ?? '', names, dimension);
  if (groups.length === 0) return { type: 'tamga-note', text: t('dashboard.none') };
  if (widget.type === 'figure') {
    const [measure] = widget.measures;
    return { type: 'tamga-figures', figures: groups.map((group) => ({ label: group.label, text: measureText(group.values[measure?.name ?? '']), unit: measure?.unit })) };
  }
  if (widget.type === 'table') return tableOf(widget, groups);
  return { type: 'tamga-chart', label: widget.label, table: tableOf(widget, groups), body: { type: 'chart', height: 260, replaceChartOption: true, config: widget.type === 'pie' ? pieOf(widget, groups) : axisOf(widget, groups) } };
}

const totalOf = (data: ReportData, measure: string): number => data.rows.reduce((sum, row) => sum + (typeof row[measure] === 'number' ? row[measure] : 0), 0);

function tableOf(widget: ClientWidget, groups: Group[]): AmisSchema {
  return {
    type: 'tamga-table', label: widget.label,
    heads: [widget.dimension?.label ?? '', ...widget.measures.map((measure) => (measure.unit === undefined ? measure.label : `${measure.label}（${measure.unit}）`))],
    rows: groups.map((group) => [group.label, ...widget.measures.map((measure) => measureText(group.values[measure.name]))]),
  };
}

/** Options of a bar or line chart; long names of many bars are turned, none is left out. */
export function axisOf(widget: Pick<ClientWidget, 'type' | 'measures'>, groups: readonly Group[]): Record<string, unknown> {
  return {
    color: colours,
    aria: { enabled: true },
    animationDuration: 300,
    tooltip: { trigger: 'axis' },
    legend: widget.measures.length > 1 ? { top: 0 } : undefined,
    grid: { left: 8, right: 16, top: widget.measures.length > 1 ? 36 : 24, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: groups.map((group) => group.label), axisTick: { alignWithLabel: true }, axisLabel: { interval: 0, rotate: groups.length > 6 ? 30 : 0, width: 110, overflow: 'truncate' } },
    yAxis: { type: 'value', name: sharedUnit(widget.measures), minInterval: 1 },
    series: widget.measures.map((measure) => ({ name: measure.label, type: widget.type === 'line' ? 'line' : 'bar', barMaxWidth: 36, data: groups.map((group) => group.values[measure.name] ?? 0), label: { show: groups.length <= 8 && widget.measures.length === 1, position: 'top' } })),
  };
}

function pieOf(widget: ClientWidget, groups: readonly Group[]): Record<string, unknown> {
  const [measure] = widget.measures;
  return {
    color: colours,
    aria: { enabled: true },
    animationDuration: 300,
    tooltip: { trigger: 'item' },
    legend: { type: 'scroll', bottom: 0 },
    series: [{ name: measure?.label, type: 'pie', radius: ['42%', '68%'], center: ['50%', '45%'], label: { formatter: '{b}\n{d}%' }, data: groups.map((group) => ({ name: group.label, value: group.values[measure?.name ?? ''] ?? 0 })) }],
  };
}

function sharedUnit(measures: readonly { unit?: string }[]): string | undefined {
  const units = new Set(measures.map((measure) => measure.unit));
  return units.size === 1 ? [...units][0] : undefined;
}
