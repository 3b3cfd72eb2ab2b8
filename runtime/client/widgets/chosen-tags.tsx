import { t } from '../texts.ts';
import { Combobox } from './combobox.tsx';
import type { Choice, ComboboxProps } from './combobox.tsx';
import { Icon } from './icon.tsx';

interface ChosenTagsProps extends Pick<ComboboxProps, 'id' | 'disabled' | 'invalid' | 'required' | 'describedBy' | 'onBlur' | 'find' | 'levels'> {
  chosen: readonly Choice[]; label: string; maxCount?: number; onChange: (chosen: Choice[]) => void;
}

/** Several choices: those made as tags that can be taken away, and a box to find one more. */
export function ChosenTags({ id, chosen, label, maxCount, onChange, find, levels, disabled, invalid, required, describedBy, onBlur }: ChosenTagsProps) {
  const isFull = maxCount !== undefined && chosen.length >= maxCount;
  const isChosen = (choice: Choice): boolean => chosen.some((other) => other.id === choice.id);
  return (
    <div className="references">
      {chosen.length === 0 ? null : (
        <ul className="tags">
          {chosen.map((choice) => (
            <li key={choice.id} className="tag">
              <span>{choice.title}</span>
              {disabled ? null : <button type="button" aria-label={t('references.remove', { title: choice.title })} onClick={() => onChange(chosen.filter((other) => other.id !== choice.id))}><Icon name="close" size={12} /></button>}
            </li>
          ))}
        </ul>
      )}
      {disabled && chosen.length > 0 ? null : (
        <Combobox id={id} value={null} levels={levels} disabled={disabled || isFull} invalid={invalid} required={required && chosen.length === 0} describedBy={describedBy} label={label} onBlur={onBlur}
          placeholder={t(isFull ? 'references.full' : 'references.add')}
          onChange={(choice) => { if (choice !== null && !isChosen(choice)) onChange([...chosen, { id: choice.id, title: choice.title }]); }}
          find={async (text, parent) => { const found = await find(text, parent); return levels ? found : found.filter((choice) => !isChosen(choice)); }} />
      )}
    </div>
  );
}
