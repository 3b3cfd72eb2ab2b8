import type { ClientField } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { describePart, type Group } from './filter-rules.ts';

interface FilterChipsProps { group: Group; fields: readonly ClientField[]; onChange: (group: Group) => void; onOpen: () => void }

/** The conditions of the builder, each of which can be taken away. */
export function FilterChips({ group, fields, onChange, onOpen }: FilterChipsProps) {
  if (group.parts.length === 0) return null;
  return (
    <div className="chips" role="group" aria-label={t('filter.active')}>
      {group.parts.map((part, at) => {
        const text = describePart(part, fields);
        return (
          <span key={`${at} ${text}`} className="chip-item">
            {at === 0 ? null : <span className="chip-join">{t(group.join === 'or' ? 'filter.or' : 'filter.and')}</span>}
            <span className="chip">
              <button type="button" className="chip-text" onClick={onOpen} title={t('filter.change')}>{text}</button>
              <button type="button" className="chip-remove" aria-label={t('filter.remove', { text })} onClick={() => onChange({ ...group, parts: group.parts.filter((_part, index) => index !== at) })}><Icon name="close" size={13} /></button>
            </span>
          </span>
        );
      })}
      <Button look="link" onClick={() => onChange({ join: 'and', parts: [] })}>{t('filter.clear')}</Button>
    </div>
  );
}
