import type { ClientField } from '../../../model/client-types.ts';
import { isReference } from '../../widgets/format.ts';
import { t } from '../../texts.ts';
import { dimensionText, keyOf, measureText } from '../report/report-data.ts';
import type { ReportColumn, ReportData, ReportRow } from '../report/report-data.ts';

export type Option = Record<string, unknown>;
export interface ChartParts { data: ReportData; measures: readonly ReportColumn[]; dimension: string; series?: string | undefined; fields: readonly (ClientField & { grain?: string })[]; width: number; dark?: boolean | undefined }

export const colours = ['#1a5fb4', '#2e8b57', '#c77700', '#7a4fb5', '#008a99', '#b23a48', '#5b6b7f', '#a3701a', '#9aa6b5'];
const brightColours = ['#4da3ff', '#35d49a', '#ffb84d', '#b58cff', '#2fd5e6', '#ff7a85', '#a8b8cc', '#e6c35c', '#d0d7e2'];

const ink = (dark: boolean | undefined) => dark ? { text: '#d6e4ff', line: '#2b4a7d', size: 16 } : { text: '#3d4756', line: '#dde2ea', size: 12 };
const textOf = (parts: ChartParts, name: string, row: ReportRow): string => dimensionText(row[name], parts.fields.find((f) => f.name === name), row['$mark']);

/** Options that all charts share. */
function base(parts: ChartParts): Option {
  const { text, size } = ink(parts.dark);
  return { color: parts.dark ? brightColours : colours, animationDuration: 300, textStyle: { color: text, fontSize: size, fontFamily: 'inherit' } };
}

/** Bars, stacked bars or lines; a period without records is a gap in the line, the unfinished one is hollow. Measures of two units get two axes. */
export function axisOption(parts: ChartParts, type: 'bar' | 'stack' | 'line'): Option {
  const { data, dimension, series, width } = parts;
  const { text, line, size } = ink(parts.dark);
  const rows = data.rows;
  const names = [...new Map(rows.map((row) => [row['$mark'] === 'others' ? '$others' : keyOf(row[dimension]), textOf(parts, dimension, row)])).entries()];
  const lines = series === undefined ? parts.measures.map((m) => ({ name: m.label, measure: m, of: (key: string) => rows.find((row) => (row['$mark'] === 'others' ? '$others' : keyOf(row[dimension])) === key) })) : seriesOf(parts, series, dimension);
  const units = [...new Set(lines.map(({ measure }) => measure.format === undefined ? measure.unit ?? '' : '%'))].slice(0, 2);
  const hasLabels = names.length <= 8 && lines.length === 1;
  const place = Math.max(28, Math.floor((width - 110) / Math.max(1, names.length)) - 6);
  const isTurned = place < size * 3.6;
  const hasLegend = lines.length > 1;
  return {
    ...base(parts),
    tooltip: { trigger: 'axis', confine: true },
    legend: hasLegend ? { top: 0, type: 'scroll', textStyle: { color: text, fontSize: size } } : undefined,
    grid: { left: 8, right: 16, top: (hasLegend ? 34 : 24) + (units.some((unit) => unit !== '') ? 20 : 0), bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: names.map(([, label]) => label), axisTick: { alignWithLabel: true }, axisLine: { lineStyle: { color: line } }, axisLabel: { color: text, fontSize: size, interval: names.length > 24 ? 'auto' : 0, rotate: isTurned ? 40 : 0, width: isTurned ? 90 : place, overflow: isTurned ? 'truncate' : 'break', lineHeight: size + 3 } },
    yAxis: units.map((unit, index) => ({ type: 'value', name: unit, nameTextStyle: { color: text, fontSize: size }, axisLabel: { color: text, fontSize: size, ...(unit === '%' ? { formatter: '{value}%' } : {}) }, splitLine: { show: index === 0, lineStyle: { color: line } } })),
    series: lines.map(({ name, measure, of }) => ({
      name, type: type === 'line' ? 'line' : 'bar', ...(type === 'stack' ? { stack: 'all' } : {}), barMaxWidth: 36, symbolSize: 7, connectNulls: false, yAxisIndex: Math.max(0, units.indexOf(measure.format === undefined ? measure.unit ?? '' : '%')),
      data: names.map(([key]) => {
        const row = of(key);
        const value = numberOf(row, measure);
        // ECharts' templates know no thousands separators, so each label brings its own text.
        return { value, index: row === undefined ? undefined : rows.indexOf(row), label: { show: hasLabels && value !== null, position: 'top', color: text, fontSize: size, formatter: measureText(row?.[measure.name], measure) }, ...(row?.['$mark'] === 'incomplete' ? { itemStyle: type === 'line' ? { color: parts.dark ? '#0b1b36' : '#fff', borderWidth: 2 } : { opacity: 0.5 } } : {}) };
      }),
    })),
  };
}

function seriesOf(parts: ChartParts, series: string, dimension: string): { name: string; measure: ReportColumn; of: (key: string) => ReportRow | undefined }[] {
  const measure = parts.measures[0]!;
  const values = [...new Map(parts.data.rows.map((row) => [keyOf(row[series]), textOf(parts, series, row)])).entries()];
  const rows = new Map(parts.data.rows.map((row) => [`${keyOf(row[series])} ${keyOf(row[dimension])}`, row]));
  return values.map(([own, name]) => ({ name, measure, of: (key) => rows.get(`${own} ${key}`) }));
}

/** Percentages are drawn in percent. */
function numberOf(row: ReportRow | undefined, measure: ReportColumn): number | null {
  const value = row?.[measure.name];
  return typeof value !== 'number' ? null : measure.format === undefined ? value : Math.round(value * 100_000) / 1000;
}

