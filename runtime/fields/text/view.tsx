import type { FieldInputProps } from '../../client/widgets/field-view.ts';

export { PlainCell as Cell } from '../../client/widgets/plain-cell.tsx';

export function Input({ id, field, value, onChange, onBlur, disabled, invalid, required, describedBy, label }: FieldInputProps) {
  return (
    <input id={id} className="input" type="text" autoComplete="off" maxLength={field.maxLength} value={typeof value === 'string' ? value : ''} disabled={disabled}
      aria-invalid={invalid || undefined} aria-required={required || undefined} aria-describedby={describedBy} aria-label={label}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)} onBlur={onBlur} />
  );
}
