import { useId, useState } from 'react';
import type { ClientTask, ClientTaskDetail } from '../../model/client-task-types.ts';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Dialog } from '../widgets/dialog.tsx';
import { Failure, Skeleton } from '../widgets/states.tsx';
import { Tag } from '../widgets/tag.tsx';
import { useLoad } from '../widgets/use-load.ts';
import { Refusal } from '../views/action-button.tsx';
import { OpinionTemplates } from './opinion-templates.tsx';

interface Result { id: string; ok: boolean; message?: string }

/** Decides several tasks of one step at once; each that can't be decided says why and stops none of the others. */
export function BatchBar({ tasks, onDone, onClear }: { tasks: ClientTask[]; onDone: () => void; onClear: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [first] = tasks;
  if (first === undefined) return null;
  const isOneStep = tasks.every((task) => task.process.name === first.process.name && task.task === first.task && task.kind === first.kind);
  return (
    <div className="batch-bar" role="group" aria-label={t('batch.title')}>
      <span>{t('batch.count', { count: tasks.length })}</span>
      <Button look="primary" disabled={!isOneStep} title={isOneStep ? undefined : t('batch.oneStep')} onClick={() => setOpen(true)}>{t('batch.title')}</Button>
      <Button look="link" onClick={onClear}>{t('batch.clear')}</Button>
      {isOneStep ? null : <span className="muted">{t('batch.oneStep')}</span>}
      {isOpen ? <BatchDialog tasks={tasks} first={first} onClose={(isDone) => { setOpen(false); if (isDone) onDone(); }} /> : null}
    </div>
  );
}

function BatchDialog({ tasks, first, onClose }: { tasks: ClientTask[]; first: ClientTask; onClose: (isDone: boolean) => void }) {
  const id = useId();
  const loaded = useLoad(`batch/${first.id}`, (signal) => api.get<ClientTaskDetail>(`/api/tasks/${encodeURIComponent(first.id)}`, {}, signal));
  const [outcome, setOutcome] = useState<string | null>(null);
  const [opinion, setOpinion] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const [results, setResults] = useState<Result[] | null>(null);
  const outcomes = loaded.data?.outcomes ?? [];
  const chosen = outcomes.find(({ name }) => name === outcome) ?? outcomes[0];
  const isMissing = chosen?.opinion === 'required' && opinion.trim() === '';
  const send = async () => {
    if (chosen === undefined || isBusy || isMissing) return;
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await api.post<{ results: Result[] }>('/api/tasks/batch', { items: tasks.map((task) => ({ id: task.id, outcome: chosen.name, ...(opinion.trim() === '' ? {} : { opinion: opinion.trim() }) })) });
      setResults(answer.results);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('batch.title')} onClose={() => onClose(results !== null)} footer={results === null ? <>
      <Button onClick={() => onClose(false)}>{t('action.cancel')}</Button>
      <Button look="primary" isBusy={isBusy} disabled={chosen === undefined || isMissing} onClick={() => { void send(); }}>{t('batch.send', { count: tasks.length })}</Button>
    </> : <Button look="primary" data-first onClick={() => onClose(true)}>{t('action.close')}</Button>}>
      {results !== null ? (
        <ul className="batch-results" role="status">
          {results.map((result) => <li key={result.id}><Tag text={t(result.ok ? 'batch.done' : 'batch.failed')} color={result.ok ? 'green' : 'red'} /><span>{tasks.find((task) => task.id === result.id)?.record.title}</span>{result.message === undefined ? null : <span className="muted">{result.message}</span>}</li>)}
        </ul>
      ) : loaded.error !== null ? <Failure error={loaded.error} /> : loaded.data === null ? <Skeleton rows={3} /> : (
        <>
          <p className="muted">{t('batch.of', { process: first.process.label, step: first.label })}</p>
          <fieldset className="choice-group"><legend>{t('task.outcomes')}</legend>
            {outcomes.map((each) => <label key={each.name}><input type="radio" name={`${id}-outcome`} checked={each === chosen} onChange={() => setOutcome(each.name)} />{each.label}</label>)}
          </fieldset>
          <label className="label" htmlFor={`${id}-opinion`}>{t('task.opinion')}</label>
          <textarea id={`${id}-opinion`} className="input" rows={3} maxLength={1000} value={opinion} onChange={(event) => setOpinion(event.target.value)} />
          <OpinionTemplates onChoose={setOpinion} />
        </>
      )}
      {refusal === null ? null : <Refusal error={refusal} />}
    </Dialog>
  );
}
