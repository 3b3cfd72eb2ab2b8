import { useState } from 'react';
import type { ClientList } from '../../../model/client-types.ts';
import { api, ApiError, recordsPath } from '../../api.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { conditionOf } from './list-query.ts';
import type { ListState } from './list-query.ts';

interface Job { id: string; status: 'waiting' | 'running' | 'done' | 'failed'; progress?: { done: number; total: number } | null; result?: { url: string; name: string }; error?: string }

/** Lets the server write the filtered list as a spreadsheet, shows how far it is, then downloads it. */
export function ExportButton({ list, state }: { list: ClientList; state: ListState }) {
  const [job, setJob] = useState<Job | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const isRunning = job !== null && (job.status === 'waiting' || job.status === 'running');

  const start = async () => {
    setFailure(null);
    setJob({ id: '', status: 'waiting' });
    try {
      const { job: id } = await api.post<{ job: string }>(`${recordsPath(list.entityApp, list.entity)}/export`, {
        filter: conditionOf(state, list) ?? {}, search: state.search, sort: state.sort === '' ? list.sort : state.sort,
        fields: list.columns.map((column) => column.name), list: `${list.app}/${list.name}`, format: 'xlsx',
      });
      await follow(id, setJob);
    } catch (error) {
      setFailure(error instanceof ApiError ? error.message : t('error.unknown'));
    }
  };
  const share = job?.progress == null || job.progress.total === 0 ? null : job.progress.done / job.progress.total;
  const error = failure ?? (job?.status === 'failed' ? job.error ?? t('error.unknown') : null);
  return (
    <>
      <Button icon="download" onClick={() => { void start(); }}>{t('list.export')}</Button>
      {job === null ? null : (
        <Dialog title={t('list.export')} width={420} onClose={() => setJob(null)} footer={<>
          {job.result === undefined ? null : <a className="button button-primary" href={job.result.url} download={job.result.name}>{t('action.download')}</a>}
          <Button onClick={() => setJob(null)}>{t(isRunning ? 'list.exportHide' : 'action.close')}</Button>
        </>}>
          {error !== null ? <p className="field-error" role="alert">{error}</p> : (
            <div role="status">
              <p>{job.status === 'done' ? t('list.exportDone', { name: job.result?.name ?? '' }) : job.progress == null ? t('list.exportWaiting') : t('list.exportProgress', { ...job.progress })}</p>
              {isRunning ? <progress className="wide" aria-label={t('list.export')} max={1} value={share ?? undefined} /> : null}
            </div>
          )}
        </Dialog>
      )}
    </>
  );
}

async function follow(id: string, show: (job: Job) => void): Promise<void> {
  for (;;) {
    const job = await api.get<Job>(`/api/jobs/${encodeURIComponent(id)}`);
    show(job);
    if (job.status === 'done' && job.result !== undefined) {
      const link = document.createElement('a');
      link.href = job.result.url;
      link.download = job.result.name;
      link.click();
    }
    if (job.status === 'done' || job.status === 'failed') return;
    await new Promise((resolve) => { setTimeout(resolve, 800); });
  }
}
