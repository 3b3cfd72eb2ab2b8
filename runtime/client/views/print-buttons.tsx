import { useState } from 'react';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Dialog } from '../widgets/dialog.tsx';
import { Refusal } from './action-button.tsx';

/** A template that the person may print. */
export interface Printable { name: string; label: string }

/** Buttons that open a record on paper; a refusal is told here, not in an empty window. */
export function PrintButtons({ prints, path }: { prints: readonly Printable[]; path: string }) {
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<{ title: string; error: ApiError } | null>(null);
  const print = async ({ name, label }: Printable) => {
    setBusy(name);
    try {
      const file = await api.file(`${path}/print/${encodeURIComponent(name)}`);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.target = '_blank';
      link.rel = 'noopener';
      link.click();
      // The new window needs the address for as long as it loads.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal({ title: label, error });
    } finally {
      setBusy(null);
    }
  };
  return (
    <>
      {prints.map((one) => <Button key={one.name} icon="print" isBusy={busy === one.name} onClick={() => { void print(one); }}>{one.label}</Button>)}
      {refusal === null ? null : <Dialog title={refusal.title} width={460} onClose={() => setRefusal(null)} footer={<Button data-first look="primary" onClick={() => setRefusal(null)}>{t('action.close')}</Button>}><Refusal error={refusal.error} /></Dialog>}
    </>
  );
}
