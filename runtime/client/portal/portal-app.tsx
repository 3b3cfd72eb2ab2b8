import { lazy } from 'react';
import { BrowserRouter, Route, Routes, useParams } from 'react-router-dom';
import { PortalFrame } from './portal-frame.tsx';
import { PortalProvider } from './portal-state.tsx';
import { Failed, NotFound, Waiting } from './states.tsx';
import HomePage from './pages/home-page.tsx';

const AnyPage = lazy(() => import('./pages/any-page.tsx'));
const RecordPage = lazy(() => import('./pages/record-page.tsx'));
const SignInPage = lazy(() => import('./pages/sign-in-page.tsx'));
const AccountPage = lazy(() => import('./pages/account-page.tsx'));
const SearchPage = lazy(() => import('./pages/search-page.tsx'));
const ServicePage = lazy(() => import('./pages/service-page.tsx'));
const QuestionnairePage = lazy(() => import('./pages/questionnaire-page.tsx'));

/** All public pages; the first part of the address names the portal. */
export function PortalApp() {
  return (
    <BrowserRouter basename="/portal">
      <Routes>
        <Route path=":app" element={<OnePortal />}>
          <Route index element={<HomePage />} />
          <Route path="sign-in" element={<SignInPage />} />
          <Route path="me" element={<AccountPage />} />
          <Route path="search" element={<SearchPage />} />
          <Route path="services/:id" element={<ServicePage />} />
          <Route path="q/:id" element={<QuestionnairePage />} />
          <Route path=":page" element={<AnyPage />} />
          <Route path=":page/:id" element={<RecordPage />} />
          <Route path="*" element={<NotFound />} />
        </Route>
        <Route path="*" element={<NotFound />} />
      </Routes>
    </BrowserRouter>
  );
}

function OnePortal() {
  const { app = '' } = useParams();
  return (
    <PortalProvider key={app} app={app} waiting={<Waiting />} failed={(error, retry) => <Failed error={error} retry={retry} />}>
      <PortalFrame />
    </PortalProvider>
  );
}
