import { lazy, Suspense } from 'react';
import { createBrowserRouter, isRouteErrorResponse, useRouteError } from 'react-router-dom';
import { LoginPage } from './shell/login-page.tsx';
import { Shell } from './shell/shell.tsx';
import { t } from './texts.ts';
import { Button } from './widgets/button.tsx';
import { StatusPage } from './widgets/states.tsx';

const HomePage = lazy(() => import('./inbox/home-page.tsx'));
const InboxPage = lazy(() => import('./inbox/inbox-page.tsx'));
const TaskPage = lazy(() => import('./inbox/task-page.tsx'));
const InstancePage = lazy(() => import('./inbox/instance-page.tsx'));
const MessagesPage = lazy(() => import('./inbox/messages-page.tsx'));
const MessageSettingsPage = lazy(() => import('./inbox/message-settings-page.tsx'));
const AccountPage = lazy(() => import('./shell/account-page.tsx'));
const AccessPage = lazy(() => import('./tools/access-page.tsx'));
const EvidencePage = lazy(() => import('./tools/evidence-page.tsx'));
const ListPage = lazy(() => import('./views/list/list-page.tsx'));
const FormPage = lazy(() => import('./views/form/form-page.tsx'));
const DetailPage = lazy(() => import('./views/detail/detail-page.tsx'));
const RecyclePage = lazy(() => import('./views/recycle/recycle-page.tsx'));
const DashboardPage = lazy(() => import('./views/dashboard/dashboard-page.tsx'));
const CockpitPage = lazy(() => import('./views/dashboard/cockpit-page.tsx'));
const BuilderPage = lazy(() => import('./views/questionnaire/builder-page.tsx'));
const StatisticsPage = lazy(() => import('./views/questionnaire/statistics-page.tsx'));
const OverallPage = lazy(() => import('./views/questionnaire/overall-page.tsx'));
const FreePage = lazy(() => import('./views/page/free-page.tsx'));
const ReportPage = lazy(() => import('./views/report/report-page.tsx'));

/** All addresses of the client; every page but the login is loaded when it is first opened. */
export function createRouter() {
  return createBrowserRouter([
    { path: '/login', element: <LoginPage /> },
    { path: '/screens/:app/:name', element: <Suspense fallback={null}><CockpitPage /></Suspense>, errorElement: <RouteFailure /> },
    {
      path: '/',
      element: <Shell />,
      errorElement: <RouteFailure />,
      children: [
        {
          errorElement: <RouteFailure />,
          children: [
            { index: true, element: <HomePage /> },
            { path: 'tasks', element: <InboxPage /> },
            { path: 'tasks/:id', element: <TaskPage /> },
            { path: 'instances/:id', element: <InstancePage /> },
            { path: 'messages', element: <MessagesPage /> },
            { path: 'messages/settings', element: <MessageSettingsPage /> },
            { path: 'account', element: <AccountPage /> },
            { path: 'tools/access', element: <AccessPage /> },
            { path: 'tools/evidence', element: <EvidencePage /> },
            { path: 'apps/:app/lists/:name', element: <ListPage /> },
            { path: 'apps/:app/records/:entity/new', element: <FormPage /> },
            { path: 'apps/:app/records/:entity/recycled', element: <RecyclePage /> },
            { path: 'apps/:app/records/:entity/:id', element: <DetailPage /> },
            { path: 'apps/:app/records/:entity/:id/edit', element: <FormPage /> },
            { path: 'apps/:app/questionnaires/:entity', element: <OverallPage /> },
            { path: 'apps/:app/questionnaires/:entity/:id', element: <BuilderPage /> },
            { path: 'apps/:app/questionnaires/:entity/:id/statistics', element: <StatisticsPage /> },
            { path: 'apps/:app/pages/:name', element: <FreePage /> },
            { path: 'apps/:app/dashboards/:name', element: <DashboardPage /> },
            { path: 'apps/:app/reports/:name', element: <ReportPage /> },
            { path: '403', element: <StatusPage code="403" /> },
            { path: '*', element: <StatusPage code="404" /> },
          ],
        },
      ],
    },
  ]);
}

/** A page that broke; most often its script could not be loaded after an update or without a connection. */
function RouteFailure() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <StatusPage code="404" />;
  const isScript = error instanceof Error && /dynamically imported module|importing a module|preload|failed to fetch/i.test(error.message);
  if (!isScript) return <StatusPage code="500" />;
  return (
    <div className="status-page">
      <h1>{t('status.offline')}</h1>
      <p>{t('status.offline.hint')}</p>
      <Button look="primary" icon="refresh" onClick={() => location.reload()}>{t('action.retry')}</Button>
    </div>
  );
}
