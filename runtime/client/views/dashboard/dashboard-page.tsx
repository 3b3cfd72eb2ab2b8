import { lazy, Suspense, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import type { ClientDashboard, ClientReport } from '../../../model/client-types.ts';
import { api, ApiError } from '../../api.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { formatDateTime } from '../../widgets/format.ts';
import { PageHead } from '../../widgets/page.tsx';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import type { ReportData } from '../report/report-data.ts';
import { useCrumbs } from '../use-crumbs.ts';
import { dashboardToAmis } from './to-amis.ts';
import type { WidgetData } from './to-amis.ts';
import './dashboard.css';

const AmisView = lazy(() => import('./charts.tsx'));
const nothing = () => Promise.resolve({});

/** A page of figures and charts, each from a report under the reader's own rights. */
export default function DashboardPage() {
  const { app = '', name = '' } = useParams();
  const crumbs = useCrumbs(app, name, 'dashboard');
  const loaded = useLoad(`${app}/${name}`, async (signal) => {
    const dashboard = await api.get<ClientDashboard>(`/api/model/${app}/dashboard/${name}`, {}, signal);
    return { dashboard, data: await readWidgets(dashboard, signal), at: new Date().toISOString() };
  });
  const schema = useMemo(() => (loaded.data === null ? null : dashboardToAmis(loaded.data.dashboard, loaded.data.data, innerWidth - (innerWidth > 720 ? 244 : 24))), [loaded.data]);
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null || schema === null) return <Skeleton rows={8} />;
  return (
    <>
      <PageHead title={loaded.data.dashboard.label} crumbs={crumbs} actions={<><span className="muted">{t('dashboard.asOf', { at: formatDateTime(loaded.data.at) })}</span><Button icon="refresh" isBusy={loaded.isLoading} onClick={() => { void loaded.reload(); }}>{t('action.refresh')}</Button></>} />
      <Suspense fallback={<Skeleton rows={8} />}><AmisView key={loaded.data.at} schema={schema} load={nothing} /></Suspense>
    </>
  );
}

async function readWidgets(dashboard: ClientDashboard, signal: AbortSignal): Promise<WidgetData[]> {
  // Several widgets may show one report; it is read once.
  const reports = new Map<string, Promise<{ data: ReportData; report: ClientReport }>>();
  const read = (app: string, name: string) => {
    const key = `${app}/${name}`;
    const request = reports.get(key) ?? Promise.all([
      api.get<ReportData>(`/api/reports/${key}`, {}, signal), api.get<ClientReport>(`/api/model/${app}/report/${name}`, {}, signal),
    ]).then(([data, report]) => ({ data, report }));
    reports.set(key, request);
    return request;
  };
  return Promise.all(dashboard.widgets.map(async (widget) => {
    try {
      const { data, report } = await read(widget.report.app, widget.report.name);
      return { data, failure: null, dimensions: report.dimensions };
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) throw error;
      return { data: null, failure: error instanceof Error ? error.message : t('error.unknown') };
    }
  }));
}
