import { useRef, useState } from 'react';
import type { ClientList } from '../../../model/client-types.ts';
import { api, recordsPath } from '../../api.ts';
import { cancelJob, followJob, isRunning, type Job } from '../../jobs/job.ts';
import { JobProgress } from '../../jobs/job-progress.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { Refusal } from '../action-button.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportResult, type ImportReport } from './import-result.tsx';
import './import.css';
import { useSending } from '../../widgets/use-sending.ts';

/** What the server says of a sheet before anything is imported. */
export interface Preview {
  columns: { header: string; path: string | null; ignored: boolean; message?: string }[];
  fields: { path: string; label: string; required: boolean }[];
  keys: { fields: string[]; label: string }[];
  rows: (string | number | boolean | null)[][];
  total: number | null;
}
export interface Choices { mode: 'all-or-nothing' | 'skip-bad'; key: string; existing: 'update' | 'skip'; mapping: Record<string, string | null> }
type Step = 'file' | 'columns' | 'checked' | 'done';

/** From a file to records: choose it, say what its columns mean, look at what would happen, import, see what did. */
export default function ImportDialog({ list, onDone, onClose }: { list: ClientList; onDone: () => void; onClose: () => void }) {
  const path = recordsPath(list.entityApp, list.entity);
  const input = useRef<HTMLInputElement>(null);
  const [step, setStep] = useState<Step>('file');
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [choices, setChoices] = useState<Choices>({ mode: 'all-or-nothing', key: '', existing: 'update', mapping: {} });
  const [job, setJob] = useState<Job | null>(null);
  const { send, isBusy, refusal } = useSending();
  const look = (chosen: File) => send(async () => {
    setFile(chosen);
    const form = new FormData();
    form.append('file', chosen);
    const found = await api.form<Preview>(`${path}/import/preview`, form);
    setPreview(found);
    setChoices((old) => ({ ...old, mapping: Object.fromEntries(found.columns.filter(({ header }) => header !== '').map((column) => [column.header, column.path])) }));
    setStep('columns');
  });
  const run = (dryRun: boolean) => send(async () => {
    if (file === null) return;
    setJob(null);
    const form = new FormData();
    const { mode, key, existing, mapping } = choices;
    form.append('options', JSON.stringify({ mode, dryRun, mapping, ...(key === '' ? {} : { key: key.split(','), existing }) }));
    form.append('file', file);
    const { job: id } = await api.form<{ job: string }>(`${path}/import`, form);
    const ended = await followJob(id, setJob);
    setStep(dryRun && ended.status === 'done' ? 'checked' : dryRun ? 'columns' : 'done');
    if (!dryRun) onDone();
  });
  const report = job?.report as unknown as ImportReport | undefined;
  const goesOn = job !== null && isRunning(job);
  const mayImport = report !== undefined && (report.failed === 0 || (choices.mode === 'skip-bad' && report.created + report.updated > 0));
  const footer = goesOn
    ? <><Button onClick={() => { void cancelJob(job.id); }}>{t('job.cancel')}</Button><Button data-first onClick={onClose}>{t('list.exportHide')}</Button></>
    : step === 'file' ? <Button onClick={onClose}>{t('action.cancel')}</Button>
      : step === 'columns' ? <><Button onClick={() => setStep('file')}>{t('action.back')}</Button><Button data-first look="primary" isBusy={isBusy} onClick={() => { void run(true); }}>{t('import.check')}</Button></>
        : step === 'checked' ? <><Button onClick={() => setStep('columns')}>{t('action.back')}</Button><Button data-first look="primary" disabled={!mayImport} isBusy={isBusy} onClick={() => { void run(false); }}>{t('import.start')}</Button></>
          : <><Button onClick={() => { setJob(null); setStep('file'); }}>{t('import.another')}</Button><Button data-first look="primary" onClick={onClose}>{t('action.close')}</Button></>;
  return (
    <Dialog title={t('import.title', { label: list.label })} width={880} onClose={onClose} footer={footer}>
      <ol className="import-steps" aria-label={t('import.steps')}>{(['file', 'columns', 'checked', 'done'] as const).map((one, i) => <li key={one} aria-current={one === step ? 'step' : undefined}><span>{i + 1}</span>{t(`import.step.${one}`)}</li>)}</ol>
      {refusal === null ? null : <Refusal error={refusal} />}
      {goesOn ? <JobProgress job={job} label={t('import.open')} /> : step === 'file' ? (
        <>
          <p className="import-drop" onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); const dropped = event.dataTransfer.files[0]; if (dropped) void look(dropped); }}>
            <Icon name="upload" size={28} />
            <span>{t('import.drop')}</span>
            <Button look="primary" isBusy={isBusy} onClick={() => input.current?.click()}>{t('import.choose')}</Button>
            <input ref={input} type="file" className="visually-hidden" aria-label={t('import.choose')} accept=".xlsx,.csv,.tsv,.txt" onChange={(event) => { const chosen = event.target.files?.[0]; event.target.value = ''; if (chosen) void look(chosen); }} />
          </p>
          <p className="muted">{t('import.help')} <a href={`${path}/import-template`} download>{t('import.template')}</a></p>
        </>
      ) : step === 'columns' && preview !== null ? (
        <>
          {job?.error === undefined ? null : <p className="field-error" role="alert">{job.error}</p>}
          <ImportColumns preview={preview} choices={choices} name={file?.name ?? ''} onChange={setChoices} />
        </>
      ) : job !== null ? <ImportResult job={job} report={report} isTrial={step === 'checked'} mode={choices.mode} /> : null}
    </Dialog>
  );
}
