import type { FieldInputProps } from '../../client/widgets/field-view.ts';
import { DateInput } from '../../client/widgets/date-input.tsx';

export { PlainCell as Cell } from '../../client/widgets/plain-cell.tsx';

export function Input({ field: _field, value, values: _values, errors: _errors, lineRule: _rule, ...rest }: FieldInputProps) {
  return <DateInput {...rest} value={typeof value === 'string' ? value : null} />;
}
