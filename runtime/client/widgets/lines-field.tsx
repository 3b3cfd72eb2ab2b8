import { memo, useCallback, useRef } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { ClientField } from '../../model/client-types.ts';
import { t } from '../texts.ts';
import { Button } from './button.tsx';
import { useFieldView } from './field-view.ts';
import type { FieldInputProps, LineRule } from './field-view.ts';
import { formatNumber, isNumeric } from './format.ts';
import { Icon } from './icon.tsx';
import { isTable, readPasted } from './paste-lines.ts';
import type { FindByTitle } from './paste-lines.ts';
import { findChoices } from './reference-field.tsx';
import { toast } from './toast.tsx';
import { useRowWindow } from './use-row-window.ts';

type Row = Record<string, unknown>;
const noRule: LineRule = { visible: true, required: false, readOnly: false };

// Lines are told apart by the object they came from, since new ones have no id yet.
const keys = new WeakMap<Row, string>();
let nextKey = 1;
/** A name of a line that stays while its values change. */
export function keyOf(row: Row): string {
  let key = keys.get(row) ?? (typeof row['id'] === 'string' ? row['id'] : undefined);
  if (key === undefined) key = `new-${nextKey++}`;
  keys.set(row, key);
  return key;
}

/** Replaces a line by a changed copy that keeps its place in the table. */
export function changedRow(row: Row, changes: Row): Row {
  const next = { ...row, ...changes };
  keys.set(next, keyOf(row));
  return next;
}

