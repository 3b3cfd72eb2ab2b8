import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { ClientDetail, ClientRecycled } from '../../../model/client-types.ts';
import { api, ApiError, recordsPath } from '../../api.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { formatDateTime } from '../../widgets/format.ts';
import { PageHead } from '../../widgets/page.tsx';
import { Empty, Failure, Skeleton } from '../../widgets/states.tsx';
import { toast } from '../../widgets/toast.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { Refusal } from '../action-button.tsx';
import { Pager } from '../list/pager.tsx';
import { useCrumbs } from '../use-crumbs.ts';

/** Deleted records of an entity, each of which can be brought back. */
export default function RecyclePage() {
  const { app = '', entity = '' } = useParams();
  const crumbs = useCrumbs(app, entity);
  const [page, setPage] = useState(1);
  const [pageSize, setPageSize] = useState(20);
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const path = recordsPath(app, entity, 'recycled');
  const loaded = useLoad(`${path} ${page} ${pageSize}`, async (signal) => {
    const [detail, found] = await Promise.all([api.get<ClientDetail>(`/api/model/${app}/detail/${entity}`, {}, signal), api.get<{ items: ClientRecycled[]; total: number }>(path, { page, pageSize }, signal)]);
    return { label: detail.label, ...found };
  });
  const restore = async (item: ClientRecycled) => {
    setBusy(item.id);
    try {
      await api.post(`${path}/${item.id}/restore`);
      toast('success', t('recycle.restored', { title: item.title }));
      await loaded.reload();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error);
    } finally {
      setBusy(null);
    }
  };
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={6} />;
  const title = t('recycle.title', { label: loaded.data.label });
  return (
    <>
      <PageHead title={title} crumbs={[...crumbs, { label: title }]} />
      {loaded.data.items.length === 0 ? <Empty title={t('recycle.none')} /> : (
        <div className="card table-scroll">
          <table className="table">
            <thead><tr><th scope="col">{t('recycle.record')}</th><th scope="col">{t('recycle.deletedAt')}</th><th scope="col">{t('recycle.deletedBy')}</th><th /></tr></thead>
            <tbody>
              {loaded.data.items.map((item) => (
                <tr key={item.id}><td>{item.title}</td><td>{formatDateTime(item.deletedAt)}</td><td>{item.deletedBy?.title ?? t('history.system')}</td><td><Button isBusy={busy === item.id} onClick={() => { void restore(item); }}>{t('recycle.restore')}</Button></td></tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {loaded.data.total > pageSize ? <Pager page={page} pageSize={pageSize} total={loaded.data.total} onChange={(to, size) => { setPage(to); setPageSize(size); }} /> : null}
      {refusal === null ? null : <Dialog title={t('recycle.restore')} width={440} tone="danger" onClose={() => setRefusal(null)} footer={<Button data-first onClick={() => setRefusal(null)}>{t('action.close')}</Button>}><Refusal error={refusal} /></Dialog>}
    </>
  );
}
