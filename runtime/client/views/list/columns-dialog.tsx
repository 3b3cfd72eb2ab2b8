import { useId, useState } from 'react';
import type { ClientField } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { Icon } from '../../widgets/icon.tsx';
import type { ChosenColumn } from './list-views.ts';

interface ColumnsDialogProps { fields: readonly ClientField[]; shown: readonly ClientField[]; isChosen: boolean; onSave: (columns: ChosenColumn[] | null) => void; onClose: () => void }

/** Which columns a list shows, in which order and how wide. */
export function ColumnsDialog({ fields, shown, isChosen, onSave, onClose }: ColumnsDialogProps) {
  const id = useId();
  const [items, setItems] = useState(() => [
    ...shown.map((field) => ({ field, isShown: true, width: field.width })),
    ...fields.filter((field) => !shown.some((column) => column.name === field.name)).map((field) => ({ field, isShown: false, width: field.width })),
  ]);
  const move = (at: number, step: number) => setItems((old) => {
    const next = [...old];
    const [item] = next.splice(at, 1);
    if (item !== undefined) next.splice(at + step, 0, item);
    return next;
  });
  const set = (at: number, change: { isShown?: boolean; width?: number | undefined }) => setItems((old) => old.map((item, index) => (index === at ? { ...item, ...change } : item)));
  const chosen = items.filter((item) => item.isShown);
  return (
    <Dialog title={t('columns.title')} width={560} onClose={onClose} footer={<>
      {isChosen ? <Button look="link" onClick={() => onSave(null)}>{t('columns.reset')}</Button> : null}
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="primary" disabled={chosen.length === 0} onClick={() => onSave(chosen.map(({ field, width }) => ({ name: field.name, ...(width === undefined ? {} : { width }) })))}>{t('action.save')}</Button>
    </>}>
      <p className="muted">{t('columns.hint')}</p>
      <ol className="column-list">
        {items.map(({ field, isShown, width }, at) => (
          <li key={field.name}>
            <label className="checkbox"><input type="checkbox" checked={isShown} onChange={(event) => set(at, { isShown: event.target.checked })} /><span>{field.label}</span></label>
            <label className="visually-hidden" htmlFor={`${id}-${field.name}`}>{t('columns.width', { label: field.label })}</label>
            <input id={`${id}-${field.name}`} className="input column-width" type="number" min={40} max={800} step={10} placeholder={t('columns.auto')} value={width ?? ''} onChange={(event) => set(at, { width: widthOf(event.target.value) })} />
            <button type="button" className="icon-button" aria-label={t('columns.up', { label: field.label })} disabled={at === 0} onClick={() => move(at, -1)}><Icon name="up" size={16} /></button>
            <button type="button" className="icon-button" aria-label={t('columns.down', { label: field.label })} disabled={at === items.length - 1} onClick={() => move(at, 1)}><Icon name="sink" size={16} /></button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function widthOf(text: string): number | undefined {
  const width = Number(text);
  return text === '' || !Number.isFinite(width) ? undefined : Math.min(800, Math.max(40, Math.round(width)));
}
