import { useId, useState } from 'react';
import type { ClientList } from '../../../model/client-types.ts';
import { api, ApiError, recordsPath } from '../../api.ts';
import { cancelJob, fetchResult, followJob, isRunning, type Job } from '../../jobs/job.ts';
import { JobProgress } from '../../jobs/job-progress.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { conditionOf } from './list-query.ts';
import type { ListState } from './list-query.ts';

/** Lets the server write the filtered list as a sheet with the chosen columns, shows how far it is, then downloads it. */
export function ExportButton({ list, state }: { list: ClientList; state: ListState }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="download" onClick={() => setOpen(true)}>{t('list.export')}</Button>
      {isOpen ? <ExportDialog list={list} state={state} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ExportDialog({ list, state, onClose }: { list: ClientList; state: ListState; onClose: () => void }) {
  const id = useId();
  const shown = list.columns.map(({ name, label }) => ({ name, label }));
  const others = list.fields.filter(({ name, type }) => type !== 'lines' && !shown.some((column) => column.name === name)).map(({ name, label }) => ({ name, label }));
  const all = [...shown, ...others];
  const [fields, setFields] = useState<ReadonlySet<string>>(new Set(shown.map(({ name }) => name)));
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [isStarted, setStarted] = useState(false);
  const [job, setJob] = useState<Job | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const toggle = (name: string) => setFields((old) => { const next = new Set(old); if (!next.delete(name)) next.add(name); return next; });

  const start = async () => {
    setStarted(true);
    setFailure(null);
    try {
      const { job: started } = await api.post<{ job: string }>(`${recordsPath(list.entityApp, list.entity)}/export`, {
        filter: conditionOf(state, list) ?? {}, search: state.search, sort: state.sort === '' ? list.sort : state.sort,
        fields: all.map(({ name }) => name).filter((name) => fields.has(name)), list: `${list.app}/${list.name}`, format,
      });
      const ended = await followJob(started, setJob);
      if (ended.status === 'done') fetchResult(ended);
    } catch (error) {
      setFailure(error instanceof ApiError ? error.message : t('error.unknown'));
    }
  };
  const error = failure ?? job?.error ?? null;
  if (!isStarted) {
    return (
      <Dialog title={t('list.export')} width={560} onClose={onClose} footer={<>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button data-first look="primary" disabled={fields.size === 0} onClick={() => { void start(); }}>{t('list.exportStart')}</Button>
      </>}>
        <fieldset className="plain-set">
          <legend>{t('list.exportColumns')}</legend>
          <p><Button look="link" onClick={() => setFields(new Set(all.map(({ name }) => name)))}>{t('list.exportAll')}</Button> <Button look="link" onClick={() => setFields(new Set(shown.map(({ name }) => name)))}>{t('list.exportShown')}</Button></p>
          <div className="checks">{all.map(({ name, label }) => <label key={name} className="checkbox"><input type="checkbox" checked={fields.has(name)} onChange={() => toggle(name)} />{label}</label>)}</div>
        </fieldset>
        <fieldset className="plain-set">
          <legend>{t('list.exportFormat')}</legend>
          <div className="checks">{(['xlsx', 'csv'] as const).map((kind) => <label key={kind} className="checkbox"><input type="radio" name={`${id}-format`} checked={format === kind} onChange={() => setFormat(kind)} />{t(`list.export.${kind}`)}</label>)}</div>
        </fieldset>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('list.export')} width={420} onClose={onClose} footer={<>
      {job?.result === undefined ? null : <a className="button button-primary" href={job.result.url} download={job.result.name}>{t('action.download')}</a>}
      {job !== null && isRunning(job) ? <Button onClick={() => { void cancelJob(job.id); }}>{t('job.cancel')}</Button> : null}
      <Button data-first onClick={onClose}>{t(error === null && (job === null || isRunning(job)) ? 'list.exportHide' : 'action.close')}</Button>
    </>}>
      {error !== null ? <p className="field-error" role="alert">{error}</p> : job?.status === 'done' ? <p role="status">{t('list.exportDone', { name: job.result?.name ?? '' })}</p> : <JobProgress job={job} label={t('list.export')} />}
    </Dialog>
  );
}
