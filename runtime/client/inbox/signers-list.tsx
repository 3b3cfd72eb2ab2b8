import { useState } from 'react';
import type { ClientTaskDetail } from '../../model/client-task-types.ts';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Tag } from '../widgets/tag.tsx';
import { toast } from '../widgets/toast.tsx';

const colours = { open: 'orange', planned: 'grey', decided: 'blue', completed: 'green' } as const;

/** Who else signs this step, and how far they are; people one has added can be taken away. */
export function SignersList({ task, reload }: { task: ClientTaskDetail; reload: () => Promise<void> }) {
  const [busy, setBusy] = useState<string | null>(null);
  const others = task.signers.filter(({ id }) => id !== task.id);
  if (others.length === 0) return null;
  const remove = async (person: string) => {
    setBusy(person);
    try {
      await api.post(`/api/tasks/${encodeURIComponent(task.id)}/remove-sign`, { person });
      toast('success', t('sign.removed'));
    } catch (error) {
      toast('error', error instanceof ApiError ? error.message : t('error.unknown'));
    } finally {
      setBusy(null);
      void reload();
    }
  };
  return (
    <section className="signers" aria-label={t('sign.others')}>
      <h3>{t('sign.others')}</h3>
      <ul>
        {others.map((signer) => (
          <li key={signer.id}>
            <span>{signer.person.title}</span><span className="muted">{t(`sign.${signer.place}`)}</span><Tag text={t(`sign.${signer.status}`)} color={colours[signer.status]} />
            {signer.removable ? <Button look="link" isBusy={busy === signer.person.id} onClick={() => { void remove(signer.person.id); }}>{t('sign.remove')}</Button> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
