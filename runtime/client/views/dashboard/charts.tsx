import 'amis/lib/renderers/Grid';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router-dom';
import type { RendererProps } from 'amis-core';
import type { ClientReport } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import { listPath, reportPath } from '../../widgets/paths.ts';
import { Skeleton } from '../../widgets/states.tsx';
import { register } from '../../render.tsx';
import type { AmisSchema } from '../list/to-amis.ts';
import { PivotTable } from '../report/pivot-table.tsx';
import type { ReportAsk, ReportColumn, ReportData, ReportRow } from '../report/report-data.ts';
import { useDrill } from '../report/use-drill.ts';
import { MapCard } from './map-card.tsx';

export { default } from '../../render.tsx';

const EChart = lazy(() => import('./echart.tsx').then((module) => ({ default: module.EChart })));

interface Figure { label: string; text: string; unit?: string; isNone?: boolean; isNote?: boolean; beside?: { label: string; text: string; isUp: boolean; isDown: boolean }[] }
/** What a click on a part of a card needs to find the records behind it. */
export interface DrillParts { report?: Pick<ClientReport, 'app' | 'name' | 'dimensions' | 'measures'>; ask?: ReportAsk; rows: ReportRow[]; measure?: ReportColumn }

register('tamga-widget', function TamgaWidget({ label, link, report, body, render }: RendererProps) {
  const target = link as { app: string; list: string } | undefined;
  const { app, name } = report as { app: string; name: string };
  return (
    <section className="card widget" aria-label={String(label)}>
      <div className="card-head"><h2>{String(label)}</h2><Link to={target === undefined ? reportPath(app, name) : listPath(target.app, target.list)} aria-label={t('dashboard.openOf', { label: String(label) })}>{t(target === undefined ? 'dashboard.report' : 'dashboard.open')}</Link></div>
      {render('body', body as AmisSchema)}
    </section>
  );
});

register('tamga-figures', function TamgaFigures({ figures }: RendererProps) {
  return (
    <dl className={`figures${(figures as Figure[]).filter((figure) => figure.isNote !== true).length === 1 ? ' is-single' : ''}`}>
      {(figures as Figure[]).map((figure) => (
        <div key={figure.label} className={figure.isNote === true ? 'is-note' : figure.isNone === true ? 'is-none' : undefined}>
          <dt>{figure.label}</dt>
          <dd>{figure.text}{figure.unit === undefined ? null : <span className="unit">{figure.unit}</span>}</dd>
          {figure.beside?.map((one) => <dd key={one.label} className={`change${one.isUp ? ' is-up' : one.isDown ? ' is-down' : ''}`}>{one.label} <b>{one.isUp ? '▲' : one.isDown ? '▼' : ''}{one.text}</b></dd>)}
        </div>
      ))}
    </dl>
  );
});

register('tamga-note', function TamgaNote({ text, tone }: RendererProps) {
  return <p className={tone === 'error' ? 'field-error' : 'muted'}>{String(text)}</p>;
});

register('tamga-table', function TamgaTable({ heads, rows, label, textColumns, drill }: RendererProps) {
  const open = usePick(drill);
  // The first columns say what a row is about, the others are figures.
  const texts = typeof textColumns === 'number' ? textColumns : 1;
  const look = (index: number): string | undefined => (index < texts ? undefined : 'is-number');
  return (
    <div className="table-scroll widget-table" tabIndex={0} role="region" aria-label={String(label)}>
      <table className="table">
        <thead><tr>{(heads as string[]).map((head, index) => <th key={index} scope="col" className={look(index)}>{head}</th>)}</tr></thead>
        <tbody>{(rows as string[][]).map((cells, row) => <tr key={row}>{cells.map((cell, index) => (index === 0 ? <th key={index} scope="row">{cell}</th> : <td key={index} className={look(index)}>{open !== undefined && index === texts ? <button type="button" className="figure-button" onClick={() => open(row)}>{cell}</button> : cell}</td>))}</tr>)}</tbody>
      </table>
    </div>
  );
});

register('tamga-ranking', function TamgaRanking({ items, label, drill }: RendererProps) {
  const open = usePick(drill);
  return (
    <ol className="ranking" aria-label={String(label)}>
      {(items as { place: number; label: string; text: string; share: number; index: number }[]).map((item) => (
        <li key={item.index}>
          <span className={`place place-${item.place}`}>{item.place}</span>
          <span className="name">{item.label}</span>
          <span className="value">{open === undefined ? item.text : <button type="button" className="figure-button" onClick={() => open(item.index)}>{item.text}</button>}</span>
          <span className="bar" aria-hidden="true"><span style={{ width: `${item.share * 100}%` }} /></span>
        </li>
      ))}
    </ol>
  );
});

register('tamga-pivot', function TamgaPivot({ data, report, label }: RendererProps) {
  return <PivotTable data={data as ReportData} report={report as ClientReport} label={String(label)} />;
});

// A picture says nothing to a screen reader: the same figures are there as a table.
register('tamga-chart', function TamgaChart({ label, option, table, drill, render }: RendererProps) {
  const open = usePick(drill);
  return (
    <div className="chart">
      <div role="img" aria-label={t('dashboard.chart', { label: String(label) })}><Suspense fallback={<Skeleton rows={4} />}><EChart option={option as Record<string, unknown>} height="100%" onPick={open} /></Suspense></div>
      <details className="chart-data"><summary>{t('dashboard.data')}</summary>{render('table', table as AmisSchema)}</details>
    </div>
  );
});

register('tamga-map', function TamgaMap({ label, option, map, table, dimension, drill, render }: RendererProps) {
  return <MapCard label={String(label)} option={option as Record<string, unknown>} map={String(map)} dimension={String(dimension)} drill={drill as DrillParts} table={render('table', table as AmisSchema)} />;
});

/** Opens the records behind the figure of a row, where there is a list of them. */
function usePick(drill: unknown): ((index: number) => void) | undefined {
  const open = useDrill();
  const { report, ask, rows, measure } = (drill ?? { rows: [] }) as DrillParts;
  if (!report || !measure || report.measures.find((m) => m.name === measure.name)?.drill !== true) return undefined;
  return (index) => { const row = rows[index]; if (row && row['$mark'] === undefined || row?.['$mark'] === 'incomplete') void open(report, ask ?? {}, row, measure); };
}
