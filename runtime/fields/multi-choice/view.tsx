import type { FieldCellProps, FieldInputProps } from '../../client/widgets/field-view.ts';
import { choicesIn, hasLevels } from '../../client/widgets/choices.ts';
import { useCodeLabels } from '../../client/widgets/code-labels.ts';
import { Nothing } from '../../client/widgets/plain-cell.tsx';
import { ChosenTags } from '../../client/widgets/chosen-tags.tsx';
import { Tag } from '../../client/widgets/tag.tsx';

const codesOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []);
/** More choices than these are searched rather than ticked. */
const mostTicked = 20;

export function Cell({ field, value }: FieldCellProps) {
  const codes = codesOf(value);
  const labelOf = useCodeLabels(field.dictionary, codes);
  if (codes.length === 0) return <Nothing />;
  return <span className="tags">{codes.map((code) => { const option = field.options?.find((item) => item.value === code); return <Tag key={code} text={option?.label ?? labelOf(code)} color={option?.color ?? 'blue'} />; })}</span>;
}

export function Input({ id, field, value, onChange, onBlur, disabled, invalid, required, describedBy, label }: FieldInputProps) {
  const codes = codesOf(value);
  const labelOf = useCodeLabels(field.dictionary, codes);
  const options = (field.options ?? []).filter((option) => option.disabled !== true || codes.includes(option.value));
  const name = label ?? field.label;
  if (hasLevels(field) || options.length > mostTicked) {
    const chosen = codes.map((code) => ({ id: code, title: field.options?.find((option) => option.value === code)?.label ?? labelOf(code) }));
    return <ChosenTags id={id} chosen={chosen} label={name} disabled={disabled} invalid={invalid} required={required} describedBy={describedBy} onBlur={onBlur} maxCount={field.maxCount} levels={hasLevels(field)} find={choicesIn(field, null)} onChange={(next) => onChange(next.map((choice) => choice.id))} />;
  }
  return (
    <div id={id} tabIndex={-1} role="group" className={`checks${invalid ? ' is-invalid' : ''}`} aria-label={name} aria-describedby={describedBy}>
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
