import { lazy, Suspense, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { ClientTaskDetail, TaskOutcome } from '../../model/client-task-types.ts';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Skeleton } from '../widgets/states.tsx';
import { Refusal } from '../views/action-button.tsx';
import type { RecordForm } from '../views/form/use-record-form.ts';
import { NextSteps } from './next-steps.tsx';
import { OpinionTemplates } from './opinion-templates.tsx';
import { PeoplePicker, type Choosable } from './people-picker.tsx';

const TaskEdits = lazy(() => import('./task-edits.tsx'));
interface Asked { path: string; body: Record<string, unknown>; done: string }

/** Inputs of this step, the opinion and a button for each outcome; Ctrl+Enter presses the first. */
export function Decision({ task, onDone, reload }: { task: ClientTaskDetail; onDone: (text: string) => void; reload: () => Promise<void> }) {
  const id = useId();
  const [opinion, setOpinion] = useState('');
  const [opinionError, setOpinionError] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const [signers, setSigners] = useState<Choosable[]>([]);
  const sending = useRef(false);
  const edits = useRef<RecordForm | null>(null);
  const opinionBox = useRef<HTMLTextAreaElement>(null);
  const keep = useCallback((form: RecordForm) => { edits.current = form; }, []);
  const isAdvice = task.can.resolve;
  const outcomes: TaskOutcome[] = isAdvice ? [{ name: 'advice', label: t('task.resolve'), style: 'primary', opinion: 'required', requires: [] }] : task.outcomes;
  const wantsOpinion = outcomes.some((outcome) => outcome.opinion !== 'none');
  const isAlways = outcomes.every((outcome) => outcome.opinion === 'required');
  const requiring = outcomes.filter((outcome) => outcome.opinion === 'required').map((outcome) => outcome.label);
  const chooses = task.next.find(({ steps }) => steps.some(({ choose }) => choose));

  const ask = async (outcome: string, { path, body, done }: Asked) => {
    sending.current = true;
    setBusy(outcome);
    try {
      await api.post(`/api/tasks/${encodeURIComponent(task.id)}/${path}`, body);
      onDone(done);
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

  const decide = (outcome: TaskOutcome) => {
    if (sending.current) return;
    setRefusal(null);
    if (outcome.opinion === 'required' && opinion.trim() === '') {
      setOpinionError(t('task.opinionRequired', { outcome: outcome.label }));
      opinionBox.current?.focus();
      return;
    }
    const said = opinion.trim() === '' ? {} : { opinion: opinion.trim() };
    const done = t('task.doneAs', { title: task.record.title || task.entityLabel, outcome: outcome.label });
    if (isAdvice) { void ask(outcome.name, { path: 'resolve', body: said, done }); return; }
    const values = edits.current?.read();
    // What only one outcome needs must not stop the others.
    const changes = values === null ? null : edits.current?.changes();
    if (changes === null) return;
    const chosen = chooses?.outcome === outcome.name && signers.length > 0 ? { signers: signers.map((person) => person.id) } : {};
    void ask(outcome.name, { path: 'complete', body: { outcome: outcome.name, version: task.version, ...said, ...chosen, ...(changes === undefined || Object.keys(changes).length === 0 ? {} : { values: changes }) }, done });
  };

  const decideFirst = useRef(() => undefined as void);
  decideFirst.current = () => { if (outcomes[0] !== undefined) decide(outcomes[0]); };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      decideFirst.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  return (
    <div className="decision-form">
      {task.edits.length === 0 || isAdvice ? null : <Suspense fallback={<Skeleton rows={2} />}><TaskEdits task={task} onForm={keep} /></Suspense>}
      {wantsOpinion ? (
        <div className={`field${opinionError === null ? '' : ' has-error'}`}>
          <div className="label"><label htmlFor={id}>{t('task.opinion')}</label>{isAlways ? <span className="required" aria-hidden="true">*</span> : null}</div>
          <div className="field-body">
            <textarea ref={opinionBox} id={id} className="input" rows={3} maxLength={1000} value={opinion} aria-invalid={opinionError !== null || undefined} aria-required={isAlways || undefined} aria-describedby={`${id}-help`}
              onChange={(event) => { setOpinion(event.target.value); setOpinionError(null); }} />
            <p id={`${id}-help`} className={opinionError === null ? 'field-help' : 'field-error'} role={opinionError === null ? undefined : 'alert'}>{opinionError ?? (isAlways || requiring.length === 0 ? t('task.opinionHelp') : t('task.opinionFor', { outcomes: requiring.join('、') }))}</p>
            <OpinionTemplates written={opinion} onChoose={(text) => { setOpinion(text); setOpinionError(null); opinionBox.current?.focus(); }} />
          </div>
        </div>
      ) : null}
      {chooses === undefined ? null : <PeoplePicker label={t('task.chooseSigners')} isMany value={signers} onChange={setSigners} load={(q, signal) => api.get<{ items: Choosable[] }>(`/api/tasks/${encodeURIComponent(task.id)}/people`, { for: 'signers', q }, signal)} />}
      {refusal === null ? null : <Refusal error={refusal} />}
      <div className="outcomes" role="group" aria-label={t('task.outcomes')}>
        {outcomes.map((outcome, index) => <Button key={outcome.name} look={outcome.style} title={index === 0 ? 'Ctrl+Enter' : undefined} isBusy={busy === outcome.name} disabled={busy !== null && busy !== outcome.name} onClick={() => decide(outcome)}>{outcome.label}</Button>)}
      </div>
      <NextSteps task={task} />
    </div>
  );
}
