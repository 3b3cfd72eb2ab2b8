import { useState } from 'react';
import type { ClientComparison, ClientDetail, ClientDifference, ClientField, ClientRecord, ClientVersion } from '../../../model/client-types.ts';
import { api, ApiError, recordsPath } from '../../api.ts';
import { t } from '../../texts.ts';
import type { TextKey } from '../../texts.ts';
import zh from '../../texts/zh-CN.json' with { type: 'json' };
import { Button } from '../../widgets/button.tsx';
import { DateInput } from '../../widgets/date-input.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { formatDateTime, formatValue } from '../../widgets/format.ts';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { Tag } from '../../widgets/tag.tsx';
import { toast } from '../../widgets/toast.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { Refusal } from '../action-button.tsx';

interface VersionsProps { detail: ClientDetail; record: ClientRecord; onRestored: () => void }

/** All versions of a record: two are compared side by side, and one can become the present one again. */
export function Versions({ detail, record, onRestored }: VersionsProps) {
  const path = recordsPath(detail.entityApp, detail.entity, record.id, 'versions');
  const loaded = useLoad(`${path} ${record.version}`, (signal) => api.get<{ items: ClientVersion[] }>(path, {}, signal));
  const [pair, setPair] = useState<{ from: number; to: number } | null>(null);
  const [restoring, setRestoring] = useState<ClientVersion | null>(null);
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton />;
  const { items } = loaded.data;
  const newest = items[0]?.version ?? 1;
  const chosen = pair ?? { from: items[1]?.version ?? newest, to: newest };
  const mayRestore = record.can.actions.includes('restore');
  return (
    <>
      <AsOf items={items} onFound={(version) => setPair({ from: version, to: newest })} />
      <div className="table-scroll">
        <table className="table versions">
          <caption className="visually-hidden">{t('versions.pick')}</caption>
          <thead><tr><th scope="col">{t('versions.from')}</th><th scope="col">{t('versions.to')}</th><th scope="col">{t('versions.tab')}</th><th scope="col">{t('versions.at')}</th><th scope="col">{t('versions.by')}</th><th scope="col">{t('versions.how')}</th><th scope="col">{t('versions.reason')}</th>{mayRestore ? <th /> : null}</tr></thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.version}>
                {(['from', 'to'] as const).map((side) => <td key={side}><input type="radio" name={`version-${side}`} aria-label={`${t(side === 'from' ? 'versions.from' : 'versions.to')} ${t('versions.version', { version: item.version })}`} checked={chosen[side] === item.version} onChange={() => setPair({ ...chosen, [side]: item.version })} /></td>)}
                <td>{item.version}{item.current ? <> <Tag text={t('versions.current')} color="green" /></> : null}</td>
                <td>{formatDateTime(item.at)}</td>
                <td>{item.by?.title ?? t('history.system')}</td>
                <td>{howOf(item)}</td>
                <td>{item.reason ?? ''}</td>
                {mayRestore ? <td>{item.current ? null : <Button look="link" onClick={() => setRestoring(item)}>{t('versions.restore')}</Button>}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen.from === chosen.to ? <p className="muted">{t('versions.pick')}</p> : <Comparison path={path} fields={detail.sections.flatMap((section) => section.fields)} from={chosen.from} to={chosen.to} />}
      {restoring === null ? null : <RestoreDialog path={path} detail={detail} version={restoring} expected={record.version} onClose={() => setRestoring(null)} onDone={() => { setRestoring(null); setPair(null); onRestored(); }} />}
    </>
  );
}

