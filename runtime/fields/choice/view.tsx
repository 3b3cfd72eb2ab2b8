import type { FieldCellProps, FieldInputProps } from '../../client/widgets/field-view.ts';
import { choicesIn, hasLevels } from '../../client/widgets/choices.ts';
import { useCodeLabels } from '../../client/widgets/code-labels.ts';
import { Combobox } from '../../client/widgets/combobox.tsx';
import { Nothing } from '../../client/widgets/plain-cell.tsx';
import { Tag } from '../../client/widgets/tag.tsx';

export function Cell({ field, value }: FieldCellProps) {
  const code = typeof value === 'string' ? value : '';
  const labelOf = useCodeLabels(field.dictionary, code === '' ? [] : [code]);
  if (code === '') return <Nothing />;
  const option = field.options?.find((item) => item.value === code);
  return option?.color === undefined ? <>{option?.label ?? labelOf(code)}</> : <Tag text={option.label} color={option.color} />;
}

export function Input({ field, value, onChange, values: _values, errors: _errors, lineRule: _rule, ...rest }: FieldInputProps) {
  const code = typeof value === 'string' && value !== '' ? value : null;
  const labelOf = useCodeLabels(field.dictionary, code === null ? [] : [code]);
  const chosen = code === null ? null : { id: code, title: field.options?.find((option) => option.value === code)?.label ?? labelOf(code) };
  return <Combobox {...rest} levels={hasLevels(field)} value={chosen} onChange={(choice) => onChange(choice?.id ?? null)} find={choicesIn(field, code)} />;
}
