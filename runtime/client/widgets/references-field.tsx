import { Link } from 'react-router-dom';
import { ChosenTags } from './chosen-tags.tsx';
import type { FieldCellProps, FieldInputProps } from './field-view.ts';
import { isReference } from './format.ts';
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

/** Several records of another entity, found on the server while one types. */
export function ReferencesField({ id, field, value, onChange, onBlur, disabled, invalid, required, describedBy, label, values }: FieldInputProps) {
  const records = Array.isArray(value) ? value.filter(isReference) : [];
  return <ChosenTags id={id} chosen={records} label={label ?? field.label} maxCount={field.maxCount} disabled={disabled} invalid={invalid} required={required} describedBy={describedBy} onBlur={onBlur} onChange={onChange} find={(text) => findChoices(field, text, values?.() ?? {})} />;
}
