import { lazy, Suspense, useId, useState } from 'react';
import type { ClientAction, ClientField, ClientList, ProblemBody } from '../../../model/client-types.ts';
import { api, ApiError, recordsPath } from '../../api.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { fieldView } from '../../widgets/field-views.ts';
import { Skeleton } from '../../widgets/states.tsx';
import { toast } from '../../widgets/toast.tsx';
import { Refusal } from '../action-button.tsx';
import { PrintMany } from './print-many.tsx';
import { mostSelected, type Selected } from './selection.ts';

const ActionForm = lazy(() => import('../form/action-form.tsx'));

interface BulkResult { items: { id: string; done: boolean; problem?: ProblemBody }[]; done: number; refused: number }
type Change = { action: string; input?: Record<string, unknown> } | { set: Record<string, unknown> } | { delete: true };
type Asking = { kind: 'action'; action: ClientAction } | { kind: 'edit' } | { kind: 'delete' } | null;

interface BulkBarProps { list: ClientList; selected: ReadonlyMap<string, Selected>; onClear: () => void; onDone: (left: readonly string[]) => void }

/** What can be done with all selected rows; every row gets its own answer. */
export function BulkBar({ list, selected, onClear, onDone }: BulkBarProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const [result, setResult] = useState<{ label: string; answer: BulkResult; titles: ReadonlyMap<string, Selected> } | null>(null);

  const send = async (label: string, change: Change): Promise<ApiError | null> => {
    if (isBusy) return null;
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await api.post<BulkResult>(`${recordsPath(list.entityApp, list.entity)}/bulk`, { records: [...selected.values()].map(({ id, version }) => ({ id, version })), ...change });
      setAsking(null);
      if (answer.refused === 0) toast('success', t('bulk.allDone', { label, count: answer.done }));
      else setResult({ label, answer, titles: selected });
      onDone(answer.items.filter((item) => !item.done).map((item) => item.id));
      return null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error);
      return error;
    } finally {
      setBusy(false);
    }
  };
  const close = () => { setAsking(null); setRefusal(null); };
  return (
    <>
      {selected.size === 0 ? null : (
        <div className="bulk-bar" role="toolbar" aria-label={t('bulk.title')}>
          <strong role="status">{t(selected.size >= mostSelected ? 'bulk.most' : 'bulk.count', { count: selected.size })}</strong>
          {list.bulk.actions.map((action) => <Button key={action.name} look={action.style === 'default' ? 'default' : action.style} onClick={() => setAsking({ kind: 'action', action })}>{action.label}</Button>)}
          {list.prints.length > 0 ? <PrintMany list={list} prints={list.prints} selected={selected} /> : null}
          {list.bulk.edit ? <Button icon="edit" onClick={() => setAsking({ kind: 'edit' })}>{t('bulk.edit')}</Button> : null}
          {list.bulk.delete ? <Button look="danger" icon="trash" onClick={() => setAsking({ kind: 'delete' })}>{t('action.delete')}</Button> : null}
          <Button look="link" onClick={onClear}>{t('bulk.clear')}</Button>
        </div>
      )}
      {asking?.kind === 'action' && asking.action.input.length > 0 ? (
        <Suspense fallback={<Dialog title={asking.action.label} onClose={close}><Skeleton rows={3} /></Dialog>}>
          <ActionForm action={{ ...asking.action, confirm: t('bulk.confirm', { label: asking.action.label, count: selected.size }) }} isBusy={isBusy} send={(input) => send(asking.action.label, { action: asking.action.name, input })} onClose={close} />
        </Suspense>
      ) : asking?.kind === 'edit' ? (
        <EditDialog fields={list.edit.flatMap((name) => list.fields.find((field) => field.name === name) ?? [])} count={selected.size} isBusy={isBusy} refusal={refusal} onClose={close} onSend={(label, set) => { void send(label, { set }); }} />
      ) : asking === null ? null : (
        <Dialog title={asking.kind === 'delete' ? t('action.delete') : asking.action.label} width={440} tone={asking.kind === 'delete' || asking.action.style === 'danger' ? 'danger' : undefined} onClose={close} footer={<>
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button data-first look={asking.kind === 'delete' ? 'danger' : 'primary'} isBusy={isBusy} onClick={() => { void (asking.kind === 'delete' ? send(t('action.delete'), { delete: true }) : send(asking.action.label, { action: asking.action.name })); }}>{asking.kind === 'delete' ? t('action.delete') : asking.action.label}</Button>
        </>}>
          <p>{t('bulk.confirm', { label: asking.kind === 'delete' ? t('action.delete') : asking.action.label, count: selected.size })}</p>
          {asking.kind === 'action' && asking.action.confirm !== undefined ? <p>{asking.action.confirm}</p> : null}
          {refusal === null ? null : <Refusal error={refusal} />}
        </Dialog>
      )}
      {result === null ? null : <ResultDialog {...result} onClose={() => setResult(null)} />}
    </>
  );
}

function EditDialog({ fields, count, isBusy, refusal, onSend, onClose }: { fields: readonly ClientField[]; count: number; isBusy: boolean; refusal: ApiError | null; onSend: (label: string, set: Record<string, unknown>) => void; onClose: () => void }) {
  const id = useId();
  const [name, setName] = useState(fields[0]?.name ?? '');
  const [value, setValue] = useState<unknown>(null);
  const field = fields.find((item) => item.name === name);
  if (field === undefined) return null;
  const { Input } = fieldView(field.type);
  return (
    <Dialog title={t('bulk.edit')} width={480} onClose={onClose} footer={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="primary" isBusy={isBusy} onClick={() => onSend(field.label, { [field.name]: value })}>{t('bulk.apply', { count })}</Button>
    </>}>
      <div className="plain-form">
        <label htmlFor={`${id}-field`}>{t('bulk.field')}</label>
        <select id={`${id}-field`} className="input" value={name} onChange={(event) => { setName(event.target.value); setValue(null); }}>{fields.map((item) => <option key={item.name} value={item.name}>{item.label}</option>)}</select>
        <label htmlFor={`${id}-value`}>{t('bulk.value')}</label>
        <Input key={name} id={`${id}-value`} field={field} value={value} onChange={setValue} />
        {value === null ? <p className="muted">{t('bulk.empty', { label: field.label })}</p> : null}
        {refusal === null ? null : <Refusal error={refusal} />}
      </div>
    </Dialog>
  );
}

function ResultDialog({ label, answer, titles, onClose }: { label: string; answer: BulkResult; titles: ReadonlyMap<string, Selected>; onClose: () => void }) {
  const refused = answer.items.filter((item) => !item.done);
  return (
    <Dialog title={label} width={620} onClose={onClose} footer={<Button look="primary" data-first onClick={onClose}>{t('action.close')}</Button>}>
      <p role="status">{t('bulk.result', { done: answer.done, refused: answer.refused })}</p>
      <div className="table-scroll">
        <table className="table">
          <thead><tr><th scope="col">{t('bulk.record')}</th><th scope="col">{t('bulk.reason')}</th></tr></thead>
          <tbody>{refused.map((item) => <tr key={item.id}><th scope="row">{titles.get(item.id)?.title ?? item.id}</th><td>{[...new Set(item.problem?.errors.map((error) => error.message) ?? [])].join('；') || item.problem?.detail}</td></tr>)}</tbody>
        </table>
      </div>
      <p className="muted">{t('bulk.left')}</p>
    </Dialog>
  );
}
