import { lazy, Suspense, useRef, useState } from 'react';
import type { ClientAction } from '../../model/client-types.ts';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Dialog } from '../widgets/dialog.tsx';
import { Skeleton } from '../widgets/states.tsx';
import { toast } from '../widgets/toast.tsx';

const ActionForm = lazy(() => import('./form/action-form.tsx'));

interface ActionButtonProps { action: ClientAction; path: string; version?: number; onDone: () => void; onStale?: () => void }

/** A declared action: asks first where it should, takes its input, and says why when it is refused. */
export function ActionButton({ action, path, version, onDone, onStale }: ActionButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const sending = useRef(false);
  const needsForm = action.input.length > 0;

  const send = async (input?: Record<string, unknown>): Promise<ApiError | null> => {
    if (sending.current) return null;
    sending.current = true;
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await api.post<{ download?: { url: string; name: string } }>(path, { ...(version === undefined ? {} : { version }), ...(input === undefined ? {} : { input }) });
      if (answer.download !== undefined) {
        const link = document.createElement('a');
        link.href = answer.download.url;
        link.download = answer.download.name;
        link.click();
      }
      setOpen(false);
      toast('success', t('action.done', { label: action.label }));
      onDone();
      return null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === 'record.stale') onStale?.();
      if (!needsForm) { setRefusal(error); setOpen(true); }
      return error;
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  const look = action.style === 'default' ? 'default' : action.style;
  const close = () => { setOpen(false); setRefusal(null); };
  return (
    <>
      <Button look={look} isBusy={isBusy && !isOpen} onClick={() => { if (needsForm || action.confirm !== undefined) setOpen(true); else void send(); }}>{action.label}</Button>
      {!isOpen ? null : needsForm ? (
        <Suspense fallback={<Dialog title={action.label} onClose={close}><Skeleton rows={3} /></Dialog>}>
          <ActionForm action={action} isBusy={isBusy} send={send} onClose={close} />
        </Suspense>
      ) : (
        <Dialog title={action.label} width={440} tone={action.style === 'danger' ? 'danger' : undefined} onClose={close} footer={<>
          <Button onClick={close}>{t(refusal === null ? 'action.cancel' : 'action.close')}</Button>
          {refusal === null ? <Button look={action.style === 'danger' ? 'danger' : 'primary'} data-first isBusy={isBusy} onClick={() => { void send(); }}>{action.label}</Button> : null}
        </>}>
          {refusal === null ? <p>{action.confirm}</p> : <Refusal error={refusal} />}
        </Dialog>
      )}
    </>
  );
}

/** The reasons of a refusal, all of them. */
export function Refusal({ error }: { error: ApiError }) {
  const messages = [...new Set(error.problem.errors.map((item) => item.message))];
  return (
    <div className="problems" role="alert">
      {messages.length === 0 ? <p>{error.message}</p> : <ul>{messages.map((message) => <li key={message}>{message}</li>)}</ul>}
      {error.problem.hint === undefined ? null : <p className="muted">{error.problem.hint}</p>}
    </div>
  );
}
