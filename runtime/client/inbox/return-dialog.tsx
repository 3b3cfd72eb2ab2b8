import { useId, useState } from 'react';
import type { ClientTaskDetail } from '../../model/client-task-types.ts';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Dialog } from '../widgets/dialog.tsx';
import { Failure, Skeleton } from '../widgets/states.tsx';
import { useLoad } from '../widgets/use-load.ts';
import { Refusal } from '../views/action-button.tsx';
import { OpinionTemplates } from './opinion-templates.tsx';

interface Target { node: string; label: string; kind: 'step' | 'applicant' }

/** Returns a task to one of the steps that are safe, with the reason. */
export function ReturnDialog({ task, onClose, onDone }: { task: ClientTaskDetail; onClose: () => void; onDone: (text: string) => void }) {
  const id = useId();
  const [to, setTo] = useState<string | null>(null);
  const [opinion, setOpinion] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const path = `/api/tasks/${encodeURIComponent(task.id)}`;
  const loaded = useLoad(`targets/${task.id}`, (signal) => api.get<{ items: Target[] }>(`${path}/targets`, {}, signal));
  const targets = loaded.data?.items ?? [];
  const chosen = targets.find((target) => keyOf(target) === to) ?? (targets.length === 1 ? targets[0] : undefined);
  const send = async () => {
    if (chosen === undefined || isBusy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await api.post(`${path}/return`, { to: keyOf(chosen), opinion: opinion.trim(), version: task.version });
      onDone(t('operation.return.done', { step: chosen.label }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('operation.return')} onClose={onClose} footer={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="primary" isBusy={isBusy} disabled={chosen === undefined || opinion.trim() === ''} onClick={() => { void send(); }}>{t('operation.return')}</Button>
    </>}>
      {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : loaded.data === null ? <Skeleton rows={3} /> : targets.length === 0 ? <p className="notice">{t('operation.return.none')}</p> : (
        <fieldset className="choice-group"><legend>{t('operation.return.to')}</legend>
          {targets.map((target) => <label key={keyOf(target)}><input type="radio" name={`${id}-to`} checked={target === chosen} onChange={() => setTo(keyOf(target))} />{target.label}{target.kind === 'applicant' ? <span className="muted">{t('operation.return.applicant')}</span> : null}</label>)}
        </fieldset>
      )}
      <label className="label" htmlFor={`${id}-opinion`}>{t('operation.return.reason')}</label>
      <textarea id={`${id}-opinion`} className="input" rows={3} maxLength={1000} required value={opinion} onChange={(event) => setOpinion(event.target.value)} />
      <OpinionTemplates onChoose={setOpinion} />
      {refusal === null ? null : <Refusal error={refusal} />}
    </Dialog>
  );
}

const keyOf = (target: Target): string => (target.node === '' ? 'applicant' : target.node);
