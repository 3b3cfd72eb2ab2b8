import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

export interface NumberInputProps {
  id: string; value: number | string | null;
  /** Gets what was typed as it is when it is no number, so that the form can say so. */
  onChange: (value: number | string | null) => void; onBlur?: () => void; unit?: string; scale?: number;
  disabled?: boolean; invalid?: boolean; required?: boolean; describedBy?: string; label?: string; onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A number as people type it: full-width digits and separators are read, anything else stays visible and is no value. */
export function parseNumber(text: string): number | null {
  const plain = text.replace(/[０-９．－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/[,，\s]/g, '').replace('。', '.');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** A text box for numbers: no spinner that changes a value when the page is scrolled, and the comma of thousands while not typing. */
export function NumberInput({ id, value, onChange, onBlur, unit, scale, disabled, invalid, required, describedBy, label, onKeyDown }: NumberInputProps) {
  const [text, setText] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isFocused = text !== null;
  // Without the separators the caret would stand anywhere; typing over the whole number is what people want.
  useLayoutEffect(() => { if (isFocused) input.current?.select(); }, [isFocused]);
  const isUnreadable = typeof value === 'string';
  const shown = typeof value !== 'number' ? value ?? '' : value.toLocaleString('en-US', { maximumFractionDigits: Math.max(scale ?? 0, 6) });
  return (
    <div className={`number-input${disabled ? ' is-disabled' : ''}`}>
      <input ref={input} id={id} className="input" inputMode="decimal" autoComplete="off" disabled={disabled} aria-label={label}
        aria-invalid={invalid || isUnreadable || undefined} aria-required={required || undefined} aria-describedby={describedBy}
        value={text ?? shown} onFocus={() => setText(value === null ? '' : String(value))}
        onChange={(event) => { setText(event.target.value); onChange(event.target.value.trim() === '' ? null : parseNumber(event.target.value) ?? event.target.value); }}
        onKeyDown={onKeyDown} onBlur={() => { setText(null); onBlur?.(); }} />
      {unit === undefined ? null : <span className="unit" aria-hidden="true">{unit}</span>}
    </div>
  );
}
