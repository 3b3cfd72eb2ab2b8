import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { ClientField, ClientHistoryEntry, ClientOption } from '../../../model/client-types.ts';
import { api, recordsPath } from '../../api.ts';
import { t } from '../../texts.ts';
import type { TextKey } from '../../texts.ts';
import zh from '../../texts/zh-CN.json' with { type: 'json' };
import { formatDateTime, formatValue, isFile } from '../../widgets/format.ts';
import { recordPath } from '../../widgets/paths.ts';
import { Empty, Failure, Skeleton } from '../../widgets/states.tsx';
import { useLoad } from '../../widgets/use-load.ts';

/** Who changed what and when, newest first. */
export function History({ app, entity, id, version, fields, isAround = false }: { app: string; entity: string; id: string; version: number; fields: readonly ClientField[]; isAround?: boolean }) {
  const fieldOf = (name: string) => fields.find((field) => field.name === name);
  const [isOnly, setOnly] = useState(false);
  const loaded = useLoad(`${id}/${version}/${isOnly}`, (signal) => api.get<{ items: ClientHistoryEntry[] }>(`${recordsPath(app, entity, id)}/${isAround && !isOnly ? 'timeline' : 'history'}`, {}, signal));
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton />;
  if (loaded.data.items.length === 0) return <Empty title={t('history.none')} />;
  return (
    <>
      {isAround ? <label className="checkbox"><input type="checkbox" checked={isOnly} onChange={(event) => setOnly(event.target.checked)} /><span>{t('timeline.only')}</span></label> : null}
      <ol className="timeline">
        {loaded.data.items.map((entry) => (
          <li key={entry.id}>
            <p className="timeline-head"><strong>{operationLabel(entry)}</strong>{entry.of === undefined ? null : <Link to={recordPath(entry.of.app, entry.of.entity, entry.of.id)}>{t('timeline.of', { label: entry.of.label, title: entry.of.title })}</Link>}<span>{entry.by?.title ?? t('history.system')}</span><time dateTime={entry.at}>{formatDateTime(entry.at)}</time></p>
            {entry.reason === undefined ? null : <p className="muted">{t('history.reason', { reason: entry.reason })}</p>}
            {entry.changes.length === 0 ? null : entry.operation === 'create' ? (
              <dl className="created">{entry.changes.map((change) => <div key={change.field}><dt>{change.label}</dt><dd>{readableChange(change.after, fieldOf(change.field))}</dd></div>)}</dl>
            ) : (
              <table className="table changes">
                <thead><tr><th scope="col">{t('history.field')}</th><th scope="col">{t('history.before')}</th><th scope="col">{t('history.after')}</th></tr></thead>
                <tbody>{entry.changes.map((change) => <tr key={change.field}><th scope="row">{change.label}</th><td>{readableChange(change.before, fieldOf(change.field))}</td><td>{readableChange(change.after, fieldOf(change.field))}</td></tr>)}</tbody>
              </table>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function operationLabel(entry: ClientHistoryEntry): string {
  const key = `history.op.${entry.operation}`;
  const name = key in zh ? t(key as TextKey) : entry.operation;
  return entry.via === null ? name : `${name} · ${entry.via}`;
}

/** A value of a change as people read it; `options` are the texts of the choices it speaks of. */
export function readableChange(value: unknown, field: ClientField | undefined, options: readonly ClientOption[] = []): string {
  const option = options.find((one) => one.value === value);
  if (option !== undefined) return option.label;
  const isFiles = field?.type === 'file' || field?.type === 'image';
  if (isFiles && Array.isArray(value) && value.length > 0 && !value.every(isFile)) return t('file.count', { count: value.length });
  if (Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null && !('title' in item) && !('name' in item))) return t('lines.count', { count: value.length });
  const text = formatValue(value, field);
  return text === '' ? '—' : text;
}
