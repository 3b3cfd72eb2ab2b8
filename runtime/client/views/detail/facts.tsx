import { Link } from 'react-router-dom';
import type { ClientDetail, ClientRecord } from '../../../model/client-types.ts';
import { api } from '../../api.ts';
import { t } from '../../texts.ts';
import { fieldView } from '../../widgets/field-views.ts';
import { formatNumber } from '../../widgets/format.ts';
import { reportPath } from '../../widgets/paths.ts';
import { useLoad } from '../../widgets/use-load.ts';

/** Key facts and figures of a record, above its tabs. */
export function Facts({ detail, record, round }: { detail: ClientDetail; record: ClientRecord; round: number }) {
  if (detail.header.length === 0 && detail.figures.length === 0) return null;
  return (
    <section className="card facts" aria-label={t('detail.facts')}>
      {detail.header.length === 0 ? null : <dl>{detail.header.map((field) => { const { Cell } = fieldView(field.type); return <div key={field.name}><dt>{field.label}</dt><dd><Cell field={field} value={record[field.name]} isLinked /></dd></div>; })}</dl>}
      {detail.figures.length === 0 ? null : <ul aria-label={t('detail.figures')}>{detail.figures.map((figure) => <FigureItem key={`${figure.report}/${figure.measure}/${figure.by}`} figure={figure} id={record.id} round={round} />)}</ul>}
    </section>
  );
}

/** One number over the related records that the reader may see; read by itself, so that a slow one holds up nothing. */
function FigureItem({ figure, id, round }: { figure: ClientDetail['figures'][number]; id: string; round: number }) {
  const filter = JSON.stringify({ [figure.by]: id });
  const loaded = useLoad(`${figure.app}/${figure.report}/${filter}/${round}`, (signal) => api.get<{ rows: Record<string, unknown>[]; totals?: Record<string, unknown> }>(`/api/reports/${figure.app}/${figure.report}`, { filter }, signal));
  if (loaded.error !== null) return null;
  const value = loaded.data === null ? null : loaded.data.totals?.[figure.measure] ?? loaded.data.rows[0]?.[figure.measure] ?? 0;
  return <li><span className="fact-label">{figure.label}</span><Link to={reportPath(figure.app, figure.report)} className="fact-value">{typeof value === 'number' ? formatNumber(value, {}) : '…'}{figure.unit === undefined ? null : <small>{figure.unit}</small>}</Link></li>;
}
