import type { ClientDraft } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { formatDateTime } from '../../widgets/format.ts';
import { Icon } from '../../widgets/icon.tsx';
import type { DraftState } from './use-draft.ts';

/** Says that a draft was found: taken over already, or offered because the record was changed since. */
export function DraftNotice({ found, draft, onDiscard }: { found: ClientDraft | null; draft: DraftState; onDiscard: () => void }) {
  if (found === null || draft.shown === null) return null;
  const at = formatDateTime(found.at);
  return (
    <div className="draft-notice" role="status">
      <Icon name="info" size={16} />
      <p>{t(draft.shown === 'restored' ? 'draft.restored' : 'draft.stale', { at })}{found.changed ? ` ${t('draft.changed')}` : ''}</p>
      {draft.shown === 'offered' ? <Button onClick={draft.take}>{t('draft.take')}</Button> : null}
      <Button onClick={() => { void draft.discard().then(onDiscard); }}>{t('draft.discard')}</Button>
    </div>
  );
}
