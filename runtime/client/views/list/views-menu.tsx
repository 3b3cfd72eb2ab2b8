import { useCallback, useId, useRef, useState } from 'react';
import type { ClientList } from '../../../model/client-types.ts';
import { api, ApiError } from '../../api.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { Popup } from '../../widgets/popup.tsx';
import { toast } from '../../widgets/toast.tsx';
import type { ListState } from './list-query.ts';
import { viewOf, viewsPath, type ChosenColumn, type ListViews, type SavedView, type Share } from './list-views.ts';

interface ViewsMenuProps { list: ClientList; views: ListViews; state: ListState; columns: ChosenColumn[] | null; onOpen: (view: SavedView | null) => void; onChanged: () => Promise<void> }
type Asking = { kind: 'save' } | { kind: 'edit'; view: SavedView } | { kind: 'delete'; view: SavedView } | null;

/** Saved views of a list: open, save, share, rename, open with one, delete. */
export function ViewsMenu({ list, views, state, columns, onOpen, onChanged }: ViewsMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const [asking, setAsking] = useState<Asking>(null);
  const box = useRef<HTMLDivElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const current = views.items.find((view) => view.id === state.view);
  const act = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      await onChanged();
      toast('success', done);
    } catch (error) {
      toast('error', error instanceof ApiError ? error.message : t('error.unknown'));
    }
  };
  const openWith = (id: string | null) => act(() => api.put(viewsPath(list, 'settings'), { defaultView: id }), t(id === null ? 'views.noDefault' : 'views.isDefault'));
  const item = (view: SavedView) => (
    <li key={view.id} className={view.id === state.view ? 'is-active' : undefined}>
      <button type="button" className="view-name" aria-current={view.id === state.view ? 'true' : undefined} onClick={() => { onOpen(view); close(); }}>
        <span>{view.name}</span>
        {view.isMine ? (view.share === null ? null : <small>{t('views.shared')}</small>) : <small>{t('views.by', { name: view.by })}</small>}
      </button>
      <button type="button" className="icon-button" aria-pressed={views.defaultView === view.id} aria-label={t('views.default', { name: view.name })} title={t('views.default', { name: view.name })} onClick={() => { void openWith(views.defaultView === view.id ? null : view.id); }}><Icon name={views.defaultView === view.id ? 'starred' : 'star'} size={16} /></button>
      {view.isMine ? <button type="button" className="icon-button" aria-label={t('views.change', { name: view.name })} onClick={() => { close(); setAsking({ kind: 'edit', view }); }}><Icon name="edit" size={15} /></button> : null}
      {view.isMine ? <button type="button" className="icon-button" aria-label={t('views.delete', { name: view.name })} onClick={() => { close(); setAsking({ kind: 'delete', view }); }}><Icon name="trash" size={15} /></button> : null}
    </li>
  );
  return (
    <div ref={box} className="views-menu" onKeyDown={(event) => { if (event.key === 'Escape' && isOpen) { event.stopPropagation(); close(); } }}>
      <Button icon="list" aria-expanded={isOpen} aria-haspopup="true" onClick={() => setOpen(!isOpen)}>{current?.name ?? t('views.title')}</Button>
      {isOpen ? (
        <Popup anchor={box} onClose={close} minWidth={280} className="views-popup">
          <ul aria-label={t('views.title')}>
            <li className={current === undefined ? 'is-active' : undefined}><button type="button" className="view-name" onClick={() => { onOpen(null); close(); }}><span>{t('views.own')}</span></button></li>
            {views.items.map(item)}
          </ul>
          <div className="views-foot">
            {current?.isMine === true ? <Button look="link" onClick={() => { close(); void act(() => api.patch(viewsPath(list, current.id), { state: viewOf(state, columns), version: current.version }), t('views.saved')); }}>{t('views.update', { name: current.name })}</Button> : null}
            <Button look="link" icon="plus" onClick={() => { close(); setAsking({ kind: 'save' }); }}>{t('views.save')}</Button>
          </div>
        </Popup>
      ) : null}
      {asking?.kind === 'delete' ? (
        <Dialog title={t('views.delete', { name: asking.view.name })} width={420} tone="danger" onClose={() => setAsking(null)} footer={<>
          <Button onClick={() => setAsking(null)}>{t('action.cancel')}</Button>
          <Button look="danger" onClick={() => { const { view } = asking; setAsking(null); void act(async () => { await api.delete(viewsPath(list, view.id)); if (view.id === state.view) onOpen(null); }, t('views.deleted')); }}>{t('action.delete')}</Button>
        </>}>
          <p>{t('views.deleteText')}</p>
        </Dialog>
      ) : asking === null ? null : (
        <ViewDialog title={asking.kind === 'save' ? t('views.save') : t('views.change', { name: asking.view.name })} shareWith={views.shareWith} start={asking.kind === 'edit' ? asking.view : null} onClose={() => setAsking(null)}
          send={async ({ name, share }) => {
            const made = asking.kind === 'save' ? await api.post<{ id: string }>(viewsPath(list), { name, share, state: viewOf(state, columns) }) : null;
            if (asking.kind === 'edit') await api.patch(viewsPath(list, asking.view.id), { name, share, version: asking.view.version });
            await onChanged();
            toast('success', t('views.saved'));
            setAsking(null);
            if (made !== null) onOpen({ id: made.id, name, share, state: viewOf(state, columns), isMine: true, by: '', version: 1 });
          }} />
      )}
    </div>
  );
}

interface ViewDialogProps { title: string; shareWith: ListViews['shareWith']; start: SavedView | null; onClose: () => void; send: (input: { name: string; share: Share | null }) => Promise<void> }

function ViewDialog({ title, shareWith, start, onClose, send }: ViewDialogProps) {
  const id = useId();
  const [name, setName] = useState(start?.name ?? '');
  const [role, setRole] = useState(start?.share?.role ?? '');
  const [withUnit, setWithUnit] = useState(start?.share?.org !== undefined);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    if (isBusy) return;
    setBusy(true);
    const share = role === '' && !withUnit ? null : { ...(role === '' ? {} : { role }), ...(withUnit && shareWith.org !== null ? { org: shareWith.org.id } : {}) };
    try {
      await send({ name, share });
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.problem.errors[0]?.message ?? error.message : t('error.unknown'));
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} width={460} onClose={onClose} footer={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="primary" isBusy={isBusy} onClick={() => { void submit(); }}>{t('action.save')}</Button>
    </>}>
      <form className="plain-form" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <label htmlFor={`${id}-name`}>{t('views.name')}</label>
        <input id={`${id}-name`} className="input" maxLength={40} value={name} aria-invalid={refusal !== null || undefined} onChange={(event) => setName(event.target.value)} />
        <label htmlFor={`${id}-role`}>{t('views.shareRole')}</label>
        <select id={`${id}-role`} className="input" value={role} onChange={(event) => setRole(event.target.value)}>
          <option value="">{t('views.nobody')}</option>
          {shareWith.roles.map((item) => <option key={item.name} value={item.name}>{item.label}</option>)}
        </select>
        {shareWith.org === null ? null : <label className="checkbox"><input type="checkbox" checked={withUnit} onChange={(event) => setWithUnit(event.target.checked)} /><span>{t(role === '' ? 'views.shareUnit' : 'views.onlyUnit', { unit: shareWith.org.title })}</span></label>}
        <p className="muted">{t('views.shareHint')}</p>
        {refusal === null ? null : <p className="field-error" role="alert">{refusal}</p>}
        <button type="submit" hidden>{t('action.save')}</button>
      </form>
    </Dialog>
  );
}
