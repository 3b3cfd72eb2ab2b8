import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router-dom';
import type { ClientList, ClientRecord } from '../../../model/client-types.ts';
import { api, ApiError, recordsPath } from '../../api.ts';
import { locale, t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { addDays, addMonths, monthGrid } from '../../widgets/calendar.ts';
import { formatDateTime, formatValue, parseDateTime, today } from '../../widgets/format.ts';
import { newPath, recordPath } from '../../widgets/paths.ts';
import { Failure } from '../../widgets/states.tsx';
import { toast } from '../../widgets/toast.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { usePhone } from '../../widgets/use-media.ts';
import { fieldsAsked, type ListState } from './list-query.ts';
import { filterText } from './list-views.ts';

interface CalendarViewProps { list: ClientList; calendar: NonNullable<ClientList['calendar']>; state: ListState; round: number; onChange: (next: Partial<ListState>) => void; onChanged: () => void; onCreate: (path: string) => void }

const most = 200;

/** Records on the days of a month or week. They move by dragging or by Alt and the arrow keys; a click on a day makes one. */
export default function CalendarView({ list, calendar, state, round, onChange, onChanged, onCreate }: CalendarViewProps) {
  const isPhone = usePhone();
  const day = state.day === '' ? today() : state.day;
  const grid = monthGrid(day);
  const weeks = state.isWeek ? grid.filter((week) => week.includes(day)).slice(0, 1) : grid.filter((week) => week.some((each) => each.slice(0, 7) === day.slice(0, 7)));
  const days = weeks.flat();
  const [first = day, last = day] = [days[0], days.at(-1)];
  const [dragged, setDragged] = useState<ClientRecord | null>(null);
  const field = list.fields.find((item) => item.name === calendar.date);
  const isTime = field?.type === 'datetime';
  const limit = (date: string, isEnd: boolean): string => (isTime ? `${date}T${isEnd ? '23:59:59.999' : '00:00:00'}+08:00` : date);
  const during: Record<string, unknown>[] = calendar.end === undefined
    ? [{ [calendar.date]: { $gte: limit(first, false), $lte: limit(last, true) } }]
    : [{ [calendar.date]: { $lte: limit(last, true) } }, { $or: [{ [calendar.date]: { $gte: limit(first, false) } }, { [calendar.end]: { $gte: limit(first, false) } }] }];
  const query = {
    list: `${list.app}/${list.name}`, filter: filterText(state, list, during), search: state.search, sort: calendar.date, pageSize: most, can: 'true',
    fields: fieldsAsked(list, [calendar.date, calendar.title, ...(calendar.end === undefined ? [] : [calendar.end]), ...(calendar.color === undefined ? [] : [calendar.color])]).join(','),
  };
  const loaded = useLoad(`${JSON.stringify(query)} ${round}`, (signal) => api.get<{ items: ClientRecord[]; total: number | null }>(recordsPath(list.entityApp, list.entity), query, signal));
  const dayOf = (value: unknown): string => (typeof value !== 'string' ? '' : isTime ? formatDateTime(value).slice(0, 10) : value);
  const canMove = (row: ClientRecord): boolean => row.can.update && field?.readOnly !== true;
  const move = async (row: ClientRecord, to: string) => {
    const from = dayOf(row[calendar.date]);
    if (from === to || from === '' || !canMove(row)) return;
    const shifted = (value: unknown): unknown => {
      if (typeof value !== 'string') return value;
      const target = addDays(dayOf(value), (Date.parse(to) - Date.parse(from)) / 86_400_000);
      return isTime ? parseDateTime(target, formatDateTime(value).slice(11, 16)) : target;
    };
    try {
      await api.patch(recordsPath(list.entityApp, list.entity, row.id), { [calendar.date]: shifted(row[calendar.date]), ...(calendar.end === undefined || row[calendar.end] == null ? {} : { [calendar.end]: shifted(row[calendar.end]) }), version: row.version });
      toast('success', t('calendar.moved', { day: to }));
    } catch (error) {
      toast('error', error instanceof ApiError ? error.problem.errors[0]?.message ?? error.message : t('error.unknown'));
    }
    onChanged();
  };
  const onKeyDown = (event: KeyboardEvent, row: ClientRecord) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    if (!event.altKey || step === undefined) return;
    event.preventDefault();
    void move(row, addDays(dayOf(row[calendar.date]), step));
  };
  const rowsOn = (date: string): ClientRecord[] => (loaded.data?.items ?? []).filter((row) => {
    const begins = dayOf(row[calendar.date]);
    const ends = calendar.end === undefined ? begins : dayOf(row[calendar.end]) || begins;
    return begins <= date && date <= ends;
  });
  const item = (row: ClientRecord) => {
    const titleField = list.fields.find((candidate) => candidate.name === calendar.title);
    const option = list.fields.find((candidate) => candidate.name === calendar.color)?.options?.find((candidate) => candidate.value === row[calendar.color ?? '']);
    const text = formatValue(row[calendar.title], titleField) || row.id;
    return (
      <li key={row.id} draggable={canMove(row)} onDragStart={(event) => { event.dataTransfer.setData('text/plain', text); setDragged(row); }} onDragEnd={() => setDragged(null)}>
        <Link className={`calendar-item tag-${option?.color ?? 'blue'}`} draggable={false} to={recordPath(list.entityApp, list.entity, row.id)} title={option === undefined ? text : `${text} · ${option.label}`} onKeyDown={(event) => onKeyDown(event, row)} aria-keyshortcuts={canMove(row) ? 'Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown' : undefined}>
          {isTime && typeof row[calendar.date] === 'string' ? <time>{formatDateTime(row[calendar.date] as string).slice(11, 16)} </time> : null}{text}
        </Link>
      </li>
    );
  };
  const step = (by: number) => onChange({ day: state.isWeek ? addDays(day, 7 * by) : addMonths(day, by) });
  const dayPath = (date: string): string => `${newPath(list.entityApp, list.entity)}?set=${encodeURIComponent(JSON.stringify({ [calendar.date]: isTime ? parseDateTime(date, '09:00') : date }))}`;
  const heading = new Date(`${day}T00:00:00Z`).toLocaleDateString(locale(), { timeZone: 'UTC', year: 'numeric', month: 'long' });
  return (
    <div id="list-rows" className="list-rows" role="region" aria-label={list.label}>
      <div className="calendar-bar">
        <Button icon="left" aria-label={t('calendar.before')} onClick={() => step(-1)}>{''}</Button>
        <h2 role="status">{heading}</h2>
        <Button icon="right" aria-label={t('calendar.after')} onClick={() => step(1)}>{''}</Button>
        <Button onClick={() => onChange({ day: '' })}>{t('calendar.today')}</Button>
        <div className="looks" role="group" aria-label={t('calendar.span')}>
          <button type="button" className="look" aria-pressed={!state.isWeek} onClick={() => onChange({ isWeek: false })}>{t('calendar.month')}</button>
          <button type="button" className="look" aria-pressed={state.isWeek} onClick={() => onChange({ isWeek: true })}>{t('calendar.week')}</button>
        </div>
        {(loaded.data?.total ?? 0) > most ? <span className="muted">{t('calendar.tooMany', { count: most })}</span> : null}
      </div>
      {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : isPhone ? (
        <ul className="calendar-agenda">
          {days.filter((date) => date.slice(0, 7) === day.slice(0, 7) || state.isWeek).flatMap((date) => { const rows = rowsOn(date); return rows.length === 0 ? [] : [<li key={date}><h3>{dayName(date)}</h3><ul className="calendar-items">{rows.map(item)}</ul></li>]; })}
          {loaded.data !== null && loaded.data.items.length === 0 ? <li className="muted">{t('list.none')}</li> : null}
        </ul>
      ) : (
        <table className={`calendar-grid${loaded.isLoading ? ' is-loading' : ''}`}>
          <caption className="visually-hidden">{heading}</caption>
          <thead><tr>{(weeks[0] ?? []).map((date) => <th key={date} scope="col">{new Date(`${date}T00:00:00Z`).toLocaleDateString(locale(), { timeZone: 'UTC', weekday: 'short' })}</th>)}</tr></thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]}>
                {week.map((date) => (
                  <td key={date} className={`${date.slice(0, 7) === day.slice(0, 7) || state.isWeek ? '' : 'is-other'}${date === today() ? ' is-today' : ''}${dragged === null ? '' : ' is-open'}`} onDragOver={(event) => { if (dragged !== null) event.preventDefault(); }} onDrop={(event) => { event.preventDefault(); if (dragged !== null) void move(dragged, date); setDragged(null); }}
                    onClick={(event) => { if (list.can.create && event.target === event.currentTarget) onCreate(dayPath(date)); }}>
                    <div className="calendar-day">
                      <time dateTime={date} aria-current={date === today() ? 'date' : undefined}>{Number(date.slice(8))}</time>
                      {list.can.create ? <Link className="calendar-add" to={dayPath(date)} aria-label={t('calendar.create', { day: date })}>+</Link> : null}
                    </div>
                    <ul className="calendar-items">{rowsOn(date).map(item)}</ul>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function dayName(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(locale(), { timeZone: 'UTC', month: 'long', day: 'numeric', weekday: 'short' });
}
