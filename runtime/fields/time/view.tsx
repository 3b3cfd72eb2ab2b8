import { useState } from 'react';
import type { FieldInputProps } from '../../client/widgets/field-view.ts';
import { parseTime } from '../../client/widgets/time.ts';

export { PlainCell as Cell } from '../../client/widgets/plain-cell.tsx';

export function Input({ id, value, onChange, onBlur, disabled, invalid, required, describedBy, label }: FieldInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input id={id} className="input" placeholder="HH:MM" inputMode="numeric" autoComplete="off" disabled={disabled} aria-label={label}
      aria-invalid={invalid || undefined} aria-required={required || undefined} aria-describedby={describedBy}
      value={typed ?? (typeof value === 'string' ? value.slice(0, 5) : '')}
      onChange={(event) => { setTyped(event.target.value); if (event.target.value.trim() === '') onChange(null); }}
      onBlur={() => { const read = typed === null ? null : parseTime(typed); if (read !== null) onChange(read); setTyped(null); onBlur?.(); }} />
  );
}
