import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { ClientDetail, ClientRecord } from '../../../model/client-types.ts';
import { api, recordsPath } from '../../api.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Combobox, findAmong } from '../../widgets/combobox.tsx';
import type { Choice } from '../../widgets/combobox.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { isReference } from '../../widgets/format.ts';
import { recordPath } from '../../widgets/paths.ts';
import { resolveFilter } from '../../widgets/reference-field.tsx';
import { toast } from '../../widgets/toast.tsx';
import { TreePicker } from '../../widgets/tree-picker.tsx';
import type { TreeNode } from '../../widgets/tree-picker.tsx';
import { Refusal } from '../action-button.tsx';
import { useSending } from '../../widgets/use-sending.ts';

interface TreeProps { detail: ClientDetail; record: ClientRecord; title: string; onDone: () => void }
const top: TreeNode = { id: '', title: '' };

/** Moving a node of a tree, and merging it into another, for those who may. */
export function TreeActions({ detail, record, title, onDone }: TreeProps) {
  const [open, setOpen] = useState<'move' | 'merge' | null>(null);
  if (detail.tree === undefined) return null;
  const close = () => setOpen(null);
  return (
    <>
      {record.can.actions.includes('move') ? <Button onClick={() => setOpen('move')}>{t('tree.move')}</Button> : null}
      {record.can.actions.includes('merge') ? <Button onClick={() => setOpen('merge')}>{t('tree.merge')}</Button> : null}
      {open === 'move' ? <MoveDialog detail={detail} record={record} title={title} onClose={close} onDone={() => { close(); onDone(); }} /> : null}
      {open === 'merge' ? <MergeDialog detail={detail} record={record} title={title} onClose={close} onDone={close} /> : null}
    </>
  );
}

type DialogProps = TreeProps & { onClose: () => void };

function MoveDialog({ detail, record, title, onClose, onDone }: DialogProps) {
  const present = record[detail.tree?.parent ?? ''];
  const [parent, setParent] = useState<TreeNode>(isReference(present) ? present : top);
  const [place, setPlace] = useState<Choice | null>(null);
  const { send, isBusy, refusal } = useSending();
  const load = childrenOf(detail, record);
  const move = () => send(async () => {
    await api.post(recordsPath(detail.entityApp, detail.entity, record.id, 'move'), { parent: parent.id === '' ? null : parent.id, version: record.version, ...(place === null || place.id === '' ? {} : { before: place.id }) });
    toast('success', t('tree.moved'));
    onDone();
  });
  const last: Choice = { id: '', title: t('tree.last') };
  return (
    <Dialog title={t('tree.moveTitle', { title })} width={520} onClose={onClose} footer={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="primary" isBusy={isBusy} onClick={() => { void move(); }}>{t('tree.move')}</Button>
    </>}>
      <p>{t('tree.under')}：<strong>{parent.id === '' ? t('tree.top') : parent.title}</strong></p>
      <TreePicker label={t('tree.under')} value={parent} onChange={(node) => { setParent(node); setPlace(null); }} load={load} closed={record.id} top={{ ...top, title: t('tree.top') }} />
      {detail.tree?.order === undefined ? null : (
        <div className="field">
          <label className="label" htmlFor="tree-place">{t('tree.place')}</label>
          <Combobox id="tree-place" value={place ?? last} onChange={setPlace} required
            find={async (text) => findAmong([last, ...(await load(parent.id === '' ? null : parent)).filter((node) => node.id !== record.id).map((node) => ({ id: node.id, title: t('tree.before', { title: node.title }) }))])(text)} />
        </div>
      )}
      {refusal === null ? null : <Refusal error={refusal} />}
    </Dialog>
  );
}

function MergeDialog({ detail, record, title, onClose, onDone }: DialogProps) {
  const navigate = useNavigate();
  const [into, setInto] = useState<TreeNode | null>(null);
  const { send, isBusy, refusal } = useSending();
  const merge = () => send(async () => {
    if (into === null) return;
    const { moved } = await api.post<{ moved: number }>(recordsPath(detail.entityApp, detail.entity, record.id, 'merge'), { into: into.id, version: record.version });
    toast('success', t('tree.merged', { count: moved }));
    onDone();
    navigate(recordPath(detail.entityApp, detail.entity, into.id), { replace: true });
  });
  return (
    <Dialog title={t('tree.mergeTitle', { title })} width={520} tone="danger" onClose={onClose} footer={<>
      <Button data-first onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="danger" isBusy={isBusy} disabled={into === null} onClick={() => { void merge(); }}>{t('tree.merge')}</Button>
    </>}>
      <p>{t('tree.mergeText', { title })}</p>
      <p><strong>{into?.title ?? t('tree.pick')}</strong></p>
      <TreePicker label={t('tree.mergeTitle', { title })} value={into} onChange={setInto} load={childrenOf(detail, record)} closed={record.id} />
      {refusal === null ? null : <Refusal error={refusal} />}
    </Dialog>
  );
}

/** Reads the children of a node, in their order, as far as the record may lie beneath them. */
function childrenOf(detail: ClientDetail, record: ClientRecord): (parent: TreeNode | null) => Promise<TreeNode[]> {
  return async (parent) => {
    const { parent: field = '', order, title = 'id' } = detail.tree ?? {};
    const rule = resolveFilter(detail.sections.flatMap((section) => section.fields).find((item) => item.name === field)?.reference?.filter, record);
    const { items } = await api.get<{ items: ClientRecord[] }>(recordsPath(detail.entityApp, detail.entity), {
      filter: JSON.stringify({ ...rule, [field]: parent === null ? null : parent.id }), fields: title, sort: order ?? title, pageSize: 200, count: 'none',
    });
    return items.map((item) => { const name = item[title]; return { id: item.id, title: isReference(name) ? name.title : String(name ?? item.id) }; });
  };
}