/** An input table; one changed cell draws one row, so hundreds of lines stay quick. Enter goes down and makes a line at the end. */
export function LinesField({ id, field, value, onChange, onBlur, disabled, errors, describedBy, lineRule, values }: FieldInputProps) {
  const rows = Array.isArray(value) ? value as Row[] : [];
  const columns = field.lines?.fields ?? [];
  const table = useRef<HTMLTableElement>(null);
  const latest = useRef({ rows, onChange, lineRule, values, max: field.lines?.maxCount });
  latest.current = { rows, onChange, lineRule, values, max: field.lines?.maxCount };

  const shown = useRowWindow(rows.length);
  const { reveal } = shown;
  const focusCell = useCallback((row: number, column: number) => {
    reveal(row);
    // Twice: a row out of sight is drawn first.
    requestAnimationFrame(() => requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"] :is(input,textarea,button):not([tabindex="-1"]):not(:disabled)`)?.focus()));
  }, [reveal]);
  const change = useCallback((index: number, name: string, cell: unknown) => {
    const { rows: now, onChange: emit } = latest.current;
    emit(now.map((row, at) => (at === index ? changedRow(row, { [name]: cell }) : row)));
  }, []);
  const add = useCallback((after: number, copy?: Row) => {
    const { rows: now, onChange: emit, max } = latest.current;
    if (max !== undefined && now.length >= max) return;
    const fresh = Object.fromEntries(Object.entries(copy ?? {}).filter(([name]) => name !== 'id'));
    emit([...now.slice(0, after + 1), fresh, ...now.slice(after + 1)]);
    focusCell(after + 1, 0);
  }, [focusCell]);
  const remove = useCallback((index: number) => {
    const { rows: now, onChange: emit } = latest.current;
    emit(now.filter((_, at) => at !== index));
    focusCell(Math.max(0, Math.min(index, now.length - 2)), 0);
  }, [focusCell]);
  const isFull = field.lines?.maxCount !== undefined && rows.length >= field.lines.maxCount;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return;
    const place = event.target.closest('[data-cell]')?.getAttribute('data-cell')?.split(':').map(Number);
    if (place === undefined) return;
    event.preventDefault();
    const [row = 0, column = 0] = place;
    if (row + 1 < rows.length) focusCell(row + 1, column);
    else if (!disabled) add(row);
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const place = event.target instanceof Element ? event.target.closest('[data-cell]')?.getAttribute('data-cell')?.split(':').map(Number) : undefined;
    if (disabled || place === undefined || !isTable(text)) return;
    event.preventDefault();
    const [from = 0, column = 0] = place;
    void readPasted(text, columns.slice(column).filter((item) => !isGiven(item)), findByTitle(latest.current.values?.() ?? {})).then(({ rows: pasted, unread }) => {
      const { rows: now, onChange: emit, max } = latest.current;
      const next = [...now];
      pasted.forEach((changes, at) => {
        const old = next[from + at];
        if (old !== undefined) next[from + at] = changedRow(old, changes);
        else if (max === undefined || next.length < max) next.push(changes);
      });
      emit(next);
      toast(unread > 0 || from + pasted.length > next.length ? 'info' : 'success', t(unread > 0 ? 'lines.pastedUnread' : 'lines.pasted', { count: pasted.length, unread }));
    });
  };

  return (
    <div id={id} tabIndex={-1} className="lines" role="group" aria-label={field.label} aria-describedby={describedBy} onBlur={onBlur}>
      <div ref={shown.box} className={`table-scroll${shown.isWindowed ? ' is-windowed' : ''}`} onScroll={shown.onScroll}>
        <table ref={table} className="table lines-table" aria-rowcount={rows.length + 1} onKeyDown={onKeyDown} onPaste={onPaste}>
          <thead>
            <tr>
              <th scope="col" className="row-number">{t('lines.number')}</th>
              {columns.map((column) => <th key={column.name} scope="col" className={isNumeric(column.type) ? 'is-number' : undefined} style={{ minWidth: column.width ?? widthOf(column) }}>{column.label}{column.required && !isGiven(column) ? <Star /> : null}</th>)}
              {disabled ? null : <th scope="col" className="line-tools"><span className="visually-hidden">{t('lines.tools')}</span></th>}
            </tr>
          </thead>
          <tbody>
            {shown.before > 0 ? <tr aria-hidden="true"><td colSpan={columns.length + 2} style={{ height: shown.before, padding: 0 }} /></tr> : null}
            {rows.slice(shown.from, shown.to).map((row, offset) => ({ row, index: shown.from + offset })).map(({ row, index }) => (
              <LineRow key={keyOf(row)} id={`${id}-${index}`} row={row} index={index} field={field} disabled={disabled} change={change} add={add} remove={remove}
                errors={errorsOf(errors, field.name, index)} latest={latest} />
            ))}
            {shown.after > 0 ? <tr aria-hidden="true"><td colSpan={columns.length + 2} style={{ height: shown.after, padding: 0 }} /></tr> : null}
          </tbody>
          {rows.length > 1 && columns.some((column) => isNumeric(column.type)) ? <Totals columns={columns} rows={rows} hasTools={!disabled} /> : null}
        </table>
      </div>
      {rows.length === 0 ? <p className="lines-empty">{t('lines.empty')}</p> : null}
      {disabled ? null : <Button icon="plus" disabled={isFull} onClick={() => add(rows.length - 1)}>{t('lines.add')}</Button>}
    </div>
  );
}

interface RowProps {
  id: string; row: Row; index: number; field: ClientField; disabled?: boolean; errors: string;
  change: (index: number, name: string, value: unknown) => void; add: (after: number, copy?: Row) => void; remove: (index: number) => void;
  latest: { current: { lineRule?: FieldInputProps['lineRule']; values?: FieldInputProps['values'] } };
}

