import { useState } from 'react';
import type { ClientList } from '../../../model/client-types.ts';
import { api, ApiError, recordsPath } from '../../api.ts';
import { cancelJob, fetchResult, followJob, isRunning, type Job } from '../../jobs/job.ts';
import { JobProgress } from '../../jobs/job-progress.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { Refusal } from '../action-button.tsx';
import type { Printable } from '../print-buttons.tsx';
import type { Selected } from './selection.ts';

/** Prints all selected records in the background and fetches the file. */
export function PrintMany({ list, prints, selected }: { list: ClientList; prints: readonly Printable[]; selected: ReadonlyMap<string, Selected> }) {
  const [open, setOpen] = useState<Printable | null>(null);
  const [job, setJob] = useState<Job | null>(null);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const start = async (print: Printable) => {
    setOpen(print);
    setJob(null);
    setRefusal(null);
    try {
      const { job: id } = await api.post<{ job: string }>(`${recordsPath(list.entityApp, list.entity)}/print/${encodeURIComponent(print.name)}`, { ids: [...selected.keys()] });
      const ended = await followJob(id, setJob);
      if (ended.status === 'done') fetchResult(ended);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error);
    }
  };
  return (
    <>
      {prints.map((print) => <Button key={print.name} icon="print" onClick={() => { void start(print); }}>{print.label}</Button>)}
      {open === null ? null : (
        <Dialog title={open.label} width={480} onClose={() => setOpen(null)} footer={<>
          {job?.result === undefined ? null : <a className="button button-primary" href={job.result.url} download={job.result.name}>{t('action.download')}</a>}
          {job !== null && isRunning(job) ? <Button onClick={() => { void cancelJob(job.id); }}>{t('job.cancel')}</Button> : null}
          <Button data-first onClick={() => setOpen(null)}>{t(job !== null && isRunning(job) ? 'list.exportHide' : 'action.close')}</Button>
        </>}>
          {refusal !== null ? <Refusal error={refusal} /> : job?.error !== undefined ? <p className="field-error" role="alert">{job.error}</p> : <JobProgress job={job} label={open.label} />}
        </Dialog>
      )}
    </>
  );
}
