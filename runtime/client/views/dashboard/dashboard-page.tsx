import { lazy, Suspense, useMemo } from 'react';
import { Link, useParams } from 'react-router-dom';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { formatDateTime } from '../../widgets/format.ts';
import { PageHead } from '../../widgets/page.tsx';
import { screenPath } from '../../widgets/paths.ts';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { useCrumbs } from '../use-crumbs.ts';
import { dashboardToAmis } from './to-amis.ts';
import { useDashboard } from './use-dashboard.ts';
import './dashboard.css';

const AmisView = lazy(() => import('./charts.tsx'));
const nothing = () => Promise.resolve({});

/** Blocks of figures and charts, each from a report under the reader's own rights. */
export default function DashboardPage() {
  const { app = '', name = '' } = useParams();
  const crumbs = useCrumbs(app, name, 'dashboard');
  const { last, error, isLoading, reload } = useDashboard(app, name);
  const schemas = useMemo(() => last?.dashboard.pages.map((page, i) => dashboardToAmis(page.widgets, last.data[i] ?? [], { width: innerWidth - (innerWidth > 720 ? 244 : 24) })), [last]);
  if (last === null || schemas === undefined) return error !== null ? <Failure error={error} retry={() => { void reload(); }} /> : <Skeleton rows={8} />;
  const { dashboard, at } = last;
  return (
    <>
      <PageHead title={dashboard.label} crumbs={crumbs} actions={<>
        <span className="muted" role="status">{error !== null ? t('dashboard.stale', { at: formatDateTime(at) }) : t('dashboard.asOf', { at: formatDateTime(at) })}</span>
        {dashboard.layout === 'cockpit' ? <Link className="button button-primary" to={screenPath(app, name)}>{t('dashboard.screen')}</Link> : null}
        <Button icon="refresh" isBusy={isLoading} onClick={() => { void reload(); }}>{t('action.refresh')}</Button>
      </>} />
      {dashboard.pages.map((page, i) => (
        <section key={i} aria-label={page.label} className="dashboard-block">
          {page.label === undefined ? null : <h2 className="dashboard-title">{page.label}</h2>}
          <Suspense fallback={<Skeleton rows={8} />}><AmisView key={at} schema={schemas[i]!} load={nothing} /></Suspense>
        </section>
      ))}
    </>
  );
}
