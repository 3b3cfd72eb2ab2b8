import type { FieldCellProps, FieldInputProps } from './field-view.ts';
import { formatNumber } from './format.ts';
import { NumberInput } from './number-input.tsx';
import { Nothing } from './plain-cell.tsx';

/** A number in a list or on a detail page. */
export function NumberCell({ field, value }: FieldCellProps) {
  if (typeof value !== 'number') return <Nothing />;
  return <span className="number">{formatNumber(value, field)}{field.unit === undefined ? null : <span className="unit"> {field.unit}</span>}</span>;
}

/** A number in a form. */
export function NumberField({ field, value, onChange, values: _values, errors: _errors, lineRule: _rule, ...rest }: FieldInputProps) {
  return <NumberInput {...rest} value={typeof value === 'number' || typeof value === 'string' ? value : null} onChange={onChange} unit={field.unit} scale={field.scale ?? (field.type === 'money' ? 2 : undefined)} />;
}
