import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { RendererProps } from 'amis-core';
import type { ClientPageNode, ClientRecord } from '../../../model/client-types.ts';
import { api, recordsPath } from '../../api.ts';
import { register } from '../../render.tsx';
import { t } from '../../texts.ts';
import { fieldView } from '../../widgets/field-views.ts';
import { listPath, recordPath } from '../../widgets/paths.ts';
import { Empty, Failure, Skeleton } from '../../widgets/states.tsx';
import { Tabs } from '../../widgets/tabs.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import type { AmisSchema } from '../list/to-amis.ts';

export { default } from '../dashboard/charts.tsx';

register('tamga-nodes', function TamgaNodes({ body, render }: RendererProps) {
  return <div className="page-nodes">{(body as AmisSchema[]).map((node, i) => <div key={i}>{render(`node/${i}`, node)}</div>)}</div>;
});

register('tamga-panel', function TamgaPanel({ title, body, render }: RendererProps) {
  return <section className="card page-panel" aria-label={String(title)}><h2>{String(title)}</h2>{(body as AmisSchema[]).map((node, i) => <div key={i}>{render(`node/${i}`, node)}</div>)}</section>;
});

register('tamga-page-tabs', function TamgaPageTabs({ tabs, render }: RendererProps) {
  const [active, setActive] = useState('0');
  const items = tabs as { title: string; body: AmisSchema[] }[];
  const chosen = items[Number(active)] ?? items[0];
  return (
    <>
      <Tabs label={items.map(({ title }) => title).join(' / ')} panelId="page-tab" items={items.map(({ title }, i) => ({ key: String(i), label: title }))} active={active} onChange={setActive} />
      <div id="page-tab" role="tabpanel" aria-labelledby={`page-tab-${active}`}>{chosen?.body.map((node, i) => <div key={`${active}/${i}`}>{render(`tab/${active}/${i}`, node)}</div>)}</div>
    </>
  );
});

register('tamga-node', function TamgaNode({ node }: RendererProps) {
  return <Node node={node as ClientPageNode} />;
});

function Node({ node }: { node: ClientPageNode }) {
  switch (node.type) {
    case 'heading': return <h2 className="page-heading">{node.text}</h2>;
    case 'plain': return <p className="page-text">{node.text}</p>;
    case 'alert': return <p className={`page-alert is-${node.level}`} role={node.level === 'danger' ? 'alert' : 'note'}>{node.text}</p>;
    case 'divider': return <hr className="page-divider" />;
    case 'links': return <ul className="page-links card">{node.links.map((link) => <li key={link.path}><Link to={link.path}>{link.label}</Link></li>)}</ul>;
    case 'crud': return <FirstRecords node={node} />;
    case 'property': return <OneRecord node={node} />;
    default: return null;
  }
}

/** The first records of a list; the whole of it is a click away. */
function FirstRecords({ node: { list, label, limit, filter } }: { node: Extract<ClientPageNode, { type: 'crud' }> }) {
  const path = recordsPath(list.entityApp, list.entity);
  const columns = list.columns.slice(0, 5);
  const loaded = useLoad(`${path} ${list.name} ${JSON.stringify(filter ?? null)}`, (signal) => api.get<{ items: ClientRecord[] }>(path, { list: `${list.app}/${list.name}`, sort: list.sort, pageSize: limit, count: 'none', fields: columns.map(({ name }) => name).join(','), ...(filter ? { filter: JSON.stringify(filter) } : {}) }, signal));
  return (
    <section className="card page-panel" aria-label={label}>
      <div className="card-head"><h2>{label}</h2><Link to={listPath(list.app, list.name)}>{t('dashboard.open')}</Link></div>
      {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : loaded.data === null ? <Skeleton rows={limit} /> : loaded.data.items.length === 0 ? <Empty title={t('dashboard.noData')} /> : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={label}><table className="table">
          <thead><tr>{columns.map((field) => <th key={field.name} scope="col">{field.label}</th>)}</tr></thead>
          <tbody>{loaded.data.items.map((row) => <tr key={row.id}>{columns.map((field, i) => { const { Cell } = fieldView(field.type); const cell = <Cell field={field} value={row[field.name]} />; return <td key={field.name}>{i === 0 && list.open !== 'none' ? <Link className="row-link" to={recordPath(list.entityApp, list.entity, row.id)}>{cell}</Link> : cell}</td>; })}</tr>)}</tbody>
        </table></div>
      )}
    </section>
  );
}

/** Values of the first record that fits. */
function OneRecord({ node: { app, entity, fields, filter, label } }: { node: Extract<ClientPageNode, { type: 'property' }> }) {
  const path = recordsPath(app, entity);
  const loaded = useLoad(`${path} ${JSON.stringify(filter ?? null)} one`, (signal) => api.get<{ items: ClientRecord[] }>(path, { pageSize: 1, count: 'none', fields: fields.map(({ name }) => name).join(','), ...(filter ? { filter: JSON.stringify(filter) } : {}) }, signal));
  const row = loaded.data?.items[0];
  return (
    <section className="card page-panel">
      {label ? <h2>{label}</h2> : null}
      {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : loaded.data === null ? <Skeleton rows={3} /> : row === undefined ? <Empty title={t('dashboard.noData')} /> : <dl className="page-values">{fields.map((field) => { const { Cell } = fieldView(field.type); return <div key={field.name}><dt>{field.label}</dt><dd><Cell field={field} value={row[field.name]} /></dd></div>; })}</dl>}
    </section>
  );
}
