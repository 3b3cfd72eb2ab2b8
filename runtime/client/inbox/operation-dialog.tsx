import { useId, useState } from 'react';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Dialog } from '../widgets/dialog.tsx';
import { toast } from '../widgets/toast.tsx';
import { Refusal } from '../views/action-button.tsx';
import { PeoplePicker, type Choosable } from './people-picker.tsx';

interface OperationDialogProps { operation: 'transfer' | 'delegate' | 'add-sign' | 'copy'; path: string; onClose: () => void; onDone: (text: string) => void }
const places = ['before', 'parallel', 'after'] as const;

/** Chooses whom a task goes to, who is asked, who signs or who is told; only permitted people are offered. */
export function OperationDialog({ operation, path, onClose, onDone }: OperationDialogProps) {
  const id = useId();
  const [people, setPeople] = useState<Choosable[]>([]);
  const [place, setPlace] = useState<(typeof places)[number]>('before');
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const isMany = operation === 'add-sign' || operation === 'copy';
  const send = async () => {
    if (people.length === 0 || isBusy) return;
    setBusy(true);
    setRefusal(null);
    try {
      const ids = people.map((person) => person.id);
      await api.post(`${path}/${operation}`, { to: isMany ? ids : ids[0], ...(operation === 'add-sign' ? { place } : {}), ...(note.trim() === '' ? {} : { note: note.trim() }) });
      const text = t(`operation.${operation}.done`, { names: people.map((person) => person.title).join('、') });
      toast('success', text);
      onDone(text);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t(`operation.${operation}`)} onClose={onClose} footer={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="primary" isBusy={isBusy} disabled={people.length === 0} onClick={() => { void send(); }}>{t(`operation.${operation}`)}</Button>
    </>}>
      <p className="muted">{t(`operation.${operation}.hint`)}</p>
      <PeoplePicker load={(q, signal) => api.get<{ items: Choosable[] }>(`${path}/people`, { q, ...(operation === 'copy' ? {} : { for: operation }) }, signal)} isMany={isMany} value={people} onChange={setPeople} />
      {operation === 'add-sign' ? (
        <fieldset className="choice-group"><legend>{t('sign.place')}</legend>
          {places.map((each) => <label key={each}><input type="radio" name={`${id}-place`} checked={place === each} onChange={() => setPlace(each)} />{t(`sign.${each}`)}<span className="muted">{t(`sign.${each}.hint`)}</span></label>)}
        </fieldset>
      ) : null}
      <label className="label" htmlFor={`${id}-note`}>{t('operation.note')}</label>
      <textarea id={`${id}-note`} className="input" rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      {refusal === null ? null : <Refusal error={refusal} />}
    </Dialog>
  );
}
