import { useState } from 'react';
import type { FieldInputProps } from '../../client/widgets/field-view.ts';
import { parseDate } from '../../client/widgets/calendar.ts';
import { DateInput } from '../../client/widgets/date-input.tsx';
import { formatDateTime, parseDateTime } from '../../client/widgets/format.ts';
import { parseTime } from '../../client/widgets/time.ts';
import { t } from '../../client/texts.ts';

export { PlainCell as Cell } from '../../client/widgets/plain-cell.tsx';

export function Input({ id, field, value, onChange, onBlur, disabled, invalid, required, describedBy, label }: FieldInputProps) {
  const isInstant = typeof value === 'string' && value.includes('T');
  const [date, time] = isInstant ? [formatDateTime(value).slice(0, 10), formatDateTime(value).slice(11)] : [typeof value === 'string' ? value : null, ''];
  const [typed, setTyped] = useState<string | null>(null);
  const set = (nextDate: string | null, nextTime: string) => {
    const read = nextDate === null ? null : parseDate(nextDate);
    // A date still being typed stays as text until it can be read.
    onChange(read === null || nextDate?.length !== 10 ? nextDate : parseDateTime(read, nextTime));
  };
  return (
    <div className="datetime-input">
      <DateInput id={id} value={date} disabled={disabled} invalid={invalid} required={required} describedBy={describedBy} label={label} onBlur={onBlur} onChange={(next) => set(next, time)} />
      <input className="input" placeholder="HH:MM" inputMode="numeric" autoComplete="off" aria-label={t('field.timeOf', { label: field.label })} disabled={disabled || date === null}
        value={typed ?? time} onChange={(event) => { setTyped(event.target.value); const read = parseTime(event.target.value); if (read !== null && event.target.value.length >= 4) set(date, read); }}
        onBlur={() => { const read = typed === null ? null : parseTime(typed); if (read !== null) set(date, read); setTyped(null); onBlur?.(); }} />
    </div>
  );
}
