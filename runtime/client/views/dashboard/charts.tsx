import 'amis/lib/renderers/Chart';
import 'amis/lib/renderers/Grid';
import { Link } from 'react-router-dom';
import type { RendererProps } from 'amis-core';
import { t } from '../../texts.ts';
import { listPath } from '../../widgets/paths.ts';
import { register } from '../../render.tsx';
import type { AmisSchema } from '../list/to-amis.ts';

export { default } from '../../render.tsx';

interface Figure { label: string; text: string; unit?: string }

register('tamga-widget', function TamgaWidget({ label, link, body, render }: RendererProps) {
  const target = link as { app: string; list: string } | undefined;
  return (
    <section className="card widget" aria-label={String(label)}>
      <div className="card-head"><h2>{String(label)}</h2>{target === undefined ? null : <Link to={listPath(target.app, target.list)}>{t('dashboard.open')}</Link>}</div>
      {render('body', body as AmisSchema)}
    </section>
  );
});

register('tamga-figures', function TamgaFigures({ figures }: RendererProps) {
  return <dl className="figures">{(figures as Figure[]).map((figure) => <div key={figure.label}><dt>{figure.label}</dt><dd>{figure.text}{figure.unit === undefined ? null : <span className="unit">{figure.unit}</span>}</dd></div>)}</dl>;
});

register('tamga-note', function TamgaNote({ text, tone }: RendererProps) {
  return <p className={tone === 'error' ? 'field-error' : 'muted'}>{String(text)}</p>;
});

register('tamga-table', function TamgaTable({ heads, rows, label, textColumns }: RendererProps) {
  // The first columns say what a row is about, the others are figures.
  const texts = typeof textColumns === 'number' ? textColumns : 1;
  const look = (index: number): string | undefined => (index < texts ? undefined : 'is-number');
  return (
    <div className="table-scroll widget-table" tabIndex={0} role="region" aria-label={String(label)}>
      <table className="table">
        <thead><tr>{(heads as string[]).map((head, index) => <th key={index} scope="col" className={look(index)}>{head}</th>)}</tr></thead>
        <tbody>{(rows as string[][]).map((cells, row) => <tr key={row}>{cells.map((cell, index) => (index === 0 ? <th key={index} scope="row">{cell}</th> : <td key={index} className={look(index)}>{cell}</td>))}</tr>)}</tbody>
      </table>
    </div>
  );
});

// A picture says nothing to a screen reader: the same figures are there as a table.
register('tamga-chart', function TamgaChart({ label, body, table, render }: RendererProps) {
  return (
    <div>
      <div role="img" aria-label={t('dashboard.chart', { label: String(label) })}>{render('body', body as AmisSchema)}</div>
      <details className="chart-data"><summary>{t('dashboard.data')}</summary>{render('table', table as AmisSchema)}</details>
    </div>
  );
});
