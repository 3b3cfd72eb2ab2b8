import { lazy, Suspense, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import type { ClientPage } from '../../../model/client-types.ts';
import { api } from '../../api.ts';
import { PageHead } from '../../widgets/page.tsx';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { reader } from '../dashboard/use-dashboard.ts';
import { useCrumbs } from '../use-crumbs.ts';
import { pageToAmis, widgetsIn } from './page-to-amis.ts';
import '../dashboard/dashboard.css';
import './page.css';

const AmisView = lazy(() => import('./page-nodes.tsx'));
const nothing = () => Promise.resolve({});

/** A free page: nodes from a fixed list, filled under the reader's own rights. */
export default function FreePage() {
  const { app = '', name = '' } = useParams();
  const crumbs = useCrumbs(app, name, 'page');
  const loaded = useLoad(`page ${app}/${name}`, async (signal) => {
    const page = await api.get<ClientPage>(`/api/model/${app}/page/${name}`, {}, signal);
    const read = reader(signal);
    const data = new Map(await Promise.all(widgetsIn(page.body).map(async (widget) => [widget, await read(widget)] as const)));
    return { page, data };
  });
  const schema = useMemo(() => loaded.data && pageToAmis(loaded.data.page.body, loaded.data.data, innerWidth - (innerWidth > 720 ? 244 : 24)), [loaded.data]);
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null || schema === null) return <Skeleton rows={8} />;
  return (
    <>
      <PageHead title={loaded.data.page.label} crumbs={crumbs} />
      <Suspense fallback={<Skeleton rows={8} />}><AmisView schema={schema} load={nothing} /></Suspense>
    </>
  );
}
