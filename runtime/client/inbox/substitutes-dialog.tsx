import { useId, useState } from 'react';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Dialog } from '../widgets/dialog.tsx';
import { Failure, Skeleton } from '../widgets/states.tsx';
import { useLoad } from '../widgets/use-load.ts';
import { Refusal } from '../views/action-button.tsx';
import { PeoplePicker, type Choosable } from './people-picker.tsx';

interface Substitution { id: string; person: { title: string }; deputy: { title: string }; from: string; until: string; processes: string[]; own: boolean }

/** Who does the person's tasks on which days, and for whom the person does. */
export function SubstitutesDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const loaded = useLoad('substitutes', (signal) => api.get<{ items: Substitution[] }>('/api/substitutes', {}, signal));
  const [deputy, setDeputy] = useState<Choosable[]>([]);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const change = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setRefusal(null);
    try {
      await work();
      setDeputy([]);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error);
    } finally {
      setBusy(false);
      void loaded.reload();
    }
  };
  return (
    <Dialog title={t('substitute.title')} onClose={onClose} footer={<>
      <Button onClick={onClose}>{t('action.close')}</Button>
      <Button look="primary" isBusy={isBusy} disabled={deputy.length === 0 || from === '' || until === ''} onClick={() => { void change(() => api.post('/api/substitutes', { deputy: deputy[0]?.id, from, until })); }}>{t('substitute.add')}</Button>
    </>}>
      <p className="muted">{t('substitute.hint')}</p>
      {loaded.error !== null ? <Failure error={loaded.error} /> : loaded.data === null ? <Skeleton rows={2} /> : loaded.data.items.length === 0 ? <p className="muted">{t('substitute.none')}</p> : (
        <ul className="substitutes">
          {loaded.data.items.map((rule) => (
            <li key={rule.id}><span>{t('substitute.rule', { person: rule.person.title, deputy: rule.deputy.title, from: rule.from, until: rule.until })}</span>
              {rule.own ? <Button look="link" isBusy={isBusy} onClick={() => { void change(() => api.delete(`/api/substitutes/${encodeURIComponent(rule.id)}`)); }}>{t('substitute.end')}</Button> : null}</li>
          ))}
        </ul>
      )}
      <PeoplePicker label={t('substitute.deputy')} load={(q, signal) => api.get<{ items: Choosable[] }>('/api/substitutes/people', { q }, signal)} isMany={false} value={deputy} onChange={setDeputy} />
      <div className="substitute-days">
        <label htmlFor={`${id}-from`}>{t('substitute.from')}<input id={`${id}-from`} className="input" type="date" value={from} onChange={(event) => setFrom(event.target.value)} /></label>
        <label htmlFor={`${id}-until`}>{t('substitute.until')}<input id={`${id}-until`} className="input" type="date" value={until} min={from} onChange={(event) => setUntil(event.target.value)} /></label>
      </div>
      {refusal === null ? null : <Refusal error={refusal} />}
    </Dialog>
  );
}
