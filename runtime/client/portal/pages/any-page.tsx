import { lazy, useEffect } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import type { ClientPortalPage } from '../../../model/client-portal-types.ts';
import { PortalError } from '../portal-api.ts';
import { usePortal } from '../portal-state.tsx';
import { Failed, Waiting } from '../states.tsx';
import { locale } from '../texts.ts';
import { useFetch } from '../use-fetch.ts';

const ListPage = lazy(() => import('./list-page.tsx'));
const FormPage = lazy(() => import('./form-page.tsx'));
const MapPage = lazy(() => import('./map-page.tsx'));
const TextPage = lazy(() => import('./text-page.tsx'));
const QuestionnairesPage = lazy(() => import('./questionnaires-page.tsx'));

/** A page by its name; who has to sign in first comes back to it. */
export default function AnyPage() {
  const { page = '' } = useParams();
  const { data, error, reload } = usePage(page);
  if (error !== null) return <Failed error={error} retry={reload} />;
  if (data === null) return <Waiting />;
  switch (data.type) {
    case 'form': return <FormPage key={page} page={data} />;
    case 'list': case 'mine': return <ListPage key={page} page={data} />;
    case 'map': return <MapPage key={page} page={data} />;
    case 'text': return <TextPage page={data} />;
    case 'questionnaires': return <QuestionnairesPage page={data} />;
    default: return <Failed error={new PortalError({ code: 'not-found' }, 404)} />;
  }
}

/** Loads a page's definition; leads to the sign-in where it is needed. */
export function usePage(name: string) {
  const { api, app, account } = usePortal();
  const loaded = useFetch(`${app}/${name} ${account?.phone ?? ''} ${locale()}`, () => api.get<ClientPortalPage>(`/pages/${encodeURIComponent(name)}`));
  useSignIn(loaded.error);
  return isSignIn(loaded.error) ? { ...loaded, error: null } : loaded;
}

/** Leads to the sign-in when that is what is missing, and back afterwards. */
export function useSignIn(error: unknown): void {
  const { app, setAccount } = usePortal();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const needed = isSignIn(error);
  useEffect(() => {
    if (!needed) return;
    setAccount(null);
    void navigate(`/${app}/sign-in?to=${encodeURIComponent(pathname + search)}`, { replace: true });
  }, [needed, app, navigate, pathname, search, setAccount]);
}

export function isSignIn(error: unknown): boolean {
  return error instanceof PortalError && error.status === 401;
}
