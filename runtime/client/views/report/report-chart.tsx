import { lazy, Suspense, useMemo } from 'react';
import type { ClientReport } from '../../../model/client-types.ts';
import { api } from '../../api.ts';
import { t } from '../../texts.ts';
import { Skeleton } from '../../widgets/states.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { axisOption, pieOption } from '../dashboard/chart-options.ts';
import { keyOf, reportQuery } from './report-data.ts';
import type { ReportAsk, ReportColumn, ReportData } from './report-data.ts';

const EChart = lazy(() => import('../dashboard/echart.tsx').then((module) => ({ default: module.EChart })));
const mostSeries = 8;
const mostPlaces = 60;

/** The chart of a report: over time or its first dimension, with lines for a second one. Averages and shares are asked for anew, not added up. */
export default function ReportChart({ report, data, ask }: { report: ClientReport; data: ReportData; ask: ReportAsk }) {
  const names = data.columns.filter((column) => column.role === 'dimension').map((column) => column.name);
  const axis = report.dimensions.find((d) => d.grain !== undefined)?.name ?? names[0];
  const second = names.find((name) => name !== axis);
  const series = names.length === 2 && second !== undefined && new Set(data.rows.map((row) => keyOf(row[second]))).size <= mostSeries ? second : undefined;
  const by = [axis, series].flatMap((name) => name === undefined ? [] : [name]);
  const isWhole = by.length === names.length;
  const own = { ...ask, by };
  const loaded = useLoad<ReportData | null>(isWhole ? '' : reportQuery(own), async (signal) => isWhole ? null : api.get<ReportData>(`/api/reports/${report.app}/${report.name}?${reportQuery(own)}`, {}, signal));
  const shown = isWhole ? data : loaded.data;
  const option = useMemo(() => shown && axis !== undefined ? optionOf(report, shown, axis, series) : null, [shown, axis, series, report]);
  if (option === null) return loaded.isLoading && !isWhole ? <Skeleton rows={4} /> : null;
  return <section className="card report-chart"><div className="chart"><div role="img" aria-label={t('dashboard.chart', { label: report.label })}><Suspense fallback={<Skeleton rows={4} />}><EChart option={option} height="100%" /></Suspense></div></div></section>;
}

function optionOf(report: ClientReport, data: ReportData, axis: string, series: string | undefined): Record<string, unknown> | null {
  const places = new Set(data.rows.map((row) => keyOf(row[axis]))).size;
  // A chart of one bar says nothing, one of hundreds neither.
  if (places < 2 || places > mostPlaces || report.chart === 'none') return null;
  const measures = chartMeasures(data.columns);
  if (measures.length === 0) return null;
  const grain = data.columns.find((column) => column.name === axis)?.grain;
  const parts = { data, measures: series === undefined && report.chart !== 'pie' ? measures : measures.slice(0, 1), dimension: axis, series, fields: report.dimensions.map((d) => d.name === axis && grain !== undefined ? { ...d, grain } : d), width: innerWidth - (innerWidth > 720 ? 280 : 50) };
  return report.chart === 'pie' ? pieOption(parts) : axisOption(parts, report.chart);
}

/** Measures of at most two units, and what the first is compared with. */
function chartMeasures(columns: readonly ReportColumn[]): ReportColumn[] {
  const own = columns.filter((column) => column.role === 'measure' && column.type === 'decimal' && (column.of === undefined || column.kind === 'lastYear'));
  const units = [...new Set(own.map((column) => column.format ?? column.unit ?? ''))].slice(0, 1);
  return own.filter((column) => units.includes(column.format ?? column.unit ?? '')).slice(0, 4);
}
