import type { FieldInputProps } from '../../client/widgets/field-view.ts';
import { t } from '../../client/texts.ts';

export { PlainCell as Cell } from '../../client/widgets/plain-cell.tsx';

export function Input({ id, value, onChange, onBlur, disabled, invalid, required, describedBy, label }: FieldInputProps) {
  return (
    <span className="checkbox">
      <input id={id} type="checkbox" checked={value === true} disabled={disabled} aria-label={label}
        aria-invalid={invalid || undefined} aria-required={required || undefined} aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.checked)} onBlur={onBlur} />
      {label === undefined ? <span aria-hidden="true">{t(value === true ? 'value.yes' : 'value.no')}</span> : null}
    </span>
  );
}