const LineRow = memo(function LineRow({ id, row, index, field, disabled, change, add, remove, errors, latest }: RowProps) {
  const viewOf = useFieldView();
  const messages = JSON.parse(errors) as Record<string, string>;
  return (
    <tr className={errors === '{}' ? undefined : 'has-error'} aria-rowindex={index + 2}>
      <td className="row-number">{index + 1}</td>
      {(field.lines?.fields ?? []).map((column, at) => {
        const { Cell, Input } = viewOf(column.type);
        const rule = latest.current.lineRule?.(row, column.name) ?? noRule;
        const message = messages[column.name];
        const cellId = `${id}-${column.name}`;
        const isFixed = disabled || rule.readOnly || isGiven(column);
        return (
          <td key={column.name} data-cell={`${index}:${at}`} data-label={column.label} className={isNumeric(column.type) ? 'is-number' : undefined}>
            {!rule.visible ? null : isFixed
              ? <span id={cellId}><Cell field={column} value={row[column.name]} /></span>
              : <Input id={cellId} field={column} value={row[column.name] ?? null} label={t('lines.cell', { label: column.label, number: index + 1 })} required={column.required || rule.required}
                invalid={message !== undefined} describedBy={message === undefined ? undefined : `${cellId}-error`} values={() => ({ ...latest.current.values?.(), ...row })} onChange={(value) => change(index, column.name, value)} />}
            {message === undefined ? null : <span id={`${cellId}-error`} className="field-error">{message}</span>}
          </td>
        );
      })}
      {disabled ? null : (
        <td className="line-tools">
          <button type="button" className="icon-button" aria-label={t('lines.copy', { number: index + 1 })} title={t('lines.copyShort')} onClick={() => add(index, row)}><Icon name="copy" size={15} /></button>
          <button type="button" className="icon-button" aria-label={t('lines.insert', { number: index + 1 })} title={t('lines.insertShort')} onClick={() => add(index - 1)}><Icon name="plus" size={15} /></button>
          <button type="button" className="icon-button" aria-label={t('lines.remove', { number: index + 1 })} title={t('lines.removeShort')} onClick={() => remove(index)}><Icon name="trash" size={15} /></button>
        </td>
      )}
    </tr>
  );
});

function Totals({ columns, rows, hasTools }: { columns: ClientField[]; rows: Row[]; hasTools: boolean }) {
  return (
    <tfoot>
      <tr>
        <th scope="row" className="row-number">{t('lines.total')}</th>
        {columns.map((column) => (
          <td key={column.name} data-label={column.label} className="is-number">{isSummed(column) ? formatNumber(rows.reduce((sum, row) => sum + (typeof row[column.name] === 'number' ? row[column.name] as number : 0), 0), column) : null}</td>
        ))}
        {hasTools ? <td /> : null}
      </tr>
    </tfoot>
  );
}

/** A pasted name stands for the record that is called exactly so, or has it as its code. */
const findByTitle = (values: Row): FindByTitle => async (field, title) => {
  const found = await findChoices(field, title, values);
  const exact = found.filter((choice) => choice.title === title || choice.hint?.split(' · ').includes(title) === true);
  return exact.length === 1 && exact[0] !== undefined ? { id: exact[0].id, title: exact[0].title } : undefined;
};

/** Columns that people don't enter. */
const isGiven = (column: ClientField): boolean => column.readOnly === true || column.computed !== undefined || column.type === 'sequence' || column.name.includes('.');
const Star = () => <span className="required" aria-hidden="true">*</span>;
const isSummed = (column: ClientField): boolean => isNumeric(column.type) && !/price|rate|ratio|percent/i.test(column.name);

function widthOf(column: ClientField): number {
  if (isNumeric(column.type)) return 110;
  if (column.type === 'date') return 140;
  if (column.type === 'datetime') return 220;
  return column.type === 'boolean' ? 70 : column.type === 'reference' ? 200 : 150;
}

/** The messages of one line as text, so that an unchanged row is not drawn again. */
function errorsOf(errors: Record<string, string> | undefined, name: string, index: number): string {
  const prefix = `${name}[${index}].`;
  return JSON.stringify(Object.fromEntries(Object.entries(errors ?? {}).filter(([path]) => path.startsWith(prefix)).map(([path, message]) => [path.slice(prefix.length), message])));
}
