import { Link } from 'react-router-dom';
import { t } from '../texts.ts';
import { Combobox } from './combobox.tsx';
import type { FieldCellProps, FieldInputProps } from './field-view.ts';
import { isReference } from './format.ts';
import { Icon } from './icon.tsx';
import { recordPath } from './paths.ts';
import { Nothing } from './plain-cell.tsx';
import { findChoices } from './reference-field.tsx';

/** The titles of several records, as links where that is useful. */
export function ReferencesCell({ field, value, isLinked }: FieldCellProps) {
  const records = Array.isArray(value) ? value.filter(isReference) : [];
  if (records.length === 0) return <Nothing />;
  const target = field.reference;
  return (
    <span className="tags">
      {records.map((record) => <span key={record.id} className="tag">{isLinked && target !== undefined && target.app !== 'platform' ? <Link to={recordPath(target.app, target.entity, record.id)}>{record.title}</Link> : record.title}</span>)}
    </span>
  );
}

/** Several records: those chosen as tags that can be taken away, and a box to find one more. */
export function ReferencesField({ id, field, value, onChange, onBlur, disabled, invalid, required, describedBy, label, values }: FieldInputProps) {
  const records = Array.isArray(value) ? value.filter(isReference) : [];
  const isFull = field.maxCount !== undefined && records.length >= field.maxCount;
  const remove = (gone: string) => onChange(records.filter((record) => record.id !== gone));
  return (
    <div className="references" role="group" aria-label={label ?? field.label}>
      {records.length === 0 ? null : (
        <ul className="tags">
          {records.map((record) => (
            <li key={record.id} className="tag">
              <span>{record.title}</span>
              {disabled ? null : <button type="button" aria-label={t('references.remove', { title: record.title })} onClick={() => remove(record.id)}><Icon name="close" size={12} /></button>}
            </li>
          ))}
        </ul>
      )}
      {disabled && records.length > 0 ? null : (
        <Combobox id={id} value={null} disabled={disabled || isFull} invalid={invalid} required={required && records.length === 0} describedBy={describedBy} label={label ?? field.label} onBlur={onBlur}
          placeholder={t(isFull ? 'references.full' : 'references.add')}
          onChange={(choice) => { if (choice !== null && !records.some((record) => record.id === choice.id)) onChange([...records, { id: choice.id, title: choice.title }]); }}
          find={async (text) => (await findChoices(field, text, values?.() ?? {})).filter((choice) => !records.some((record) => record.id === choice.id))} />
      )}
    </div>
  );
}
