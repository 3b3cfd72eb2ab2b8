import { Link } from 'react-router-dom';
import type { ClientList, ClientRecord } from '../../../model/client-types.ts';
import { api, recordsPath } from '../../api.ts';
import { t } from '../../texts.ts';
import { fieldView } from '../../widgets/field-views.ts';
import { isNumeric, isReference } from '../../widgets/format.ts';
import { listPath, recordPath } from '../../widgets/paths.ts';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { whereQuery } from '../list/list-query.ts';
import { openOf } from '../list/to-amis.ts';

interface RelatedProps { related: { label: string; app: string; list: string; by: string }; record: { id: string; title: string } }
const shownRows = 10;

/** The newest records of another list that point at this one, with the way to all of them. */
export function Related({ related, record }: RelatedProps) {
  const loaded = useLoad(`${related.app}/${related.list}/${record.id}`, async (signal) => {
    const list = await api.get<ClientList>(`/api/model/${related.app}/list/${related.list}`, {}, signal);
    const found = await api.get<{ items: ClientRecord[]; total: number }>(recordsPath(list.entityApp, list.entity), {
      list: `${list.app}/${list.name}`, fields: list.columns.map((column) => column.name).join(','), filter: JSON.stringify({ [related.by]: record.id }), pageSize: shownRows,
    }, signal);
    return { list, ...found };
  });
  const all = loaded.data === null ? null : `${listPath(related.app, related.list)}?${whereQuery({ [related.by]: record.id }, record.title)}`;
  return (
    <section className="card" aria-label={related.label}>
      <div className="card-head"><h2>{related.label}</h2>{all === null || loaded.data === null || loaded.data.total === 0 ? null : <Link to={all}>{t('related.all', { total: loaded.data.total })}</Link>}</div>
      {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : loaded.data === null ? <Skeleton rows={3} /> : loaded.data.items.length === 0 ? <p className="muted">{t('related.none')}</p> : <Rows list={loaded.data.list} items={loaded.data.items} label={related.label} />}
    </section>
  );
}

function Rows({ list, items, label }: { list: ClientList; items: ClientRecord[]; label: string }) {
  const opens = openOf(list);
  const pathOf = (row: ClientRecord): string | null => {
    if (opens === null) return null;
    const target = opens.field === undefined ? row.id : row[opens.field];
    const id = isReference(target) ? target.id : target;
    return typeof id === 'string' ? recordPath(opens.app, opens.entity, id) : null;
  };
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="table">
        <thead><tr>{list.columns.map((column) => <th key={column.name} scope="col" className={isNumeric(column.type) ? 'is-number' : undefined}>{column.label}</th>)}</tr></thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.id}>
              {list.columns.map((column, index) => {
                const { Cell } = fieldView(column.type);
                const path = index === 0 ? pathOf(row) : null;
                const cell = <Cell field={column} value={row[column.name]} />;
                return <td key={column.name} className={isNumeric(column.type) ? 'is-number' : undefined}>{path === null ? cell : <Link to={path}>{cell}</Link>}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
