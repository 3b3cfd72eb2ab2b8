import { lazy, Suspense, useCallback, useId, useRef, useState } from 'react';
import type { ClientTaskDetail, TaskOutcome } from '../../model/client-types.ts';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Skeleton } from '../widgets/states.tsx';
import { Refusal } from '../views/action-button.tsx';
import type { RecordForm } from '../views/form/use-record-form.ts';

const TaskEdits = lazy(() => import('./task-edits.tsx'));

/** Inputs of this step, the opinion and a button for each outcome. */
export function Decision({ task, onDone, reload }: { task: ClientTaskDetail; onDone: () => void; reload: () => Promise<void> }) {
  const id = useId();
  const [opinion, setOpinion] = useState('');
  const [opinionError, setOpinionError] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const sending = useRef(false);
  const edits = useRef<RecordForm | null>(null);
  const opinionBox = useRef<HTMLTextAreaElement>(null);
  const keep = useCallback((form: RecordForm) => { edits.current = form; }, []);
  const wantsOpinion = task.outcomes.some((outcome) => outcome.opinion !== 'none');
  const isAlways = task.outcomes.every((outcome) => outcome.opinion === 'required');
  const requiring = task.outcomes.filter((outcome) => outcome.opinion === 'required').map((outcome) => outcome.label);

  const complete = async (outcome: TaskOutcome) => {
    if (sending.current) return;
    setRefusal(null);
    if (outcome.opinion === 'required' && opinion.trim() === '') {
      setOpinionError(t('task.opinionRequired', { outcome: outcome.label }));
      opinionBox.current?.focus();
      return;
    }
    const values = edits.current?.read();
    // What only one outcome needs must not stop the others.
    const changes = values === null ? null : edits.current?.changes();
    if (changes === null) return;
    sending.current = true;
    setBusy(outcome.name);
    try {
      await api.post(`/api/tasks/${encodeURIComponent(task.id)}/complete`, {
        outcome: outcome.name, version: task.version, ...(opinion.trim() === '' ? {} : { opinion: opinion.trim() }), ...(changes === undefined || Object.keys(changes).length === 0 ? {} : { values: changes }),
      });
      onDone();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const own = error.problem.errors.find((item) => item.field === 'opinion');
      if (own !== undefined) { setOpinionError(own.message); opinionBox.current?.focus(); }
      else {
        const atFields = error.problem.errors.filter((item) => item.field !== undefined && task.edits.some((field) => field.name === item.field?.replace(/^values\./, '').replace(/[[.].*$/, '')));
        if (atFields.length > 0) edits.current?.refuse({ ...error.problem, errors: atFields.map((item) => ({ ...item, field: item.field?.replace(/^values\./, '') })) });
        setRefusal(error);
        if (error.status === 409) void reload();
      }
    } finally {
      sending.current = false;
      setBusy(null);
    }
  };

  return (
    <div className="decision-form">
      {task.edits.length === 0 ? null : <Suspense fallback={<Skeleton rows={2} />}><TaskEdits task={task} onForm={keep} /></Suspense>}
      {wantsOpinion ? (
        <div className={`field${opinionError === null ? '' : ' has-error'}`}>
          <div className="label"><label htmlFor={id}>{t('task.opinion')}</label>{isAlways ? <span className="required" aria-hidden="true">*</span> : null}</div>
          <div className="field-body">
            <textarea ref={opinionBox} id={id} className="input" rows={4} maxLength={1000} value={opinion} aria-invalid={opinionError !== null || undefined} aria-required={isAlways || undefined} aria-describedby={`${id}-help`}
              onChange={(event) => { setOpinion(event.target.value); setOpinionError(null); }} />
            <p id={`${id}-help`} className={opinionError === null ? 'field-help' : 'field-error'} role={opinionError === null ? undefined : 'alert'}>{opinionError ?? (isAlways || requiring.length === 0 ? t('task.opinionHelp') : t('task.opinionFor', { outcomes: requiring.join('、') }))}</p>
          </div>
        </div>
      ) : null}
      {refusal === null ? null : <Refusal error={refusal} />}
      <div className="outcomes" role="group" aria-label={t('task.outcomes')}>
        {task.outcomes.map((outcome) => <Button key={outcome.name} look={outcome.style} isBusy={busy === outcome.name} disabled={busy !== null && busy !== outcome.name} onClick={() => { void complete(outcome); }}>{outcome.label}</Button>)}
      </div>
    </div>
  );
}
