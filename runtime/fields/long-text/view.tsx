import type { FieldCellProps, FieldInputProps } from '../../client/widgets/field-view.ts';
import { Nothing } from '../../client/widgets/plain-cell.tsx';

export function Cell({ value }: FieldCellProps) {
  return typeof value === 'string' && value !== '' ? <span className="long-text">{value}</span> : <Nothing />;
}

export function Input({ id, field, value, onChange, onBlur, disabled, invalid, required, describedBy, label }: FieldInputProps) {
  const text = typeof value === 'string' ? value : '';
  return (
    <div className="long-text-input">
      <textarea id={id} className="input" rows={label === undefined ? 3 : 1} maxLength={field.maxLength} value={text} disabled={disabled}
        aria-invalid={invalid || undefined} aria-required={required || undefined} aria-describedby={describedBy} aria-label={label}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)} onBlur={onBlur} />
      {field.maxLength !== undefined && label === undefined ? <span className="text-count" aria-hidden="true">{text.length}/{field.maxLength}</span> : null}
    </div>
  );
}
