import type { FieldCellProps, FieldInputProps } from '../../client/widgets/field-view.ts';
import { Nothing } from '../../client/widgets/plain-cell.tsx';
import { Tag } from '../../client/widgets/tag.tsx';

const codesOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []);

export function Cell({ field, value }: FieldCellProps) {
  const codes = codesOf(value);
  if (codes.length === 0) return <Nothing />;
  return <span className="tags">{codes.map((code) => { const option = field.options?.find((item) => item.value === code); return <Tag key={code} text={option?.label ?? code} color={option?.color ?? 'blue'} />; })}</span>;
}

export function Input({ id, field, value, onChange, onBlur, disabled, invalid, describedBy, label }: FieldInputProps) {
  const codes = codesOf(value);
  const options = (field.options ?? []).filter((option) => option.disabled !== true || codes.includes(option.value));
  return (
    <div id={id} tabIndex={-1} role="group" className={`checks${invalid ? ' is-invalid' : ''}`} aria-label={label ?? field.label} aria-describedby={describedBy}>
      {options.map((option) => (
        <label key={option.value} className="checkbox">
          <input type="checkbox" checked={codes.includes(option.value)} disabled={disabled} onBlur={onBlur}
            onChange={(event) => onChange(event.target.checked ? [...codes, option.value] : codes.filter((code) => code !== option.value))} />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
