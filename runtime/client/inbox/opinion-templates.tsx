import { useState } from 'react';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { toast } from '../widgets/toast.tsx';
import { useLoad } from '../widgets/use-load.ts';

interface Template { id: string; text: string; own: boolean }

/** Opinions of the person and of all, filled in with one click; what is written can be kept. */
export function OpinionTemplates({ onChoose, written = '' }: { onChoose: (text: string) => void; written?: string }) {
  const loaded = useLoad('opinion-templates', (signal) => api.get<{ items: Template[] }>('/api/opinion-templates', {}, signal));
  const [isBusy, setBusy] = useState(false);
  const items = loaded.data?.items ?? [];
  const change = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toast('error', error instanceof ApiError ? error.message : t('error.unknown'));
    } finally {
      setBusy(false);
      void loaded.reload();
    }
  };
  const isNew = written.trim() !== '' && !items.some(({ text }) => text === written.trim());
  if (items.length === 0 && !isNew) return null;
  return (
    <div className="opinion-templates" role="group" aria-label={t('opinion.templates')}>
      {items.map(({ id, text, own }) => (
        <span key={id} className="opinion-template">
          <button type="button" className="chip" title={text} onClick={() => onChoose(text)}>{text}</button>
          {own ? <button type="button" className="chip-remove" aria-label={t('opinion.forget', { text })} onClick={() => { void change(() => api.delete(`/api/opinion-templates/${encodeURIComponent(id)}`)); }}>×</button> : null}
        </span>
      ))}
      {isNew ? <Button look="link" isBusy={isBusy} onClick={() => { void change(() => api.post('/api/opinion-templates', { text: written.trim().slice(0, 200) })); }}>{t('opinion.keep')}</Button> : null}
    </div>
  );
}