/** The version that was in force at the end of a day. */
function AsOf({ items, onFound }: { items: readonly ClientVersion[]; onFound: (version: number) => void }) {
  const [day, setDay] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const choose = (value: string | null) => {
    setDay(value);
    const found = value === null ? undefined : items.find((item) => formatDateTime(item.at).slice(0, 10) <= value);
    setMissing(value !== null && /^\d{4}-\d\d-\d\d$/.test(value) && found === undefined);
    if (found !== undefined) onFound(found.version);
  };
  return (
    <div className="as-of">
      <label htmlFor="versions-as-of">{t('versions.asOf')}</label>
      <DateInput id="versions-as-of" value={day} onChange={choose} />
      {isMissing ? <span className="field-error" role="status">{t('versions.none')}</span> : null}
    </div>
  );
}

function Comparison({ path, from, to, fields }: { path: string; from: number; to: number; fields: readonly ClientField[] }) {
  const [old, now] = from < to ? [from, to] : [to, from];
  const loaded = useLoad(`${path} ${old} ${now}`, (signal) => api.get<ClientComparison>(`${path}/compare`, { from: old, to: now }, signal));
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={3} />;
  const { fields: changes, lines } = loaded.data;
  const heads = <tr><th scope="col">{t('history.field')}</th><th scope="col">{t('versions.version', { version: old })}</th><th scope="col">{t('versions.version', { version: now })}</th></tr>;
  return (
    <div className="comparison">
      <h3>{t('versions.compare')}</h3>
      {changes.length === 0 && lines.length === 0 ? <p className="muted">{t('versions.same')}</p> : null}
      {changes.length === 0 ? null : <table className="table changes"><thead>{heads}</thead><tbody>{changes.map((change) => <Difference key={change.field} change={change} field={fields.find((field) => field.name === change.field)} />)}</tbody></table>}
      {lines.map((part) => (
        <section key={part.field}>
          <h4>{part.label}</h4>
          {part.rows.map((row) => (
            <table key={row.id} className="table changes">
              <caption>{t(`versions.${row.kind}`, { number: row.number })}</caption>
              <thead>{heads}</thead>
              <tbody>{row.changes.map((change) => <Difference key={change.field} change={change} field={fields.find((field) => field.name === part.field)?.lines?.fields.find((field) => field.name === change.field)} />)}</tbody>
            </table>
          ))}
        </section>
      ))}
    </div>
  );
}

function Difference({ change, field }: { change: ClientDifference; field: ClientField | undefined }) {
  const known = { type: change.type, ...field, ...(change.options === undefined ? {} : { options: change.options }) };
  const show = (value: unknown): string => formatValue(value, known) || '—';
  return <tr><th scope="row">{change.label}</th><td className="is-before">{show(change.before)}</td><td className="is-after">{show(change.after)}</td></tr>;
}

interface RestoreProps { path: string; detail: ClientDetail; version: ClientVersion; expected: number; onClose: () => void; onDone: () => void }

function RestoreDialog({ path, detail, version, expected, onClose, onDone }: RestoreProps) {
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const send = async () => {
    setBusy(true);
    try {
      await api.post(`${path}/${version.version}/restore`, { version: expected, ...(reason.trim() === '' ? {} : { changeReason: reason }) });
      toast('success', t('versions.restored', { version: version.version }));
      onDone();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('versions.restoreTitle', { version: version.version })} width={460} onClose={onClose} footer={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="primary" data-first isBusy={isBusy} onClick={() => { void send(); }}>{t('versions.restore')}</Button>
    </>}>
      <p>{t('versions.restoreText', { version: version.version, at: formatDateTime(version.at) })}</p>
      {detail.changeReason === undefined ? null : (
        <div className="field">
          <label htmlFor="restore-reason" className="label">{t('form.changeReason')}{detail.changeReason === 'required' ? <span className="required" aria-hidden="true">*</span> : null}</label>
          <input id="restore-reason" className="input" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        </div>
      )}
      {refusal === null ? null : <Refusal error={refusal} />}
    </Dialog>
  );
}

function howOf(item: ClientVersion): string {
  const key = `history.op.${item.operation}`;
  const name = key in zh ? t(key as TextKey) : item.operation;
  return item.via === null ? name : `${name} · ${item.via}`;
}
