import { useId, useState } from 'react';
import type { ClientInstance } from '../../model/client-task-types.ts';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Dialog } from '../widgets/dialog.tsx';
import { toast } from '../widgets/toast.tsx';
import { Refusal } from '../views/action-button.tsx';
import { OperationDialog } from './operation-dialog.tsx';

type Action = 'recall' | 'urge' | 'withdraw' | 'copy';
const paths = { recall: 'recall', urge: 'urge', withdraw: 'cancel' } as const;

/** What people may do about a request that runs: take back, remind, withdraw, let others know. */
export function InstanceActions({ instance, onChanged }: { instance: ClientInstance; onChanged: () => void }) {
  const [open, setOpen] = useState<Action | null>(null);
  const actions = (['recall', 'urge', 'copy', 'withdraw'] as const).filter((name) => instance.can[name]);
  if (actions.length === 0) return null;
  const path = `/api/instances/${encodeURIComponent(instance.id)}`;
  const finish = () => { setOpen(null); onChanged(); };
  return (
    <div className="instance-actions" role="group" aria-label={t('operation.more')}>
      {actions.map((name) => <Button key={name} look={name === 'withdraw' ? 'danger' : 'default'} onClick={() => setOpen(name)}>{t(`operation.${name}`)}</Button>)}
      {open === null ? null : open === 'copy'
        ? <OperationDialog operation="copy" path={path} onClose={() => setOpen(null)} onDone={finish} />
        : <NoteDialog action={open} path={`${path}/${paths[open]}`} onClose={() => setOpen(null)} onDone={finish} />}
    </div>
  );
}

function NoteDialog({ action, path, onClose, onDone }: { action: keyof typeof paths; path: string; onClose: () => void; onDone: () => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const isNeeded = action === 'withdraw';
  const send = async () => {
    if (isBusy || (isNeeded && text.trim() === '')) return;
    setBusy(true);
    setRefusal(null);
    try {
      await api.post(path, text.trim() === '' ? {} : { [isNeeded ? 'opinion' : 'note']: text.trim() });
      toast('success', t(`operation.${action}.done`));
      onDone();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t(`operation.${action}`)} onClose={onClose} {...(isNeeded ? { tone: 'danger' as const } : {})} footer={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look={isNeeded ? 'danger' : 'primary'} isBusy={isBusy} disabled={isNeeded && text.trim() === ''} onClick={() => { void send(); }}>{t(`operation.${action}`)}</Button>
    </>}>
      <p className="muted">{t(`operation.${action}.hint`)}</p>
      <label className="label" htmlFor={id}>{t(isNeeded ? 'operation.reason' : 'operation.note')}</label>
      <textarea id={id} className="input" rows={3} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} />
      {refusal === null ? null : <Refusal error={refusal} />}
    </Dialog>
  );
}
