import type { ClientReport } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import { dimensionText, drillOf, measureText } from './report-data.ts';
import type { ReportAsk, ReportColumn, ReportData, ReportRow } from './report-data.ts';
import { useDrill } from './use-drill.ts';

/** The figures with their totals; a click on one opens the records behind it. */
export function ReportTable({ report, data, ask }: { report: ClientReport; data: ReportData; ask: ReportAsk }) {
  const open = useDrill();
  const dimensions = data.columns.filter((column) => column.role === 'dimension');
  const measures = data.columns.filter((column) => column.role === 'measure');
  const fieldOf = (column: ReportColumn) => ({ ...report.dimensions.find((field) => field.name === column.name), ...(column.grain === undefined ? {} : { grain: column.grain }) });
  const canDrill = (column: ReportColumn) => column.of === undefined && report.measures.find((m) => m.name === column.name)?.drill === true;
  const cell = (row: ReportRow, column: ReportColumn) => {
    const text = measureText(row[column.name], column);
    const tone = column.kind?.endsWith('Change') === true && typeof row[column.name] === 'number' ? Number(row[column.name]) > 0 ? ' is-up' : Number(row[column.name]) < 0 ? ' is-down' : '' : '';
    const isRecord = row['$mark'] === undefined || row['$mark'] === 'incomplete';
    const named = [drillOf({ dimensions: report.dimensions.filter((d) => dimensions.some((c) => c.name === d.name)) }, row).text, column.label].filter((part) => part !== '').join(' · ');
    return (
      <td key={column.name} className={`is-number${tone}`}>
        {canDrill(column) && isRecord && typeof row[column.name] === 'number' && row[column.name] !== 0
          ? <button type="button" className="figure-button" aria-label={t('report.drillTo', { text: `${named} ${text}` })} onClick={() => { void open(report, ask, row, column); }}>{text}</button> : text}
      </td>
    );
  };
  return (
    <div className="table-scroll report-scroll" tabIndex={0} role="region" aria-label={report.label}>
      <table className="table report-table">
        <thead><tr>{dimensions.map((column) => <th key={column.name} scope="col">{column.label}</th>)}{measures.map((column) => <th key={column.name} scope="col" className="is-number">{column.unit === undefined ? column.label : `${column.label}（${column.unit}）`}</th>)}</tr></thead>
        <tbody>
          {data.rows.map((row, index) => (
            <tr key={index} className={row['$mark'] === 'gap' ? 'is-gap' : undefined}>
              {dimensions.map((column, i) => <td key={column.name}>{i === 0 || row['$mark'] !== 'others' ? dimensionText(row[column.name], fieldOf(column), i === 0 ? row['$mark'] : undefined) : ''}{column.type === 'period' && row['$mark'] === 'incomplete' ? <span className="tag-small" title={t('report.incomplete')}>{t('report.incompleteMark')}</span> : null}</td>)}
              {measures.map((column) => cell(row, column))}
            </tr>
          ))}
        </tbody>
        <tfoot><tr>{dimensions.map((column, index) => <th key={column.name} scope={index === 0 ? 'row' : undefined}>{index === 0 ? t('report.total') : ''}</th>)}{measures.map((column) => cell(data.totals, column))}</tr></tfoot>
      </table>
    </div>
  );
}
