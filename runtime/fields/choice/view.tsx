import type { FieldCellProps, FieldInputProps } from '../../client/widgets/field-view.ts';
import { Combobox, findAmong } from '../../client/widgets/combobox.tsx';
import { Nothing } from '../../client/widgets/plain-cell.tsx';
import { Tag } from '../../client/widgets/tag.tsx';

export function Cell({ field, value }: FieldCellProps) {
  if (typeof value !== 'string' || value === '') return <Nothing />;
  const option = field.options?.find((item) => item.value === value);
  return option?.color === undefined ? <>{option?.label ?? value}</> : <Tag text={option.label} color={option.color} />;
}

export function Input({ field, value, onChange, values: _values, errors: _errors, lineRule: _rule, ...rest }: FieldInputProps) {
  const choices = (field.options ?? []).filter((option) => option.disabled !== true || option.value === value).map((option) => ({ id: option.value, title: option.label }));
  const chosen = choices.find((choice) => choice.id === value) ?? (typeof value === 'string' && value !== '' ? { id: value, title: value } : null);
  return <Combobox {...rest} value={chosen} onChange={(choice) => onChange(choice?.id ?? null)} find={findAmong(choices)} />;
}
