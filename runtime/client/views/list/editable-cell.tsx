import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ClientField, ClientRecord } from '../../../model/client-types.ts';
import { api, ApiError } from '../../api.ts';
import { t } from '../../texts.ts';
import { fieldView } from '../../widgets/field-views.ts';
import { isReference } from '../../widgets/format.ts';
import { Icon } from '../../widgets/icon.tsx';
import { toast } from '../../widgets/toast.tsx';

interface EditableCellProps { field: ClientField; row: ClientRecord; path: string; children: ReactNode; onSaved: () => void }

/** A cell that can be changed where it stands: the pencil (or a double click) opens it, Enter keeps, Escape leaves it. */
export function EditableCell({ field, row, path, children, onSaved }: EditableCellProps) {
  const id = useId();
  const [value, setValue] = useState<unknown>(undefined);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const isOpen = value !== undefined;
  const { Input } = fieldView(field.type);
  const old = row[field.name] ?? null;

  const open = () => { setValue(old); setRefusal(null); setTimeout(() => document.getElementById(id)?.focus(), 0); };
  const close = () => { setValue(undefined); setRefusal(null); setTimeout(() => pencil.current?.focus(), 0); };
  const save = async () => {
    if (isBusy) return;
    if (JSON.stringify(idOf(value)) === JSON.stringify(idOf(old))) { close(); return; }
    setBusy(true);
    try {
      const saved = await api.patch<ClientRecord>(path, { [field.name]: idOf(value), version: row.version });
      close();
      toast('success', t('cell.saved', { label: field.label }), { label: t('cell.undo'), run: () => { void undo(saved.version); } });
      onSaved();
    } catch (error) {
      if (error instanceof ApiError && (error.code === 'record.stale' || error.status === 404)) { toast('error', error.message); close(); onSaved(); }
      else setRefusal(error instanceof ApiError ? error.problem.errors[0]?.message ?? error.message : t('error.unknown'));
    } finally {
      setBusy(false);
    }
  };
  const undo = async (version: number) => {
    try {
      await api.patch(path, { [field.name]: idOf(old), version });
      toast('info', t('cell.undone', { label: field.label }));
    } catch (error) {
      toast('error', error instanceof ApiError ? error.message : t('error.unknown'));
    }
    onSaved();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); close(); }
    if (event.key === 'Enter' && !event.defaultPrevented && !(event.target instanceof HTMLButtonElement)) { event.preventDefault(); void save(); }
  };
  if (!isOpen) {
    return (
      <span className="cell-editable" onDoubleClick={open}>
        <span className="cell-value">{children}</span>
        <button ref={pencil} type="button" className="icon-button cell-pencil" aria-label={t('cell.edit', { label: field.label })} onClick={open}><Icon name="edit" size={14} /></button>
      </span>
    );
  }
  return (
    <span className="cell-editing" onKeyDown={onKeyDown}>
      <Input id={id} field={field} label={field.label} value={value} invalid={refusal !== null} required={field.required} describedBy={refusal === null ? undefined : `${id}-error`} onChange={(next) => setValue(next ?? null)} />
      <button type="button" className="icon-button" aria-label={t('action.save')} aria-busy={isBusy || undefined} onClick={() => { void save(); }}><Icon name="check" size={16} /></button>
      <button type="button" className="icon-button" aria-label={t('action.cancel')} onClick={close}><Icon name="close" size={16} /></button>
      {refusal === null ? null : <span id={`${id}-error`} className="field-error" role="alert">{refusal}</span>}
    </span>
  );
}

function idOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(idOf);
  return isReference(value) ? value.id : value ?? null;
}
