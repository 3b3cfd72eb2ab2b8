import { useCallback, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { locale, t } from '../texts.ts';
import { addDays, addMonths, monthGrid, parseDate } from './calendar.ts';
import { today } from './format.ts';
import { Icon } from './icon.tsx';
import { Popup } from './popup.tsx';

export interface DateInputProps {
  id: string; value: string | null;
  /** Gets what was typed as it is when it is no date, so that the form can say so. */
  onChange: (value: string | null) => void; onBlur?: () => void;
  disabled?: boolean; invalid?: boolean; required?: boolean; describedBy?: string; label?: string; placeholder?: string;
}

/** A date typed in any usual way, or chosen from a calendar (button, or Alt+↓). */
export function DateInput({ id, value, onChange, onBlur, disabled, invalid, required, describedBy, label, placeholder = 'YYYY-MM-DD' }: DateInputProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const isUnreadable = value !== null && parseDate(value) === null;
  const settle = () => {
    const read = value === null ? null : parseDate(value);
    if (read !== null && read !== value) onChange(read);
    onBlur?.();
  };
  return (
    <div ref={box} className={`date-input${disabled ? ' is-disabled' : ''}`}>
      <input ref={input} id={id} className="input" autoComplete="off" inputMode="numeric" placeholder={placeholder} disabled={disabled}
        aria-invalid={invalid || isUnreadable || undefined} aria-required={required || undefined} aria-describedby={describedBy} aria-label={label}
        value={value ?? ''} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)} onBlur={settle}
        onKeyDown={(event) => { if (event.altKey && event.key === 'ArrowDown') { event.preventDefault(); setOpen(true); } }} />
      <button type="button" tabIndex={-1} className="date-button" disabled={disabled} aria-label={t('date.open')} onClick={() => setOpen((old) => !old)}><Icon name="calendar" size={15} /></button>
      {isOpen ? (
        <Popup anchor={box} onClose={close} minWidth={252} className="calendar-popup">
          <Calendar value={isUnreadable ? null : value} onChoose={(date) => { onChange(date); close(); input.current?.focus(); }} onEscape={() => { close(); input.current?.focus(); }} />
        </Popup>
      ) : null}
    </div>
  );
}

function Calendar({ value, onChoose, onEscape }: { value: string | null; onChoose: (date: string) => void; onEscape: () => void }) {
  const [cursor, setCursor] = useState(value ?? today());
  const [year = '', month = ''] = cursor.split('-');
  const now = today();
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, string | undefined> = {
      ArrowLeft: addDays(cursor, -1), ArrowRight: addDays(cursor, 1), ArrowUp: addDays(cursor, -7), ArrowDown: addDays(cursor, 7),
      PageUp: addMonths(cursor, event.shiftKey ? -12 : -1), PageDown: addMonths(cursor, event.shiftKey ? 12 : 1),
    };
    const next = moves[event.key];
    if (next !== undefined) { event.preventDefault(); setCursor(next); }
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); onEscape(); }
    if (event.key === 'Enter') { event.preventDefault(); onChoose(cursor); }
  };
  const weekdays = Array.from({ length: 7 }, (_, day) => new Intl.DateTimeFormat(locale(), { weekday: 'narrow', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + day))));
  return (
    <div className="calendar">
      <div className="calendar-head">
        <button type="button" className="icon-button" aria-label={t('date.previousMonth')} onClick={() => setCursor(addMonths(cursor, -1))}><Icon name="left" size={16} /></button>
        <span aria-live="polite">{t('date.month', { year, month: Number(month) })}</span>
        <button type="button" className="icon-button" aria-label={t('date.nextMonth')} onClick={() => setCursor(addMonths(cursor, 1))}><Icon name="right" size={16} /></button>
      </div>
      <table role="grid" aria-label={t('date.open')} onKeyDown={onKeyDown}>
        <thead><tr>{weekdays.map((day, index) => <th key={index} scope="col">{day}</th>)}</tr></thead>
        <tbody>
          {monthGrid(cursor).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  <button type="button" ref={date === cursor ? (node) => node?.focus() : undefined} tabIndex={date === cursor ? 0 : -1} aria-label={date} aria-pressed={date === value} aria-current={date === now ? 'date' : undefined}
                    className={`day${date.slice(0, 7) === cursor.slice(0, 7) ? '' : ' is-other'}`} onClick={() => onChoose(date)}>{Number(date.slice(8))}</button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="calendar-foot"><button type="button" className="link-button" onClick={() => onChoose(now)}>{t('date.today')}</button></div>
    </div>
  );
}
