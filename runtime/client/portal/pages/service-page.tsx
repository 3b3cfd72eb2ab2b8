import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { usePortal } from '../portal-state.tsx';
import { Failed, Waiting } from '../states.tsx';
import { useFetch } from '../use-fetch.ts';
import { isSignIn, useSignIn } from './any-page.tsx';

interface Opened { kind: 'page' | 'partner'; app: string; page: string }

/** The address of an entry: goes on to where it leads, or says that it is off line. */
export default function ServicePage() {
  const { id = '' } = useParams();
  const { api, app, account } = usePortal();
  const navigate = useNavigate();
  const { data, error, reload } = useFetch(`service ${id} ${account?.phone ?? ''}`, async () => {
    const opened = await api.get<Opened>(`/services/${encodeURIComponent(id)}`);
    if (opened.kind === 'partner') {
      const { url } = await api.post<{ url: string }>(`/partners/${opened.page}/handover`);
      window.location.assign(url);
    }
    return opened;
  });
  useSignIn(error);
  useEffect(() => { if (data?.kind === 'page') void navigate(`/${data.app}/${data.page}`, { replace: true }); }, [data, navigate, app]);
  return error !== null && !isSignIn(error) ? <Failed error={error} retry={reload} /> : <Waiting />;
}
