import type { FieldCellProps } from './field-view.ts';
import { formatValue } from './format.ts';

/** A value as text, with a dash where there is none. */
export function PlainCell({ field, value }: FieldCellProps) {
  const text = formatValue(value, field);
  return text === '' ? <Nothing /> : <>{text}</>;
}

/** The sign for "no value". */
export function Nothing() {
  return <span className="nothing" aria-hidden="true">—</span>;
}
