import { lazy, Suspense, useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import type { ClientReport } from '../../../model/client-types.ts';
import { api } from '../../api.ts';
import { t } from '../../texts.ts';
import { formatDateTime } from '../../widgets/format.ts';
import { PageHead } from '../../widgets/page.tsx';
import { Empty, Failure, Skeleton } from '../../widgets/states.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { FilterBar } from '../list/filter-bar.tsx';
import { useCrumbs } from '../use-crumbs.ts';
import { PivotTable } from './pivot-table.tsx';
import { askFrom, paramsOf, stateFrom } from './report-query.ts';
import { reportQuery } from './report-data.ts';
import type { ReportAsk, ReportData } from './report-data.ts';
import { ReportTable } from './report-table.tsx';
import { ReportTools } from './report-tools.tsx';
import '../list/list.css';
import './report.css';

const ReportChart = lazy(() => import('./report-chart.tsx'));

/** A report: filters, a chart, figures by its dimensions with totals, and the way to the records behind each. */
export default function ReportPage() {
  const { app = '', name = '' } = useParams();
  const loaded = useLoad<ClientReport>(`${app}/${name}`, (signal) => api.get<ClientReport>(`/api/model/${app}/report/${name}`, {}, signal));
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={8} />;
  return <ReportView key={`${app}/${name}`} report={loaded.data} />;
}

function ReportView({ report }: { report: ClientReport }) {
  const [params, setParams] = useSearchParams();
  const crumbs = useCrumbs(report.app, report.name, 'report');
  const text = params.toString();
  const ask = useMemo<ReportAsk>(() => askFrom(new URLSearchParams(text), report), [text, report]);
  const path = `/api/reports/${report.app}/${report.name}`;
  const loaded = useLoad<ReportData>(reportQuery(ask), (signal) => api.get<ReportData>(`${path}?${reportQuery(ask)}`, {}, signal));
  const state = useMemo(() => stateFrom(new URLSearchParams(text), report, loaded.data?.filter), [text, report, loaded.data]);
  return (
    <div className="report-page">
      <PageHead title={report.label} crumbs={crumbs} actions={<ReportTools report={report} params={params} setParams={setParams} exportPath={`${path}/export?${reportQuery(ask)}`} />} />
      {report.description === undefined ? null : <p className="report-description">{report.description}</p>}
      <FilterBar list={report} state={state} onChange={({ filters }) => setParams(paramsOf(filters, params))} />
      {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : loaded.data === null ? <Skeleton rows={8} /> : <Figures report={report} data={loaded.data} ask={{ ...ask, filter: loaded.data.filter }} />}
    </div>
  );
}

function Figures({ report, data, ask }: { report: ClientReport; data: ReportData; ask: ReportAsk }) {
  const isEmpty = data.rows.length === 0 && data.columns.some((column) => column.role === 'dimension');
  if (isEmpty && Object.values(data.totals).every((value) => value === null || value === 0)) return <Empty title={t('report.none')} hint={t('report.noneHint')} />;
  return (
    <>
      {report.chart === 'none' ? null : <Suspense fallback={<Skeleton rows={4} />}><ReportChart report={report} data={data} ask={ask} /></Suspense>}
      <section className="card">
        {data.subtotals !== undefined && report.pivot !== undefined ? <PivotTable data={data} report={report} label={report.label} /> : <ReportTable report={report} data={data} ask={ask} />}
        <p className="report-foot muted">{t('dashboard.asOf', { at: formatDateTime(data.at) })}{data.more ? ` · ${t('report.more')}` : ''}{data.rows.some((row) => row['$mark'] === 'incomplete') ? ` · ${t('report.incomplete')}` : ''}</p>
      </section>
    </>
  );
}
