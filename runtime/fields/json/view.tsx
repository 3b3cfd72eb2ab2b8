import { useState } from 'react';
import type { FieldCellProps, FieldInputProps } from '../../client/widgets/field-view.ts';
import { Nothing } from '../../client/widgets/plain-cell.tsx';

export function Cell({ value }: FieldCellProps) {
  return value === null || value === undefined ? <Nothing /> : <code className="json">{JSON.stringify(value)}</code>;
}

export function Input({ id, value, onChange, onBlur, disabled, invalid, required, describedBy, label }: FieldInputProps) {
  const [text, setText] = useState<string | null>(null);
  const type = (next: string) => {
    setText(next);
    try { onChange(next.trim() === '' ? null : JSON.parse(next)); } catch { return; }
  };
  return (
    <textarea id={id} className="input json" rows={4} spellCheck={false} disabled={disabled} aria-label={label}
      aria-invalid={invalid || undefined} aria-required={required || undefined} aria-describedby={describedBy}
      value={text ?? (value === null || value === undefined ? '' : JSON.stringify(value, null, 2))} onChange={(event) => type(event.target.value)} onBlur={onBlur} />
  );
}
