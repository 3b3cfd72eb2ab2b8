import type { ClientDashboard, ClientReport, ClientWidget } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import type { AmisSchema } from '../list/to-amis.ts';
import { dimensionText, measureText } from '../report/report-data.ts';
import type { ReportAsk, ReportColumn, ReportData, ReportRow } from '../report/report-data.ts';
import { axisOption, gaugeOption, mapOption, pieOption } from './chart-options.ts';
import type { ChartParts } from './chart-options.ts';

/** What a card shows: the figures, what was asked for them, and the report that they are of. */
export interface WidgetData { data: ReportData | null; failure: string | null; report?: Pick<ClientReport, 'app' | 'name' | 'dimensions' | 'measures'>; ask?: ReportAsk }

export interface Look { width: number; dark?: boolean }

/** Areas that the outlines do not have. */
const points: Readonly<Record<string, [number, number]>> = { 150571: [122.38, 43.62] };

/** A page of cards as an amis schema: a grid of our renderers; charts are plain ECharts options. */
export function dashboardToAmis(widgets: ClientDashboard['pages'][number]['widgets'], data: readonly WidgetData[], { width, dark }: Look): AmisSchema {
  return {
    type: 'grid',
    className: 'dashboard',
    columns: widgets.map((widget, index) => ({
      md: widget.width,
      columnClassName: [widget.type === 'figure' && widget.dimension === undefined && widget.width <= 4 ? 'is-figure' : widget.type === 'gauge' ? 'is-gauge' : '', `rows-${widget.height}`].filter((name) => name !== '').join(' '),
      body: [{ type: 'tamga-widget', label: widget.label, link: widget.link, report: widget.report, body: widgetToAmis(widget, data[index] ?? { data: null, failure: null }, { width: width <= 720 ? width : (width * widget.width) / 12, ...(dark ? { dark } : {}) }) }],
    })),
  };
}

/** One card's inside. */
export function widgetToAmis(widget: ClientWidget, { data, failure, report, ask }: WidgetData, { width, dark }: Look): AmisSchema {
  if (failure !== null) return { type: 'tamga-note', text: failure, tone: 'error' };
  if (data === null) return { type: 'tamga-note', text: t('state.loading') };
  const shown = data.columns.filter((column) => column.role === 'measure' && widget.measures.some((m) => m.name === (column.of ?? column.name)));
  const measures = shown.filter((column) => column.of === undefined);
  const fields = report?.dimensions ?? [];
  if (widget.type === 'figure' && widget.dimension === undefined) return { type: 'tamga-figures', figures: measures.map((measure) => figureOf(measure, shown, data.totals)) };
  if (widget.type === 'gauge') return typeof data.totals[measures[0]?.name ?? ''] === 'number' ? chart(widget, gaugeOption({ data, measures, dimension: '', fields, width, dark }, widget.max), table(widget, data, shown, fields)) : { type: 'tamga-note', text: t('dashboard.noData') };
  if (data.rows.length === 0) return { type: 'tamga-note', text: t('dashboard.noData') };
  const drill = { report, ask, rows: data.rows, measure: measures[0] };
  if (widget.type === 'table') return { ...table(widget, data, shown, fields), drill };
  if (widget.type === 'pivot') return { type: 'tamga-pivot', label: widget.label, data, report };
  const dimension = widget.dimension?.name ?? '';
  if (widget.type === 'figure') return { type: 'tamga-figures', figures: data.rows.map((row) => ({ label: dimensionText(row[dimension], fields.find((f) => f.name === dimension), row['$mark']), text: measureText(row[measures[0]?.name ?? ''], measures[0]), unit: measures[0]?.unit })) };
  if (widget.type === 'ranking') return rankingOf(widget, data, measures[0], dimension, fields, drill);
  const parts: ChartParts = { data, measures, dimension, series: widget.series?.name, fields, width, dark };
  const figures = table(widget, data, shown, fields);
  if (widget.type === 'map') return { ...chart(widget, mapOption(parts, widget.map ?? '', points), figures), type: 'tamga-map', map: widget.map, dimension, drill };
  return { ...chart(widget, widget.type === 'pie' ? pieOption(parts) : axisOption(parts, widget.type), figures), drill };
}

/** A figure with what it is compared with; a date, such as that of the last report, stands below. */
function figureOf(measure: ReportColumn, shown: readonly ReportColumn[], totals: ReportRow): Record<string, unknown> {
  const value = totals[measure.name];
  const beside = shown.filter((column) => column.of === measure.name && column.kind?.endsWith('Change') === true && typeof totals[column.name] === 'number');
  return {
    label: measure.label, text: value === null || value === undefined ? t('dashboard.noData') : measureText(value, measure), unit: value === null || value === undefined ? undefined : measure.unit, isNone: value === null || value === undefined, isNote: measure.type !== 'decimal',
    beside: beside.map((column) => ({ label: t(column.kind === 'lastYearChange' ? 'report.lastYear' : 'report.previous'), text: measureText(totals[column.name], column), isUp: Number(totals[column.name]) > 0, isDown: Number(totals[column.name]) < 0 })),
  };
}

function chart(widget: ClientWidget, option: Record<string, unknown>, figures: AmisSchema): AmisSchema {
  return { type: 'tamga-chart', label: widget.label, option, table: figures };
}

/** The rows as they are, with every column of the measures shown. */
function table(widget: ClientWidget, data: ReportData, shown: readonly ReportColumn[], fields: ClientReport['dimensions']): AmisSchema {
  const heads = data.columns.filter((column) => column.role === 'dimension');
  return {
    type: 'tamga-table', label: widget.label, textColumns: heads.length,
    heads: [...heads.map((column) => column.label), ...shown.map((column) => (column.unit === undefined ? column.label : `${column.label}（${column.unit}）`))],
    rows: data.rows.map((row) => [...heads.map((column, i) => dimensionText(row[column.name], { ...fields.find((field) => field.name === column.name), ...(column.grain === undefined ? {} : { grain: column.grain }) }, i === 0 ? row['$mark'] : undefined)), ...shown.map((column) => measureText(row[column.name], column))]),
  };
}

/** The highest rows with a bar as long as their share of the first. */
function rankingOf(widget: ClientWidget, data: ReportData, measure: ReportColumn | undefined, dimension: string, fields: ClientReport['dimensions'], drill: object): AmisSchema {
  const name = measure?.name ?? '';
  const number = (row: ReportRow): number => typeof row[name] === 'number' ? row[name] : 0;
  const known = data.rows.filter((row) => typeof row[name] === 'number' && row['$mark'] !== 'others').sort((a, b) => number(b) - number(a));
  const most = Math.max(...known.map(number), 0);
  const places = known.map((row) => 1 + known.filter((other) => number(other) > number(row)).length);
  return {
    type: 'tamga-ranking', label: widget.label, drill,
    items: known.slice(0, widget.count).map((row, i) => ({ place: places[i], label: dimensionText(row[dimension], fields.find((f) => f.name === dimension)), text: measureText(row[name], measure, measure?.unit), share: most <= 0 ? 0 : Math.max(0, number(row)) / most, index: data.rows.indexOf(row) })),
  };
}