const mostSlices = 8;

/** A ring with its shares in the legend: labels around it would collide as soon as slices are thin. */
export function pieOption(parts: ChartParts): Option {
  const { data, dimension, width } = parts;
  const measure = parts.measures[0]!;
  const valueOf = (row: ReportRow): number => numberOf(row, measure) ?? 0;
  const sorted = [...data.rows].sort((a, b) => valueOf(b) - valueOf(a));
  const total = sorted.reduce((sum, row) => sum + valueOf(row), 0);
  const rest = sorted.slice(mostSlices).reduce((sum, row) => sum + valueOf(row), 0);
  const slices = [...sorted.slice(0, mostSlices).map((row) => ({ name: textOf(parts, dimension, row), value: valueOf(row), index: data.rows.indexOf(row) })), ...(sorted.length > mostSlices ? [{ name: t('dashboard.others'), value: rest }] : [])];
  const isBeside = width >= 420;
  const { text, size } = ink(parts.dark);
  return {
    ...base(parts),
    tooltip: { trigger: 'item', confine: true },
    legend: { type: 'scroll', textStyle: { color: text, fontSize: size }, ...(isBeside ? { orient: 'vertical', left: '54%', top: 'middle' } : { bottom: 0 }) },
    series: [{
      name: measure.label, type: 'pie', radius: isBeside ? ['46%', '78%'] : ['40%', '66%'], center: isBeside ? ['27%', '50%'] : ['50%', '42%'], label: { show: false },
      data: slices.map((slice) => ({ ...slice, name: `${slice.name}  ${total === 0 ? 0 : Math.round((slice.value / total) * 1000) / 10}%` })),
    }],
  };
}

/** The total of one measure on a dial. */
export function gaugeOption(parts: ChartParts, max: number | undefined): Option {
  const measure = parts.measures[0]!;
  const value = parts.data.totals[measure.name];
  const { text, line } = ink(parts.dark);
  return {
    ...base(parts),
    series: [{
      type: 'gauge', min: 0, max: max ?? (measure.format === undefined ? 100 : 1), startAngle: 210, endAngle: -30, radius: '95%', center: ['50%', '58%'],
      progress: { show: true, width: 14 }, axisLine: { lineStyle: { width: 14, color: [[1, line]] } }, pointer: { show: false }, axisTick: { show: false }, splitLine: { show: false }, axisLabel: { show: false }, anchor: { show: false },
      detail: { offsetCenter: [0, 0], color: text, fontSize: parts.dark ? 40 : 26, fontWeight: 600, formatter: measureText(value, measure, measure.unit) }, data: [{ value: typeof value === 'number' ? value : 0 }],
    }],
  };
}

/** Areas coloured by a measure; those that have no outline, such as a development zone, are points. */
export function mapOption(parts: ChartParts, map: string, points: Readonly<Record<string, [number, number]>>): Option {
  const measure = parts.measures[0]!;
  const { data, dimension } = parts;
  const areas = data.rows.flatMap((row, index) => { const area = row[dimension]; return isReference(area) ? [{ name: area.title, code: area.id, index, value: numberOf(row, measure), text: measureText(row[measure.name], measure, measure.unit) }] : []; });
  const values = areas.map((a) => a.value ?? 0);
  const { text, size } = ink(parts.dark);
  const shades = parts.dark ? ['#12305c', '#2f7de1', '#8fd0ff'] : ['#e3eefb', '#7fb0e8', '#1a5fb4'];
  return {
    ...base(parts),
    tooltip: { trigger: 'item', confine: true },
    visualMap: { min: Math.min(0, ...values), max: Math.max(1, ...values), left: 8, bottom: 8, itemHeight: 80, calculable: false, seriesIndex: 0, inRange: { color: shades }, textStyle: { color: text, fontSize: size } },
    geo: { map, show: true, roam: false, nameProperty: 'name', itemStyle: { areaColor: parts.dark ? '#0d2244' : '#f4f6f9', borderColor: parts.dark ? '#3a6fc4' : '#8f9aa9' }, layoutCenter: ['50%', '50%'], layoutSize: '96%', silent: true },
    series: [
      {
        type: 'map', map, geoIndex: undefined, layoutCenter: ['50%', '50%'], layoutSize: '96%', selectedMode: false, name: measure.label, nameProperty: 'name',
        itemStyle: { areaColor: parts.dark ? '#0d2244' : '#f4f6f9', borderColor: parts.dark ? '#3a6fc4' : '#8f9aa9' }, emphasis: { label: { color: text }, itemStyle: { areaColor: '#f5b841' } },
        label: { show: true, color: text, fontSize: size, textBorderColor: parts.dark ? '#0b1b36' : '#fff', textBorderWidth: 2 },
        data: areas.map(({ name, value, index, text: shown }) => ({ name, value, index, tooltip: { formatter: `${name}<br/>${shown}` } })),
      },
      {
        type: 'effectScatter', coordinateSystem: 'geo', symbolSize: 14, rippleEffect: { scale: 2.2 }, itemStyle: { color: '#f5b841', borderColor: '#7a4a00', borderWidth: 1 },
        label: { show: true, formatter: '{b}', position: 'right', color: text, fontSize: size, textBorderColor: parts.dark ? '#0b1b36' : '#fff', textBorderWidth: 3 },
        data: areas.filter((a) => points[a.code]).map(({ name, value, index, code, text: shown }) => ({ name, value: [...points[code]!, value], index, tooltip: { formatter: `${name}<br/>${shown}` } })),
      },
    ],
  };
}
